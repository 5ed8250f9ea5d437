"""Files that are broken, or made to break their readers: each ends in a sentence, and the next file is read."""

import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking.preview import TablePreview
from data.importing.imports import preview
from data.importing.uploads import Upload
from data.store.warehouse import in_memory
from tests.files import text_file, xlsx
from tests.hostile_files import SHEET, archive, inflating, workbook

ORDERS = [
    ["店铺名称", "订单编号", "买家实际支付金额", "订单付款时间", "订单状态"],
    ["甲店", "3601080613561600011", "12.50", "2026-06-11 10:00:00", "交易成功"],
    ["甲店", "3601080613561600012", "8.00", "2026-06-11 11:00:00", "交易成功"],
]
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "哈">{LAUGHS}]>'
WORKSHEET_2003 = (
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>&l9;</Cell></Row>'
    "</Table></Worksheet></Workbook>"
)


def good(path: Path) -> Path:
    """A file of two orders."""
    return xlsx(path, ORDERS)


def in_a_string(rows: int) -> str:
    """Sixteen cells a row, all pointing to one shared string."""
    cells = '<c t="s"><v>0</v></c>' * 16
    return f"<row>{cells}</row>" * rows


def bomb(path: Path, gigabytes: int, says: int | None) -> Path:
    """A workbook whose sheet unpacks to gigabytes of one cell's text."""
    return inflating(workbook(path, ""), SHEET, b"<worksheet><sheetData><row><c><is><t>", gigabytes, says)


def old(path: Path, bytes_kept: int) -> Path:
    """The beginning of an old binary workbook."""
    book = xlwt.Workbook()
    page = book.add_sheet("表")
    for at, row in enumerate(ORDERS):
        for place, text in enumerate(row):
            page.write(at, place, text)
    book.save(str(path))
    return cut(path, bytes_kept)


def cut(path: Path, bytes_kept: int) -> Path:
    """The same file without its end."""
    path.write_bytes(path.read_bytes()[:bytes_kept])
    return path


def written(path: Path, content: bytes) -> Path:
    """A file of those bytes."""
    path.write_bytes(content)
    return path


NOISE = random.Random(5).randbytes(20_000)
FAR_APART = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
HOSTILE: Mapping[str, tuple[Callable[[Path], Path], set[str]]] = {
    "two_cells_far_apart.xlsx": (lambda path: workbook(path, FAR_APART), {"too_heavy"}),
    "one_long_string_a_million_times.xlsx": (
        lambda path: workbook(path, in_a_string(60_000), f"<si><t>{'长' * 32_000}</t></si>"),
        {"too_heavy"},
    ),
    "unpacks_to_four_gigabytes.xlsx": (lambda path: bomb(path, 4, None), {"too_heavy"}),
    "lies_about_its_size.xlsx": (lambda path: bomb(path, 4, 1000), {"too_heavy", "unreadable_file", "empty_file"}),
    "lies_about_its_size.zip": (
        lambda path: inflating(archive(path, {"a.txt": "无"}), "a.csv", b"", 4, 1000),
        {"too_heavy", "unreadable_file"},
    ),
    "thousands_of_columns.xlsx": (lambda path: workbook(path, f"<row>{'<c><v>1</v></c>' * 5000}</row>"), {"too_wide"}),
    "archive_in_an_archive.zip": (
        lambda path: archive(path, {"b.zip": archive(path, {"a.csv": "甲,乙"}).read_bytes()}),
        {"archive"},
    ),
    "many_members.zip": (lambda path: archive(path, {f"{n}.csv": "甲,乙" for n in range(300)}), {"archive"}),
    "nothing_in_it.zip": (lambda path: archive(path, {}), {"empty_file"}),
    "cut_off.xlsx": (lambda path: cut(good(path), 3000), {"unreadable_file"}),
    "cut_off.xls": (lambda path: old(path, 3000), {"unreadable_file", "too_heavy"}),
    "billion_laughs.xlsx": (
        lambda path: workbook(
            path, f"{BOMB}<worksheet><sheetData><row><c><v>&l9;</v></c></row></sheetData></worksheet>"
        ),
        {"unreadable_file", "empty_file"},
    ),
    "billion_laughs.xls": (lambda path: written(path, (BOMB + WORKSHEET_2003).encode()), {"web_page"}),
    "a_line_of_forty_megabytes.csv": (lambda path: written(path, b"1," * 20_000_000), {"too_wide"}),
    "a_cell_of_forty_megabytes.csv": (lambda path: written(path, b"1" * 40_000_000), {"unreadable_file"}),
    "nothing_but_zeros.csv": (lambda path: written(path, bytes(10_000)), {"empty_file"}),
    "zeros_between.csv": (lambda path: written(path, "订单编号,金额\n1,2\n".encode("utf-16-le")), {"unreadable_file"}),
    "a_text_document.docx": (
        lambda path: archive(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}),
        {"unreadable_file"},
    ),
    **{
        f"noise.{kind}": (lambda path: written(path, b"\0" + NOISE), {"unreadable_file"})
        for kind in ("xlsx", "xls", "csv", "zip", "ods")
    },
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[TablePreview]]:
    """What a dry run makes of each hostile file, every one with a good file behind it in the same drop."""
    folder = tmp_path_factory.mktemp("hostile")
    uploads = []
    for name, (make, _) in HOSTILE.items():
        uploads += [Upload(name, make(folder / name)), Upload(f"behind {name}", good(folder / f"{name}-good.xlsx"))]
    found: dict[str, list[TablePreview]] = {upload.name: [] for upload in uploads}
    with in_memory() as warehouse:
        for table in preview(warehouse, uploads).tables:
            found[table.upload.name].append(table)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(outcomes: dict[str, list[TablePreview]], name: str) -> None:
    problems = [found for table in outcomes[name] for found in table.problems]
    assert {found.problem.code for found in problems} <= HOSTILE[name][1]
    assert all("。" in found.message.zh and "." in found.message.en for found in problems)
    assert problems


@pytest.mark.parametrize("name", HOSTILE)
def test_the_file_behind_a_hostile_one_is_read(outcomes: dict[str, list[TablePreview]], name: str) -> None:
    (table,) = outcomes[f"behind {name}"]
    assert (table.source and table.source.name, table.count) == ("orders", 2)


def samples(folder: Path) -> list[bytes]:
    """Small good files of every container."""
    page = "<html><table><tr><td>订单编号<td>金额</tr><tr><td>1<td>2</tr></table></html>"
    return [
        good(folder / "a.xlsx").read_bytes(),
        old(folder / "a.xls", 100_000).read_bytes(),
        text_file(folder / "a.csv", ORDERS).read_bytes(),
        text_file(folder / "b.csv", ORDERS, "utf-16", "\t").read_bytes(),
        archive(folder / "a.zip", {"a.csv": text_file(folder / "c.csv", ORDERS).read_bytes()}).read_bytes(),
        page.encode("gb18030"),
    ]


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_damage_to_a_good_file_raises(chance: random.Random) -> None:
    with TemporaryDirectory() as made, in_memory() as warehouse:
        folder = Path(made)
        uploads = []
        for number, content in enumerate(samples(folder) * 4):
            damaged = bytearray(content[: chance.randrange(len(content))] if chance.random() < 0.3 else content)
            for _ in range(chance.randrange(1, 20) if damaged else 0):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            uploads.append(Upload(f"{number}.xlsx", written(folder / f"damaged-{number}", bytes(damaged))))
        tables = preview(warehouse, uploads).tables
    assert {table.upload for table in tables} == set(uploads)


def test_macros_and_links_to_other_files_are_left_alone(tmp_path: Path) -> None:
    path = good(tmp_path / "macros.xlsm")
    with zipfile.ZipFile(path, "a") as book:
        book.writestr("xl/vbaProject.bin", NOISE)
        book.writestr("xl/externalLinks/externalLink1.xml", "<externalLink>&nobody;</externalLink>")
    with in_memory() as warehouse:
        (table,) = preview(warehouse, [Upload(path.name, path)]).tables
    assert (table.source and table.source.name, table.count, table.rejected) == ("orders", 2, 0)
