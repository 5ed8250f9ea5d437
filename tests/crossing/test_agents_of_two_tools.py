"""The same agents' day from 生意参谋 and from 赤兔: one team, counted once, both askable, their difference named."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from data.importing.batches import batches, withdraw
from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import day
from metrics.catalogue import metric_named
from metrics.definition.refusals import Unanswerable
from metrics.query.question import answer
from tests.data.sources.file_imports import SHOP, take
from tests.data.sources.headings import headings
from tests.files import Row, xlsx

DAY = date(2026, 6, 11)
ON = "2026-06-11"
SYCM: list[Row] = [
    headings("日期 旺旺昵称 有效接待人数 询单人数 询单最终付款人数 销售额"),
    [ON, f"{SHOP}:云朵", 400, 100, 40, "4,000.00"],
    [ON, f"{SHOP}:青禾", 485, 120, 60, "6,000.00"],
]
CHITU: list[Row] = [
    headings("日期 客服昵称 接待人数 询单人数 客服销售额 首次响应(秒)"),
    [ON, "云朵", 410, 90, "4,100.00", 20],
    [ON, "青禾", 500, 110, "6,150.00", 30],
]
QIANNIU: list[Row] = [
    headings("旺旺账号名称 人工接待会话量 平均响应时长 3分钟人工响应率"),
    ["云朵", 430, "1分10秒", "98%"],
    ["白露", 12, "50秒", "97%"],
]
FILES = {"生意参谋.xlsx": SYCM, "赤兔.xlsx": CHITU, "千牛.xlsx": QIANNIU}


def dropped(warehouse: Warehouse, folder: Path, *names: str) -> None:
    """Import files of the day in an order."""
    for name in names:
        take(warehouse, xlsx(folder / name, FILES[name]), day=DAY)


def asked(warehouse: Warehouse, *names: str, by: tuple[str, ...] = (), **where: str) -> list[tuple[object, ...]]:
    rows = answer(warehouse, [metric_named(name) for name in names], day(DAY), by, where).to_pylist()
    return [tuple(row[name] for name in (*by, *names)) for row in rows]


TEAM = ("receptions", "inquirers", "inquiry_pay_final_rate", "cs_sales")


@pytest.mark.parametrize("order", list(permutations(("生意参谋.xlsx", "赤兔.xlsx"))))
def test_the_team_is_counted_once_in_whatever_order_the_files_come(
    order: tuple[str, ...], warehouse: Warehouse, tmp_path: Path
) -> None:
    dropped(warehouse, tmp_path, *order)
    assert asked(warehouse, *TEAM) == [(885, 220, pytest.approx(100 / 220), 10_000)]
    # 赤兔 alone knows the first response; it is weighted by the receptions that count: (400·20 + 485·30) ÷ 885.
    assert asked(warehouse, "first_response_sec") == [(pytest.approx(22_550 / 885),)]


def test_what_each_tool_tells_stays_askable(warehouse: Warehouse, tmp_path: Path) -> None:
    dropped(warehouse, tmp_path, "生意参谋.xlsx", "赤兔.xlsx")
    told = asked(warehouse, "receptions_by_tool", "cs_sales_by_tool", by=("source",))
    assert sorted(told) == [("生意参谋", 885, 10_000), ("赤兔", 910, 10_250)]
    assert asked(warehouse, "receptions_by_tool", source="赤兔") == [(910,)]
    with pytest.raises(Unanswerable):
        asked(warehouse, "receptions_by_tool")


@pytest.mark.parametrize("order", list(permutations(FILES)))
def test_whom_one_tool_alone_knows_is_counted_too(order: tuple[str, ...], warehouse: Warehouse, tmp_path: Path) -> None:
    dropped(warehouse, tmp_path, *order)
    assert sorted(asked(warehouse, "receptions", by=("agent",))) == [("云朵", 400), ("白露", 12), ("青禾", 485)]
    assert asked(warehouse, "avg_response_sec", by=("agent",), agent="云朵") == [("云朵", 70)]


def test_withdrawing_one_tool_leaves_the_other(warehouse: Warehouse, tmp_path: Path) -> None:
    dropped(warehouse, tmp_path, "生意参谋.xlsx", "赤兔.xlsx")
    (of_sycm,) = [line.name for line in batches(warehouse) if line.parts[0].file == "生意参谋.xlsx"]
    withdraw(warehouse, of_sycm, by="test")
    assert asked(warehouse, "receptions", "inquirers", "cs_sales") == [(910, 200, 10_250)]


def test_a_rate_takes_both_its_parts_from_one_tool(warehouse: Warehouse, tmp_path: Path) -> None:
    inquirers: list[Row] = [headings("日期 旺旺昵称 有效接待人数 询单人数"), [ON, "云朵", 400, 100]]
    paid: list[Row] = [headings("日期 客服昵称 接待人数 询单人数 最终付款人数"), [ON, "云朵", 410, 80, 40]]
    take(warehouse, xlsx(tmp_path / "参谋.xlsx", inquirers))
    take(warehouse, xlsx(tmp_path / "赤兔.xlsx", paid))
    assert asked(warehouse, "inquirers", "inquiry_pay_final_rate") == [(100, 0.5)]


def test_a_warehouse_of_before_sources_is_brought_up_to_date(tmp_path: Path) -> None:
    with opened(tmp_path / "var") as warehouse:
        dropped(warehouse, tmp_path, "生意参谋.xlsx", "赤兔.xlsx")
        with warehouse.writing() as run:
            run.execute("UPDATE service_history SET source = NULL")
            run.execute("UPDATE service SET source = NULL")
    with opened(tmp_path / "var") as warehouse:
        assert asked(warehouse, *TEAM) == [(885, 220, pytest.approx(100 / 220), 10_000)]
        assert sorted(asked(warehouse, "receptions_by_tool", by=("source",))) == [("生意参谋", 885), ("赤兔", 910)]
        ((stored,),) = warehouse.rows("SELECT count(*) FROM service")
        assert stored == 4
