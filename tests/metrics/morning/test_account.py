"""The morning's account: true sentences, and honest ones where files are missing."""

import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import last_days
from metrics.catalogue.trade.sales import REFUND_RATE
from metrics.definition.metric import young
from metrics.judgement.limits import Level
from metrics.morning.account import morning
from metrics.morning.completeness import files, shops
from metrics.morning.morning import Morning
from metrics.review.review import review
from tests.metrics.rows import DAY, OTHER, SHOP, Fill, agent, channel, order, plan, report


def _weeks(fill: Fill, weeks: int = 4, shop: str = SHOP) -> None:
    """The same weekdays before: 1,000 visitors, 30 buyers, 9,000 yuan."""
    days = [DAY - timedelta(weeks=n) for n in range(1, weeks + 1)]
    fill("shop_daily", *(report(when, shop, visitors=1000, pay_buyers=30, pay_amount=9000) for when in days))


def _tile(account: Morning, name: str):  # type: ignore[no-untyped-def]
    return next(tile for tile in account.tiles if tile.metric.name == name)


def test_an_empty_warehouse_says_what_is_missing(warehouse: Warehouse) -> None:
    account = morning(warehouse, DAY, None)
    assert account.verdict is Level.UNJUDGED
    assert account.headline.zh == "昨日的支付数据还没到，缺订单或店铺日报"
    assert all(tile.value is None and tile.judgement.level is Level.UNJUDGED for tile in account.tiles)
    assert account.sentences[1].zh == "本月还没有支付数据，不评进度。"
    assert (account.channels, account.service, account.service_total, account.files) == ((), (), None, ())


def test_a_gap_is_explained_by_its_main_cause(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=800, pay_buyers=25, pay_amount=7600))
    fill("targets", plan("2026-06", 270_000))
    account = morning(warehouse, DAY, SHOP)
    assert account.headline.zh == "昨日差 1,400元，主因是访客少来了 200人"
    assert account.headline.en == "Yesterday 1,400 yuan short, mainly 200 fewer visitors"
    assert (
        account.sentences[0].zh
        == "昨日支付 7,600元，达成 84.4%；访客比同星期少 20.0%，吃掉 1,848元，转化与客单补回 448元。"
    )
    assert sum(cause.amount for cause in account.causes) == Decimal("-1400.00")


def test_what_somebody_can_act_on_comes_before_how_the_target_was_set(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=990, pay_buyers=30, pay_amount=8910))
    fill("targets", plan("2026-06", 600_000))
    assert morning(warehouse, DAY, SHOP).headline.zh == "昨日差 1.11万元，其中访客少来了 10人"


def test_a_target_above_the_weekday_is_named_as_the_cause(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=1000, pay_buyers=30, pay_amount=9000))
    fill("targets", plan("2026-06", 600_000))
    account = morning(warehouse, DAY, SHOP)
    assert account.headline.zh == "昨日差 1.10万元，主因是目标比同星期高 1.10万元"
    assert "访客与同星期持平" in account.sentences[0].zh


def test_more_than_the_target_is_said_too(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=1000, pay_buyers=30, pay_amount=12_000))
    fill("targets", plan("2026-06", 270_000))
    account = morning(warehouse, DAY, SHOP)
    assert account.headline.zh == "昨日超目标 3,000元，主要靠客单价走高，带来 3,000元"


def test_without_a_target_the_weekday_is_the_measure(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=800, pay_buyers=24, pay_amount=7200))
    account = morning(warehouse, DAY, SHOP)
    assert account.headline.zh == "昨日比同星期少 1,800元，主因是访客少来了 200人"
    assert account.sentences[0].zh.startswith("昨日支付 7,200元，未设目标，不评达成；")
    assert account.sentences[1].zh == "本月未设目标，不评进度。"
    assert account.verdict is Level.UNJUDGED
    assert _tile(account, "month_attain").judgement.reason.zh == "未设目标，不评达成"


def test_the_first_weeks_have_no_causes(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill, weeks=2)
    fill("shop_daily", report(visitors=800, pay_buyers=24, pay_amount=7200))
    account = morning(warehouse, DAY, SHOP)
    assert account.headline.zh == "昨日支付 7,200元，未设目标"
    assert "同星期不足 3 周" in account.sentences[0].zh
    assert "满四周后可比" in _tile(account, "visitors").judgement.reason.zh


def test_orders_without_a_report_have_no_causes(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 500))
    account = morning(warehouse, DAY, SHOP)
    assert "缺店铺日报，拆不出原因" in account.sentences[0].zh
    assert _tile(account, "visitors").judgement.reason.zh == "缺店铺日报，未评"
    assert "订单没有状态" in account.sentences[2].zh


def test_orders_and_report_that_differ_are_told(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill)
    fill("shop_daily", report(visitors=1000, pay_buyers=30, pay_amount=9000))
    fill("orders", order(1, 8000))
    account = morning(warehouse, DAY, SHOP)
    assert "订单比店铺日报少 1,000元" in account.sentences[0].zh
    assert account.headline.zh.endswith("主因是订单比店铺日报少 1,000元")


def test_the_month_is_held_against_its_weighted_pace(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    fill("shop_daily", *(report(date(2026, 6, n), pay_amount=9000) for n in range(1, 12)))
    account = morning(warehouse, DAY, SHOP)
    assert account.verdict is Level.WATCH
    assert account.sentences[1].zh == "本月达成 33.0%，落后加权进度 3.7个百分点；往后每天要 1.06万元。"
    assert account.sentences[1].en.startswith("Month 33.0%, 3.7 points behind pace;")


def test_a_day_with_nothing_planned_has_no_target(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 1000), plan("2026-06-18", 1000))
    fill("shop_daily", report(pay_amount=500))
    account = morning(warehouse, DAY, SHOP)
    assert _tile(account, "pay_amount").target is None
    assert "未设目标" in account.sentences[0].zh


def test_an_account_can_be_remembered(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=800))
    account = morning(warehouse, DAY, SHOP)
    assert pickle.loads(pickle.dumps(account)) == account


def test_a_month_with_holes_says_so(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    fill("shop_daily", *(report(date(2026, 6, n), pay_amount=10_000) for n in (1, 2, 3, 10, 11)))
    assert "本月缺 6 天支付数据" in morning(warehouse, DAY, SHOP).sentences[1].zh


def test_a_missing_day_is_never_good_even_when_the_month_is(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    fill("shop_daily", *(report(date(2026, 6, n), pay_amount=20_000) for n in range(1, 11)))
    account = morning(warehouse, DAY, SHOP)
    assert account.verdict is Level.UNJUDGED
    assert account.headline.zh.startswith("昨日的支付数据还没到，缺店铺日报、订单")


def test_several_shops_are_summed_without_their_visitors(warehouse: Warehouse, fill: Fill) -> None:
    for shop in (SHOP, OTHER):
        _weeks(fill, shop=shop)
        fill("shop_daily", report(shop=shop, visitors=800, pay_buyers=24, pay_amount=7200))
    account = morning(warehouse, DAY, None)
    visitors = _tile(account, "visitors")
    assert (visitors.value, visitors.judgement.reason.zh) == (None, "多店访客不相加，请选一家店")
    assert _tile(account, "pay_amount").value == 14_400
    assert "请选一家店" in account.sentences[0].zh


def test_a_sum_that_lacks_a_shop_is_not_judged(warehouse: Warehouse, fill: Fill) -> None:
    _weeks(fill, shop=OTHER)
    fill("shop_daily", report(visitors=800, pay_buyers=24, pay_amount=7200))
    fill("targets", plan("2026-06", 30_000))
    account = morning(warehouse, DAY, None)
    assert account.verdict is Level.UNJUDGED
    assert account.headline.zh == f"昨日支付 7,200元，不含{OTHER}"
    assert OTHER in _tile(account, "pay_amount").judgement.reason.zh


def test_refunds_are_provisional_for_three_weeks(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 80, 20))
    fresh = _tile(morning(warehouse, DAY, SHOP), "refund_rate_amount")
    assert (fresh.value, fresh.young_until) == (pytest.approx(0.2), date(2026, 7, 2))
    assert "暂估" in fresh.judgement.reason.zh
    settled = morning(warehouse, DAY, SHOP, today=date(2026, 7, 2))
    assert _tile(settled, "refund_rate_amount").young_until is None
    assert settled.headline.zh.startswith("6月11日支付")
    assert young(REFUND_RATE, DAY, date(2026, 6, 25)) == date(2026, 7, 2)


def test_a_spark_has_fourteen_days_and_holes_where_nothing_is_known(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=800), report(DAY - timedelta(days=2), visitors=700))
    spark = _tile(morning(warehouse, DAY, SHOP), "visitors").spark
    assert [when for when, _ in spark] == list(last_days(DAY, 14))
    assert [value for _, value in spark][-3:] == [700, None, 800]


def test_last_year_is_the_same_date(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=800), report(date(2025, 6, 11), visitors=640))
    assert _tile(morning(warehouse, DAY, SHOP), "visitors").last_year == 640


def test_channels_stand_against_the_same_weekday(warehouse: Warehouse, fill: Fill) -> None:
    fill("traffic", channel("手淘推荐", 300, 3), channel("手淘搜索", 790, 20))
    fill("traffic", *(channel("手淘搜索", 1000, 20, day=DAY - timedelta(weeks=n)) for n in range(1, 4)))
    first, second = morning(warehouse, DAY, SHOP).channels
    assert (first.channel, first.visitors, first.base, first.judgement.level) == ("手淘搜索", 790, 1000, Level.BAD)
    assert (second.channel, second.base, second.judgement.level) == ("手淘推荐", None, Level.UNJUDGED)


def test_agents_show_the_inquiry_rate_of_the_last_final_day(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "service",
        agent("小满", receptions=50, first_response_sec=20.0, reply_rate=0.99, inquirers=40, final_pay_buyers=1),
        agent("立夏", receptions=90, first_response_sec=70.0, reply_rate=0.99),
        agent("小满", date(2026, 6, 8), inquirers=40, final_pay_buyers=10),
        agent("小满", date(2026, 6, 1), inquirers=100, final_pay_buyers=40),
        agent("立夏", date(2026, 6, 8), inquirers=3, final_pay_buyers=3),
    )
    account = morning(warehouse, DAY, SHOP)
    slow, quick = account.service
    assert account.inquiry_day == date(2026, 6, 8)
    assert (slow.agent, slow.judgement.level) == ("立夏", Level.BAD)
    assert (quick.inquiry_rate, quick.inquiry_judgement.level) == (0.25, Level.BAD)
    assert "样本不足" in slow.inquiry_judgement.reason.zh
    assert account.service_total
    assert account.service_total.first_response == pytest.approx((50 * 20 + 90 * 70) / 140)


def test_scores_stand_against_a_week_before(warehouse: Warehouse, fill: Fill) -> None:
    score = {"shop": SHOP, "item": "物流"}
    fill("dsr", {**score, "day": DAY, "score": 4.82}, {**score, "day": date(2026, 6, 4), "score": 4.85})
    account = morning(warehouse, DAY, SHOP)
    assert [each.judgement.level for each in account.dsr] == [Level.UNJUDGED, Level.UNJUDGED, Level.BAD]
    assert "DSR 物流服务 4.82" in account.sentences[2].zh


def test_files_of_a_day_are_in_or_missing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=1))
    fill("targets", plan("2026-06", 1))
    fill("batches", {"batch": 1, "name": "20260612-1", "imported_at": datetime(2026, 6, 12, 8, 47)})
    fill("parts", {"part": 1, "batch": 1, "subject": "shop_daily", "first_day": DAY, "last_day": DAY})
    found = {file.subject: (file.state, file.imported_at) for file in files(warehouse, DAY, [SHOP])}
    assert found == {
        "shop_daily": ("in", datetime(2026, 6, 12, 8, 47)),
        "orders": ("missing", None),
        "traffic": ("missing", None),
        "service": ("missing", None),
        "dsr": ("missing", None),
        "targets": ("in", None),
    }
    account = morning(warehouse, DAY, SHOP)
    assert (account.batch, account.as_of) == ("20260612-1", datetime(2026, 6, 12, 8, 47))
    assert "缺订单、流量来源、客服绩效、店铺DSR" in account.sentences[2].zh


def test_sub_orders_count_as_the_days_orders(warehouse: Warehouse, fill: Fill) -> None:
    fill("order_items", {"shop": SHOP, "suborder_id": "1", "order_id": "1", "pay_time": datetime(2026, 6, 11, 9)})
    assert {file.subject for file in files(warehouse, DAY, [SHOP]) if file.state == "in"} == {"orders"}


def test_shops_are_those_with_facts(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 1, shop="没有数据的店"))
    fill("orders", order(1, 5))
    fill("service", {"shop": OTHER, "day": DAY, "agent": "小满"})
    assert shops(warehouse) == [SHOP, OTHER]


def test_featured_products_of_half_a_day_are_shown_and_not_judged(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(pay_amount=100))
    fill("batches", {"batch": 1, "name": "20260611-1", "imported_at": datetime(2026, 6, 11, 15, 20)})
    fill("parts", {"part": 1, "batch": 1, "subject": "shop_daily", "first_day": DAY, "last_day": DAY})
    fill("featured", {"shop": SHOP, "day": DAY, "item_id": "1", "title": "藤编灯", "target": 1000})
    fill("products", {"shop": SHOP, "day": DAY, "item_id": "1", "title": "藤编灯", "pay_items": 1, "pay_amount": 100})
    (product,) = review(warehouse, DAY, SHOP, DAY + timedelta(days=1)).surroundings.agenda.featured
    assert (product.sales, product.attained) == (Decimal(100), 0.1)
    assert product.judgement.level is Level.UNJUDGED
    assert product.judgement.reason.zh == "当天没过完，数据只到 15:20，不评"
