"""Delimited text as columns: what is told apart as bytes and listed once reads as the plain way would have it."""

import csv
import io
from functools import cache

import pyarrow as pa
import pytest

from data import sources
from data.formats.cleaning import plain
from data.reading.cells import each_written
from data.reading.texts.records import BIG, SAMPLE
from data.reading.texts.text_file import text_rows
from data.reading.texts.transcoding import SEPARATORS, in_utf8

HEADINGS = ["订单编号", "买家会员名", "收货地址", "订单状态", "买家实际支付金额"]
STATES = ("交易成功", "卖家已发货，等待买家确认", " 交易关闭 ", "null")


@cache
def big(encoding: str, delimiter: str = ",") -> tuple[bytes, list[list[str]]]:
    """A file of orders over the size from which on columns are left out, and its records."""
    padding = "浙江省 杭州市 余杭区 五常街道" * 4
    records = [
        [f"23029490670{number:08d}", f"买家{number}", padding, STATES[number % 4], f"{number}.50"]
        for number in range(BIG // 100)
    ]
    lines = io.StringIO()
    csv.writer(lines, delimiter=delimiter).writerows([HEADINGS, *records])
    return lines.getvalue().encode(encoding), records


def texts(cells: pa.Table, place: int) -> list[str | None]:
    return each_written(cells[f"c{place}"]).to_pylist()


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("gb18030", ","), ("gb18030", "|"), ("utf-8", ","), ("utf-8-sig", "\t")]
)
def test_a_big_file_holds_the_declared_columns_as_they_were_written(encoding: str, delimiter: str) -> None:
    content, records = big(encoding, delimiter)
    cells, odd = text_rows(content, sources.HEADINGS)
    assert not odd
    for place in (0, 1, 3, 4):
        assert texts(cells, place) == [HEADINGS[place], *(record[place] for record in records)]
    assert texts(cells, 2) == ["收货地址", *[None] * len(records)]
    assert cells["row"].to_pylist() == list(range(1, len(records) + 2))


@pytest.mark.parametrize("row", [1, -1])
def test_a_wider_record_anywhere_in_a_big_file_loses_no_cell(row: int) -> None:
    content, records = big("gb18030")
    lines = content.split(b"\r\n")
    lines[row if row > 0 else len(records)] += b",7"
    cells, odd = text_rows(b"\r\n".join(lines), sources.HEADINGS)
    assert not odd
    beyond: list[str | None] = [None] * len(records)
    beyond[row - 1 if row > 0 else -1] = "7"
    assert [text or None for text in texts(cells, 5)] == [None, *beyond]
    assert texts(cells, 0)[1:] == [record[0] for record in records]


def test_what_repeats_is_listed_once_and_cleaned_once() -> None:
    content, records = big("gb18030")
    column = text_rows(content, sources.HEADINGS)[0]["c3"]
    assert pa.types.is_dictionary(column.type)
    assert column.chunk(0).dictionary.to_pylist() == ["订单状态", *STATES]
    cleaned = {"交易成功": "交易成功", " 交易关闭 ": "交易关闭", "null": None, STATES[1]: STATES[1]}
    assert each_written(plain(column)).to_pylist() == ["订单状态", *(cleaned[record[3]] for record in records)]


def test_odd_bytes_of_a_cell_that_is_read_are_replaced_and_said() -> None:
    content, records = big("gb18030")
    damaged = content.replace("买家7,".encode("gb18030"), b"\xc2\xf2\xff7,")
    cells, odd = text_rows(damaged, sources.HEADINGS)
    assert odd
    assert texts(cells, 1)[8] == "买\ufffd7"
    assert texts(cells, 1)[9:] == [record[1] for record in records[8:]]


def test_odd_bytes_in_a_column_that_nobody_reads_are_nobodys_loss() -> None:
    content, records = big("gb18030")
    cells, odd = text_rows(
        content.replace("五常街道,".encode("gb18030"), "五常街".encode("gb18030") + b"\xb5,", 1), sources.HEADINGS
    )
    assert not odd
    assert texts(cells, 3)[1:] == [record[3] for record in records]


def test_a_first_record_longer_than_the_sample_is_read_to_its_end() -> None:
    title = "书" * SAMPLE
    cells, _ = text_rows(f'"{title}",数,价\n乙,2,3\n'.encode("gb18030"), sources.HEADINGS)
    assert [cells[f"c{place}"].to_pylist() for place in range(3)] == [[title, "乙"], ["数", "2"], ["价", "3"]]


@pytest.mark.parametrize(
    "cells",
    [["中", "", "文"], ["a", "b"], [], [""], ["中\x1e", "文"], ["".join(map(bytes.decode, SEPARATORS)) + "中", "x"]],
)
def test_cells_are_decoded_one_by_one_or_all_at_once_to_the_same(cells: list[str]) -> None:
    batch = pa.record_batch({"a": pa.array([cell.encode("gb18030") for cell in cells], pa.binary())})
    assert in_utf8(batch, "gb18030")["a"].to_pylist() == cells
