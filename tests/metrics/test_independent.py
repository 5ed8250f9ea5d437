"""The same figures worked out a second way: from the demo's files, in plain pandas, without any of the board's code."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data.warehouse import Warehouse, opened
from metrics.catalogue import metric_named
from metrics.period import Period
from metrics.question import answer
from tests.demo_years import DemoYears
from tests.metrics.raw_demo import SHOPS, Raw, read
from tests.metrics.raw_ledger import ledger, reviews

TODAY = date(2026, 11, 21)
YESTERDAY = Period(date(2026, 11, 20), date(2026, 11, 20))
DOUBLE_ELEVEN = Period(date(2026, 11, 11), date(2026, 11, 11))
WEEK = Period(date(2026, 11, 13), date(2026, 11, 19))
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
TURN_OF_YEAR = Period(date(2025, 12, 20), date(2026, 1, 10))
DAYS, SPANS = (YESTERDAY, DOUBLE_ELEVEN), (YESTERDAY, DOUBLE_ELEVEN, WEEK, OCTOBER, TURN_OF_YEAR)

Worked = Callable[["Part"], float | None]


class Part:
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

    def told(self, *names: str) -> pd.DataFrame:
        """The days of the daily report that hold all of these."""
        return self.daily.dropna(subset=list(names))


def over(a: float, b: float) -> float | None:
    return a / b if b else None


def total(name: str) -> Worked:
    """The sum of a heading of the daily report."""
    return lambda part: part.told(name)[name].sum()


def share(a: str, b: str) -> Worked:
    """A heading of the daily report over another, on days with both."""
    return lambda part: over(part.told(a, b)[a].sum(), part.told(a, b)[b].sum())


def of_orders(worked: Callable[[pd.DataFrame], float]) -> Worked:
    """A figure of the orders paid."""
    return lambda part: worked(part.paid)


def weighted(value: str, weight: str) -> Worked:
    """The mean of an agents' column, weighted."""

    def mean(part: Part) -> float | None:
        known = part.agents.dropna(subset=[value, weight])
        return over((known[value] * known[weight]).sum(), known[weight].sum())

    return mean


def gross(orders: pd.DataFrame) -> float:
    return (orders["left"] + orders["refund"]).sum() / 100


def net(part: Part) -> float:
    return gross(part.paid) - part.told("成功退款金额")["成功退款金额"].sum()


def refund_rate(orders: pd.DataFrame) -> float:
    return orders["refund"].sum() / 100 / gross(orders)


def inquiry_rate(part: Part) -> float | None:
    known = part.agents.dropna(subset=["paid", "inquirers"])
    return over(known["paid"].sum(), known["inquirers"].sum())


def silent_sales(part: Part) -> float:
    known = part.agents.groupby(["shop", "day"])["sales"].sum() / 100
    paid = part.paid.assign(day=part.paid["paid_at"].dt.normalize(), all=part.paid["left"] + part.paid["refund"])
    sums = paid.groupby(["shop", "day"])["all"].sum() / 100
    both = pd.concat([known, sums], axis=1, join="inner")
    return 1 - both["sales"].sum() / both["all"].sum()


def silent_conversion(part: Part) -> float:
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


def spend(part: Part) -> float:
    return sum(part.daily[name].sum() for name in BOOKED)


def order_pay_rate(part: Part) -> float:
    ordered, paid = part.made["buyer"], part.made["buyer"][part.made["paid_at"].notna()]
    return paid.nunique() / ordered.nunique()


def waiting(part: Part) -> float:
    left = part.paid["status"].str.contains("等待卖家发货") & part.paid["sent"].isna()
    return float((left & ~((part.paid["left"] == 0) & (part.paid["refund"] > 0))).sum())


def month_to_date(part: Part) -> float:
    return gross(part.cut(part.raw.orders, "paid_at", part.during.last.replace(day=1)))


def month_target(part: Part) -> float:
    months = part.raw.months[part.raw.months["month"] == pd.Timestamp(part.during.last.replace(day=1))]
    return months[months["shop"] == part.shop if part.shop else slice(None)]["target"].sum()


def score(name: str) -> Worked:
    return lambda part: float(part.dsr.sort_values("day")[name].iloc[-1])


def channel(worked: Callable[[pd.DataFrame, Part], float | None], name: str = "手淘搜索") -> Worked:
    return lambda part: worked(part.traffic[part.traffic["channel"] == name], part)


def channel_share(rows: pd.DataFrame, part: Part) -> float | None:
    both = rows.merge(part.daily, on=["shop", "day"])
    return over(both["visitors"].sum(), both["访客数"].sum())


def by_plan(part: Part, a: str, b: str) -> float | None:
    rows = part.cut(part.raw.plans, "day")
    return over(rows[a].sum(), rows[b].sum())


def month_before(part: Part, table: pd.DataFrame, day: str) -> pd.DataFrame:
    """The thirty days up to the last one."""
    return part.cut(table, day, part.during.last - timedelta(days=29))


def settled(part: Part) -> pd.DataFrame:
    return month_before(part, part.raw.refunds[part.raw.refunds["status"] == "退款成功"], "done")


def suborders(part: Part) -> float:
    return month_before(part, part.raw.daily, "day")["支付子订单数"].sum()


def online(part: Part) -> pd.Series:
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
PRODUCT = "719850241635"


@pytest.fixture(scope="module")
def folder(demo_years: DemoYears) -> Path:
    return demo_years.files(TODAY)[0].parent


@pytest.fixture(scope="module")
def board(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with opened(demo_years.imported(TODAY, tmp_path_factory.mktemp("demo") / "var")) as warehouse:
        yield warehouse


@pytest.fixture(scope="module")
def parts(board: Warehouse, folder: Path) -> dict[tuple[Period, str | None], Part]:
    raw = read(folder)
    return {(during, shop): Part(raw, shop, during) for during in SPANS for shop in (*SHOPS, None)}


@pytest.fixture(scope="module")
def said(board: Warehouse) -> dict[tuple[Period, str | None], dict[str, float | None]]:
    """What the board answers to everything at once."""
    found = {}
    for during in SPANS:
        for shop in (*SHOPS, None):
            names = [
                *ANY,
                *OF_ONE_SHOPS_FILES,
                *(OF_ONE_SHOP if shop else ()),
                *(OF_ONE_DAY if shop and during in DAYS else ()),
            ]
            found[during, shop] = asked(board, names, during, **({"shop": shop} if shop else {}))
    return found


def asked(board: Warehouse, names: Sequence[str], during: Period, **where: str) -> dict[str, float | None]:
    row = answer(board, [metric_named(name) for name in names], during, where=where).to_pylist()[0]
    return {name: None if value is None else float(value) for name, value in row.items()}


def same(found: float | None, worked: float | None) -> bool:
    if found is None or worked is None or pd.isna(worked):
        return found is None and (worked is None or pd.isna(worked))
    return found == pytest.approx(float(worked), rel=1e-9, abs=1e-9)


Parts = dict[tuple[Period, str | None], Part]
Said = dict[tuple[Period, str | None], dict[str, float | None]]


def told(of: dict[str, Worked]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", of)


@told(ANY)
def test_it_is_the_same_for_each_shop_and_for_both_over_every_span(said: Said, parts: Parts, name: str) -> None:
    worked = {part: ANY[name](parts[part]) for part in parts}
    assert [part for part in parts if not same(said[part][name], worked[part])] == []
    assert any(worked.values())


@told(OF_ONE_SHOP)
def test_it_is_the_same_for_each_shop_over_every_span(said: Said, parts: Parts, name: str) -> None:
    worked = {part: OF_ONE_SHOP[name](parts[part]) for part in parts if part[1]}
    assert [part for part in worked if not same(said[part][name], worked[part])] == []
    assert any(worked.values())


@told(OF_ONE_DAY)
def test_it_is_the_same_for_each_shop_and_day(said: Said, parts: Parts, name: str) -> None:
    worked = {(during, shop): OF_ONE_DAY[name](parts[during, shop]) for during in DAYS for shop in SHOPS}
    assert [part for part in worked if not same(said[part][name], worked[part])] == []
    assert all(worked.values())


@told(OF_ONE_SHOPS_FILES)
def test_it_is_the_same_for_the_flagship_as_far_as_its_files_reach(said: Said, parts: Parts, name: str) -> None:
    worked = {
        (during, SHOPS[0]): OF_ONE_SHOPS_FILES[name](parts[during, SHOPS[0]])
        for during in (YESTERDAY, DOUBLE_ELEVEN, WEEK, OCTOBER)
    }
    assert [part for part in worked if not same(said[part][name], worked[part])] == []
    assert all(worked.values())
    assert said[TURN_OF_YEAR, SHOPS[0]][name] is None


@pytest.mark.parametrize("during", SPANS, ids=lambda during: during.label("en"))
def test_it_is_the_same_for_a_channel(board: Warehouse, parts: Parts, during: Period) -> None:
    for shop in SHOPS:
        found = asked(board, list(OF_A_CHANNEL), during, shop=shop, channel="手淘搜索")
        worked = {name: OF_A_CHANNEL[name](parts[during, shop]) for name in found}
        assert [name for name in found if not same(found[name], worked[name])] == []


def test_a_products_sales_are_those_of_its_suborders(board: Warehouse, parts: Parts) -> None:
    items = parts[WEEK, SHOPS[0]].items
    mine = items[items["product"] == PRODUCT]
    found = asked(board, ("product_pay_amount", "product_pay_items"), WEEK, shop=SHOPS[0], product=PRODUCT)
    assert same(found["product_pay_amount"], (mine["left"] + mine["returned"]).sum() / 100)
    assert same(found["product_pay_items"], mine["pieces"].sum())


@pytest.fixture(scope="module")
def kept(board: Warehouse, folder: Path) -> dict[str, pd.DataFrame]:
    """The sheets that the department keeps by hand; the board has read them, too."""
    return ledger(folder)


@pytest.mark.parametrize("during", (YESTERDAY, WEEK, OCTOBER), ids=lambda during: during.label("en"))
def test_bad_reviews_are_those_called_bad(board: Warehouse, folder: Path, during: Period) -> None:
    told = reviews(folder)
    told = told[(told["day"] >= pd.Timestamp(during.first)) & (told["day"] <= pd.Timestamp(during.last))]
    for shop in SHOPS:
        mine = told[told["shop"] == shop]
        bad = mine[mine["评价等级"] == "差评"]
        found = asked(board, ("rated_reviews", "bad_reviews", "bad_review_rate", "bad_reviews_open"), during, shop=shop)
        assert found["rated_reviews"] == len(mine)
        assert found["bad_reviews"] == len(bad)
        assert found["bad_reviews_open"] == (bad["回复状态"] == "未回复").sum()
        assert same(found["bad_review_rate"], len(bad) / len(mine))


def test_complaints_stand_open_at_a_days_end_until_somebody_closes_them(
    board: Warehouse, kept: dict[str, pd.DataFrame]
) -> None:
    rows = kept["投诉登记"]
    known = rows[rows["完结时间"].notna() | (rows["投诉状态"] != "已完结")]
    for shop in SHOPS:
        for during in (YESTERDAY, WEEK, OCTOBER):
            end = pd.Timestamp(during.last) + timedelta(days=1)
            stands = known[(known["店铺名称"] == shop) & (known["投诉时间"] < end) & ~(known["完结时间"] < end)]
            found = asked(board, ("complaints_open", "complaints_overdue"), during, shop=shop)
            assert found["complaints_open"] == len(stands)
            assert found["complaints_overdue"] == (stands["处理截止时间"] < end).sum()


def test_faults_last_until_they_are_solved_or_until_the_last_day_known(
    board: Warehouse, kept: dict[str, pd.DataFrame]
) -> None:
    rows = kept["运营日志"]
    lasted = rows["排除"].fillna(pd.Timestamp(TODAY)) - rows["发现"]
    for during in (YESTERDAY, OCTOBER):
        inside = rows["发现"].dt.normalize().between(pd.Timestamp(during.first), pd.Timestamp(during.last))
        minutes = lasted[inside].dt.total_seconds().sum() / 60
        assert minutes > 0
        assert same(asked(board, ("fault_minutes",), during)["fault_minutes"], minutes)


def test_featured_products_attain_what_they_sold_of_their_targets(
    board: Warehouse, parts: Parts, kept: dict[str, pd.DataFrame]
) -> None:
    sold = parts[WEEK, None].raw.products
    named = kept["主推商品"].merge(sold, left_on=["店铺名称", "日期", "商品ID"], right_on=["shop", "day", "商品ID"])
    for shop in SHOPS:
        for during in (YESTERDAY, WEEK, OCTOBER):
            inside = named["day"].between(pd.Timestamp(during.first), pd.Timestamp(during.last))
            rows = named[inside & (named["shop"] == shop)]
            worked = rows["支付金额"].astype(float).sum() / rows["日目标"].sum()
            assert same(asked(board, ("featured_attain",), during, shop=shop)["featured_attain"], worked)


def test_stock_lasts_as_long_as_two_weeks_of_sales_say(
    board: Warehouse, parts: Parts, kept: dict[str, pd.DataFrame]
) -> None:
    last = pd.Timestamp(YESTERDAY.last)
    sold = parts[WEEK, None].raw.products
    pace = sold[sold["day"] > last - timedelta(days=14)].groupby(["shop", "商品ID"])["支付件数"].sum() / 14
    left = kept["库存"][kept["库存"]["日期"] == last].set_index(["店铺名称", "商品ID"])["库存"]
    for shop in SHOPS:
        for product, stock in left[shop].items():
            found = asked(board, ("stock_days",), YESTERDAY, shop=shop, product=str(product))["stock_days"]
            assert same(found, over(stock, pace[shop, product]))
