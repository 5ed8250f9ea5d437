"""Bar charts: the waterfall from a target to a result, and lying bars."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from metrics.judgement.limits import Judgement
from metrics.wording.scale import Scale
from palette import LIGHT
from reports.powerpoint.charts import chart, data_of, filled, labelled
from reports.powerpoint.lines import TARGET
from reports.powerpoint.words import colour, label
from reports.slide.box import Box
from reports.slide.slide import Bars, Step, Waterfall
from reports.slide.written import number, scale_of_chart
from text import Language, Text

HIDDEN, ROSE, FELL = Text("底座", "Base"), Text("增加", "Up"), Text("减少", "Down")
ON_BAD = "#111314"
THICK = 46
SMALL = 0.14
"""The share of the chart's height under which a number does not fit into its bar."""


def waterfall(slide: Any, box: Box, of: Waterfall, language: Language) -> None:
    """Steps away from the reference, which is the zero line; the result hangs last. Bars stand on a hidden series."""
    chosen, steps, spans = scale_of_chart(of, language), (*of.steps, of.result), _spans(of)
    reference = f"{of.reference.label.to(language)} {number(of.reference.value, chosen)}"
    label(slide, box.strip(44), reference, 26, bold=True)
    series = [
        (HIDDEN.to(language), [max(low, 0) + min(high, 0) for low, high in spans]),
        (ROSE.to(language), [max(high, 0) - max(low, 0) for low, high in spans]),
        (FELL.to(language), [min(low, 0) - min(high, 0) for low, high in spans]),
    ]
    tall = (max(high for _, high in spans) - min(low for low, _ in spans)) or 1
    small = [(high - low) / tall < SMALL for low, high in spans]
    words = [_words(step, of, chosen) for step in steps]
    names = [_named(step, said if is_small else "", language)
             for step, said, is_small in zip(steps, words, small, strict=True)]  # fmt: skip
    made = chart(slide, box.below(44), XL_CHART_TYPE.COLUMN_STACKED, data_of(names, series, chosen), of.title, language)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    plot.series[0].format.fill.background()
    made.value_axis.visible = False
    made.category_axis.format.line.color.rgb, made.category_axis.format.line.width = colour(LIGHT.ink), Pt(4)
    for at, step in enumerate(steps):
        ink = LIGHT.ink if step is of.result else LIGHT.bad if step.culprit else LIGHT.accent
        for part in (plot.series[1], plot.series[2]):
            filled(part.points[at], ink)
        if not small[at]:
            bar = plot.series[1 if spans[at][1] > 0 else 2].points[at]
            labelled(bar, words[at], 28, bold=True, ink=ON_BAD if step.culprit else LIGHT.on_accent)


def _spans(of: Waterfall) -> list[tuple[float, float]]:
    """From where to where each bar reaches, as a distance from the reference."""
    found, reached = [], 0.0
    for step in of.steps:
        after = reached + float(step.value)
        found.append((min(reached, after), max(reached, after)))
        reached = after
    gap = float(of.result.value) - float(of.reference.value)
    return [*found, (min(0.0, gap), max(0.0, gap))]


def _words(step: Step, of: Waterfall, chosen: Scale) -> str:
    """What a bar says: what a step moved with its sign, what the result is."""
    said = number(step.value, chosen)
    return said if step is of.result or float(step.value) < 0 else f"+{said}"


def _named(step: Step, said: str, language: Language) -> str:
    """A bar's name, below it its number where the bar is too small for it, and its note."""
    note = step.note.to(language) if step.note else ""
    return "\n".join(words for words in (step.label.to(language), said, note) if words)


def bars(slide: Any, box: Box, of: Bars, language: Language) -> None:
    """Lying bars, the first on top, each with its value; what it should reach is a second bar below it."""
    chosen = scale_of_chart(of, language)
    aimed = any(bar.target is not None for bar in of.bars)
    word = (of.target_word or TARGET).to(language)
    series = [(of.title.to(language), [bar.value for bar in of.bars])]
    if aimed:
        series.append((word, [bar.target for bar in of.bars]))
    names = [_signed(bar.label, bar.judgement, language) for bar in of.bars]
    made = chart(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data_of(names, series, chosen), of.title, language)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = _gap(box.height, len(of.bars), len(series)), 0
    for shown, ink in zip(plot.series, (LIGHT.accent, LIGHT.reference), strict=False):
        filled(shown, ink)
    both_ways = any(bar.value is not None and bar.value < 0 for bar in of.bars)
    outside = XL_LABEL_POSITION.OUTSIDE_END
    for at, bar in enumerate(of.bars):
        sign = "+" if both_ways and bar.value is not None and bar.value > 0 else ""
        labelled(plot.series[0].points[at], sign + number(bar.value, chosen), 26, bold=True, where=outside)
        if aimed and bar.target is not None:
            labelled(plot.series[1].points[at], f"{word} {number(bar.target, chosen)}", 22, where=outside)
    made.value_axis.visible = False
    known = [float(bar.value) / chosen.divided_by for bar in of.bars if bar.value is not None]
    aims = [float(bar.target) / chosen.divided_by for bar in of.bars if bar.target is not None]
    if longest := max([0.0, *known, *aims]):
        # Room for the number at the end of the longest bar.
        made.value_axis.maximum_scale = longest * 1.18
    if both_ways:
        # The same to the left, where the names stand.
        made.value_axis.minimum_scale = min(known) - 0.45 * (max(*known, 0) - min(known))
    made.category_axis.reverse_order = True


def _gap(height: float, bars: int, series: int) -> int:
    """The gap between bars, in per cent of one, with which they are no thicker than they should be."""
    return max(40, min(500, round((height / max(bars, 1) - THICK) / THICK * 100 / series)))


def _signed(name: Text, judgement: Judgement | None, language: Language) -> str:
    return f"{judgement.level.shape} {name.to(language)}" if judgement else name.to(language)
