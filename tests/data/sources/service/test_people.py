"""Rosters, shifts and work done, as managers write them."""

from datetime import datetime, time
from pathlib import Path

import pytest

from data.formats.problems.of_tables import OF_ALL_SHOPS
from data.importing.imports import stored_shops
from data.records.roster import with_persons
from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file, xlsx


def test_a_roster_names_the_shop_in_a_column_or_in_the_account(warehouse: Warehouse, tmp_path: Path) -> None:
    listed: list[list[object]] = [
        headings("店铺 账号名 员工姓名 工号 小组"), [SHOP, "小满", "王小满", "007", "售前一组"],
    ]  # fmt: skip
    accounts: list[list[object]] = [headings("账号 姓名 工号"), [f"{SHOP}:谷雨", "李谷雨", "008"]]
    assert read_as(take(warehouse, xlsx(tmp_path / "花名册.xlsx", listed), shop=None)) == "roster"
    assert read_as(take(warehouse, text_file(tmp_path / "账号.csv", accounts), shop=None)) == "roster"
    assert warehouse.rows("SELECT shop, account, person, staff_number, team FROM roster ORDER BY staff_number") == [
        (SHOP, "小满", "王小满", "007", "售前一组"),
        (SHOP, f"{SHOP}:谷雨", "李谷雨", "008", None),
    ]


def test_times_online_are_read_as_text_as_clock_cells_and_with_a_date(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("日期 客服 班次 上线 离线"),
        ["2026-06-11", "小满", "早班", "08:02", "12:00"],
        ["2026-06-11", "小满", "早班", time(12, 40), time(17, 5, 30)],
        ["2026-06-11", "谷雨", "晚班", datetime(2026, 6, 11, 16), "2026-06-12 00:30:00"],
        ["2026-06-11", "白露", "休", None, None],
        ["2026-06-12", "白露", "早班", "八点", None],
    ]
    table = take(warehouse, xlsx(tmp_path / "排班.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("shifts", 4, 1)
    assert warehouse.rows("SELECT agent, shift, online_from, online_until FROM shifts ORDER BY agent, spell") == [
        ("小满", "早班", time(8, 2), time(12, 0)),
        ("小满", "早班", time(12, 40), time(17, 5)),
        ("白露", "休", None, None),
        ("谷雨", "晚班", time(16), time(0, 30)),
    ]


def test_a_newer_sheet_replaces_the_day_of_each_person(warehouse: Warehouse, tmp_path: Path) -> None:
    names = headings("日期 客服 班次 上线 离线")
    take(warehouse, xlsx(tmp_path / "a.xlsx", [names, ["2026-06-11", "小满", "早班", "08:00", "12:00"]]))
    take(warehouse, xlsx(tmp_path / "b.xlsx", [names, ["2026-06-11", "小满", "晚班", "16:00", "23:00"]]))
    assert warehouse.rows("SELECT shift FROM shifts") == [("晚班",)]


def test_work_done_counts_halves_and_leaves_totals_out(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("日期 组 人 事项 数量"),
        ["2026-06-11", "美工组", "小暑", "页面", "0.5"],
        ["2026-06-11", "美工组", "小暑", "海报", 15],
        ["合计", None, None, None, 15.5],
    ]
    table = take(warehouse, xlsx(tmp_path / "工作量.xlsx", rows))
    assert (read_as(table), table.new, len(table.skipped)) == ("workload", 2, 1)
    assert warehouse.rows("SELECT team, person, task, quantity FROM workload ORDER BY quantity") == [
        ("美工组", "小暑", "页面", 0.5),
        ("美工组", "小暑", "海报", 15.0),
    ]


@pytest.mark.parametrize(
    "names",
    ["日期 客服 备注", "日期 人 数量", "姓名 手机 工号", "账号 姓名 密码", "日期 组 事项", "名称 规则"],
)
def test_too_few_headings_are_nobody_s(warehouse: Warehouse, tmp_path: Path, names: str) -> None:
    cells: list[object] = ["2026-06-11", "小满", "1"]
    rows = [headings(names), cells[: len(names.split())]]
    assert read_as(look(warehouse, xlsx(tmp_path / "表.xlsx", rows))) == ""


def test_a_departments_sheet_belongs_to_all_shops_however_many_there_are(warehouse: Warehouse, tmp_path: Path) -> None:
    work: list[list[object]] = [headings("日期 组 人 事项 数量"), ["2026-06-11", "美工组", "小暑", "海报", 3]]
    orders: list[list[object]] = [
        headings("订单编号 总金额 买家实付金额 订单付款时间"),
        ["1", 9, 9, "2026-06-11 10:00:00"],
    ]
    alone = take(warehouse, xlsx(tmp_path / "工作量.xlsx", work), shop=None)
    for shop in (SHOP, "云栖木语生活专营店"):
        take(warehouse, xlsx(tmp_path / f"ExportOrderList_{shop}.xlsx", orders), shop=None)
    again = take(warehouse, xlsx(tmp_path / "工作量(1).xlsx", work), shop=None)
    chosen = look(warehouse, xlsx(tmp_path / "工作量(2).xlsx", work), shop=SHOP)
    assert [table.problems[0].problem for table in (alone, again, chosen)] == [OF_ALL_SHOPS] * 3
    assert (alone.new, again.same, chosen.same) == (1, 1, 1)
    assert warehouse.rows("SELECT shop, quantity FROM workload") == [("", 3.0)]
    assert stored_shops(warehouse) == ("云栖木语家居旗舰店", "云栖木语生活专营店")


def test_a_departments_sheet_that_names_a_shop_is_of_that_shop(warehouse: Warehouse, tmp_path: Path) -> None:
    work: list[list[object]] = [headings("日期 人 事项 数量"), ["2026-06-11", "小暑", "海报", 3]]
    take(warehouse, xlsx(tmp_path / f"工作量_{SHOP}.xlsx", work), shop=None)
    assert warehouse.rows("SELECT shop FROM workload") == [(SHOP,)]


def test_the_roster_gives_accounts_their_persons(warehouse: Warehouse, tmp_path: Path) -> None:
    roster: list[list[object]] = [
        headings("店铺 账号名 员工姓名 小组"),
        [SHOP, "小满", "王小满", "售前组"],
        [None, "木语01", "李谷雨", "京东组"],
        [SHOP, "公用", "王小满", "售前组"],
        [SHOP, f"{SHOP}:公用", "李谷雨", "售前组"],
    ]  # fmt: skip
    agents: list[list[object]] = [
        headings("日期 旺旺昵称 接待人数 销售额"),
        *(["2026-06-11", account, 8, 100] for account in (f"{SHOP}:小满", "木语01", f"{SHOP}:公用", "无名")),
    ]
    take(warehouse, xlsx(tmp_path / "花名册.xlsx", roster), shop=None)
    take(warehouse, xlsx(tmp_path / "客服.xlsx", agents))
    assert warehouse.rows(f"SELECT person, roster_team FROM ({with_persons('service')}) ORDER BY ALL") == [
        ("公用", "售前组"), ("无名", None), ("李谷雨", "京东组"), ("王小满", "售前组"),
    ]  # fmt: skip
