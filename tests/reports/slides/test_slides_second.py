"""Actions, the target tree, traffic and products: who did what, who needs help, where people came from."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from data.records.actions import Undertaking, close, undertake
from data.store.warehouse import Warehouse
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.judgement.limits import Level
from reports.deck.deck import SLIDES
from reports.numbers.query import WeekQuery
from reports.numbers.trends import trend as trend_of
from reports.slide.slide import Bars, Slide, Table
from tests.metrics.rows import SHOP, Fill, agent, channel, plan, report
from tests.reports.slide_reading import bars, table, trend, whole, words

Ask = Callable[..., WeekQuery]
MAY = date(2026, 5, 20)


def noted(warehouse: Warehouse, what: str, due: date, owner: str = "小满", begun: date = MAY) -> int:
    made = Undertaking(SHOP, "visitors_daily_mean", what, owner, begun, due)
    return undertake(warehouse, made, by="主管", now=datetime(2026, 5, 20, 9))


def test_overdue_actions_come_first_and_done_ones_show_before_and_after(
    warehouse: Warehouse, fill: Fill, ask: Ask
) -> None:
    days = [MAY + timedelta(days=n) for n in range(-7, 26)]
    fill("shop_daily", *(report(day, visitors=1000 if day < MAY else 1200) for day in days))
    done = noted(warehouse, "换主图", date(2026, 5, 31))
    close(warehouse, done, date(2026, 5, 31), by="主管", now=datetime(2026, 6, 1, 9))
    noted(warehouse, "谈搜索坑位", date(2026, 6, 30))
    noted(warehouse, "补直播排期", date(2026, 6, 5), "秋分")
    noted(warehouse, "下周才开始", date(2026, 6, 30), begun=date(2026, 6, 20))
    reported = SLIDES["actions_reviewed"](ask(week=ask().week.before, today=date(2026, 6, 8)))
    assert reported.title.zh == "1 条行动过期没做完，最久的晚了 3 天，1/3 条做完"
    assert [words(row) for row in table(reported).rows] == [
        ["补直播排期", "秋分", "6月5日", "过期", "日均访客", None, None],
        ["换主图", "小满", "5月31日", "做完", "日均访客", "1,000人 → 1,200人", "↑20.0%"],
        ["谈搜索坑位", "小满", "6月30日", "在做", "日均访客", None, None],
    ]


def test_names_that_may_not_be_shown_are_masked_wherever_they_stand(warehouse: Warehouse, ask: Ask) -> None:
    noted(warehouse, "带小满做话术", date(2026, 6, 5))
    reported = SLIDES["actions_reviewed"](ask(masks={"小满": "客服A"}))
    assert words(table(reported).rows[0])[:2] == ["带客服A做话术", "客服A"]


def test_an_action_done_long_ago_is_not_reviewed_again(warehouse: Warehouse, ask: Ask) -> None:
    number = noted(warehouse, "换主图", MAY)
    close(warehouse, number, MAY, by="主管", now=datetime(2026, 5, 21, 9))
    assert SLIDES["actions_reviewed"](ask()).title.zh == "上周没有要回看的行动，0 条"


@pytest.fixture
def planned(fill: Fill) -> None:
    """270,000 for the shop, 90,000 for the team, 60,000 and 40,000 for two of its people, 14 days of 9,000."""
    fill("shop_daily", *(report(date(2026, 6, day), pay_amount=9000) for day in range(1, 15)))
    fill("targets", plan("2026-06", 270_000), plan("2026-06", 90_000, team="客服组"))
    fill("targets", plan("2026-06", 60_000, team="客服组", person="小满"))
    fill("targets", plan("2026-06", 40_000, team="客服组", person="秋分"))


def test_people_stand_against_the_pace_of_the_month(planned: None, fill: Fill, ask: Ask) -> None:
    fill("service", *(agent("小满", date(2026, 6, day), sales=2500, receptions=50) for day in range(1, 15)))
    fill("service", *(agent(f"{SHOP}:秋分", date(2026, 6, day), sales=1000, receptions=40) for day in range(1, 15)))
    reported = SLIDES["tree"](ask())
    # 14 of 30 even days: 46.67 %. 35,000 of 60,000 is 58.33 %, 14,000 of 40,000 is 35 %.
    assert reported.title.zh == "1/2 人跟上进度，最慢的差 11.7个百分点，还有 18.00万元没分下去"
    rows = table(reported).rows
    assert [words(row)[:2] for row in rows] == [["小满", "达标"], ["秋分", "落后"]]
    assert words(rows[0])[2:] == [
        pytest.approx(0.58333, abs=1e-4),
        pytest.approx(0.11667, abs=1e-4),
        35_000,
        60_000,
        700,
    ]
    shown = bars(reported).bars
    assert [(bar.label.zh, bar.value) for bar in shown] == [("全店", 126_000), ("客服组", 49_000)]
    assert [bar.target for bar in shown] == [pytest.approx(126_000), pytest.approx(42_000)]
    assert [line.sentence.zh for line in reported.lines] == [
        "全店的目标比分下去的多 **18.00万元**。", "客服组的目标比分下去的少 **1.00万元**。",
    ]  # fmt: skip


def test_nobody_is_ranked_on_a_few_receptions(planned: None, fill: Fill, ask: Ask) -> None:
    fill("service", agent("小满", date(2026, 6, 9), sales=50_000, receptions=29))
    reported = SLIDES["tree"](ask())
    assert not any(isinstance(part, Table) for part in reported.parts)
    every = whole("tree_all", ask())
    row = next(row for row in table(every).rows if words(row)[2] == "小满")
    assert (words(row)[6], words(row)[7]) == ("未评", 29)


def test_a_team_of_which_no_file_tells_is_not_judged(planned: None, ask: Ask) -> None:
    shown = bars(SLIDES["tree"](ask())).bars
    assert shown[1].value is None
    assert shown[1].judgement
    assert shown[1].judgement.level is Level.UNJUDGED


def test_the_tree_waits_for_targets(ask: Ask) -> None:
    reported = SLIDES["tree"](ask())
    assert (reported.title.zh, reported.waits is not None) == ("缺本月目标，目标树未评", True)


def test_visitors_are_means_of_days_and_never_added(fill: Fill, ask: Ask) -> None:
    for number in range(1, 15):
        before, day = number < 8, date(2026, 6, number)
        fill("shop_daily", report(day, visitors=1000 if before else 900, pay_buyers=30, pay_amount=9000))
        fill("traffic", channel("手淘搜索", 500 if before else 380, 10, day=day, pay_amount=3800))
        fill("traffic", channel("购物车", 100, 10, day=day, pay_amount=2000))
    reported = SLIDES["traffic"](ask())
    assert reported.title.zh == "日均访客 900人，比前一周少 10.0%，手淘搜索一天少 120人"
    assert reported.title.en == "900 visitors a day, 10.0% down on the week before, 手淘搜索 120 people fewer a day"
    assert words(table(reported).rows[0])[:4] == ["手淘搜索", 380, "↓24.0%", pytest.approx(380 / 900)]
    assert reported.lines[0].sentence.zh == "**手淘搜索**一天少 120人，每位访客值 10.00元，一周约少 **8,400元**。"
    weeks = trend(reported).weeks
    assert weeks.values == (None, None, None, None, 1000, 900)
    assert [label.zh for label in weeks.labels][-2:] == ["6/1", "6/8"]


def test_a_sum_of_few_days_is_no_base_and_says_how_many_lack(fill: Fill, ask: Ask) -> None:
    days = [date(2026, 6, day) for day in range(1, 15) if day != 10]
    fill("shop_daily", *(report(day, pay_amount=100) for day in days))
    fill("shop_daily", *(report(day - timedelta(weeks=52), pay_amount=100) for day in days[:10]))
    shown = trend_of(ask(), PAY_AMOUNT)
    assert shown.weeks.values[-2:] == (700, 600)
    assert shown.weeks.last_year[-2:] == (700, None)
    assert [mark.zh if mark else None for mark in shown.weeks.marked[-2:]] == [None, "缺 1 天"]
    assert shown.months.labels[-1].zh == "6月"
    assert shown.months.values[-1] == 1300


def sold(fill: Fill, day: date, **amounts: float) -> None:
    for title, amount in amounts.items():
        row = {"shop": SHOP, "day": day, "item_id": str(sum(map(ord, title))), "title": title}
        fill("products", {**row, "pay_amount": amount, "pay_items": 1, "visitors": 300, "pay_buyers": 10})


def test_products_that_moved_most_have_a_bar(fill: Fill, ask: Ask) -> None:
    for number in range(1, 15):
        up = 0 if number < 8 else 10
        sold(fill, date(2026, 6, number), 台灯=100 + up, 挂画=200 - 2 * up, 花瓶=50, 地毯=300 - up)
    reported = SLIDES["products"](ask())
    assert reported.title.zh == "挂画少卖 140元"
    shown = bars(reported).bars
    assert [(bar.label.zh, bar.value) for bar in shown] == [("台灯", 70), ("地毯", -70), ("挂画", -140)]
    every = whole("products_all", ask())
    assert every.title.zh == "全部商品，4 个，涨的 1 个、跌的 2 个"
    assert [words(row)[3] for row in table(every).rows] == [70, 0, -70, -140]
    assert [line.sentence.zh for line in reported.lines] == [
        "缺主推商品目标，未评。", "缺满 30 天的商品排行，零成交未评。", "缺库存表，断货风险未评。",
    ]  # fmt: skip


def test_products_of_six_days_are_not_held_against_seven(fill: Fill, ask: Ask) -> None:
    for number in range(1, 14):
        sold(fill, date(2026, 6, number), 台灯=100)
        fill("shop_daily", report(date(2026, 6, number), visitors=1000, pay_buyers=30))
    reported = SLIDES["products"](ask())
    assert "缺商品排行，商品未评" in reported.title.zh
    assert not any(isinstance(part, Bars) for part in reported.parts)


def test_featured_products_unsold_ones_and_short_stock_are_named(fill: Fill, ask: Ask) -> None:
    for back in range(40):
        sold(fill, date(2026, 6, 14) - timedelta(days=back), 台灯=100, 挂画=50)
    lamp, picture = (str(sum(map(ord, title))) for title in ("台灯", "挂画"))
    for number in range(8, 15):
        day = date(2026, 6, number)
        fill("featured", {"shop": SHOP, "day": day, "item_id": lamp, "title": "台灯", "target": 200})
        fill("products", {"shop": SHOP, "day": day, "item_id": "9", "title": "烛台", "pay_amount": 0, "pay_items": 0})
    fill("stock", {"shop": SHOP, "day": date(2026, 6, 14), "item_id": picture, "title": "挂画", "stock": 3})
    fill("stock", {"shop": SHOP, "day": date(2026, 6, 14), "item_id": lamp, "title": "台灯", "stock": 0})
    reported = SLIDES["products"](ask())
    assert [words(row)[:3] for row in table(reported).rows] == [["台灯", "落后", 0.5]]
    assert [line.sentence.zh for line in reported.lines] == [
        "**1** 个在线商品近 30 天一件没卖：烛台。", "台灯**已断货**、挂画只够 **3天**，先补货。",
    ]  # fmt: skip


@pytest.mark.parametrize("slide", [SLIDES["tree"], SLIDES["traffic"], SLIDES["products"]])
def test_without_files_a_slide_names_those_it_waits_for(slide: Callable[[WeekQuery], Slide], ask: Ask) -> None:
    page = slide(ask())
    assert page.waits
    assert page.waits.zh.startswith("等这些文件：")
    assert "缺" in page.title.zh
    assert "未评" in page.title.zh
