"""Figures worked out from the demo's files in plain pandas, without any of the board's code but for periods."""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from metrics.calendar.period import Period
from tests.metrics.raw_demo import Raw

Worked = Callable[["FileSlice"], float | None]


class FileSlice:
    """What the files say of one shop (or of both) and some days."""

    def __init__(self, raw: Raw, shop: str | None, during: Period) -> None:
        self.during = during
        self.raw, self.shop = raw, shop
        self.daily, self.traffic = self.cut(raw.daily, "day"), self.cut(raw.traffic, "day")
        self.agents, self.dsr = self.cut(raw.agents, "day"), self.cut(raw.dsr, "day")
        self.paid, self.made = self.cut(raw.orders, "paid_at"), self.cut(raw.orders, "made")
        self.items = self.cut(raw.items, "paid_at")

    def cut(self, table: pd.DataFrame, day: str, first: date | None = None) -> pd.DataFrame:
        """The rows of the shop and the days."""
        days = table[day].dt.normalize()
        inside = (days >= pd.Timestamp(first or self.during.first)) & (days <= pd.Timestamp(self.during.last))
        return table[inside & (table["shop"] == self.shop if self.shop else True)]

    def rows_of(self, *names: str) -> pd.DataFrame:
        """The days of the daily report that hold all of these."""
        return self.daily.dropna(subset=list(names))


def over(a: float, b: float) -> float | None:
    return a / b if b else None


def total(name: str) -> Worked:
    """The sum of a heading of the daily report."""
    return lambda part: part.rows_of(name)[name].sum()


def share(a: str, b: str) -> Worked:
    """A heading of the daily report over another, on days with both."""
    return lambda part: over(part.rows_of(a, b)[a].sum(), part.rows_of(a, b)[b].sum())


def of_orders(worked: Callable[[pd.DataFrame], float]) -> Worked:
    """A figure of the orders paid."""
    return lambda part: worked(part.paid)


def weighted(value: str, weight: str) -> Worked:
    """The mean of an agents' column, weighted."""

    def mean(part: FileSlice) -> float | None:
        recorded = part.agents.dropna(subset=[value, weight])
        return over((recorded[value] * recorded[weight]).sum(), recorded[weight].sum())

    return mean


def gross(orders: pd.DataFrame) -> float:
    return (orders["left"] + orders["refund"]).sum() / 100


def net(part: FileSlice) -> float:
    return gross(part.paid) - part.rows_of("成功退款金额")["成功退款金额"].sum()


def refund_rate(orders: pd.DataFrame) -> float:
    return orders["refund"].sum() / 100 / gross(orders)


def inquiry_rate(part: FileSlice) -> float | None:
    recorded = part.agents.dropna(subset=["paid", "inquirers"])
    return over(recorded["paid"].sum(), recorded["inquirers"].sum())


def silent_sales(part: FileSlice) -> float:
    recorded = part.agents.groupby(["shop", "day"])["sales"].sum() / 100
    paid = part.paid.assign(day=part.paid["paid_at"].dt.normalize(), all=part.paid["left"] + part.paid["refund"])
    sums = paid.groupby(["shop", "day"])["all"].sum() / 100
    both = pd.concat([recorded, sums], axis=1, join="inner")
    return 1 - both["sales"].sum() / both["all"].sum()


def silent_conversion(part: FileSlice) -> float:
    served = part.agents.groupby(["shop", "day"])["served"].sum()
    both = part.daily.set_index(["shop", "day"])[["访客数", "支付买家数"]].join(served, how="inner")
    return (both["支付买家数"] - both["served"]).clip(lower=0).sum() / both["访客数"].sum()


BOOKED = (
    "直通车消耗",
    "关键词推广花费",
    "关键词推广消耗",
    "全站推广花费",
    "全站推广",
    "精准人群推广花费",
    "淘宝客佣金",
)


def spend(part: FileSlice) -> float:
    return sum(part.daily[name].sum() for name in BOOKED)


def order_pay_rate(part: FileSlice) -> float:
    ordered, paid = part.made["buyer"], part.made["buyer"][part.made["paid_at"].notna()]
    return paid.nunique() / ordered.nunique()


def waiting(part: FileSlice) -> float:
    left = part.paid["status"].str.contains("等待卖家发货") & part.paid["sent"].isna()
    return float((left & ~((part.paid["left"] == 0) & (part.paid["refund"] > 0))).sum())


def month_to_date(part: FileSlice) -> float:
    return gross(part.cut(part.raw.orders, "paid_at", part.during.last.replace(day=1)))


def month_target(part: FileSlice) -> float:
    months = part.raw.months[part.raw.months["month"] == pd.Timestamp(part.during.last.replace(day=1))]
    return months[months["shop"] == part.shop if part.shop else slice(None)]["target"].sum()


def score(name: str) -> Worked:
    return lambda part: float(part.dsr.sort_values("day")[name].iloc[-1])


def channel(worked: Callable[[pd.DataFrame, FileSlice], float | None], name: str = "手淘搜索") -> Worked:
    return lambda part: worked(part.traffic[part.traffic["channel"] == name], part)


def channel_share(rows: pd.DataFrame, part: FileSlice) -> float | None:
    both = rows.merge(part.daily, on=["shop", "day"])
    return over(both["visitors"].sum(), both["访客数"].sum())


def by_plan(part: FileSlice, a: str, b: str) -> float | None:
    rows = part.cut(part.raw.plans, "day")
    return over(rows[a].sum(), rows[b].sum())


def month_before(part: FileSlice, table: pd.DataFrame, day: str) -> pd.DataFrame:
    """The thirty days up to the last one."""
    return part.cut(table, day, part.during.last - timedelta(days=29))


def settled(part: FileSlice) -> pd.DataFrame:
    return month_before(part, part.raw.refunds[part.raw.refunds["status"] == "退款成功"], "done")


def suborders(part: FileSlice) -> float:
    return month_before(part, part.raw.daily, "day")["支付子订单数"].sum()


def online(part: FileSlice) -> pd.Series:
    """The pieces sold in thirty days of each product that was not taken down."""
    rows = month_before(part, part.raw.products, "day").sort_values("day").groupby("商品ID")
    return rows["支付件数"].sum()[rows["商品状态"].last() != "已下架"]


ANY: dict[str, Worked] = {
    "pay_amount": of_orders(gross),
    "pay_amount_orders": of_orders(gross),
    "pay_amount_report": total("支付金额"),
    "net_pay_amount": net,
    "net_pay_amount_pay": of_orders(lambda orders: orders["left"].sum() / 100),
    "refund_amount_pay": of_orders(lambda orders: orders["refund"].sum() / 100),
    "refund_rate_amount": of_orders(refund_rate),
    "refund_amount_finish": total("成功退款金额"),
    "pay_orders": of_orders(lambda orders: orders["order"].nunique()),
    "avg_ticket": of_orders(lambda orders: gross(orders) / len(orders)),
    "avg_order_value": share("支付金额", "支付买家数"),
    "pay_buyers_orders": of_orders(lambda orders: orders["buyer"].nunique()),
    "page_views": total("浏览量"),
    "pay_conversion": share("支付买家数", "访客数"),
    "uv_value": share("支付金额", "访客数"),
    "cart_rate": share("加购人数", "访客数"),
    "views_per_visitor": share("浏览量", "访客数"),
    "repeat_buyer_share": share("支付老买家数", "支付买家数"),
    "order_conversion": share("下单买家数", "访客数"),
    "order_pay_rate": order_pay_rate,
    "silent_sales_share": silent_sales,
    "silent_conversion": silent_conversion,
    "ad_spend": spend,
    "shop_roi": lambda part: gross(part.paid) / spend(part),
    "ad_cost_ratio": lambda part: spend(part) / gross(part.paid),
    "receptions": lambda part: part.agents["received"].sum(),
    "inquirers": lambda part: part.agents["inquirers"].sum(),
    "cs_sales": lambda part: part.agents["sales"].sum() / 100,
    "first_response_sec": weighted("first", "received"),
    "avg_response_sec": weighted("mean", "received"),
    "reply_rate": weighted("reply", "asked"),
    "inquiry_pay_final_rate": inquiry_rate,
    "unshipped_yday": waiting,
    "month_target": month_target,
    "month_attain": lambda part: month_to_date(part) / month_target(part),
}
"""Asked of each shop, and of both, over every span."""

OF_ONE_SHOP: dict[str, Worked] = {
    "visitors_daily_mean": lambda part: part.daily["访客数"].mean(),
    "bounce_rate": lambda part: part.daily["跳失率"].mean(),
    "avg_stay_sec": lambda part: part.daily["平均停留时长"].mean(),
    "dsr_item": score("描述相符评分"),
    "dsr_service": score("服务态度评分"),
    "dsr_delivery": score("物流服务评分"),
}
OF_ONE_SHOPS_FILES: dict[str, Worked] = {
    "ad_sales": lambda part: part.cut(part.raw.plans, "day")["总成交金额"].sum(),
    "ad_roi": lambda part: by_plan(part, "总成交金额", "花费"),
    "ad_ctr": lambda part: by_plan(part, "点击量", "展现量"),
    "ad_cpc": lambda part: by_plan(part, "花费", "点击量"),
    "refund_rate_30d": lambda part: len(settled(part)) / suborders(part),
    "dispute_refund_rate": lambda part: settled(part)["platform"].eq("客服处理完成").sum() / suborders(part),
    "quality_refund_rate": lambda part: (
        settled(part)["reason"].str.contains("质量|描述不符|破损").sum() / suborders(part)
    ),
    "refund_days": lambda part: (settled(part)["done"] - settled(part)["asked"]).dt.total_seconds().mean() / 86400,
    "online_items": lambda part: len(online(part)),
    "moving_rate": lambda part: (online(part) > 0).mean(),
    "zero_sale_items": lambda part: (online(part) == 0).sum(),
}
"""Asked of the flagship over the spans that its lists of refunds, plans and products reach back over."""

OF_ONE_DAY: dict[str, Worked] = {"visitors": total("访客数"), "pay_buyers": total("支付买家数")}
OF_A_CHANNEL: dict[str, Worked] = {
    "channel_conversion": channel(lambda rows, _: over(rows["buyers"].sum(), rows["visitors"].sum())),
    "channel_pay_amount": channel(lambda rows, _: rows["amount"].sum() / 100 if len(rows) else None),
    "channel_share": channel(channel_share),
}
