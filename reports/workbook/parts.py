"""A slide's numbers and parts as blocks of a sheet, with shares, changes and checks as live formulas."""

from functools import singledispatch
from typing import Any

from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number
from reports.slide.slide import Bars, Curve, KeyNumber, Side, Table, Trend, Waterfall
from reports.slide.written import cell, heads
from reports.workbook.sheet import RULED, SheetWriter
from text import Text

WHAT, VALUE, UNIT = Text("项目", "Item"), Text("数值", "Value"), Text("单位", "Unit")
TARGET, ATTAINED, PACE = Text("目标", "Target"), Text("达成", "Attained"), Text("加权进度", "Weighted pace")
JUDGED, WHY, NOTE = Text("评判", "Judged"), Text("理由", "Reason"), Text("说明", "Note")
LAST_YEAR, CHANGE = Text("去年", "Last year"), Text("比去年", "On last year")
DONE, FORECAST, GAP = Text("已完成", "Done"), Text("预计", "Forecast"), Text("与进度之差", "Against pace")
CHECK = Text("核对：相加减结果（应为 0）", "Check: sum less result (must be 0)")
LOW, HIGH = Text("预计下限", "Forecast, low"), Text("预计上限", "Forecast, high")
IN_UNIT = Text("{title}（{unit}）", "{title} ({unit})")


def numbers(sheet: SheetWriter, every: tuple[KeyNumber, ...]) -> None:
    """Key numbers: value, target, attainment, judgement."""
    headings = (WHAT, VALUE, UNIT, TARGET, PACE, ATTAINED, JUDGED, WHY)
    sheet.head([sheet.phrase(heading) for heading in headings])
    for of in every:
        sheet.text(0, sheet.phrase(of.label), **RULED)
        sheet.number(1, of.amount.value, of.amount.unit, **RULED)
        sheet.text(2, sheet.phrase(of.amount.unit.word), **RULED)
        sheet.number(3, of.target, of.amount.unit, **RULED)
        sheet.number(4, of.pace, of.amount.unit, **RULED)
        _share(sheet, 5, 1, 3, of.amount.value, of.target)
        sheet.text(6, sheet.phrase(of.judgement.level.word), **RULED)
        sheet.text(7, sheet.phrase(of.judgement.reason), **RULED)
        sheet.row += 1
    sheet.row += 1


@singledispatch
def block(part: Any, sheet: SheetWriter) -> None:
    """Write a part of a slide; TypeError for what no slide holds."""
    raise TypeError(f"no block for {type(part)}")


@block.register
def _(part: Trend, sheet: SheetWriter) -> None:
    sheet.title(_titled(sheet, part.title, part.unit), 11)
    sheet.head([sheet.phrase(heading) for heading in (WHAT, VALUE, LAST_YEAR, CHANGE, TARGET, ATTAINED)])
    for side in (part.weeks, part.months):
        _side(sheet, side, part.unit)
    sheet.row += 1


def _side(sheet: SheetWriter, side: Side, unit: Unit) -> None:
    for at, label in enumerate(side.labels):
        value, then, target = side.values[at], _of(side.last_year, at), _of(side.target, at)
        sheet.text(0, sheet.phrase(label), **RULED)
        sheet.number(1, value, unit, **RULED)
        sheet.number(2, then, unit, **RULED)
        _changed(sheet, 3, 1, 2, value, then, unit)
        sheet.number(4, target, unit, **RULED)
        _share(sheet, 5, 1, 4, value, target)
        sheet.row += 1


@block.register
def _(part: Waterfall, sheet: SheetWriter) -> None:
    sheet.title(_titled(sheet, part.title, part.unit), 11)
    sheet.head([sheet.phrase(heading) for heading in (WHAT, VALUE, NOTE)])
    first = sheet.row
    for step in (part.reference, *part.steps, part.result):
        sheet.text(0, sheet.phrase(step.label), **RULED)
        sheet.number(1, step.value, part.unit, **RULED)
        sheet.text(2, sheet.phrase(step.note) if step.note else "", **RULED)
        sheet.row += 1
    added = f"SUM({sheet.place(1, first)}:{sheet.place(1, sheet.row - 2)})-{sheet.place(1, sheet.row - 1)}"
    rest = sum(float(step.value) for step in (part.reference, *part.steps)) - float(part.result.value)
    sheet.text(0, sheet.phrase(CHECK), **RULED)
    sheet.formula(1, f"ROUND({added},2)", round(rest, 2), part.unit, **RULED)
    sheet.row += 2


@block.register
def _(part: Bars, sheet: SheetWriter) -> None:
    sheet.title(_titled(sheet, part.title, part.unit), 11)
    aim = part.target_word or TARGET
    sheet.head([sheet.phrase(heading) for heading in (WHAT, VALUE, aim, ATTAINED, JUDGED, NOTE)])
    for bar in part.bars:
        sheet.text(0, sheet.phrase(bar.label), **RULED)
        sheet.number(1, bar.value, part.unit, **RULED)
        sheet.number(2, bar.target, part.unit, **RULED)
        _share(sheet, 3, 1, 2, bar.value, bar.target)
        sheet.text(4, sheet.phrase(bar.judgement.level.word) if bar.judgement else "", **RULED)
        sheet.text(5, sheet.phrase(bar.note) if bar.note else "", **RULED)
        sheet.row += 1
    _noted(sheet, part.note)


@block.register
def _(part: Curve, sheet: SheetWriter) -> None:
    sheet.title(_titled(sheet, part.title, part.unit), 11)
    sheet.head([sheet.phrase(heading) for heading in (WHAT, DONE, PACE, GAP, FORECAST)])
    for at, label in enumerate(part.labels):
        done, pace = part.done[at], _of(part.pace, at)
        sheet.text(0, sheet.phrase(label), **RULED)
        sheet.number(1, done, part.unit, **RULED)
        sheet.number(2, pace, part.unit, **RULED)
        distance = None if done is None or pace is None else float(done) - float(pace)
        _where_both(sheet, 3, (1, 2), f"{sheet.place(1)}-{sheet.place(2)}", distance, part.unit)
        sheet.number(4, _of(part.forecast, at), part.unit, **RULED)
        sheet.row += 1
    for word, value in ((TARGET, part.target), (LOW, part.low), (HIGH, part.high)):
        sheet.text(0, sheet.phrase(word), **RULED)
        sheet.number(1, value, part.unit, **RULED)
        sheet.row += 1
    sheet.row += 1


@block.register
def _(part: Table, sheet: SheetWriter) -> None:
    language = sheet.book.language
    sheet.title(sheet.phrase(part.title), 11)
    columns = heads(part, language)
    sheet.head([_heading(sheet, column.heading, column.unit) for column in part.columns])
    for row in part.rows:
        for at, value in enumerate(row):
            unit = part.columns[at].unit
            if value is None or isinstance(value, Text | Judgement) or unit is None:
                sheet.text(at, "" if value is None else cell(value, columns[at], language), **RULED)
            else:
                sheet.number(at, value, unit, **RULED)
        sheet.row += 1
    _noted(sheet, part.note)


def _heading(sheet: SheetWriter, heading: Text, unit: Unit | None) -> str:
    return _titled(sheet, heading, unit) if unit else sheet.phrase(heading)


def _titled(sheet: SheetWriter, title: Text, unit: Unit) -> str:
    return sheet.phrase(IN_UNIT.filled(title=title, unit=unit.word))


def _noted(sheet: SheetWriter, note: Text | None) -> None:
    if note:
        sheet.note(sheet.phrase(note))
    sheet.row += 1


def _of(values: tuple[Number | None, ...], at: int) -> Number | None:
    return values[at] if at < len(values) else None


def _share(sheet: SheetWriter, column: int, over: int, under: int, value: Number | None, target: Number | None) -> None:
    """One cell over another, as a share."""
    share = None if value is None or not target else float(value) / float(target)
    _where_both(sheet, column, (over, under), f"{sheet.place(over)}/{sheet.place(under)}", share, Unit.PERCENT)


def _changed(
    sheet: SheetWriter, column: int, now: int, before: int, value: Number | None, then: Number | None, unit: Unit
) -> None:
    """The change of one cell on another: for rates the difference, else the relative one."""
    comparable = value is not None and then is not None
    if unit is Unit.PERCENT:
        moved = float(value) - float(then) if comparable else None  # type: ignore[arg-type]
        _where_both(sheet, column, (now, before), f"{sheet.place(now)}-{sheet.place(before)}", moved, unit)
        return
    moved = float(value) / float(then) - 1 if comparable and then else None  # type: ignore[arg-type]
    _where_both(sheet, column, (now, before), f"{sheet.place(now)}/{sheet.place(before)}-1", moved, Unit.PERCENT)


def _where_both(
    sheet: SheetWriter, column: int, needed: tuple[int, int], formula: str, value: float | None, unit: Unit
) -> None:
    """A formula that stays empty while one of the cells it needs is, or the one divided by is zero."""
    one, other = (sheet.place(each) for each in needed)
    divides = f",{other}<>0" if "/" in formula else ""
    sheet.formula(column, f'IF(AND(ISNUMBER({one}),ISNUMBER({other}){divides}),{formula},"")', value, unit, **RULED)
