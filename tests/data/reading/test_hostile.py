"""Files that are broken or over a limit: each ends in a sentence, and the next file is read."""

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
from data.reading.upload import Upload
from data.store.board import in_memory
from tests.files import text_file, xlsx
from tests.raw_files import archive, workbook

ORDERS = [
    ["店铺名称", "订单编号", "买家实际支付金额", "订单付款时间", "订单状态"],
    ["甲店", "3601080613561600011", "12.50", "2026-06-11 10:00:00", "交易成功"],
    ["甲店", "3601080613561600012", "8.00", "2026-06-11 11:00:00", "交易成功"],
]
UNKNOWN_NAME = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>'
    "<Cell>&nobody;</Cell></Row></Table></Worksheet></Workbook>"
)


def good(path: Path) -> Path:
    """A file of two orders."""
    return xlsx(path, ORDERS)


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
HOSTILE: Mapping[str, tuple[Callable[[Path], Path], str]] = {
    "thousands_of_columns.xlsx": (lambda path: workbook(path, f"<row>{'<c><v>1</v></c>' * 5000}</row>"), "too_wide"),
    "archive_in_an_archive.zip": (
        lambda path: archive(path, {"b.zip": archive(path, {"a.csv": "甲,乙"}).read_bytes()}),
        "archive",
    ),
    "many_members.zip": (lambda path: archive(path, {f"{n}.csv": "甲,乙" for n in range(300)}), "archive"),
    "nothing_in_it.zip": (lambda path: archive(path, {}), "empty_file"),
    "cut_off.xlsx": (lambda path: cut(good(path), 3000), "unreadable_file"),
    "cut_off.xls": (lambda path: old(path, 3000), "unreadable_file"),
    "unknown_name.xlsx": (lambda path: workbook(path, "<row><c><v>&nobody;</v></c></row>"), "empty_file"),
    "unknown_name.xls": (lambda path: written(path, UNKNOWN_NAME.encode()), "web_page"),
    "a_line_of_forty_megabytes.csv": (lambda path: written(path, b"1," * 20_000_000), "too_wide"),
    "a_cell_of_forty_megabytes.csv": (lambda path: written(path, b"1" * 40_000_000), "unreadable_file"),
    "nothing_but_zeros.csv": (lambda path: written(path, bytes(10_000)), "empty_file"),
    "zeros_between.csv": (lambda path: written(path, "订单编号,金额\n1,2\n".encode("utf-16-le")), "unreadable_file"),
    "a_text_document.docx": (
        lambda path: archive(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}),
        "unreadable_file",
    ),
    **{
        f"noise.{kind}": (lambda path: written(path, b"\0" + NOISE), "unreadable_file")
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
    assert {found.problem.code for found in problems} == {HOSTILE[name][1]}
    assert all("。" in found.message.zh and "." in found.message.en for found in problems)


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
