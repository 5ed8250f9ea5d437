"""Bar charts: the waterfall from a target to a result, and lying bars."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from metrics.judgement.limits import Judgement
from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from palette import LIGHT
from reports.powerpoint.charts import chart, data_of, filled, labelled
from reports.powerpoint.lines import TARGET
from reports.powerpoint.words import colour, label
from reports.slide.box import Box
from reports.slide.slide import Bars, Waterfall, WaterfallStep
from reports.slide.written import number, scale_of_chart
from text import Language, Text

HIDDEN, ROSE, FELL = Text("底座", "Base"), Text("增加", "Up"), Text("减少", "Down")
THICK = 46
Span = tuple[float, float]
SMALL = 0.14
"""The share of the chart's height under which a number does not fit into its bar."""


def waterfall(slide: Any, box: Box, of: Waterfall, language: Language) -> None:
    """Steps away from the reference, which is the zero line; the result hangs last. Bars stand on a hidden series."""
    chosen, steps, spans = scale_of_chart(of, language), (*of.steps, of.result), _spans(of)
    reference = f"{of.reference.label.to(language)} {number(of.reference.value, chosen)}"
    label(slide, box.top_band(44), reference, 26, bold=True)
    small, words = _small(spans), [_words(step, of, chosen) for step in steps]
    names = [_named(step, text if is_small else "", language)
             for step, text, is_small in zip(steps, words, small, strict=True)]  # fmt: skip
    data = data_of(names, _series(spans, language), chosen)
    made = chart(slide, box.below(44), XL_CHART_TYPE.COLUMN_STACKED, data, of.title, language)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    plot.series[0].format.fill.background()
    made.value_axis.visible = False
    made.category_axis.format.line.color.rgb, made.category_axis.format.line.width = colour(LIGHT.ink), Pt(4)
    for at, step in enumerate(steps):
        ink, inside = _inks(step, of)
        for part in (plot.series[1], plot.series[2]):
            filled(part.points[at], ink)
        if not small[at]:
            labelled(plot.series[1 if spans[at][1] > 0 else 2].points[at], words[at], 28, bold=True, ink=inside)


def _series(spans: Sequence[Span], language: Language) -> list[tuple[str, list[float]]]:
    """What stands below each bar unseen, and the bars themselves, those that rise and those that fall."""
    return [
        (HIDDEN.to(language), [max(low, 0) + min(high, 0) for low, high in spans]),
        (ROSE.to(language), [max(high, 0) - max(low, 0) for low, high in spans]),
        (FELL.to(language), [min(low, 0) - min(high, 0) for low, high in spans]),
    ]


def _small(spans: Sequence[Span]) -> list[bool]:
    """Which bars are too small for a number."""
    tall = (max(high for _, high in spans) - min(low for low, _ in spans)) or 1
    return [(high - low) / tall < SMALL for low, high in spans]


def _inks(step: WaterfallStep, of: Waterfall) -> tuple[str, str]:
    """The colour of a bar, and of the number in it."""
    if step is of.result:
        return LIGHT.ink, LIGHT.on_accent
    return (LIGHT.bad, LIGHT.on_bad) if step.culprit else (LIGHT.accent, LIGHT.on_accent)


def _spans(of: Waterfall) -> list[Span]:
    """From where to where each bar reaches, as a distance from the reference."""
    found, reached = [], 0.0
    for step in of.steps:
        after = reached + float(step.value)
        found.append((min(reached, after), max(reached, after)))
        reached = after
    gap = float(of.result.value) - float(of.reference.value)
    return [*found, (min(0.0, gap), max(0.0, gap))]


def _words(step: WaterfallStep, of: Waterfall, chosen: Scale) -> str:
    """What a bar says: what a step moved with its sign, what the result is."""
    text = number(step.value, chosen)
    return text if step is of.result or float(step.value) < 0 else f"+{text}"


def _named(step: WaterfallStep, text: str, language: Language) -> str:
    """A bar's name, below it its number where the bar is too small for it, and its note."""
    note = step.note.to(language) if step.note else ""
    return "\n".join(words for words in (step.label.to(language), text, note) if words)


def bars(slide: Any, box: Box, of: Bars, language: Language) -> None:
    """Lying bars, the first on top, each with its value; what it should reach is a second bar below it."""
    chosen, word = scale_of_chart(of, language), (of.target_word or TARGET).to(language)
    series = [(of.title.to(language), [bar.value for bar in of.bars])]
    if any(bar.target is not None for bar in of.bars):
        series.append((word, [bar.target for bar in of.bars]))
    names = [_signed(bar.label, bar.judgement, language) for bar in of.bars]
    made = chart(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data_of(names, series, chosen), of.title, language)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = _gap(box.height, len(of.bars), len(series)), 0
    for shown, ink in zip(plot.series, (LIGHT.accent, LIGHT.reference), strict=False):
        filled(shown, ink)
    for at, bar in enumerate(of.bars):
        words = _with_sign(bar.value, number(bar.value, chosen), both_ways=_both_ways(of))
        labelled(plot.series[0].points[at], words, 26, bold=True, where=XL_LABEL_POSITION.OUTSIDE_END)
        if bar.target is not None:
            aim = f"{word} {number(bar.target, chosen)}"
            labelled(plot.series[1].points[at], aim, 22, where=XL_LABEL_POSITION.OUTSIDE_END)
    _span_axis(made.value_axis, of, chosen)
    made.category_axis.reverse_order = True


def _both_ways(of: Bars) -> bool:
    return any(bar.value is not None and bar.value < 0 for bar in of.bars)


def _with_sign(value: Number | None, words: str, *, both_ways: bool) -> str:
    """A number with its plus where others are negative."""
    return f"+{words}" if both_ways and value is not None and value > 0 else words


def _span_axis(axis: Any, of: Bars, chosen: Scale) -> None:
    """The values from end to end, with room for the number at the end of the longest bar."""
    axis.visible = False
    values = [float(bar.value) / chosen.divided_by for bar in of.bars if bar.value is not None]
    aims = [float(bar.target) / chosen.divided_by for bar in of.bars if bar.target is not None]
    if longest := max([0.0, *values, *aims]):
        axis.maximum_scale = longest * 1.18
    if _both_ways(of):
        # The same to the left, where the names stand.
        axis.minimum_scale = min(values) - 0.45 * (max(*values, 0) - min(values))


def _gap(height: float, bars: int, series: int) -> int:
    """The gap between bars, in per cent of one, with which they are no thicker than they should be."""
    return max(40, min(500, round((height / max(bars, 1) - THICK) / THICK * 100 / series)))


def _signed(name: Text, judgement: Judgement | None, language: Language) -> str:
    return f"{judgement.level.shape} {name.to(language)}" if judgement else name.to(language)
