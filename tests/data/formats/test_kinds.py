"""Cells as spreadsheets write them, and the values they stand for."""

import hashlib
import hmac
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

import duckdb
import pyarrow as pa
import pytest

from data.formats import kinds
from data.formats.cleaning import plain
from data.formats.kinds.hashing import MAC_KEYS
from data.formats.kinds.kind import Kind

PLAIN_OR_NOT = {
    "2099-12-31 24:00:00",
    "1899-12-31",
    "1e3",
    "1_000",
    "1,_000",
    "1,000_0",
    ",",
    ",5",
    "-,5",
    "1,2.3,4",
    "1, 200",
    "1,200e3",
    "12,345,678,901,234,567",
    "0x1F",
    "0,x1",
    "+1,0",
    "5.,",
}
"""Texts of which one and the other form could think differently."""

CASES: list[tuple[Kind, str, object]] = [
    (kinds.MONEY, "1,234.50", Decimal("1234.50")),
    (kinds.MONEY, "¥3.50", Decimal("3.50")),
    (kinds.MONEY, "￥20.00", Decimal("20.00")),
    (kinds.MONEY, "20元", Decimal("20.00")),
    (kinds.MONEY, "168.99\t", Decimal("168.99")),
    (kinds.MONEY, '="12.5"', Decimal("12.50")),
    (kinds.MONEY, "１２．５", Decimal("12.50")),
    (kinds.MONEY, "-5", Decimal("-5.00")),
    (kinds.MONEY, "0.30000000000000004", Decimal("0.30")),
    (kinds.MONEY, "1.2万", None),
    (kinds.MONEY, "约20", None),
    (kinds.WAN, "12.5", Decimal("125000.00")),
    (kinds.WAN, "0.00005", Decimal("0.50")),
    (kinds.PLANNED, "30万", Decimal("300000.00")),
    (kinds.PLANNED, "12.5 万元", Decimal("125000.00")),
    (kinds.PLANNED, "300,000", Decimal("300000.00")),
    (kinds.COUNT, "1,234", 1234),
    (kinds.COUNT, "12.0", 12),
    (kinds.COUNT, "12.5", None),
    (kinds.COUNT, "-3", None),
    (kinds.SCORE, "4.85", 4.85),
    (kinds.SCORE, "4.85（+0.01）", 4.85),
    (kinds.SCORE, "4.94分", 4.94),
    (kinds.SCORE, "很好", None),
    (kinds.RATE, "12.34%", 0.1234),
    (kinds.RATE, "0.1234", 0.1234),
    (kinds.RATE, "99.71", 0.9971),
    (kinds.RATIO, "1.1933", 1.1933),
    (kinds.RATIO, "119.5%", 1.195),
    (kinds.DURATION, "27.77", 27.77),
    (kinds.DURATION, "11秒", 11.0),
    (kinds.DURATION, "1分23秒", 83.0),
    (kinds.DURATION, "7小时41分52秒", 27712.0),
    (kinds.DURATION, "40.42小时", 145512.0),
    (kinds.DURATION, "00:01:23", 83.0),
    (kinds.DURATION, "1899-12-31 00:01:30", 90.0),
    (kinds.DURATION, "1900-01-01 12:00:00", 129600.0),
    (kinds.DURATION, "一会儿", None),
    (kinds.SHOWN, "4.94分", "4.94分"),
    (kinds.SHOWN, "4.4/2.6", "4.4/2.6"),
    (kinds.SHOWN, "超过92%同行", "超过92%同行"),
    (kinds.SHOWN, "已达标", None),
    (kinds.MINUTES, "1.5", 90.0),
    (kinds.MINUTES, "2分30秒", 150.0),
    (kinds.STAMP, "初次评价: 2026-06-07 12:39:34", datetime(2026, 6, 7, 12, 39, 34)),
    (kinds.STAMP, "初次评价：2026年06月07日 12:39:34", datetime(2026, 6, 7, 12, 39, 34)),
    (kinds.STAMP, "2026年06月07日 12:39:34", datetime(2026, 6, 7, 12, 39, 34)),
    (kinds.STAMP, "6/7/26 13:40", datetime(2026, 6, 7, 13, 40)),
    (kinds.STAMP, "46180.5", datetime(2026, 6, 7, 12)),
    (kinds.STAMP, "1780834774", datetime(2026, 6, 7, 20, 19, 34)),
    (kinds.STAMP, "昨天", None),
    (kinds.DAY, "2026-06-18", date(2026, 6, 18)),
    (kinds.DAY, "2026/6/7 13:40", date(2026, 6, 7)),
    (kinds.DAY, "20260811", date(2026, 8, 11)),
    (kinds.DAY, "2025.12.31", date(2025, 12, 31)),
    (kinds.DAY, "2026年6月7日", date(2026, 6, 7)),
    (kinds.DAY, "6/7/26 13:40", date(2026, 6, 7)),
    (kinds.DAY, "46180", date(2026, 6, 7)),
    (kinds.DAY, "2026-06-01~2026-06-01", date(2026, 6, 1)),
    (kinds.DAY, "2026-06-01~2026-06-07", None),
    (kinds.DAY, "2024年1月1日-2024年1月1日", date(2024, 1, 1)),
    (kinds.DAY, "2024年1月1日-2024年1月7日", None),
    (kinds.DAY, "2026-02-30", None),
    (kinds.DAY, "1970-01-01", None),
    (kinds.TIME, "2016/5/23 22:02", datetime(2016, 5, 23, 22, 2)),
    (kinds.TIME, "46180.5", datetime(2026, 6, 7, 12)),
    (kinds.TIME, "2026年06月07日 12:39:34", datetime(2026, 6, 7, 12, 39, 34)),
    (kinds.MONTH_FIRST, "12-29-25", date(2025, 12, 29)),
    (kinds.MONTH_FIRST, "2025-12-29", date(2025, 12, 29)),
    (kinds.MONTH_FIRST, "29-12-25", None),
    (kinds.HOURS, "20260324000000~20260324005959", datetime(2026, 3, 24)),
    (kinds.HOURS, "20260324230000~20260324235959", datetime(2026, 3, 24, 23)),
    (kinds.HOURS, "20260324000000~20260324235959", None),
    (kinds.HOURS, "20260324000000~20260325235959", None),
    (kinds.HOURS, "20260324", None),
    (kinds.CLOCK, "8:30", time(8, 30)),
    (kinds.CLOCK, "08:30:00", time(8, 30)),
    (kinds.CLOCK, "2026-06-11 17:05:00", time(17, 5)),
    (kinds.CLOCK, "24:00", time(0, 0)),
    (kinds.CLOCK, "0.3541666667", time(8, 30)),
    (kinds.CLOCK, "25:00", None),
    (kinds.CLOCK, "早班", None),
    (kinds.SPAN, "2026-06-01~2026-06-20", "2026-06-01~2026-06-20"),
    (kinds.SPAN, "2026年6月1日 20:00 - 2026年6月20日 23:59", "2026-06-01~2026-06-20"),
    (kinds.SPAN, "2026.6.1至6.20", "2026-06-01~2026-06-20"),
    (kinds.SPAN, "20260601-20260620", "2026-06-01~2026-06-20"),
    (kinds.SPAN, "2026-06-18", "2026-06-18~2026-06-18"),
    (kinds.SPAN, "2026-06-20~2026-06-01", None),
    (kinds.SPAN, "6月1日-6月20日", None),
    (kinds.PERIOD, "2026年6月", "2026-06"),
    (kinds.PERIOD, "202606", "2026-06"),
    (kinds.PERIOD, "2026年第二季度", "2026-Q2"),
    (kinds.PERIOD, "2026年", "2026"),
    (kinds.PERIOD, "2026/6/11", "2026-06-11"),
    (kinds.PERIOD, "6月", None),
    (kinds.YEAR, "2026年度", 2026),
    (kinds.YEAR, "26", None),
    (kinds.QUARTER, "第二季度", 2),
    (kinds.QUARTER, "Q3", 3),
    (kinds.QUARTER, "5", None),
    (kinds.MONTH, "06月", 6),
    (kinds.MONTH, "12", 12),
    (kinds.MONTH, "13", None),
    (kinds.ID, "3601080613561638173", "3601080613561638173"),
    (kinds.ID, '="3601080613561638173"', "3601080613561638173"),
    (kinds.ID, "\t6917926768823643751", "6917926768823643751"),
    (kinds.ID, "'18618486065", "18618486065"),
    (kinds.ID, "ID：737559603417", "737559603417"),
    (kinds.ID, "737559603417.0", "737559603417"),
    (kinds.ID, "0012345", "0012345"),
    (kinds.ID, "3.60E+18", None),
    (kinds.WORKED, "放假", False),
    (kinds.WORKED, "休", False),
    (kinds.WORKED, "上班", True),
    (kinds.WORKED, "调休上班", True),
    (kinds.WORKED, "补班", True),
    (kinds.WORKED, "Off", False),
    # 调休 alone is said of both.
    (kinds.WORKED, "调休", None),
    (kinds.TEXT, "　小满 ", "小满"),
]


@cache
def keyed() -> duckdb.DuckDBPyConnection:
    """A connection with a key for buyers."""
    connection = duckdb.connect()
    for name, pad in zip(MAC_KEYS, (b"1" * 64, b"2" * 64), strict=True):
        connection.execute(f"SET VARIABLE {name} = ?", [pad])
    return connection


def value(kind: Kind, text: str, plain_form: bool = False) -> object:
    """What a cell of that text holds, or what it holds if it has a plain form."""
    texts = pa.table({"cell": plain(pa.chunked_array([[text]], pa.string()))})
    connection = keyed()
    connection.register("texts", texts)
    return connection.execute(f"SELECT {kind.cast('cell', plain_form)} FROM texts").fetchall()[0][0]


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=lambda part: getattr(part, "name", repr(part)))
def test_a_cell_is_read_as_its_kind(kind: Kind, text: str, expected: object) -> None:
    assert value(kind, text) == expected


@pytest.mark.parametrize("kind", [kind for kind in kinds.KINDS if kind.plain_sql], ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", sorted({text for _, text, _ in CASES} | PLAIN_OR_NOT))
def test_a_plain_form_is_the_value_itself_or_none(kind: Kind, text: str) -> None:
    assert value(kind, text, plain_form=True) in (None, value(kind, text))


@pytest.mark.parametrize("kind", [kind for kind in kinds.KINDS if kind.plain_sql], ids=lambda kind: kind.name)
def test_exports_mostly_write_plain_forms(kind: Kind) -> None:
    usual = {"MONEY": "1234.50", "DURATION": "27.5", "DAY": "2026-06-11"}
    assert value(kind, usual.get(kind.name, kind.example), plain_form=True) is not None


@pytest.mark.parametrize("text", ["", "-", "--", "\t", "NULL", "NaN", "#DIV/0!", "--分--秒", "延迟统计", " — "])
@pytest.mark.parametrize(
    "kind", [kinds.MONEY, kinds.COUNT, kinds.RATE, kinds.DURATION, kinds.DAY, kinds.TEXT], ids=lambda k: k.name
)
def test_missing_is_no_value_and_never_zero(kind: Kind, text: str) -> None:
    assert value(kind, text) is None


def test_a_column_of_rates_has_one_scale() -> None:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t AS SELECT unnest(['99.71', '0.45', '12.5']) AS cell")
    rates = connection.execute(f"SELECT {kinds.RATE.cast('cell')} FROM t").fetchall()
    assert [rate for (rate,) in rates] == pytest.approx([0.9971, 0.0045, 0.125])


def test_a_buyer_becomes_a_hash_that_the_standard_gives() -> None:
    connection = duckdb.connect()
    key = b"some key".ljust(64, b"\0")
    for name, mask in zip(MAC_KEYS, (0x36, 0x5C), strict=True):
        connection.execute(f"SET VARIABLE {name} = ?", [bytes(byte ^ mask for byte in key)])
    found = connection.execute(f"SELECT {kinds.BUYER.cast('cell')} FROM (SELECT '买家小明' AS cell)").fetchall()[0][0]
    assert found.hex == hmac.new(b"some key", "买家小明".encode(), hashlib.sha256).hexdigest()[:32]
