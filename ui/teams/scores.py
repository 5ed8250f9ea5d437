"""Experience scores: each platform's items with their full score, and how they moved in a week."""

from collections.abc import Iterator
from datetime import timedelta

from metrics.calendar.period import Period
from metrics.catalogue.ratings.experience import SCORE, SHARE_OF_FULL
from metrics.definition.refusals import Unanswerable
from metrics.query.values import measure
from metrics.wording.figure import change, detail
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels.words import WAITS
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import Cell, Head, section, table, thin
from ui.session import language
from ui.session.language import say

TITLE = Text("体验分", "Experience scores")
LOWEST_FIRST = Text("按得分率从低到高", "the smallest share of the full score first")
ROWS_SHOWN = 15
PARTS = ("platform", "score_item")


@panel
def show(during: Period) -> Iterator[Part]:
    """The scores as of the period's last day; without any the files they wait for, a sentence for several shops."""
    try:
        now = answers.ask([SCORE, SHARE_OF_FULL], during, PARTS, filters.where()).to_pylist()
        before = Period(during.first - timedelta(7), during.last - timedelta(7))
        then = answers.ask([SCORE], before, PARTS, filters.where()).to_pylist()
    except Unanswerable as refusal:
        yield page(empty_zone(say(TITLE), say(refusal.text)))
        return
    if not now:
        files = WAITS.filled(files=SCORE.facts.label)
        yield page(empty_zone(say(TITLE), say(files)))
        return
    was = {tuple(row[part] for part in PARTS): measure(row, SCORE.name) for row in then}
    ranked = sorted(now, key=lambda row: (measure(row, SHARE_OF_FULL.name) or 1, row["platform"], row["score_item"]))
    lines: list[list[str | Cell]] = [
        [
            row["platform"],
            row["score_item"],
            detail(measure(row, SCORE.name), SCORE.unit),
            thin(
                change(
                    measure(row, SCORE.name), was.get(tuple(row[part] for part in PARTS)), SCORE.unit, language.chosen()
                )
            ),
            detail(measure(row, SHARE_OF_FULL.name), SHARE_OF_FULL.unit).removesuffix("%"),
        ]
        for row in ranked[:ROWS_SHOWN]
    ]
    heads = [
        Head(say("平台", "Platform")),
        Head(say("评分项", "Score")),
        Head(say("得分", "Score now"), True),
        Head(say("比7天前", "On a week ago"), True),
        Head(say("占满分 %", "Of full score %"), True, say(SHARE_OF_FULL.meaning)),
    ]
    yield page(section(say(TITLE), table(heads, lines), side=say(LOWEST_FIRST)))
