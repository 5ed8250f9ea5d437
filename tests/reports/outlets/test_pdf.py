"""The PDF: every number and word of the deck as text that can be selected, the font embedded, vectors only."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from metrics.wording.figure import figure
from reports.drawing.marks import Words
from reports.drawing.pages import rendered
from reports.pdf import pdf
from reports.slide.slide import Table
from reports.slide.written import cell, heads
from tests.reports.extreme_deck import EXTREME
from tests.reports.sample_deck import SAMPLE
from tests.reports.slide_reading import bare
from text import LANGUAGES, Language

USED = {"NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold", "NotoSerifCJKsc-Bold"}


@cache
def read(language: Language) -> Any:
    return PdfReader(BytesIO(pdf(SAMPLE, language)))


@cache
def text(language: Language) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in read(language).pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_drawn_can_be_selected(language: Language) -> None:
    pages = zip(rendered(SAMPLE, language), text(language), strict=True)
    words = [
        (page.key, mark.text, selected) for page, selected in pages for mark in page.marks if isinstance(mark, Words)
    ]
    assert len(words) > 100
    for key, word, selected in words:
        assert bare(word) in bare(selected), (key, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_are_those_of_the_deck(language: Language) -> None:
    whole = bare("".join(text(language)))
    assert any(slide.numbers for slide in SAMPLE.pages)
    assert any(isinstance(part, Table) and part.rows for slide in SAMPLE.pages for part in slide.parts)
    for slide in SAMPLE.pages:
        for number in slide.numbers:
            shown = figure(number.amount.value, number.amount.unit, language)
            assert shown.number in whole
        for part in slide.parts:
            if isinstance(part, Table):
                named = heads(part, language)
                for row in part.rows:
                    assert bare("".join(cell(value, head, language) for value, head in zip(row, named, strict=True)))
                    for value, head in zip(row, named, strict=True):
                        assert bare(cell(value, head, language)) in whole


def test_a_page_is_sixteen_by_nine_and_none_is_empty() -> None:
    pages = read("zh").pages
    assert len(pages) == len(rendered(SAMPLE, "zh")) == 11
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in pages} == {(960.0, 540.0)}
    assert all(len(each.strip()) > 40 for each in text("zh"))


def test_the_fonts_are_embedded_and_only_what_is_used_of_them() -> None:
    fonts = {
        font["/BaseFont"]: font
        for page in read("zh").pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }
    assert {name.split("+")[1] for name in fonts} == USED
    for name, font in fonts.items():
        assert "+" in name and "/ToUnicode" in font
        assert len(font["/FontDescriptor"]["/FontFile2"].get_object().get_data()) < 200_000


def test_nothing_is_a_picture() -> None:
    assert len(read("zh").pages) >= len(SAMPLE.pages)
    assert not [page for page in read("zh").pages if page.images]


def test_a_slide_has_a_bookmark_and_the_file_says_what_it_is() -> None:
    found = read("zh")
    assert [entry.title for entry in found.outline] == [slide.title.zh for slide in SAMPLE.slides] + [
        "全部商品（第 1 页，共 3 页）"
    ]
    assert found.metadata is not None
    assert found.metadata.title == "运营周会　云栖木语家居旗舰店　6月1日（周一）至 7日（周日）"
    assert found.metadata.subject == SAMPLE.stamp.line("zh")
    assert found.root_object["/Lang"] == "zh-CN" and read("en").root_object["/Lang"] == "en"


def test_rare_names_can_be_copied_out_of_it() -> None:
    people = text("zh")[5]
    assert all(name in people for name in ("王喆", "李堃", "欧阳玥", "司马𬱖"))


def test_the_file_is_small() -> None:
    assert len(pdf(SAMPLE, "zh")) < 300_000 and len(pdf(EXTREME, "zh")) < 300_000


def test_a_character_without_a_glyph_is_a_box_in_the_file() -> None:
    found = PdfReader(BytesIO(pdf(replace(SAMPLE, shop="店😀"), "zh")))
    assert "店□" in found.pages[0].extract_text()
