"""订单商品 as 千牛 宝贝报表 exports them: one row a sub-order, refunds in words and in ￥, a time to ship by."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data.demo.exports.headings import ITEMS
from data.demo.exports.orders import DONE, SHIPPED, SHUT, TO_SHIP, UNPAID, carriers, rows_of
from data.demo.facts.arrays import Ints, moments, yuan
from data.demo.facts.refunds import CLOSED, NONE, REQUESTED, SUCCEEDED
from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.writing.workbook import write_workbook

RECENT = 30
PROMISE = 2 * DAY
REFUND_STATUS = {
    NONE: "没有申请退款",
    SUCCEEDED: "退款成功",
    REQUESTED: "买家已经申请退款，等待卖家同意",
    CLOSED: "退款关闭",
}


def write(year: ShopYear, to: Path) -> list[Path]:
    """The sub-orders of the last 30 days."""
    since = year.days[-RECENT].astype("datetime64[s]")
    chosen = np.flatnonzero(year.orders.created[year.items.order] >= since)
    name = f"ExportOrderDetailList_{year.shop.name}_{year.today:%Y%m%d}08{year.shop.minute + 5}.xlsx"
    return [write_workbook(to / name, {"export": [ITEMS, *rows_of(ITEMS, _columns(year, chosen))]})]


def _columns(year: ShopYear, chosen: Ints) -> dict[str, Sequence[str]]:
    items, orders, of = year.items, year.orders, year.items.order[chosen]
    state, requested = items.refunds.state[chosen], items.refunds.amount[chosen]
    amount, paid = items.amount[chosen], orders.paid[of]
    left = np.where(paid, amount - np.where(state == SUCCEEDED, requested, 0), 0)
    ids = [str(order_id) for order_id in orders.ids[of].tolist()]
    sent = np.where(_cancelled(year, chosen), np.datetime64("NaT", "s"), orders.shipped_at[of])
    # A label was printed for some that were cancelled before they left: a waybill is not a shipment.
    labelled = ~np.isnat(sent) | (_cancelled(year, chosen) & (orders.ids[of] % 2 == 0))
    n = len(ids)
    return {
        "子订单编号": [str(order_id) for order_id in (orders.ids[of] + _places(of)).tolist()],
        "主订单编号": ids,
        **_of_products(year, chosen),
        "订单状态": _status(year, of, sent, left == 0),
        "买家应付货款": yuan(amount.tolist()),
        "买家实付金额": yuan(left.tolist()),
        "退款状态": [REFUND_STATUS[kind] for kind in state.tolist()],
        "退款金额": ["无退款申请" if part == 0 else f"￥{part / 100:.2f}" for part in requested.tolist()],
        "订单创建时间": moments(orders.created[of]),
        "订单付款时间": moments(orders.paid_at[of]),
        "发货时间": moments(sent),
        "应发货时间": moments(orders.paid_at[of] + PROMISE),
        "物流单号": [f"78{order_id[4:17]}" if has else "" for order_id, has in zip(ids, labelled, strict=True)],
        "物流公司": carriers(ids, labelled),
        "是否主动赔付": ["否"] * n,
        "主动赔付金额": ["0.00"] * n,
    }


def _of_products(year: ShopYear, chosen: Ints) -> dict[str, Sequence[str]]:
    items = year.items
    products = [year.shop.products[product] for product in items.product[chosen].tolist()]
    return {
        "商品标题": [product.title for product in products],
        "商品ID": [product.product_id for product in products],
        "商家编码": [product.code for product in products],
        "商品价格": yuan(items.price[chosen].tolist()),
        "购买数量": [str(count) for count in items.quantity[chosen].tolist()],
        "商品属性": ["颜色分类:原木色"] * len(products),
    }


def _places(of: Ints) -> Ints:
    """The place of each item within its order from 1 on, or 0 where it is alone and shares the order's number."""
    starts, ends = np.searchsorted(of, of, "left"), np.searchsorted(of, of, "right")
    return np.where(ends - starts > 1, np.arange(len(of)) - starts + 1, 0)


def _cancelled(year: ShopYear, chosen: Ints) -> np.ndarray:
    """Which items were paid back in full before they were shipped."""
    refunds, shipped = year.items.refunds, year.orders.shipped_at[year.items.order[chosen]]
    whole = (refunds.state[chosen] == SUCCEEDED) & (refunds.amount[chosen] == year.items.amount[chosen])
    return whole & (np.isnat(shipped) | (refunds.finished[chosen] < shipped))


def _status(year: ShopYear, of: Ints, sent: np.ndarray, returned: np.ndarray) -> list[str]:
    orders = year.orders
    paid, new = orders.paid[of], orders.created[of] >= np.datetime64(year.today, "s") - DAY
    received = ~np.isnat(orders.received_at[of])
    states = [~paid & new, ~paid | returned, received, ~np.isnat(sent)]
    return np.select(states, [UNPAID, SHUT, DONE, SHIPPED], TO_SHIP).tolist()
