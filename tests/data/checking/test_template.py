"""Blank templates: every heading is there, and what is filled in under them is read back."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from data.checking.template import NOTES, examples, template_headings, template_workbook
from data.formats.kinds import ID
from data.formats.source import EXAMPLE_ROW, Source
from data.importing.imports import preview
from data.reading.upload import Upload
from data.sources import SOURCES, source_named
from data.store.warehouse import Warehouse
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
def test_a_template_has_every_heading_of_its_format_and_no_rows_but_an_example(source: Source) -> None:
    sheet = book(source).worksheets[0]
    assert {cell.value for cell in sheet[1]} >= under_headings(source)
    assert len(sheet[1]) == len({cell.value for cell in sheet[1]})
    assert sheet.max_row == (2 if source.hand_made else 1)
    if source.hand_made:
        assert all(str(cell.value).startswith("例：") for cell in sheet[2] if cell.value)
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("source", SOURCES, ids=named)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_speak_of_every_column(source: Source, language: Language) -> None:
    notes = book(source, language)[NOTES.to(language)]
    values = {str(row[0]) for row in notes.iter_rows(min_row=7, values_only=True)}
    assert values >= under_headings(source)
    assert source.exported_from.to(language) in str(notes["A2"].value)


def test_derived_columns_are_in_no_template() -> None:
    headings = template_headings(source_named("traffic"))
    assert "一级来源" in headings
    assert not {"来源路径", "来源名称"} & set(headings)


def test_number_columns_for_long_ids_are_text() -> None:
    source = source_named("order_items")
    sheet = book(source).worksheets[0]
    ids = {column.label.zh for column in source.columns if column.kind is ID}
    assert ids & {cell.value for cell in sheet[1]}
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


@pytest.mark.parametrize("source", [source for source in SOURCES if source.hand_made], ids=named)
def test_only_what_is_filled_in_below_the_example_is_stored(
    source: Source, warehouse: Warehouse, tmp_path: Path
) -> None:
    path = _filled(source, tmp_path)
    (table,) = preview(warehouse, [Upload(path.name, path)]).tables
    cells = len(template_headings(source)) - len(under_headings(source)) if source.matrix else 1
    assert (table.kept, table.rejected) == (cells, 0)
    assert {(skipped.row, skipped.why) for skipped in table.skipped} == {(2, EXAMPLE_ROW)}


def test_an_example_stays_one_whatever_columns_are_deleted(warehouse: Warehouse, tmp_path: Path) -> None:
    blank = book(source_named("targets"))
    sheet = blank.worksheets[0]
    for heading in ("店铺名称", "小组", "姓名", "指标"):
        sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == heading))
    blank.save(tmp_path / "目标.xlsx")
    (table,) = preview(warehouse, [Upload("目标.xlsx", tmp_path / "目标.xlsx")]).tables
    assert (table.source, table.kept, table.rejected) == (source_named("targets"), 0, 0)


def _filled(source: Source, folder: Path) -> Path:
    blank = book(source)
    blank.worksheets[0].append(examples(source))
    path = folder / f"{source.name}.xlsx"
    blank.save(path)
    return path
