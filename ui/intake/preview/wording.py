"""What a preview says of its files, as words and marks."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from data.checking.preview import Preview, TablePreview
from data.formats.problem import LocatedProblem, Problem
from metrics.judgement.limits import Level
from text import Language, Text
from ui.intake.preview.changes import days_differing

GRAVITY = ("error", "warning", "note")
ROWS_NAMED = 4
UNKNOWN = Text("认不出", "not recognised")
CHANGES = Text("会变", "changes")


@dataclass(frozen=True, slots=True)
class Group:
    """Everything of one kind, or the same note of several tables: the tables and every finding with its table."""

    problem: Problem
    tables: tuple[TablePreview, ...]
    places: tuple[tuple[TablePreview, LocatedProblem], ...]

    @property
    def found(self) -> tuple[LocatedProblem, ...]:
        """Every finding."""
        return tuple(found for _, found in self.places)

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that have it, in order; those of several tables one after another."""
        rows = {(id(table), found.row) for table, found in self.places if found.row is not None}
        return tuple(sorted(row for _, row in rows))


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
    recognised = len({table.file for table in preview.tables if table.source})
    if not recognised:
        return Text("这些文件一份也认不出", "None of these files was recognised")
    if not preview.to_store:
        return Text("认出 {n} 份，没有要写的", "{n} recognised, nothing to write").filled(n=recognised)
    places = sum(1 for group in groups(preview) if group.problem.severity != "note")
    look = (
        Text("，先看这 {n} 处", "; to look at first: {n}").filled(n=places)
        if places
        else Text("，没有问题", ", no problems")
    )
    phrase = Text("认出 {n} 份，{rows:,} 行可以写入{look}", "{n} recognised, {rows:,} rows to write{look}")
    return phrase.filled(n=recognised, rows=preview.to_store, look=look)


def groups(preview: Preview) -> list[Group]:
    """The problems by kind, the gravest first; a note by what it says."""
    alike: dict[tuple[str, str], list[tuple[TablePreview, LocatedProblem]]] = defaultdict(list)
    for table in preview.tables:
        for found in table.problems:
            apart = found.message.zh if found.problem.severity == "note" else ""
            alike[found.problem.code, apart].append((table, found))
    made = [_group(members) for members in alike.values()]
    return sorted(made, key=lambda group: GRAVITY.index(group.problem.severity))


def _group(members: Sequence[tuple[TablePreview, LocatedProblem]]) -> Group:
    tables = {id(table): table for table, _ in members}
    return Group(members[0][1].problem, tuple(tables.values()), tuple(members))


def place(group: Group, language: Language) -> str:
    """Where a group of problems stands: file, sheet, rows, columns."""
    if len(group.tables) > 1:
        return Text("{n} 张表", "{n} tables").filled(n=len(group.tables)).to(language)
    table, comma = group.tables[0], "，" if language == "zh" else ", "
    marks = "「{}」" if language == "zh" else "“{}”"
    columns = "、".join(
        marks.format(name) for name in dict.fromkeys(found.column for found in group.found if found.column)
    )
    return comma.join(filter(None, (table.file, table.sheet, _rows(group.rows, language), columns)))


def _rows(rows: Sequence[int], language: Language) -> str:
    if not rows:
        return ""
    if rows[-1] - rows[0] == len(rows) - 1 and len(rows) > 1:
        return Text("第 {a} 到 {b} 行", "rows {a} to {b}").filled(a=rows[0], b=rows[-1]).to(language)
    named = "、".join(str(row) for row in rows[:ROWS_NAMED]) + ("…" if len(rows) > ROWS_NAMED else "")
    return Text("第 {rows} 行", "row {rows}").filled(rows=named).to(language)
