"""The days of six weeks and the weeks made of them: every rate is a formula over the days' own numbers."""

from collections.abc import Sequence

from metrics.calendar.period import Period, spelled_out
from metrics.definition.metric import Metric
from metrics.wording.figure import Number
from reports.numbers.days import PARTS, RATES, DailyParts
from reports.workbook.sheet import RULED, SheetWriter, WorkbookWriter
from text import Text

DAYS, WEEKS = Text("逐日", "Days"), Text("逐周", "Weeks")
DAY, WEEK = Text("日期", "Day"), Text("周", "Week")
MEAN = Text("日均{label}", "{label}, daily mean")
EMPTY = Text(
    "空格是没有数据，不是 0。各率按本表算出，改一格，后面跟着变。",
    "An empty cell is no data and not 0. Rates are worked out from this sheet: change a cell and they follow.",
)
FIRST = 2
"""The first row of days, below the note and the heads."""


def daily(book: WorkbookWriter, of: DailyParts) -> None:
    """The two sheets."""
    sheet = book.sheet(DAYS.to(book.language))
    sheet.note(sheet.phrase(EMPTY))
    _head(sheet, DAY, [part.label for part in PARTS])
    for at, day in enumerate(of.days):
        sheet.day(0, day)
        for column, part in enumerate(PARTS, start=1):
            sheet.number(column, of.values[part][at], part.unit, **RULED)
        for column, (rate, over, under) in enumerate(RATES, start=len(PARTS) + 1):
            above, below = sheet.place(_column(over)), sheet.place(_column(under))
            formula = f'IF(AND(ISNUMBER({above}),ISNUMBER({below}),{below}<>0),{above}/{below},"")'
            value = _ratio(of.values[over][at : at + 1], of.values[under][at : at + 1])
            sheet.formula(column, formula, value, rate.unit, **RULED)
        sheet.row += 1
    sheet.close()
    _weekly(book, of)


def _weekly(book: WorkbookWriter, of: DailyParts) -> None:
    sheet = book.sheet(WEEKS.to(book.language))
    sheet.note(sheet.phrase(EMPTY))
    labels = [MEAN.filled(label=part.label) if _never_added(part) else part.label for part in PARTS]
    _head(sheet, WEEK, labels)
    for start in range(0, of.during.days, 7):
        sheet.text(0, _named(of, start, sheet), **RULED)
        for column, part in enumerate(PARTS, start=1):
            cells = _cells(book, part, start)
            how = "AVERAGE" if _never_added(part) else "SUM"
            value = _summed(of.values[part][start : start + 7], mean=_never_added(part))
            sheet.formula(column, f'IF(COUNT({cells})=0,"",{how}({cells}))', value, part.unit, **RULED)
        for column, (rate, over, under) in enumerate(RATES, start=len(PARTS) + 1):
            above, below = _cells(book, over, start), _cells(book, under, start)
            both = f"ISNUMBER({above})*ISNUMBER({below})"
            formula = f'IFERROR(SUMPRODUCT({both},{above})/SUMPRODUCT({both},{below}),"")'
            value = _ratio(of.values[over][start : start + 7], of.values[under][start : start + 7])
            sheet.formula(column, formula, value, rate.unit, **RULED)
        sheet.row += 1
    sheet.close()


def _head(sheet: SheetWriter, first: Text, parts: Sequence[Text]) -> None:
    words = [first, *parts, *(rate.label for rate, _, _ in RATES)]
    sheet.head([sheet.phrase(label) for label in words], frozen=True)


def _named(of: DailyParts, start: int, sheet: SheetWriter) -> str:
    days = of.days
    return spelled_out(Period(days[start], days[start + 6]), sheet.book.language)


def _cells(book: WorkbookWriter, part: Metric, start: int) -> str:
    letter = chr(ord("A") + _column(part))
    name = DAYS.to(book.language)
    return f"'{name}'!{letter}{FIRST + start + 1}:{letter}{FIRST + start + 7}"


def _column(part: Metric) -> int:
    return PARTS.index(part) + 1


def _never_added(part: Metric) -> bool:
    return "day" in part.never_across


def _summed(values: Sequence[Number | None], *, mean: bool) -> float | None:
    present = [float(value) for value in values if value is not None]
    if not present:
        return None
    return sum(present) / len(present) if mean else sum(present)


def _ratio(over: Sequence[Number | None], under: Sequence[Number | None]) -> float | None:
    both = [(float(a), float(b)) for a, b in zip(over, under, strict=True) if a is not None and b is not None]
    below = sum(b for _, b in both)
    return sum(a for a, _ in both) / below if below else None
