"""退款: the 退款管理 export of the refunds asked for in the last three months, as they stood this morning."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data.demo.exports.orders import rows_of
from data.demo.facts.arrays import Ints, moments, yuan
from data.demo.facts.refunds import CLOSED, NONE, REQUESTED, SUCCEEDED
from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.writing.workbook import write_workbook

Columns = dict[str, Sequence[str]]

RECENT = 90
HEADINGS = (
    "订单编号", "退款编号", "订单付款时间", "商品id", "退款完结时间", "买家实际支付金额", "退款总额", "宝贝标题",
    "退款申请时间", "超时时间", "退款状态", "货物状态", "客服介入状态", "买家退款原因", "责任方", "售中或售后",
    "部分退款/全额退款", "售后类型", "商家编码",
)  # fmt: skip
STATUS = {SUCCEEDED: "退款成功", REQUESTED: "买家已经申请退款，等待卖家同意", CLOSED: "退款关闭"}
REASONS = (
    "7天无理由退换货", "不喜欢/不想要", "拍错/多拍", "7天无理由退换货", "质量问题", "未按约定时间发货",
    "不喜欢/不想要", "商品与页面描述不符", "其他", "商品破损/污渍",
)  # fmt: skip
TO_ANSWER = 2 * DAY
"""How long the platform waits for the shop's answer to a request."""

DISPUTED = 83
"""One refund in so many went to the platform."""


def write(year: ShopYear, to: Path) -> list[Path]:
    """One workbook, a row a refund."""
    refunds = year.items.refunds
    recent = refunds.requested_at >= year.days[-RECENT].astype("datetime64[s]")
    chosen = np.flatnonzero((refunds.state != NONE) & recent)
    columns = {**_of_orders(year, chosen), **_of_products(year, chosen), **_of_refunds(year, chosen)}
    columns |= _of_after_sales(year, chosen)
    name = f"退款管理_{year.shop.name}_{year.today:%Y%m%d}.xlsx"
    return [write_workbook(to / name, {"export": [list(HEADINGS), *rows_of(HEADINGS, columns)]})]


def _of_orders(year: ShopYear, chosen: Ints) -> Columns:
    of = year.items.order[chosen]
    ids = year.orders.ids[of].tolist()
    return {
        "订单编号": [str(number) for number in ids],
        "退款编号": [
            f"18{number % 10**13:013d}{place % 100:02d}" for number, place in zip(ids, chosen.tolist(), strict=True)
        ],
        "订单付款时间": moments(year.orders.paid_at[of]),
        "买家实际支付金额": yuan(year.items.amount[chosen].tolist()),
        "售中或售后": ["售中"] * len(chosen),
    }


def _of_products(year: ShopYear, chosen: Ints) -> Columns:
    products = [year.shop.products[product] for product in year.items.product[chosen].tolist()]
    return {
        "商品id": [product.product_id for product in products],
        "宝贝标题": [product.title for product in products],
        "商家编码": [product.code for product in products],
    }


def _of_refunds(year: ShopYear, chosen: Ints) -> Columns:
    refunds, never = year.items.refunds, np.datetime64("NaT", "s")
    state, requested = refunds.state[chosen], refunds.requested_at[chosen]
    whole = (refunds.amount == year.items.amount)[chosen].tolist()
    return {
        "退款申请时间": moments(requested),
        "超时时间": moments(np.where(state == REQUESTED, requested + TO_ANSWER, never)),
        "退款完结时间": moments(np.where(state == REQUESTED, never, refunds.finished[chosen])),
        "退款总额": yuan(refunds.amount[chosen].tolist()),
        "退款状态": [STATUS[kind] for kind in state.tolist()],
        "部分退款/全额退款": ["全额退款" if all_of_it else "部分退款" for all_of_it in whole],
    }


def _of_after_sales(year: ShopYear, chosen: Ints) -> Columns:
    items, places = year.items, chosen.tolist()
    sent = (year.orders.shipped_at[items.order[chosen]] < items.refunds.requested_at[chosen]).tolist()
    return {
        "货物状态": ["买家已收到货" if shipped else "未发货" for shipped in sent],
        "售后类型": ["退货退款" if shipped else "仅退款" for shipped in sent],
        "客服介入状态": ["客服处理完成" if place % DISPUTED == 0 else "不需客服介入" for place in places],
        "责任方": ["商家责任" if place % DISPUTED == 0 else "" for place in places],
        "买家退款原因": [REASONS[place % len(REASONS)] for place in places],
    }
