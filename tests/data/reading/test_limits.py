"""A reader that ends, sleeps or takes too much loses that file alone; so does a file over a limit."""

from pathlib import Path

import pytest

from data.importing.imports import preview
from data.reading.limits import USUAL, Limits
from data.reading.upload import Upload
from data.reading.watched import Reader
from data.store.board import in_memory
from tests.files import text_file, xlsx
from tests.raw_files import archive

ORDERS = [
    ["店铺名称", "订单编号", "买家实际支付金额", "订单付款时间", "订单状态"],
    ["甲店", "3601080613561600011", "12.50", "2026-06-11 10:00:00", "交易成功"],
    ["甲店", "3601080613561600012", "8.00", "2026-06-11 11:00:00", "交易成功"],
]
UNRULY = "tests.unruly_reader"
PATIENT = Limits(seconds=600)
"""For files that are no question of time, however busy the machine is."""

LITTLE = Limits(seconds=600, memory=400_000_000)


def outcomes(reader: Reader, *paths: Path) -> list[str | int]:
    """For each file the code of the problem why it is not read, or how many orders were found in it."""
    with in_memory() as warehouse:
        tables = preview(warehouse, [Upload(path.name, path) for path in paths], reader=reader).tables
    found: list[str | int] = []
    for table in tables:
        assert all("。" in one.message.zh and "." in one.message.en for one in table.problems)
        found.append(table.count if table.source else table.problems[0].problem.code)
    return found


def telling(path: Path, what: str) -> Path:
    """A file that tells the stand-in for a reader what to do."""
    path.write_text(what, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("what", "limits", "code"),
    [
        ("is ended", PATIENT, "too_heavy"),
        ("ends", PATIENT, "unreadable_file"),
        ("works", Limits(seconds=3, patience=200), "too_slow"),
        ("takes memory", LITTLE, "too_heavy"),
    ],
)
def test_a_file_over_which_the_reader_ends_is_refused_and_the_ones_around_it_are_read(
    tmp_path: Path, what: str, limits: Limits, code: str
) -> None:
    before, after = xlsx(tmp_path / "a.xlsx", ORDERS), xlsx(tmp_path / "c.xlsx", ORDERS)
    breaking = telling(tmp_path / "b.xlsx", what)
    assert outcomes(Reader(UNRULY, limits), before, breaking, after) == [2, code, 2]


def test_a_reader_that_sleeps_is_not_waited_for(tmp_path: Path) -> None:
    assert outcomes(Reader(UNRULY, Limits(seconds=1, patience=2)), telling(tmp_path / "a.xlsx", "sleeps")) == [
        "too_slow"
    ]


def test_one_absurd_request_for_memory_is_refused_at_once(tmp_path: Path) -> None:
    pytest.importorskip("resource")  # Windows has no such limit
    paths = [telling(tmp_path / "a.xlsx", "asks for much"), xlsx(tmp_path / "b.xlsx", ORDERS)]
    assert outcomes(Reader(UNRULY, LITTLE), *paths) == ["too_heavy", 2]


def test_a_workbook_that_unpacks_to_more_than_the_limit_is_not_unpacked(tmp_path: Path) -> None:
    paths = [xlsx(tmp_path / "a.xlsx", [*ORDERS, ["甲" * 10_000]]), text_file(tmp_path / "b.csv", ORDERS)]
    assert outcomes(Reader(limits=Limits(unpacked=20_000)), *paths) == ["too_heavy", 2]


def test_an_archive_that_unpacks_to_more_than_the_limit_is_not_unpacked(tmp_path: Path) -> None:
    content = text_file(tmp_path / "a.csv", ORDERS).read_bytes()
    paths = [archive(tmp_path / "a.zip", {"a.csv": content}), archive(tmp_path / "b.zip", {"a.csv": content * 2})]
    assert outcomes(Reader(limits=Limits(unpacked=len(content))), *paths) == [2, "too_heavy"]


def test_a_bigger_file_may_take_more_in_proportion_up_to_a_most() -> None:
    limits = Limits(seconds=10, memory=100, most_memory=250)
    assert [limits.seconds_of(size) for size in (0, USUAL, 3 * USUAL)] == [10, 10, 30]
    assert [limits.memory_of(size) for size in (0, USUAL, 2 * USUAL, 3 * USUAL)] == [100, 100, 200, 250]
