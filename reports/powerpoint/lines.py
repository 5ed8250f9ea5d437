"""Line charts: six weeks beside twelve months, and a month's running sum with its forecast."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from palette import LIGHT
from reports.powerpoint.charts import Values, chart, data_of, labelled, written
from reports.powerpoint.words import colour, label
from reports.slide.box import Box
from reports.slide.slide import Curve, Side, Trend
from reports.slide.written import number, numbers, scale_of_chart
from text import Language, Text

DONE, PACE, FORECAST = Text("已完成", "Done"), Text("加权进度", "Weighted pace"), Text("预计", "Forecast")
LAST_YEAR, TARGET = Text("去年", "Last year"), Text("目标", "Target")
LOW, HIGH = Text("预计下限", "Forecast, low"), Text("预计上限", "Forecast, high")
BETWEEN = Text("{forecast}（{low} 至 {high}）", "{forecast} ({low} to {high})")
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class _PlottedLine:
    """A line: its name, values and colour, dashed or not, and what is written at which of its points."""

    name: Text
    values: Values
    ink: str
    dashed: bool = False
    at: int | None = None
    words: str = ""
    where: XL_LABEL_POSITION = XL_LABEL_POSITION.RIGHT


def trend(slide: Any, box: Box, of: Trend, language: Language) -> None:
    """Six weeks beside twelve months, both on one scale with one axis."""
    chosen = scale_of_chart(of, language)
    for place, (part, side) in enumerate(zip(box.parted(0.42, 16), (of.weeks, of.months), strict=True)):
        plotted = _of_side(side, chosen, language, named=place == 0)
        made = _lines(slide, part, of.title, plotted, side.labels, chosen, language)
        _axis(made, [value for value in numbers(of) if value is not None], chosen)
        made.value_axis.visible = place == 0
        _dash_young(made, side)


def _of_side(side: Side, chosen: Scale, language: Language, *, named: bool) -> list[_PlottedLine]:
    last = _last(side.values)
    found = [_PlottedLine(DONE, side.values, LIGHT.accent, at=last, words=_point_text(side.values, last, chosen))]
    if _last(side.last_year) is not None:
        at = _inside(side.last_year, 2) if named else None
        words, below = LAST_YEAR.to(language), XL_LABEL_POSITION.BELOW
        found.append(_PlottedLine(LAST_YEAR, side.last_year, LIGHT.reference, True, at, words, below))
    if (end := _last(side.target)) is not None:
        words = f"{TARGET.to(language)} {number(side.target[end], chosen)}"
        where = XL_LABEL_POSITION.ABOVE
        at = _inside(side.target, 3) if named else None
        found.append(_PlottedLine(TARGET, side.target, LIGHT.ink, at=at, words=words, where=where))
    return found


def curve(slide: Any, box: Box, of: Curve, language: Language) -> None:
    """A month's running sum beside its pace, with the forecast and the band it opens into."""
    chosen, end = scale_of_chart(of, language), len(of.labels) - 1
    last = _last(of.done)
    plotted = [_PlottedLine(DONE, of.done, LIGHT.accent, at=last, words=_point_text(of.done, last, chosen),
                    where=XL_LABEL_POSITION.BELOW)]  # fmt: skip
    if of.pace:
        plotted.append(
            _PlottedLine(PACE, of.pace, LIGHT.reference, True, end // 3, PACE.to(language), XL_LABEL_POSITION.LEFT)
        )
    if of.forecast:
        label(slide, box.top_band(40), _forecast_words(of, chosen, language), 26, bold=True, align="right")
        plotted.append(_PlottedLine(FORECAST, of.forecast, LIGHT.accent, True))
        plotted += [
            _PlottedLine(word, _opened(of, value), LIGHT.accent_soft, True)
            for word, value in ((LOW, of.low), (HIGH, of.high))
            if value is not None
        ]
    if of.target is not None:
        words = f"{TARGET.to(language)} {number(of.target, chosen)}"
        plotted.append(_PlottedLine(TARGET, [of.target] * len(of.labels), LIGHT.ink, at=2, words=words,
                            where=XL_LABEL_POSITION.ABOVE))  # fmt: skip
    made = _lines(slide, box.below(44), of.title, plotted, of.labels, chosen, language)
    _axis(made, [value for line in plotted for value in line.values], chosen)


def _forecast_words(of: Curve, chosen: Scale, language: Language) -> str:
    text = f"{FORECAST.to(language)} {number(of.forecast[-1], chosen)}"
    if of.low is None or of.high is None:
        return text
    return BETWEEN.filled(forecast=text, low=number(of.low, chosen), high=number(of.high, chosen)).to(language)


def _opened(of: Curve, end: Number) -> list[float | None]:
    """The edge of the band: from where the forecast begins to its own end, bent as the forecast is."""
    present = [float(value) for value in of.forecast if value is not None]
    spread = present[-1] - present[0]
    if not spread:
        return [None if value is None else float(value) for value in of.forecast]
    stretch = (float(end) - present[0]) / spread
    return [None if value is None else present[0] + (float(value) - present[0]) * stretch for value in of.forecast]


def _lines(
    slide: Any, box: Box, title: Text, plotted: Sequence[_PlottedLine], labels: Sequence[Text], chosen: Scale,
    language: Language,
) -> Any:  # fmt: skip
    series = [(line.name.to(language), line.values) for line in plotted]
    data = data_of([label.to(language) for label in labels], series, chosen)
    made = chart(slide, box, XL_CHART_TYPE.LINE, data, title, language)
    _skip_labels(made, len(labels))
    for shown, line in zip(made.plots[0].series, plotted, strict=True):
        shown.smooth = False
        shown.marker.style = XL_MARKER_STYLE.NONE
        shown.format.line.color.rgb, shown.format.line.width = colour(line.ink), Pt(3 if line.dashed else 5)
        if line.dashed:
            shown.format.line.dash_style = MSO_LINE.DASH
        if line.at is not None:
            main = line.name is DONE
            labelled(shown.points[line.at], line.words, 26 if main else 22, bold=main, where=line.where)
    return made


def _axis(made: Any, values: Values, chosen: Scale) -> None:
    """Even ticks around the values; from zero where these spread widely."""
    shown = [float(value) / chosen.divided_by for value in values if value is not None]
    if not shown:
        return
    low, high = min(shown), max(shown)
    margin = (high - low) * 0.15 or abs(high) * 0.1 or 1
    lowest = 0 if 0 <= low < 0.6 * high else low - margin
    step = chosen.steps(high + margin - lowest)
    axis = made.value_axis
    axis.minimum_scale, axis.maximum_scale = floor(lowest / step.size) * step.size, high + margin
    axis.major_unit, axis.tick_labels.number_format = step.size, written(step.digits)
    axis.tick_labels.number_format_is_linked = False


def _skip_labels(made: Any, count: int) -> None:
    """Leave out labels that would not fit, which python-pptx cannot say."""
    if count > MOST_LABELS:
        element = made.category_axis._element
        skip = element.makeelement(qn("c:tickLblSkip"), {"val": str(-(-count // MOST_LABELS))})
        element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _dash_young(made: Any, side: Side) -> None:
    for at, may_change in enumerate(side.young):
        if may_change:
            line = made.plots[0].series[0].points[at].format.line
            line.color.rgb, line.width, line.dash_style = colour(LIGHT.accent), Pt(5), MSO_LINE.DASH


def _point_text(values: Values, at: int | None, chosen: Scale) -> str:
    return "" if at is None else number(values[at], chosen)


def _last(values: Values) -> int | None:
    return max((at for at, value in enumerate(values) if value is not None), default=None)


def _inside(values: Values, count: int) -> int | None:
    """The place of one of the first values, away from the axis."""
    present = [at for at, value in enumerate(values) if value is not None]
    return present[min(count, len(present) - 1)] if present else None
