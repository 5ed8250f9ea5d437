"""Summary, pace and gap: sentences by rule, figures that agree and add up."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import log

import pytest

from data.store.warehouse import Warehouse
from metrics.judgement.limits import Level
from reports.deck.deck import SLIDES
from reports.numbers.query import WeekQuery
from reports.slide.slide import Bars, Curve
from tests.metrics.rows import OTHER, SHOP, Fill, agent, channel, plan, report
from tests.reports.conftest import WEEK
from tests.reports.slide_reading import added_up, bars, table, waterfall, words

Ask = Callable[..., WeekQuery]


@pytest.fixture
def two_weeks(fill: Fill) -> None:
    """1 to 7 June: 1,000 visitors, 30 buyers, 9,000 yuan a day; 8 to 14 June: 800, 25, 7,600."""
    for number in range(1, 15):
        before = number < 8
        visitors, buyers, amount = (1000, 30, 9000) if before else (800, 25, 7600)
        day = date(2026, 6, number)
        fill("shop_daily", report(day, visitors=visitors, pay_buyers=buyers, pay_amount=amount))


def searched(fill: Fill, *, missing: date | None = None) -> None:
    """Every day two channels: search falls from 5,000 to 3,700 yuan, ads rise from 3,000 to 3,100."""
    for number in range(1, 15):
        day, before = date(2026, 6, number), number < 8
        search, ads = (5000, 3000) if before else (3700, 3100)
        if day != missing:
            fill("traffic", channel("手淘搜索", 500 if before else 400, 10, day=day, pay_amount=search))
            fill("traffic", channel("直通车", 300, 10, day=day, pay_amount=ads))


def test_the_gap_is_told_by_its_greatest_factor(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 270_000))
    reported = SLIDES["gap"](ask())
    # 7 days: L = (53,200 − 63,000) / ln(53,200 / 63,000) = 57,962.06; × ln 0.8 = −12,933.86.
    assert reported.title.zh == "访客一项吃掉 1.29万元，转化和客单只补回 0.31万元"
    assert reported.title.en == "Visits alone took 12.93K yuan, conversion and basket gave back only 3.13K yuan"
    steps = waterfall(reported)
    mean = -9800 / log(53_200 / 63_000)
    assert float(steps.steps[0].value) == pytest.approx(mean * log(0.8), abs=0.01)
    assert (steps.reference.value, steps.result.value) == (63_000, 53_200)
    assert added_up(steps) == steps.result.value
    assert [step.culprit for step in steps.steps] == [True, False, False]
    assert [step.note.zh for step in steps.steps if step.note] == [
        "1,000 → 800 人/日", "3.00 → 3.13 %", "300.00 → 304.00 元",
    ]  # fmt: skip


def test_a_target_above_the_week_before_is_a_step_of_its_own(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 300_000))
    steps = waterfall(SLIDES["gap"](ask()))
    # Six days share 260,000 with 23 others, one has 40,000: 93,793.10 less 63,000.
    fill("targets", plan("2026-06-10", 40_000))
    assert SLIDES["gap"](ask()).title.zh.endswith("，目标比前一周高 3.08万元")
    assert [(step.label.zh, step.value) for step in steps.steps[3:]] == [("目标变动", Decimal(-7000))]
    assert added_up(steps) == steps.result.value


def test_channels_add_up_to_what_the_week_differs_from_the_one_before(two_weeks: None, fill: Fill, ask: Ask) -> None:
    searched(fill)
    reported = SLIDES["gap"](ask())
    shown = bars(reported).bars
    assert [(bar.label.zh, bar.value) for bar in shown] == [
        ("手淘搜索", -9100), ("直通车", 700), ("归不到来源或重复计入", -1400),
    ]  # fmt: skip
    assert sum(bar.value or 0 for bar in shown) == -9800
    assert shown[0].judgement
    assert shown[0].judgement.level is Level.WATCH
    assert shown[0].judgement.reason.zh == "比前一周 ↓20.0%"


def test_seven_days_of_channels_are_not_held_against_six(two_weeks: None, fill: Fill, ask: Ask) -> None:
    searched(fill, missing=date(2026, 6, 10))
    reported = SLIDES["gap"](ask())
    assert not any(isinstance(part, Bars) for part in reported.parts)
    assert reported.lines[0].sentence.zh == "缺 6月10日的流量来源，未按来源拆。"


def test_a_day_without_sales_leaves_the_week_unjudged(fill: Fill, ask: Ask) -> None:
    days = [day for day in range(1, 15) if day != 10]
    fill("shop_daily", *(report(date(2026, 6, day), visitors=1000, pay_buyers=30, pay_amount=9000) for day in days))
    fill("targets", plan("2026-06", 270_000))
    for reported in (SLIDES["gap"](ask()), SLIDES["summary"](ask())):
        assert reported.title.zh.startswith("缺 6月10日的支付数据，")
        assert reported.title.zh.endswith("未评")
    paid = SLIDES["summary"](ask()).numbers[0]
    assert (paid.judgement.level, paid.amount.value) == (Level.UNJUDGED, 54_000)
    assert SLIDES["gap"](ask()).waits


def test_the_summary_says_result_cause_and_what_is_to_be_decided(two_weeks: None, fill: Fill, ask: Ask) -> None:
    searched(fill)
    fill("targets", plan("2026-06", 270_000))
    reported = SLIDES["summary"](ask())
    # 116,200 of 270,000 is 43.0 %; 14 of 30 even days are 46.7 %; 153,800 yuan are left for 16 days.
    assert reported.title.zh == "上周差 9,800元，月进度落后 3.6个百分点，洞在手淘搜索"
    assert [line.sentence.zh for line in reported.lines] == [
        "支付 **5.32万元**，达成 **84.4%**；本月 43.0%，落后加权进度 3.6个百分点。",
        "访客吃掉 **1.29万元**；转化、客单补回 0.31万元；来源里手淘搜索少 9,100元。",
        "手淘搜索少的 9,100元谁来补；往后每天要 **9,613元**，从哪里来。",
    ]
    assert reported.title.en == "Last week fell 9,800 yuan short, the month is 3.6 points behind, lost on 手淘搜索"
    assert [number.judgement.level for number in reported.numbers] == [
        Level.BAD, Level.WATCH, Level.WATCH, Level.UNJUDGED,
    ]  # fmt: skip
    assert [line.zh for line in reported.numbers[0].lines] == [
        "达成 **84.4%**　差 9,800元",
        "环比 ↓15.6%　年同 基期无数据",
    ]
    assert reported.numbers[2].lines[0].zh == "前一周 1,000人　**少 200人**"


def test_of_three_things_to_decide_the_summary_says_two(two_weeks: None, fill: Fill, ask: Ask) -> None:
    searched(fill)
    fill("targets", plan("2026-06", 270_000))
    made = {"made_at": datetime(2026, 6, 1, 9), "begun": date(2026, 6, 1), "due": date(2026, 6, 8), "watched": 7}
    fill("actions", {"action": 1, "shop": SHOP, "metric": "visitors", "what": "改主图", "owner": "小满", **made})
    assert SLIDES["summary"](ask()).lines[2].sentence.zh == "手淘搜索少的 9,100元谁来补；1 条行动过期，谁来收。"


def test_a_week_above_its_target_names_what_lifted_it(fill: Fill, ask: Ask) -> None:
    for number in range(1, 15):
        buyers, amount = (30, 9000) if number < 8 else (33, 9900)
        fill("shop_daily", report(date(2026, 6, number), visitors=1000, pay_buyers=buyers, pay_amount=amount))
    fill("targets", plan("2026-06", 270_000))
    reported = SLIDES["summary"](ask())
    assert reported.title.zh == "上周超 6,300元，月进度在线内，靠转化拉起"
    assert reported.lines[1].sentence.zh == "转化带来 **6,300元**。"
    assert SLIDES["gap"](ask()).title.zh == "转化一项带来 6,300元"


def test_without_targets_the_week_before_is_the_measure(two_weeks: None, ask: Ask) -> None:
    reported = SLIDES["summary"](ask())
    assert reported.title.zh == "上周比前一周少 9,800元，月进度未评，洞在访客"
    assert reported.lines[0].sentence.zh == "支付 **5.32万元**，未设目标，不评达成；月进度未评。"
    assert waterfall(SLIDES["gap"](ask())).title.zh == "与前一周之差"
    assert SLIDES["pace"](ask()).title.zh == "本月做了 11.62万元，缺月目标，进度未评"


def test_pace_is_told_for_month_and_quarter(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-04", 260_000), plan("2026-05", 270_000), plan("2026-06", 270_000))
    reported = SLIDES["pace"](ask())
    assert reported.title.zh == "本月完成 43.0%，落后加权进度 3.6个百分点，往后每天要 9,613元"
    month, quarter = map(words, table(reported).rows)
    assert month[1:3] == [270_000, 116_200]
    # (260,000 + 270,000 + 14/30 × 270,000) of 800,000; 683,800 yuan are left for 16 days.
    assert quarter[1:4] == [800_000, 116_200, pytest.approx(0.14525)]
    assert quarter[4:] == [pytest.approx(0.82), pytest.approx(42_737.5)]
    assert reported.numbers[1].lines[1].zh == "时间进度 15.4%"
    assert reported.numbers[1].judgement.level is Level.UNJUDGED
    assert reported.lines[0].sentence.zh == "本季缺 61 天支付数据，合计不完整。"


def test_a_quarter_may_have_a_target_of_its_own(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 270_000), plan("2026-Q2", 1_162_000))
    quarter = words(table(SLIDES["pace"](ask())).rows[1])
    assert quarter[1:5] == [1_162_000, 116_200, pytest.approx(0.1), None]


def test_the_curve_ends_at_the_forecast(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 270_000))
    reported = SLIDES["pace"](ask())
    curve = next(part for part in reported.parts if isinstance(part, Curve))
    assert (curve.done[6], curve.done[13], curve.done[14]) == (63_000, 116_200, None)
    assert curve.pace[13] == pytest.approx(126_000)
    assert (curve.forecast[12], curve.forecast[13]) == (None, 116_200)
    assert curve.forecast[-1] == pytest.approx(float(reported.numbers[3].amount.value or 0), abs=0.05)
    assert len(curve.labels) == len(curve.done) == len(curve.pace) == len(curve.forecast) == 30


def test_two_shops_are_split_each_and_added_to_the_cent(two_weeks: None, fill: Fill, ask: Ask) -> None:
    for number in range(1, 15):
        amount = 3000 if number < 8 else 3600
        fill("shop_daily", report(date(2026, 6, number), OTHER, visitors=500, pay_buyers=10, pay_amount=amount))
    steps = waterfall(SLIDES["gap"](ask(None)))
    assert (steps.reference.value, steps.result.value) == (84_000, 78_400)
    assert steps.steps[2].value > 4200
    assert added_up(steps) == steps.result.value
    assert "visitors_daily_mean" not in [metric.name for metric in SLIDES["summary"](ask(None)).metrics]


def test_a_shop_without_sales_is_named(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("service", agent("小满", WEEK.last, receptions=10) | {"shop": OTHER})
    reported = SLIDES["summary"](ask(None))
    assert reported.title.zh == f"缺{OTHER}的支付数据，上周未评"
    assert reported.numbers[1].judgement.level is Level.UNJUDGED


def test_the_cover_counts_files_and_names_what_lacks(two_weeks: None, fill: Fill, ask: Ask) -> None:
    fill("targets", plan("2026-06", 270_000))
    searched(fill, missing=date(2026, 6, 10))
    reported = SLIDES["cover"](ask())
    assert reported.title.zh == "运营周会　6月8日（周一）至 14日（周日）"
    assert reported.lines[1].sentence.zh == (
        "齐 **2/6** 份；订单缺整周、流量来源缺 6月10日、客服绩效缺整周、店铺DSR缺整周。"
    )
    assert reported.lines[2].sentence.zh == "上次周会没有留底，无从比较。"


def test_the_week_is_called_by_how_long_ago_it_was(two_weeks: None, ask: Ask) -> None:
    names = [ask(today=date(2026, 6, 8) + timedelta(days=days)).week.when.zh for days in (3, 7, 13, 14)]
    assert names == ["本周", "上周", "上周", "该周"]


def test_an_empty_warehouse_says_on_every_slide_what_it_waits_for(warehouse: Warehouse, ask: Ask) -> None:
    for reported in (SLIDES["summary"](ask()), SLIDES["pace"](ask()), SLIDES["gap"](ask())):
        assert "缺" in reported.title.zh
        assert "未评" in reported.title.zh
    assert SHOP not in SLIDES["summary"](ask()).title.zh
