"""退款: the 退款管理 export of the refunds asked for in the last three months, as they stood this morning."""

from pathlib import Path

import numpy as np

from data.demo.facts.arrays import moments, yuan
from data.demo.facts.refunds import ASKED, CLOSED, NONE, SUCCEEDED
from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.writing.workbook import Cell, write_workbook

RECENT = 90
HEADINGS = (
    "订单编号", "退款编号", "订单付款时间", "商品id", "退款完结时间", "买家实际支付金额", "退款总额", "宝贝标题",
    "退款申请时间", "超时时间", "退款状态", "货物状态", "客服介入状态", "买家退款原因", "责任方", "售中或售后",
    "部分退款/全额退款", "售后类型", "商家编码",
)  # fmt: skip
STATUS = {SUCCEEDED: "退款成功", ASKED: "买家已经申请退款，等待卖家同意", CLOSED: "退款关闭"}
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
    items, orders = year.items, year.orders
    asked = items.refunds.asked
    chosen = np.flatnonzero((items.refunds.state != NONE) & (asked >= year.days[-RECENT].astype("datetime64[s]")))
    of, state = items.order[chosen], items.refunds.state[chosen]
    done = np.where(state == ASKED, np.datetime64("NaT", "s"), items.refunds.finished[chosen])
    shipped = orders.shipped_at[of]
    columns: list[list[Cell]] = [
        [str(number) for number in orders.ids[of].tolist()],
        [f"18{number % 10**13:013d}{place % 100:02d}" for number, place in zip(orders.ids[of].tolist(), chosen.tolist(),
            strict=True)],
        [*moments(orders.paid_at[of])],
        [year.shop.products[product].product_id for product in items.product[chosen].tolist()],
        [*moments(done)],
        [*yuan(items.amount[chosen].tolist())],
        [*yuan(items.refunds.amount[chosen].tolist())],
        [year.shop.products[product].title for product in items.product[chosen].tolist()],
        [*moments(asked[chosen])],
        [*moments(np.where(state == ASKED, asked[chosen] + TO_ANSWER, np.datetime64("NaT", "s")))],
        [STATUS[kind] for kind in state.tolist()],
        ["买家已收到货" if sent else "未发货" for sent in (shipped < asked[chosen]).tolist()],
        ["客服处理完成" if place % DISPUTED == 0 else "不需客服介入" for place in chosen.tolist()],
        [REASONS[place % len(REASONS)] for place in chosen.tolist()],
        ["商家责任" if place % DISPUTED == 0 else "" for place in chosen.tolist()],
        ["售中"] * len(chosen),
        ["全额退款" if whole else "部分退款" for whole in (items.refunds.amount == items.amount)[chosen].tolist()],
        ["退货退款" if sent else "仅退款" for sent in (shipped < asked[chosen]).tolist()],
        [year.shop.products[product].code for product in items.product[chosen].tolist()],
    ]  # fmt: skip
    name = f"退款管理_{year.shop.name}_{year.today:%Y%m%d}.xlsx"
    return [write_workbook(to / name, {"export": [list(HEADINGS), *zip(*columns, strict=True)]})]
