"""Statuses of every platform as one set of states."""

from pathlib import Path

import pytest

from data.sources.orders.states import ORDER_STATES, REFUND_STATES, state_of
from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, take
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


ORDER_WORDS = {
    "淘宝": "等待买家付款;买家已付款,等待卖家发货;买家已付款，等待卖家发货;"
    "卖家已发货,等待买家确认;交易成功;交易关闭;没有创建支付宝交易;交易被淘宝关闭;等待买家确认货到付款订单信息;"
    "买家已确认，等待卖家发货;卖家已发货，等待买家确认收货并付款;买家已签收;买家已签收，回款至卖家",
    "京东": "等待出库;等待确认收货;等待付款确认;暂停;完成;锁定;取消;(删除)等待出库;(删除)等待确认收货",
    "拼多多": "待付款;待发货;已发货，待收货;已发货，待签收;已收货;已取消;未发货，退款成功;"
    "已发货，退款成功;已签收，退款成功;"
    "已收货，退款成功;已取消，退款成功;未成交，退款成功",
    "抖音": "待支付;待发货;已发货;已完成;已关闭",
    "聚水潭": "取消;已取消;已发货;待发货;等通知",
}
REFUND_WORDS = {
    "淘宝": "买家已经申请退款，等待卖家同意;卖家已经同意退款，等待买家退货;"
    "买家已经退货，等待卖家确认收货;卖家拒绝退款;退款关闭;退款成功",
    "抖音": "退款成功;售后关闭",
    "拼多多": "无售后或售后取消;无售后/取消售后;售后处理中;买家申请退款，待商家处理;退货退款，待商家处理;"
    "商家同意退款，退款中;退款成功;"
    "驳回退款，待用户处理;平台处理中;买家撤销;部分退款成功;商家拒绝退款，退款关闭",
}


@pytest.mark.parametrize("platform", ORDER_WORDS)
def test_every_word_for_an_order_has_a_state(warehouse: Warehouse, platform: str) -> None:
    assert without_state(warehouse, ORDER_WORDS[platform], ORDER_STATES) == []


@pytest.mark.parametrize("platform", REFUND_WORDS)
def test_every_word_for_a_refund_has_a_state(warehouse: Warehouse, platform: str) -> None:
    assert without_state(warehouse, REFUND_WORDS[platform], REFUND_STATES) == []


def without_state(warehouse: Warehouse, words: str, states: dict[str, tuple[str, ...]]) -> list[str]:
    sql = f"SELECT word FROM (SELECT unnest(?) AS word) WHERE ({state_of('word', states)}) IS NULL"
    return [word for (word,) in warehouse.rows(sql, [words.split(";")])]


def test_a_refunds_status_beside_an_order_has_a_state_of_its_own(warehouse: Warehouse, tmp_path: Path) -> None:
    names: list[object] = ["订单号", "订单状态", "售后状态", "用户实付金额(元)"]
    rows: list[list[object]] = [names, ["260531-607198974342268", "已发货，待收货", "商家同意退款，退款中", "9.90"]]
    take(warehouse, xlsx(tmp_path / "拼多多.xlsx", rows))
    assert warehouse.rows("SELECT status, state, refund_status, refund_state FROM orders") == [
        ("已发货，待收货", "shipped", "商家同意退款，退款中", "paying")
    ]
