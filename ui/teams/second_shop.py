"""Another shop beside the chosen one: both values of each number and their difference, never their sum."""

from collections.abc import Iterator, Sequence

from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.morning.numbers import Tile
from metrics.wording.figure import MISSING, change, spelled
from text import Text
from ui.choices import filters
from ui.choices.other_shop import other_shop
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.panels.metric_values import judged
from ui.pieces.lines import page
from ui.pieces.marks import shape
from ui.pieces.markup import joined, tag
from ui.pieces.table import Cell, Head, section, strong, table
from ui.session import language
from ui.session.language import say

TITLE = Text("两店对比", "Two shops")
NEVER_ADDED = Text("两店各算各的，不相加", "each by itself, never added up")
OF_NEITHER = Text("两店都没有的数不列", "numbers that neither shop has are left out")
ON = Text("比{shop}", "On {shop}")


@panel
def show(metrics: Sequence[Metric], during: Period) -> Iterator[Part]:
    """A table of both shops' numbers, each judged by itself; nothing where no other shop is chosen.

    What is counted for the whole department alone is left out, and the table says so.
    """
    second = other_shop()
    if second is None:
        return
    mine, theirs = judged(metrics, during, filters.where()), judged(metrics, during, {"shop": second})
    by_name = {tile.metric.name: tile for tile in theirs}
    spoken, shop = language.chosen(), filters.shop() or ""
    heads = [
        Head(say("指标", "Number")), Head(shop, True), Head(second, True), Head(say(ON.filled(shop=second)), True),
    ]  # fmt: skip
    rows: list[list[str | Cell]] = []
    for tile in mine:
        also = by_name.get(tile.metric.name)
        if tile.value is None and (also is None or also.value is None):
            continue
        apart = MISSING if also is None else change(tile.value, also.value, tile.metric.unit, spoken)
        rows.append([tag("b", tile.metric.label.to(spoken)), _cell(tile), _cell(also), strong(apart)])
    left_out = say(OF_NEITHER) if len(rows) < len(mine) else ""
    yield page(section(say(TITLE), *([table(heads, rows)] if rows else []), side=say(NEVER_ADDED), note=left_out))


def _cell(tile: Tile | None) -> str:
    if tile is None or tile.value is None:
        return MISSING
    spoken = language.chosen()
    return joined((shape(tile.judgement.level, spoken), " ", spelled(tile.value, tile.metric.unit, spoken)))
