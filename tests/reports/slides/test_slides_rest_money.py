"""Promotion, activities and next week: what to stop or add to, what reached its target, what has to come."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from data.records.actions import Undertaking, undertake
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from reports.deck.deck import APPENDIX, SLIDES
from reports.numbers.query import WeekQuery
from reports.numbers.trade.tools import budget, final_span
from tests.metrics.rows import SHOP, Fill, agent, plan, report
from tests.reports.slide_reading import bars, table, whole, words

Ask = Callable[..., WeekQuery]
FIRST = date(2026, 5, 26)


def ad(day: date, scene: str, spend: float, sales: float) -> dict[str, object]:
    row = {"shop": SHOP, "day": day, "scene": scene, "plan_id": scene, "plan": scene}
    return {**row, "spend": spend, "sales": sales}


@pytest.fixture
def spent(fill: Fill) -> None:
    """Twenty days to 14 June: 100 yuan a day that bring 90, and 50 that bring 250."""
    days = [FIRST + timedelta(days=n) for n in range(20)]
    fill("promotion_plans", *(ad(day, "关键词推广", 100, 90) for day in days))
    fill("promotion_plans", *(ad(day, "货品全站推广", 50, 250) for day in days))


def allowed(fill: Fill, amount: float) -> None:
    fill("targets", {**plan("2026-06", amount), "metric": "ad_spend"})


def test_what_loses_money_is_to_be_stopped_and_what_pays_best_gets_more(spent: None, ask: Ask) -> None:
    reported = SLIDES["promotion"](ask())
    # 340 of sales for 150 of spend are 2.27; the tools bring 0.90 and 5.00.
    assert reported.title.zh == "推广花 1,050元，暂估 ROI 2.27倍，该停关键词推广，可加投全站推广"
    assert [words(row) for row in table(reported).rows] == [
        ["关键词推广", "落后", 700, pytest.approx(0.9), pytest.approx(0.9), "停"],
        ["全站推广", "达标", 350, pytest.approx(5), pytest.approx(5), "加投"],
    ]
    assert reported.lines[2].sentence.zh == (
        "关键词推广每花 1 元只回 **0.90元**，停不停；全站推广每花 1 元回 **5.00元**，加多少。"
    )
    assert reported.lines[1].sentence.zh.startswith("缺推广预算，余额未评")


def test_behind_promotion_stand_the_plans_of_each_tool(spent: None, fill: Fill, ask: Ask) -> None:
    fill(
        "promotion_plans",
        {**ad(date(2026, 6, 10), "关键词推广", 20, 50), "plan_id": "2", "plan": "新品词", "clicks": 8},
    )
    reported = whole("tools_all", ask())
    assert reported.title.zh == "推广全表，2 个工具、3 个计划"
    # The week of one plan cost 7 × 100 and brought 7 × 90; the other 20 and 50, eight clicks at 2.50.
    assert [words(row) for row in table(reported).rows] == [
        ["关键词推广", "全部计划", "落后", 720, 8, 2.5, 680, pytest.approx(680 / 720), pytest.approx(0.9), "停"],
        ["关键词推广", "关键词推广", "落后", 700, None, None, 630, pytest.approx(0.9), pytest.approx(0.9), "看工具"],
        ["关键词推广", "新品词", "未评", 20, 8, 2.5, 50, 2.5, None, "看工具"],
        ["全站推广", "全部计划", "达标", 350, None, None, 1750, 5, 5, "加投"],
        ["全站推广", "货品全站推广", "达标", 350, None, None, 1750, 5, 5, "看工具"],
    ]


def test_advice_rests_on_fourteen_days_that_are_final(spent: None, fill: Fill, ask: Ask) -> None:
    assert final_span(ask()) == Period(FIRST, date(2026, 6, 8))
    fill("promotion_plans", *(ad(date(2026, 6, day), "人群推广", 10, 0) for day in range(9, 15)))
    row = next(row for row in table(SLIDES["promotion"](ask())).rows if words(row)[0] == "人群推广")
    assert (words(row)[1], words(row)[4], words(row)[5]) == ("未评", None, "未评")


def test_the_budget_left_is_the_months_less_what_its_days_cost(spent: None, fill: Fill, ask: Ask) -> None:
    allowed(fill, 6000)
    money = budget(ask())
    assert money
    # 14 days of 200 are 2,800, 14 of 150 were spent.
    assert (money.whole, money.spent, money.left) == (6000, 2100, 3900)
    assert money.due == pytest.approx(2800)
    text = SLIDES["promotion"](ask()).lines[1].sentence.zh
    assert text == "本月花了 2,100元，还剩 **3,900元**，比日预算慢 11.7个百分点。"


def test_nothing_gets_more_while_the_budget_is_spent_too_fast(spent: None, fill: Fill, ask: Ask) -> None:
    allowed(fill, 3000)
    reported = SLIDES["promotion"](ask())
    assert [words(row)[5] for row in table(reported).rows] == ["停", "等预算"]
    assert "还剩 **900元**，比日预算快 23.3个百分点" in reported.lines[1].sentence.zh


def test_promotion_waits_for_its_reports(ask: Ask) -> None:
    reported = SLIDES["promotion"](ask())
    assert (reported.title.zh, reported.waits is not None) == ("缺推广报表和店铺日报，推广未评", True)


def activity(name: str, first: int, last: int, **more: object) -> dict[str, object]:
    days = {"first_day": date(2026, 6, first), "last_day": date(2026, 6, last)}
    return {"shop": SHOP, "activity": name, **days, **more}


def test_activities_stand_against_their_own_target_and_running_ones_against_its_share(fill: Fill, ask: Ask) -> None:
    fill("shop_daily", *(report(date(2026, 6, day), pay_amount=9000) for day in range(1, 15)))
    fill("activities", activity("会员日", 9, 10, target=16_000, cost=900))
    # Two of seven days of 84,000 are 24,000.
    fill("activities", activity("家居周", 13, 19, target=84_000))
    fill("activities", activity("没填目标", 12, 12))
    fill(
        "activities",
        activity("清仓", 20, 21, stock_ready="差 300 件", page_ready="已上线", phrases="亲", staff_ready="未排班"),
    )
    reported = SLIDES["activities"](ask())
    assert reported.title.zh == "上周 2 场活动，1 场达标，下一场清仓还差备货、人手"
    shown = {bar.label.zh: bar for bar in bars(reported).bars}
    assert (shown["会员日"].value, shown["会员日"].target) == (18_000, 16_000)
    assert shown["家居周"].value == 18_000
    assert shown["家居周"].target == pytest.approx(24_000)
    assert [bar.judgement.level.word.zh for bar in bars(reported).bars if bar.judgement] == ["落后", "达标", "未评"]
    assert [bar.note.zh for bar in bars(reported).bars if bar.note] == [
        "75.0%，没填费用", "112.5%，费用 900元", "没填目标，未评，没填费用",
    ]  # fmt: skip
    assert words(table(reported).rows[0]) == ["清仓", "6月20日", "差 300 件", "备好", "备好", "未排班", None]
    assert reported.lines[2].sentence.zh == "618 **6月18日**到高峰，距周末 4 天。"


def test_an_activity_with_a_day_of_sales_missing_is_not_judged(fill: Fill, ask: Ask) -> None:
    fill("shop_daily", report(date(2026, 6, 9), pay_amount=9000))
    fill("activities", activity("会员日", 9, 10, target=16_000))
    reported = SLIDES["activities"](ask())
    assert reported.title.zh == "上周 1 场活动，缺目标或支付，未评，后 14 天没有登记活动"
    assert bars(reported).bars[0].value is None


def test_activities_wait_for_their_list(ask: Ask) -> None:
    assert SLIDES["activities"](ask()).title.zh == "缺活动登记，活动未评"


def test_the_coming_week_is_asked_what_its_days_are_planned_for(fill: Fill, ask: Ask) -> None:
    fill("shop_daily", *(report(date(2026, 6, day), pay_amount=9000) for day in range(1, 15)))
    fill("targets", plan("2026-06", 300_000), plan("2026-06", 60_000, team="客服组", person="小满"))
    fill("service", *(agent("小满", date(2026, 6, day), sales=1000, receptions=50) for day in range(1, 15)))
    reported = SLIDES["next_week"](ask())
    assert reported.title.zh == "6月15日起一周要做 7.00万元，比上周多 7,000元"
    assert [(bar.label.zh, bar.value, bar.target) for bar in bars(reported).bars] == [
        ("全店", 63_000, 70_000), ("客服组", 7_000, 14_000),
    ]  # fmt: skip
    assert [bar.note.zh for bar in bars(reported).bars if bar.note] == [
        "要 7.00万元，涨 11.1%",
        "要 1.40万元，涨 100.0%",
    ]
    assert reported.live == "plans"


def test_an_action_entered_in_the_meeting_stands_on_the_slide(warehouse: Warehouse, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 300_000))
    for what, due in (("补坑位", date(2026, 6, 19)), ("换主图", date(2026, 6, 12))):
        undertake(warehouse, Undertaking(SHOP, "visitors", what, "小满", date(2026, 6, 8), due), by="主管")
    reported = SLIDES["next_week"](ask(masks={"小满": "客服A"}))
    assert [words(row) for row in table(reported).rows] == [
        ["换主图", "客服A", "6月12日", "过期", "访客数"],
        ["补坑位", "客服A", "6月19日", "在做", "访客数"],
    ]
    assert reported.title.zh == "6月15日起一周要做 7.00万元，1 条行动过期"


def test_an_action_that_begins_after_the_week_stands_in_the_appendix(warehouse: Warehouse, ask: Ask) -> None:
    for what, begun in (("换主图", date(2026, 6, 15)), ("补坑位", date(2026, 6, 8))):
        undertake(warehouse, Undertaking(SHOP, "visitors", what, "小满", begun, date(2026, 6, 19)), by="主管")
    reported = APPENDIX["actions_all"](ask())
    assert reported
    assert reported.title.zh == "全部行动，2 条"
    assert [words(row)[:4] for row in table(reported).rows] == [
        ["补坑位", "小满", "6月19日", "在做"],
        ["换主图", "小满", "6月19日", "在做"],
    ]


def test_a_week_with_days_without_target_is_not_added_up(fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 300_000))
    last = Period(date(2026, 6, 22), date(2026, 6, 28))
    reported = SLIDES["next_week"](ask(week=last, today=date(2026, 6, 29)))
    assert (reported.title.zh, reported.waits is not None) == ("缺6月29日起一周的目标，未评", True)
