"""A gap by causes and by parts: to the cent, with what no part holds in sight."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.comparison import PREVIOUS, SAME_WEEKDAY, ComparedPeriod
from metrics.calendar.period import Period, day
from metrics.explanation.gap import GapPart, breakdown, gap
from metrics.explanation.gap_causes import Cause
from metrics.explanation.gap_words import sentence
from tests.metrics.rows import DAY, SHOP, Fill, agent, channel, order, report

AGAINST = PREVIOUS.against(ComparedPeriod(day(DAY)))
BEFORE = DAY - timedelta(days=1)


def _two_days(fill: Fill) -> None:
    fill("shop_daily", report(BEFORE, visitors=1000, pay_buyers=30, pay_amount=9000))
    fill("shop_daily", report(visitors=800, pay_buyers=25, pay_amount=7600))


def test_a_gap_to_a_base_is_its_visits_conversion_and_basket(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    found = gap(warehouse, AGAINST, SHOP)
    assert found
    # L = (7600 − 9000) / ln(7600/9000) = 8280.3; × ln(0.8), × ln(0.03125/0.03), × ln(304/300).
    assert found.causes == (
        Cause("visits", Decimal("-1847.69")),
        Cause("conversion", Decimal("338.02")),
        Cause("basket", Decimal("109.67")),
    )
    assert found.amount == -1400
    assert sentence(found).zh == (
        "6月11日支付 7,600元，比上一段同样天数少 1,400元；访客 −1,847.69元、转化 +338.02元、客单 +109.67元。"
    )
    assert sentence(found).en == (
        "11 Jun brought 7,600 yuan, 1,400 yuan less than as many days before;"
        " visits −1,847.69 yuan, conversion +338.02 yuan, basket +109.67 yuan."
    )


def test_a_gap_to_a_target_names_how_far_the_plan_is_from_the_base(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    found = gap(warehouse, AGAINST, SHOP, Decimal("10000.004"))
    assert found
    assert found.amount == -2400
    assert found.causes[-1] == Cause("target", Decimal(-1000))
    assert sum(cause.amount for cause in found.causes) == -2400
    assert "比目标少 2,400元" in sentence(found).zh


def test_channels_overlap_and_what_no_channel_holds_is_shown(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    for when, search, ads in ((BEFORE, 5000, 3000), (DAY, 4000, 3100)):
        fill("traffic", channel("手淘搜索", 500, 10, day=when, pay_amount=search))
        fill("traffic", channel("直通车", 300, 10, day=when, pay_amount=ads))
    found = gap(warehouse, AGAINST, SHOP)
    assert found
    split = breakdown(warehouse, found, "channel")
    assert split
    assert split.parts == (
        GapPart("手淘搜索", "手淘搜索", Decimal(5000), Decimal(4000)),
        GapPart("直通车", "直通车", Decimal(3000), Decimal(3100)),
    )
    assert (split.others, split.planned, split.residual) == (Decimal(0), Decimal(0), Decimal(-500))
    assert split.amount == found.amount
    assert sentence(found, split).zh.endswith(
        "按渠道看，手淘搜索 −1,000元、直通车 +100元、归不到渠道或重复计入 −500元。"
    )


def test_a_product_that_was_not_sold_before_began_at_nothing(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    fill("products", {"shop": SHOP, "day": BEFORE, "item_id": "1", "title": "落地灯", "pay_amount": 9000})
    for item, title, amount in (("1", "落地灯", 7000), ("2", "挂画", 500)):
        fill("products", {"shop": SHOP, "day": DAY, "item_id": item, "title": title, "pay_amount": amount})
    found = gap(warehouse, AGAINST, SHOP)
    assert found
    split = breakdown(warehouse, found, "product", listed=1)
    assert split
    assert split.parts == (GapPart("1", "落地灯", Decimal(9000), Decimal(7000)),)
    assert (split.others, split.residual) == (Decimal(500), Decimal(100))


def test_two_products_of_one_title_keep_their_numbers_and_long_titles_are_cut_short(
    warehouse: Warehouse, fill: Fill
) -> None:
    _two_days(fill)
    for when, amounts in ((BEFORE, (9000, 0, 0)), (DAY, (7000, 500, 400))):
        for item, title, amount in zip(
            "123", ("落地灯", "落地灯", "藤编落地灯客厅卧室北欧日式立式氛围灯"), amounts, strict=True
        ):
            fill("products", {"shop": SHOP, "day": when, "item_id": item, "title": title, "pay_amount": amount})
    found = gap(warehouse, AGAINST, SHOP)
    assert found
    split = breakdown(warehouse, found, "product")
    assert (
        "落地灯 1 −2,000元、落地灯 2 +500元、藤编落地灯客厅卧室北欧日式立… +400元、归不到商品 −300元"
        in sentence(found, split).zh
    )


def test_the_median_of_several_weeks_is_said_to_be_one(warehouse: Warehouse, fill: Fill) -> None:
    for n in range(4):
        fill("shop_daily", report(DAY - timedelta(weeks=n), visitors=100, pay_buyers=10, pay_amount=1000))
    found = gap(warehouse, SAME_WEEKDAY.against(ComparedPeriod(day(DAY))), SHOP)
    assert found
    assert sentence(found).zh.startswith("6月11日支付 1,000元，与前四周同星期的中位数持平；")


def test_what_no_agent_sold_is_silent(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    fill("service", agent("小满", BEFORE, sales=4000), agent("小满", sales=3000))
    found = gap(warehouse, AGAINST, SHOP, Decimal(8000))
    assert found
    split = breakdown(warehouse, found, "agent")
    assert split
    assert (split.planned, split.residual, split.amount) == (Decimal(1000), Decimal(-400), Decimal(-400))
    assert "静默及归不到客服 −400元" in sentence(found, split).zh


def test_without_a_report_the_amount_is_told_and_the_causes_are_not(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", order(1, 90, day=BEFORE), order(2, 60))
    found = gap(warehouse, AGAINST, SHOP)
    assert found
    assert (found.amount, found.causes) == (Decimal(-30), ())
    assert "缺店铺日报" in sentence(found).zh
    assert breakdown(warehouse, found, "channel") is None


def test_nothing_paid_or_nothing_to_compare_with_is_no_gap(warehouse: Warehouse, fill: Fill) -> None:
    assert gap(warehouse, AGAINST, SHOP) is None
    fill("shop_daily", report(visitors=800, pay_buyers=25, pay_amount=7600))
    assert gap(warehouse, AGAINST, SHOP) is None
    found = gap(warehouse, AGAINST, SHOP, Decimal(8000))
    assert found
    assert (found.amount, found.causes, found.base) == (Decimal(-400), (), None)


def test_days_without_a_report_are_counted(warehouse: Warehouse, fill: Fill) -> None:
    _two_days(fill)
    fill("shop_daily", report(date(2026, 6, 9), visitors=10, pay_buyers=1, pay_amount=100))
    found = gap(warehouse, PREVIOUS.against(ComparedPeriod(Period(BEFORE, DAY))), SHOP)
    assert found
    assert found.note
    assert found.note.zh == "店铺日报本期 2/2 天、对比期 1/2 天有数"


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_causes_and_parts_add_up_on_any_days(data: st.DataObject) -> None:
    amounts = st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2)
    weeks = [DAY - timedelta(weeks=n) for n in range(5)]
    with in_memory() as made:
        with made.writing() as run:
            for when in weeks:
                row = [SHOP, when, data.draw(st.integers(1, 9999)), data.draw(st.integers(1, 999)), data.draw(amounts)]
                run.execute(
                    "INSERT INTO shop_daily (shop, day, visitors, pay_buyers, pay_amount) VALUES (?, ?, ?, ?, ?)", row
                )
                for name in data.draw(st.sets(st.sampled_from("甲乙丙丁"), min_size=1)):
                    sold = [SHOP, when, name, data.draw(amounts)]
                    run.execute("INSERT INTO service (shop, day, agent, sales) VALUES (?, ?, ?, ?)", sold)
        found = gap(made, SAME_WEEKDAY.against(ComparedPeriod(day(DAY))), SHOP, data.draw(st.none() | amounts))
        assert found
        assert sum(cause.amount for cause in found.causes) == found.amount
        split = breakdown(made, found, "agent", listed=2)
        assert split
        assert split.amount == found.amount
