"""When nobody was online within service hours, day by day."""

from collections.abc import Iterator
from itertools import groupby

from metrics.figure import spelled
from metrics.people import SEAT_COVERAGE, SEATS, gaps
from metrics.period import Period, short
from text import Text
from ui import answers, filters, language
from ui.drawn import Part
from ui.judged import value_of
from ui.language import say
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import Cell, Head, section, table
from ui.remembered import panel

TITLE = Text("没人在岗的时段", "Nobody online")
COVERED = Text("覆盖 {share}", "{share} covered")
NONE = Text("没有空档", "no gap")
ROWS_SHOWN = 10


@panel
def show(during: Period) -> Iterator[Part]:
    """The gaps of the period, the latest day first; without shifts the files it waits for."""
    covered = value_of(SEAT_COVERAGE, during, filters.where())
    if covered is None:
        files = Text("等这些文件：{files}", "Waits for: {files}").filled(files=SEATS.label)
        yield page(empty_zone(say(TITLE), say(files)))
        return
    found = gaps(answers.facts(), during.first, during.last, filters.shop())
    days = groupby(sorted(found, key=lambda gap: (gap.day, gap.shop), reverse=True), lambda gap: (gap.day, gap.shop))
    lines: list[list[str | Cell]] = [
        [short(day, language.chosen()), shop, say("、", ", ").join(sorted(gap.span for gap in spans))]
        for (day, shop), spans in days
    ][:ROWS_SHOWN]
    heads = [Head(say("日期", "Day")), Head(say("店铺", "Shop")), Head(say("没人在线", "Nobody online"))]
    share = spelled(covered, SEAT_COVERAGE.unit, language.chosen())
    beside = say(COVERED.filled(share=share)) + ("" if lines else say("，", ", ") + say(NONE))
    yield page(section(say(TITLE), *([table(heads, lines)] if lines else []), beside=beside))
