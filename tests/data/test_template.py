"""Blank templates: every heading is there, and what is filled in under them is read back."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from data.importing import preview
from data.kinds import ID
from data.source import Source
from data.sources import SOURCES, source_named
from data.template import NOTES, example, template_headings, template_workbook
from data.uploads import Upload
from data.warehouse import Warehouse
from text import LANGUAGES, Language


def book(source: Source, language: Language = "zh") -> Workbook:
    return load_workbook(BytesIO(template_workbook(source, language)))


def named(source: Source) -> str:
    return source.name


def under_headings(source: Source) -> set[str]:
    """The headings of the columns that a sheet holds as such, not spread over several."""
    spread = (source.matrix.into, source.matrix.value) if source.matrix else ()
    return {column.label.zh for column in source.columns if not column.derived and column.name not in spread}


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_a_template_has_every_heading_of_its_format_and_no_rows(source: Source) -> None:
    sheet = book(source).worksheets[0]
    assert {cell.value for cell in sheet[1]} >= under_headings(source)
    assert len(sheet[1]) == len({cell.value for cell in sheet[1]})
    assert sheet.max_row == 1
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("source", SOURCES, ids=named)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_speak_of_every_column(source: Source, language: Language) -> None:
    notes = book(source, language)[NOTES.to(language)]
    said = {str(row[0]) for row in notes.iter_rows(min_row=6, values_only=True)}
    assert said >= under_headings(source)
    assert source.exported_from.to(language) in str(notes["A2"].value)


def test_derived_columns_are_in_no_template() -> None:
    headings = template_headings(source_named("traffic"))
    assert "一级来源" in headings
    assert not {"来源路径", "来源名称"} & set(headings)


def test_number_columns_for_long_ids_are_text() -> None:
    source = source_named("order_items")
    sheet = book(source).worksheets[0]
    ids = {column.label.zh for column in source.columns if column.kind is ID}
    for number, cell in enumerate(sheet[1], start=1):
        kept = sheet.column_dimensions[get_column_letter(number)].number_format == "@"
        assert kept == (cell.value in ids)


def test_a_matrix_offers_months_people_or_its_known_headings() -> None:
    assert template_headings(source_named("targets_by_month"))[-12:][::11] == ["2026-01", "2026-12"]
    assert template_headings(source_named("targets_by_person"))[-3:] == ["全店", "张三", "李四"]
    assert template_headings(source_named("dsr_daily"))[-3:] == ["描述相符", "服务态度", "物流质量"]


def test_the_examples_of_the_notes_are_read_back_as_facts(warehouse: Warehouse, tmp_path: Path) -> None:
    uploads = [Upload(f"{source.name}.xlsx", _filled(source, tmp_path)) for source in SOURCES]
    tables = preview(warehouse, uploads).tables
    assert [table.source for table in tables] == list(SOURCES)
    assert [table.file for table in tables if not table.kept or table.rejected] == []
    assert {table.source.name: table.headings_not_stored for table in tables if table.source} == {
        source.name: () for source in SOURCES
    }


def _filled(source: Source, folder: Path) -> Path:
    blank = book(source)
    examples = {column.label.zh: example(column) for column in source.columns}
    value = example(source.column(source.matrix.value)) if source.matrix else ""
    blank.worksheets[0].append([examples.get(heading, value) for heading in template_headings(source)])
    path = folder / f"{source.name}.xlsx"
    blank.save(path)
    return path
