"""The outcome of an import as plain data and as lines to read."""

from collections.abc import Iterator

from data.checking.preview import TablePreview
from data.formats.problem import LocatedProblem
from text import Language, Text


def as_plain(table: TablePreview, batch: str | None, language: Language) -> dict[str, object]:
    """A table's outcome as JSON holds it; messages are in the language asked for."""
    return {
        "file": table.file,
        "sheet": table.sheet,
        "source": table.source.name if table.source else None,
        "header_row": table.header_row,
        "rows": table.rows,
        "kept": table.kept,
        "new": table.new,
        "changed": table.changed,
        "same": table.same,
        "rejected": table.rejected,
        "skipped": [{"row": skipped.row, "why": skipped.why.to(language)} for skipped in table.skipped],
        "problems": [_problem(found, language) for found in table.problems],
        "batch": batch,
    }


def _problem(found: LocatedProblem, language: Language) -> dict[str, object]:
    return {
        "severity": found.problem.severity,
        "code": found.problem.code,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "message": found.message.to(language),
    }


COUNTS = Text(
    "新增 {new}，改动 {changed}，不变 {same}，退回 {rejected}，跳过 {skipped}",
    "{new} new, {changed} changed, {same} the same, {rejected} rejected, {skipped} skipped",
)
UNKNOWN = Text("没认出", "not recognised")


def lines(table: TablePreview, language: Language) -> Iterator[str]:
    """A table's outcome in a few lines."""
    title = table.source.title if table.source else UNKNOWN
    place = f"{table.file} [{table.sheet}]" if table.sheet else table.file
    yield f"{place}: {title.to(language)}"
    if table.source:
        counts = COUNTS.filled(
            new=table.new, changed=table.changed, same=table.same, rejected=table.rejected, skipped=len(table.skipped)
        )
        yield f"  {counts.to(language)}"
    yield from (f"  {found.message.to(language)}" for found in table.problems)
