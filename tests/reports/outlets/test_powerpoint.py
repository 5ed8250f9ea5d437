"""The deck as PowerPoint: native charts and tables that hold the deck's own numbers."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Pt

from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import PAY_CONVERSION
from metrics.wording.figure import figure
from reports.powerpoint import powerpoint
from reports.powerpoint.words import rows
from reports.slide.slide import Bars, Curve, Table, Trend, Waterfall
from reports.slide.written import cell, heads, plain, scale_of_chart
from tests.reports.extreme_deck import EXTREME
from tests.reports.sample_deck import SAMPLE
from text import LANGUAGES, Language, Text


@cache
def content(language: Language = "zh", deck: Any = SAMPLE) -> bytes:
    return powerpoint(deck, language)


def opened(language: Language = "zh", deck: Any = SAMPLE) -> Any:
    return Presentation(BytesIO(content(language, deck)))


def made_of(language: Language = "zh", deck: Any = SAMPLE) -> list[tuple[Any, Any]]:
    """Each slide of the deck and what was made of it."""
    made = list(opened(language, deck).slides)
    assert len(made) >= len(deck.slides) > 0
    return list(zip(deck.slides, made, strict=False))


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_slide_has_its_finding_as_the_title_of_the_outline(language: Language) -> None:
    titles = [slide.shapes.title.text for slide in opened(language).slides]
    assert titles[: len(SAMPLE.slides)] == [plain(slide.title.to(language)) for slide in SAMPLE.slides]


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_numbers_are_written_as_on_the_screen(language: Language) -> None:
    assert any(slide.numbers for slide in SAMPLE.slides)
    for slide, made in made_of(language):
        for of in slide.numbers:
            shown = figure(of.amount.value, of.amount.unit, language)
            assert shown.number in words(made)
            assert of.judgement.level.word.to(language) in words(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_can_be_edited_and_say_what_the_screen_says(language: Language) -> None:
    assert any(isinstance(part, Table) and part.rows for slide in SAMPLE.slides for part in slide.parts)
    for slide, made in made_of(language):
        tables = [shape.table for shape in made.shapes if shape.has_table]
        for of, table in zip([part for part in slide.parts if isinstance(part, Table)], tables, strict=True):
            columns = heads(of, language)
            assert [table.cell(0, at).text for at in range(len(columns))] == [head.label for head in columns]
            for down, row in enumerate(of.rows, start=1):
                for at, (value, head) in enumerate(zip(row, columns, strict=True)):
                    assert table.cell(down, at).text.endswith(cell(value, head, language))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_bars_hold_their_values_in_the_unit_of_the_title() -> None:
    assert any(isinstance(part, Bars) for slide in SAMPLE.slides for part in slide.parts)
    for slide, made in made_of():
        for of in (part for part in slide.parts if isinstance(part, Bars)):
            divided = scale_of_chart(of, "zh").divided_by
            wanted = [None if bar.value is None else pytest.approx(float(bar.value) / divided) for bar in of.bars]
            assert wanted in [list(chart.plots[0].series[0].values) for chart in charts(made)]


def test_the_ticks_of_an_axis_are_even_numbers() -> None:
    axes = [
        chart.value_axis
        for slide, made in made_of()
        if any(isinstance(of, Trend | Curve) for of in slide.parts)
        for chart in charts(made)
    ]
    ticks = [(axis.minimum_scale, axis.major_unit, axis.tick_labels.number_format) for axis in axes]
    assert ticks == [(0, 500, "#,##0"), (88, 2, "#,##0"), (88, 2, "#,##0")]


def test_the_steps_of_a_waterfall_reach_from_the_reference_to_the_result() -> None:
    assert any(isinstance(part, Waterfall) for slide in SAMPLE.slides for part in slide.parts)
    for slide, made in made_of():
        for of in (part for part in slide.parts if isinstance(part, Waterfall)):
            divided = scale_of_chart(of, "zh").divided_by
            series = {series.name: series.values for series in charts(made)[0].plots[0].series}
            moved = [up + down for up, down in zip(series["增加"], series["减少"], strict=True)]
            gap = (float(of.result.value) - float(of.reference.value)) / divided
            assert sum(abs(step) for step in moved[:-1]) == pytest.approx(
                sum(abs(float(step.value)) / divided for step in of.steps)
            )
            assert moved[-1] == pytest.approx(gap)


def test_the_numbers_of_a_chart_lie_in_a_workbook_inside_the_file() -> None:
    with ZipFile(BytesIO(content())) as file:
        inside = [name for name in file.namelist() if name.endswith(".xlsx")]
        assert len(inside) == sum(len(charts(slide)) for slide in opened().slides) > 4
        book = load_workbook(BytesIO(file.read(inside[0])))
        assert book.active is not None
        assert book.active.max_row > 1


def test_notes_hold_the_definitions_and_the_stamp() -> None:
    defined = tuple(replace(slide, metrics=(PAY_AMOUNT, PAY_CONVERSION)) for slide in SAMPLE.slides)
    for slide, made in made_of("zh", replace(SAMPLE, slides=defined)):
        notes = made.notes_slide.notes_text_frame.text
        assert SAMPLE.stamp.line("zh") in notes
        assert all(metric.formula.zh in notes for metric in slide.metrics)


@pytest.mark.parametrize("deck", [SAMPLE, EXTREME])
def test_nothing_lies_outside_the_slide(deck: Any) -> None:
    slides = opened("zh", deck).slides
    assert len(slides) >= len(deck.pages)
    for slide in slides:
        assert len(slide.shapes)
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= Pt(1920) + 1
            assert shape.top + shape.height <= Pt(1080) + 1


def pages() -> list[str]:
    """The XML of every slide."""
    with ZipFile(BytesIO(content())) as file:
        return [file.read(name).decode() for name in file.namelist() if re.fullmatch(r"ppt/slides/slide\d+.xml", name)]


def test_no_text_is_smaller_than_22_points() -> None:
    sizes = [int(size) for page in pages() for size in re.findall(r'<a:rPr[^>]* sz="(\d+)"', page)]
    assert min(sizes) >= 2200


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    gap = next(slide for slide in SAMPLE.slides if any(isinstance(part, Bars) for part in slide.parts))
    bars = next(part for part in gap.parts if isinstance(part, Bars))
    named = replace(bars, bars=(replace(bars.bars[0], label=Text("=1+1", "=1+1"), judgement=None), *bars.bars[1:]))
    deck = replace(SAMPLE, slides=(replace(gap, parts=(named,)),), appendix=())
    with ZipFile(BytesIO(powerpoint(deck, "zh"))) as file:
        inside = next(name for name in file.namelist() if name.endswith(".xlsx"))
        sheet = load_workbook(BytesIO(file.read(inside))).active
    assert sheet is not None
    assert [cell.data_type for row in sheet.iter_rows() for cell in row].count("f") == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deck", [SAMPLE, EXTREME])
def test_findings_stand_below_each_other(deck: Any, language: Language) -> None:
    assert any(len(slide.lines) > 1 for slide in deck.slides)
    for slide, made in made_of(language, deck):
        reported = [plain(line.sentence.to(language)) for line in slide.lines]
        frames = [shape for shape in made.shapes if shape.has_text_frame and shape.text_frame.text in reported]
        assert len(frames) == len(reported)
        for above, below in pairwise(sorted(frames, key=lambda shape: shape.top)):
            size = max(run.font.size for paragraph in above.text_frame.paragraphs for run in paragraph.runs)
            lines = rows(above.text_frame.text, size.pt, above.width.pt)
            assert above.top.pt + lines * size.pt * 1.2 <= below.top.pt


def test_nothing_casts_a_shadow() -> None:
    assert len(pages()) >= len(SAMPLE.pages)
    assert not any("<p:style>" in page for page in pages())


def test_what_may_still_change_is_striped() -> None:
    young = [slide for slide in SAMPLE.slides if any(of.amount.young and of.target for of in slide.numbers)]
    assert young
    for slide, made in made_of():
        striped = [shape for shape in made.shapes if shape._element.xpath("./p:spPr/a:pattFill")]
        # One of them is the sample beside the page number.
        assert len(striped) >= (2 if slide in young else 1)
