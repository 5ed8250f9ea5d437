"""Files with a password: asked for, tried, and told from wrong ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt

from data.importing.imports import preview
from data.reading.upload import Upload
from data.reading.workbook import opened
from data.store.board import in_memory
from tests.files import text_file, xlsx
from tests.locked_files import locked_xls, locked_xlsx, locked_zip

ROWS = [["订单编号", "金额"], ["3601080613561600011", "12.50"]]
PASSWORD = "云栖Mu6"


def old() -> xlwt.Workbook:
    """An old binary workbook."""
    book = xlwt.Workbook()
    page = book.add_sheet("订单")
    for at, row in enumerate(ROWS):
        for place, text in enumerate(row):
            page.write(at, place, text)
    return book


def zipped(path: Path, code: str = "utf-8") -> Path:
    """An archive with a workbook in it."""
    return locked_zip(path, "a.xlsx", xlsx(path.with_name("b"), ROWS).read_bytes(), PASSWORD.encode(code))


LOCKED: dict[str, Callable[[Path], Path]] = {
    "a.xlsx": lambda path: locked_xlsx(xlsx(path, ROWS), PASSWORD),
    "b.xls": lambda path: locked_xls(path, old(), PASSWORD),
    "c.zip": zipped,
    "gbk.zip": lambda path: zipped(path, "gb18030"),
}


@pytest.mark.parametrize("name", LOCKED)
def test_the_right_one_of_several_passwords_opens_a_file(tmp_path: Path, name: str) -> None:
    path = LOCKED[name](tmp_path / name)
    assert [found.refused for found in opened([path])] == ["password"]
    assert [found.refused for found in opened([path], passwords=["nope"])] == ["wrong_password"]
    (found,) = opened([path], passwords=["nope", PASSWORD])
    (sheet,) = found.sheets
    assert [list(row.values())[1:] for row in sheet.cells.to_pylist()] == ROWS


def test_one_password_opens_its_file_among_others(tmp_path: Path) -> None:
    paths = [LOCKED["a.xlsx"](tmp_path / "a.xlsx"), text_file(tmp_path / "b.csv", ROWS)]
    assert [(found.refused, len(found.sheets)) for found in opened(paths, passwords=[PASSWORD])] == [(None, 1)] * 2


def test_a_workbook_that_is_merely_protected_opens_without_asking(tmp_path: Path) -> None:
    path = locked_xls(tmp_path / "a.xls", old(), "VelvetSweatshop")
    assert [found.refused for found in opened([path])] == [None]


def test_a_password_is_asked_for_in_both_languages(tmp_path: Path) -> None:
    path = LOCKED["a.xlsx"](tmp_path / "a.xlsx")
    with in_memory() as warehouse:
        ((_, found),) = preview(warehouse, [Upload("a.xlsx", path)]).problems
    assert "请输入密码" in found.message.zh
    assert "Enter it" in found.message.en
