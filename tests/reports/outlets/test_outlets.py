"""Five outlets of one week: screen, PDF, PowerPoint, workbook and digest say the same numbers."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from data.store.warehouse import Warehouse
from metrics.wording.figure import Number, figure
from palette import DARK, LIGHT
from reports.deck.deck import Edition, edition
from reports.drawing.pages import rendered
from reports.outlets import OUTLETS
from reports.slide.slide import Bars, Curve, Part, Slide, Table, Trend, Waterfall
from reports.slide.written import cell, heads, number, plain, scale_of_chart
from tests.metrics.rows import SHOP
from tests.reports.conftest import DEMO_MONDAY, DEMO_WEEK
from tests.reports.pictures import pictures
from tests.reports.slide_reading import bare
from text import LANGUAGES, Language

MADE = {outlet.name: outlet for outlet in OUTLETS}


@pytest.fixture(scope="module")
def week(demo: Warehouse) -> Edition:
    return edition(demo, DEMO_WEEK, SHOP, DEMO_MONDAY)


def texts(slide: Slide, language: Language) -> Iterator[str]:
    """Every number that a reader of the slide is shown."""
    for of in slide.numbers:
        yield figure(of.amount.value, of.amount.unit, language).number
    for part in slide.parts:
        yield from of_part(part, language)


def of_part(part: Part, language: Language) -> Iterator[str]:
    if isinstance(part, Table):
        named = heads(part, language)
        yield from (
            cell(value, head, language)
            for row in part.rows
            for value, head in zip(row, named, strict=True)
            if head.scale and value is not None
        )
        return
    chosen = scale_of_chart(part, language)
    for value in labelled(part):
        yield number(value, chosen).lstrip("−")


def labelled(part: Trend | Waterfall | Bars | Curve) -> list[Number]:
    """The values of a chart that stand beside it in figures."""
    if isinstance(part, Trend):
        return [last for side in (part.weeks, part.months) if (last := side.values[-1]) is not None]
    if isinstance(part, Waterfall):
        return [step.value for step in (part.reference, *part.steps)]
    if isinstance(part, Bars):
        return [bar.value for bar in part.bars if bar.value is not None]
    return [value for value in (part.target, part.forecast[-1] if part.forecast else None) if value is not None]


def numbered(week: Edition, language: Language) -> list[tuple[Slide, str]]:
    """Every number that a reader is shown, with its slide; there are many."""
    found = [(slide, wanted) for slide in week.deck.pages for wanted in texts(slide, language)]
    assert len(found) > 100
    return found


def by_key(keys: list[str], texts: list[str]) -> dict[str, str]:
    """The text of each slide, those of its several pages together."""
    found: dict[str, str] = {}
    for key, text in zip(keys, texts, strict=True):
        found[key] = found.get(key, "") + bare(text)
    return found


def keys(of: Edition, language: Language) -> list[str]:
    return [page.key for page in rendered(of.deck, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_screen_shows_every_number(week: Edition, language: Language, palette: Any) -> None:
    shown = [unescape(re.sub(r"<[^>]+>", " ", svg)) for svg in pictures(week.deck, language, palette)]
    reported = by_key(keys(week, language), shown)
    for slide, wanted in numbered(week, language):
        assert bare(wanted) in reported[slide.key], (slide.key, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_shows_every_number(week: Edition, language: Language) -> None:
    read = PdfReader(BytesIO(MADE["pdf"].made(week, language)))
    reported = by_key(keys(week, language), [page.extract_text() for page in read.pages])
    for slide, wanted in numbered(week, language):
        assert bare(wanted) in reported[slide.key], (slide.key, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_powerpoint_shows_every_number_and_holds_every_value_of_its_charts(week: Edition, language: Language) -> None:
    show = Presentation(BytesIO(MADE["deck"].made(week, language)))
    by_name: dict[str, str] = {}
    held: dict[str, list[float]] = {}
    for made in show.slides:
        title = made.shapes.title.text
        by_name[title] = by_name.get(title, "") + bare(" ".join(words(made)))
        held.setdefault(title, []).extend(values(made))
    for slide, wanted in numbered(week, language):
        assert bare(wanted) in by_name[plain(slide.title.to(language))], (slide.key, wanted)
    every = [(slide, part, value) for slide in week.deck.pages for part in slide.parts for value in charted(part)]
    assert len(every) > 50
    for slide, part, value in every:
        divided = scale_of_chart(part, language).divided_by  # type: ignore[arg-type]
        kept = held[plain(slide.title.to(language))]
        assert any(abs(abs(each) - abs(float(value)) / divided) < 1e-6 for each in kept), slide.key


def words(made: Any) -> Iterator[str]:
    for shape in made.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_chart:
            yield from (t.text or "" for t in shape.chart._chartSpace.iter("{*}t"))
            yield from (v.text or "" for v in shape.chart._chartSpace.iter("{*}v"))


def values(made: Any) -> Iterator[float]:
    """The values of a slide's charts; a step that crosses the axis stands in two parts, so their distance, too."""
    for shape in made.shapes:
        if shape.has_chart:
            every = [series.values for series in shape.chart.plots[0].series]
            for of_one in zip(*every, strict=True):
                held = [value for value in of_one if value is not None]
                yield from held
                yield from (over - under for over in held for under in held if under < 0 < over)


def charted(part: Part) -> list[Number]:
    if isinstance(part, Trend):
        sides = (part.weeks, part.months)
        return [value for side in sides for value in (*side.values, *side.last_year) if value is not None]
    if isinstance(part, Waterfall):
        return [step.value for step in part.steps]
    if isinstance(part, Bars):
        return [value for bar in part.bars for value in (bar.value, bar.target) if value is not None]
    return []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_holds_every_value_in_full(week: Edition, language: Language) -> None:
    book = load_workbook(BytesIO(MADE["workbook"].made(week, language)), data_only=True)
    assert sum(1 for _, slide in week.deck.numbered for _ in raw(slide)) > 100
    for at, slide in week.deck.numbered:
        sheet = book[f"{at} {slide.topic.to(language)}"[:31]]
        kept = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]
        for value in raw(slide):
            assert any(abs(each - float(value)) < 1e-6 * max(1, abs(each)) for each in kept), (slide.key, value)


def raw(slide: Slide) -> Iterator[Number]:
    yield from (of.amount.value for of in slide.numbers if of.amount.value is not None)
    for part in slide.parts:
        if isinstance(part, Table):
            columns = [at for at, column in enumerate(part.columns) if column.unit]
            yield from (value for at in columns for value in part.numbers(at) if value is not None)
        else:
            yield from charted(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_says_nothing_that_the_slides_do_not(week: Edition, language: Language) -> None:
    reported = MADE["digest"].made(week, language).decode("utf-8-sig")
    summary = week.deck.slides[1]
    assert summary.numbers and summary.lines and week.deck.slides[2:]
    for of in summary.numbers:
        assert of.amount.formatted(language) in reported
    for line in summary.lines:
        assert plain(line.sentence.to(language)) in reported
    for slide in week.deck.slides[2:]:
        assert plain(slide.title.to(language)) in reported


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MADE)
def test_every_outlet_carries_its_stamp(week: Edition, name: str, language: Language) -> None:
    content = MADE[name].made(week, language)
    stamp = bare(week.deck.stamp.line(language))
    if name == "deck":
        page = " ".join(word for made in Presentation(BytesIO(content)).slides for word in words(made))
    elif name == "pdf":
        page = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    elif name == "workbook":
        book = load_workbook(BytesIO(content), data_only=True)
        page = " ".join(str(cell.value) for cell in book.worksheets[0]["A"])
    else:
        page = content.decode("utf-8-sig")
    assert stamp in bare(page)
    assert {"zh": "暂估", "en": "provisional"}[language] in page.lower()
