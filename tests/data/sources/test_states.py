"""Statuses of every platform as one set of states."""

from pathlib import Path

import pytest

from data.sources.states import ORDER_STATES, REFUND_STATES
from data.warehouse import Warehouse
from tests.data.sources.taking import SHOP, take
from tests.files import text_file, xlsx

ORDER = ["订单编号", "买家实际支付金额", "订单状态", "订单付款时间 ", "店铺名称"]


def order(number: int, status: str) -> list[object]:
    return [f"3601080613561{number:05d}", "10.00", status, "2026-06-11 10:00:00", SHOP]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("等待买家付款", "unpaid"),
        ("没有创建支付宝交易", "unpaid"),
        ("买家已付款,等待卖家发货", "to_ship"),
        ("买家已付款，等待卖家发货", "to_ship"),
        ("卖家已发货，等待买家确认", "shipped"),
        ("卖家已发货｜｜｜等待买家确认", "shipped"),
        ("卖家已发货，等待买家确认收货并付款", "shipped"),
        ("买家已签收，回款至卖家", "done"),
        ("交易成功", "done"),
        ("交易被淘宝关闭", "closed"),
        ("等一等再说", None),
        ("", None),
    ],
)
def test_a_taobao_status_has_a_state_and_keeps_its_words(
    warehouse: Warehouse, tmp_path: Path, status: str, state: str | None
) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [ORDER, order(1, status)]))
    assert warehouse.rows("SELECT status, state FROM orders") == [(status or None, state)]


@pytest.mark.parametrize("states", [ORDER_STATES, REFUND_STATES], ids=["orders", "refunds"])
def test_no_word_means_two_states(states: dict[str, tuple[str, ...]]) -> None:
    words = [word for listed in states.values() for word in listed]
    assert len(words) == len(set(words))
    assert not any(mark in word for word in words for mark in ",，（） ")


def test_a_file_without_status_leaves_the_state_alone(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(1, "交易成功")]))
    without = [[*line[:2], *line[3:]] for line in (ORDER, order(1, "交易成功"))]
    without[1][1] = "9.00"
    take(warehouse, xlsx(tmp_path / "b.xlsx", without))
    assert warehouse.rows("SELECT state, paid::INT, platform FROM orders") == [("done", 9, "淘宝天猫")]


def test_orders_without_a_payment_column_are_read(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [["订单编号", "买家实付金额", "订单创建时间", "店铺名称"], ["3601080613561600011", "5", "2026-06-11", SHOP]]
    take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert warehouse.rows("SELECT pay_time, created_time::DATE::VARCHAR FROM orders") == [(None, "2026-06-11")]
