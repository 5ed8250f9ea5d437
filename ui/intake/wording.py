"""What a preview says of its files, as words and marks."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from data.preview import Preview, TablePreview
from data.problems import Found, Problem
from metrics.judgement import Level
from text import Text
from ui.intake.changes import days_differing

UNKNOWN = Text("认不出", "not recognised")


@dataclass(frozen=True, slots=True)
class Group:
    """The same problem of one table: how often, in which rows, and its first example."""

    problem: Problem
    table: TablePreview
    found: tuple[Found, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The sheet's rows that have it, in order."""
        return tuple(sorted({found.row for found in self.found if found.row is not None}))


def level(table: TablePreview) -> Level:
    """Bad: something is refused; watch: something stored changes; not judged: nothing to do."""
    if table.rejected or any(found.problem.severity == "error" for found in table.problems):
        return Level.BAD
    if table.changed or table.vanish:
        return Level.WATCH
    return Level.GOOD if table.new else Level.UNJUDGED


def result(table: TablePreview) -> Text:
    """What becomes of a table, in a few words."""
    if table.source is None or not (table.new or table.changed or table.same or table.rejected):
        return Text("不收", "left out")
    if table.rejected:
        return Text("{n:,} 行退回", "{n:,} rows set aside").filled(n=table.rejected)
    if table.changed:
        days = days_differing(table)
        changed = Text("改动 {n:,} 行", "{n:,} rows change").filled(n=table.changed)
        return Text("改动已有的 {n} 天", "changes {n} stored days").filled(n=days) if days else changed
    if table.new:
        return Text("新增 {n:,} 行", "{n:,} new rows").filled(n=table.new)
    return Text("都已在库里，跳过", "all stored already")


def headline(preview: Preview) -> Text:
    """The preview in one line."""
    known = sum(1 for table in preview.tables if table.source)
    if not known:
        return Text("这些文件一份也认不出", "None of these files was recognised")
    if not preview.to_store:
        return Text("认出 {n} 份，没有要写的", "{n} recognised, nothing to write").filled(n=known)
    places = sum(1 for group in groups(preview) if group.problem.severity != "note")
    look = (
        Text("，先看这{n}处", "; look at {n} points first").filled(n=places)
        if places
        else Text("，没有问题", ", no problems")
    )
    said = Text("认出 {n} 份，{rows:,} 行可以写入{look}", "{n} recognised, {rows:,} rows to write{look}")
    return said.filled(n=known, rows=preview.to_store, look=look)


def groups(preview: Preview) -> list[Group]:
    """The problems, alike ones together, the gravest first."""
    alike: dict[tuple[int, str], list[Found]] = defaultdict(list)
    for at, table in enumerate(preview.tables):
        for found in table.problems:
            alike[at, found.problem.code].append(found)
    gravity = ("error", "warning", "note")
    made = [Group(found[0].problem, preview.tables[at], tuple(found)) for (at, _), found in alike.items()]
    return sorted(made, key=lambda group: gravity.index(group.problem.severity))


def place(group: Group) -> Text:
    """Where a group of problems stands: file, sheet, rows, columns."""
    table = group.table
    columns = "、".join(f"「{name}」" for name in dict.fromkeys(f.column for f in group.found if f.column))
    where = f"{table.file}" + (f"，{table.sheet}" if table.sheet else "")
    rows = _rows(group.rows)
    return Text("{where}{rows}{columns}", "{where}{rows}{columns}").filled(
        where=where, rows=rows, columns=f" {columns}" if columns else ""
    )


def _rows(rows: Sequence[int]) -> Text:
    if not rows:
        return Text(" ", " ")
    if len(rows) == 1:
        return Text("，第 {n} 行", ", row {n}").filled(n=rows[0])
    unbroken = rows[-1] - rows[0] == len(rows) - 1
    if unbroken:
        return Text("，第 {a} 到 {b} 行", ", rows {a} to {b}").filled(a=rows[0], b=rows[-1])
    first = "、".join(str(row) for row in rows[:4])
    return Text("，第 {some} 行", ", rows {some}").filled(some=first + ("…" if len(rows) > 4 else ""))
