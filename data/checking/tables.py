"""A file's sheets to tables that are recognised and checked, or refused with a reason."""

from data.checking.block_checks import check
from data.checking.preview import TablePreview, rejected_rows
from data.checking.template import NOTES
from data.formats.problem import LocatedProblem
from data.formats.problems import of_files, problem_named
from data.reading.upload import Upload
from data.reading.workbook import OpenedFile, Sheet
from data.recognition.block import Block, sampled
from data.recognition.context import Given
from data.recognition.recognition import blocks
from data.recognition.renaming import changed_headings
from data.store.warehouse import Warehouse
from text import same

HEADINGS_SHOWN = 12
"""Headings of an unknown sheet that its message repeats."""


def tables_of(warehouse: Warehouse, upload: Upload, found: OpenedFile, given: Given) -> list[TablePreview]:
    """Every table of a file as it was checked, or the reason why there is none."""
    if found.refused:
        return [TablePreview(upload.name, "", upload, problems=(LocatedProblem(problem_named(found.refused)),))]
    tables = [
        table
        for sheet in found.sheets
        for table in tables_of_sheet(warehouse, upload, _file(upload, sheet), sheet, given)
    ]
    return tables or [TablePreview(upload.name, "", upload, problems=(LocatedProblem(of_files.EMPTY_FILE),))]


def _file(upload: Upload, sheet: Sheet) -> str:
    return f"{upload.name} › {sheet.within}" if sheet.within else upload.name


def tables_of_sheet(warehouse: Warehouse, upload: Upload, file: str, sheet: Sheet, given: Given) -> list[TablePreview]:
    """The tables of one sheet; none if it holds notes or is empty."""
    if sheet.name in (NOTES.zh, NOTES.en):
        return []
    found = blocks(sheet, file, given.mappings)
    if sheet.hidden:
        matched = [block for block in found if block.match]
        return [_refused(upload, file, block, LocatedProblem(of_files.HIDDEN_SHEET)) for block in matched]
    return [_of_block(warehouse, upload, file, block, given) for block in found]


def _refused(upload: Upload, file: str, block: Block, found: LocatedProblem) -> TablePreview:
    rows = block.rows.num_rows
    return TablePreview(
        file,
        block.sheet.name,
        upload,
        header_row=block.header_row,
        count=rows,
        rejected=rows,
        problems=(found,),
        block=sampled(block),
    )


def _of_block(warehouse: Warehouse, upload: Upload, file: str, block: Block, given: Given) -> TablePreview:
    if block.match is None:
        headings = [text for text in block.header if text][:HEADINGS_SHOWN]
        return _refused(
            upload,
            file,
            block,
            LocatedProblem(of_files.NOT_RECOGNISED, arguments={"headings": same("、".join(headings) or "—")}),
        )
    if block.rival:
        values = {"first": block.match.source.title, "second": block.rival.title}
        return _refused(upload, file, block, LocatedProblem(of_files.TWO_READINGS, arguments=values))
    if block.match.source.sibling_at == (block.sheet.name, block.header_row):
        values = {"title": block.match.source.title, "sheet": same(block.sheet.name)}
        return _refused(upload, file, block, LocatedProblem(of_files.SIBLING, row=block.header_row, arguments=values))
    with warehouse.cursor() as run:
        checked = check(run, block, block.match, file, given)
    changed = changed_headings(warehouse, block, block.match.source, tuple(checked.rows.column_names))
    return TablePreview(
        file,
        block.sheet.name,
        upload,
        source=block.match.source,
        header_row=block.header_row,
        shops=checked.shops,
        count=checked.count,
        rejected=checked.rejected,
        skipped=checked.skipped,
        problems=(*checked.problems, *changed),
        columns_read=tuple(checked.rows.column_names),
        headings_not_stored=block.match.left_over,
        facts=checked.rows,
        block=sampled(block),
        rejected_rows=rejected_rows(block, block.match, checked.problems),
    )
