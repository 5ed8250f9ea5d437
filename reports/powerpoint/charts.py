"""What all native charts of a slide share: the frame, the axes, labels that stand at their point."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from data.checking.styled import harmless
from metrics.wording.figure import Number
from metrics.wording.scale import Scale
from palette import LIGHT
from reports.powerpoint.boxes import places
from reports.powerpoint.marks import described
from reports.powerpoint.words import FAMILY, colour, eastern
from reports.slide.box import Box
from text import Language, Text

Values = Sequence[Number | None]


def data_of(labels: Sequence[str], series: Sequence[tuple[str, Values]], chosen: Scale) -> CategoryChartData:
    """The workbook of a chart: a column for each series, in the unit that the chart shows."""
    made = CategoryChartData(number_format=written(chosen.digits))
    made.categories = [harmless(label) for label in labels]
    for name, values in series:
        made.add_series(harmless(name), chosen.of([None if value is None else float(value) for value in values]))
    return made


def chart(slide: Any, box: Box, kind: Any, data: CategoryChartData, title: Text, language: Language) -> Any:
    """An empty chart in a box: our font, no legend, no grid, its title as alternative text."""
    frame = slide.shapes.add_chart(kind, *places(box), data)
    described(frame, title.to(language))
    made = frame.chart
    made.has_legend = made.has_title = False
    made.font.size, made.font.name = Pt(24), FAMILY
    made.font.color.rgb = colour(LIGHT.ink2)
    eastern(made.font._rPr)
    for axis in (made.value_axis, made.category_axis):
        axis.has_major_gridlines = False
        axis.tick_labels.font.size = Pt(22)
    made.value_axis.format.line.fill.background()
    made.category_axis.format.line.color.rgb = colour(LIGHT.line)
    made.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    # Labels that do not fit are to wrap rather than to be turned.
    made.category_axis._element.get_or_add_txPr().find(qn("a:bodyPr")).set("rot", "0")
    return made


def written(digits: int) -> str:
    """The number format of values with so many digits behind the point."""
    return f"#,##0.{'0' * digits}" if digits else "#,##0"


def filled(of: Any, ink: str) -> None:
    """Fill a series or a point."""
    of.format.fill.solid()
    of.format.fill.fore_color.rgb = colour(ink)


def labelled(
    point: Any, words: str, size: float, *, bold: bool = False, ink: str = LIGHT.ink, where: Any = None
) -> None:
    """Write words at a point, in the place of a legend or an axis."""
    frame = point.data_label.text_frame
    frame.text = words
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(size), bold
    font.color.rgb = colour(ink)
    if where is not None:
        point.data_label.position = where
