"""When nobody was online within service hours, day by day."""

from collections.abc import Iterator
from itertools import groupby

from metrics.calendar.period import Period, short
from metrics.catalogue.service.people import SEAT_COVERAGE, SEATS, gaps
from metrics.wording.figure import spelled
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels.metric_values import value_of
from ui.panels.words import WAITS
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import Cell, Head, section, table
from ui.session import language
from ui.session.language import say

TITLE = Text("没人在岗的时段", "Nobody online")
COVERED = Text("覆盖 {share}", "{share} covered")
NONE = Text("没有空档", "no gap")
ROWS_SHOWN = 10


@panel
def show(during: Period) -> Iterator[Part]:
    """The gaps of the period, the latest day first; without shifts the files it waits for."""
    covered = value_of(SEAT_COVERAGE, during, filters.where())
    if covered is None:
        files = WAITS.filled(files=SEATS.label)
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
    side = say(COVERED.filled(share=share)) + ("" if lines else say("，", ", ") + say(NONE))
    yield page(section(say(TITLE), *([table(heads, lines)] if lines else []), side=side))
