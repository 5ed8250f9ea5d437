"""Judgements: the limits, their edges, and the reasons for not judging."""

from datetime import date

import pytest

from metrics.catalogue import metric_named
from metrics.judgement.limits import Level, judge
from metrics.wording.figure import Number

GOOD, WATCH, BAD, UNJUDGED = Level.GOOD, Level.WATCH, Level.BAD, Level.UNJUDGED


@pytest.mark.parametrize(
    ("name", "value", "target", "level"),
    [
        ("pay_amount", 100, 100, GOOD),
        ("pay_amount", 99.99, 100, WATCH),
        ("pay_amount", 90, 100, WATCH),
        ("pay_amount", 89.99, 100, BAD),
        ("month_attain", 0.331, 0.331, GOOD),
        ("month_attain", 0.331, 0.352, WATCH),
        ("month_attain", 0.30, 0.35, WATCH),
        ("month_attain", 0.299, 0.35, BAD),
    ],
)
def test_against_a_target(name: str, value: Number, target: Number, level: Level) -> None:
    assert judge(metric_named(name), value, target=target).level is level


@pytest.mark.parametrize(
    ("name", "value", "base", "level"),
    [
        ("pay_amount", 74, 100, BAD),
        ("pay_amount", 76, 100, WATCH),
        ("visitors", 90, 100, GOOD),
        ("visitors", 89, 100, WATCH),
        ("visitors", 79, 100, BAD),
        ("visitors", 300, 100, GOOD),
        ("pay_conversion", 0.0279, 0.03, GOOD),
        ("pay_conversion", 0.0270, 0.03, WATCH),
        ("pay_conversion", 0.0250, 0.03, BAD),
        ("avg_order_value", 116, 100, WATCH),
        ("avg_order_value", 84, 100, WATCH),
        ("avg_order_value", 110, 100, GOOD),
        ("refund_rate_amount", 0.131, 0.10, BAD),
        ("refund_rate_amount", 0.12, 0.10, WATCH),
        ("refund_rate_amount", 0.05, 0.10, GOOD),
        ("dsr_item", 4.86, 4.86, GOOD),
        ("dsr_item", 4.79, 4.79, WATCH),
        ("dsr_item", 4.84, 4.87, BAD),
        ("dsr_item", 4.85, 4.87, GOOD),
    ],
)
def test_against_a_base(name: str, value: Number, base: Number, level: Level) -> None:
    assert judge(metric_named(name), value, base=base).level is level


@pytest.mark.parametrize(
    ("name", "value", "level"),
    [
        ("first_response_sec", 30, GOOD),
        ("first_response_sec", 30.1, WATCH),
        ("first_response_sec", 60.1, BAD),
        ("avg_response_sec", 60.5, WATCH),
        ("reply_rate", 0.98, GOOD),
        ("reply_rate", 0.979, WATCH),
        ("reply_rate", 0.949, BAD),
        ("unshipped_yday", 0, GOOD),
        ("unshipped_yday", 1, WATCH),
        ("unshipped_yday", 37, BAD),
        ("day_attain", 0.92, WATCH),
        ("pace_gap", -0.021, WATCH),
        ("pace_gap", -0.051, BAD),
        ("dsr_item", 4.8, GOOD),
    ],
)
def test_against_a_limit(name: str, value: Number, level: Level) -> None:
    assert judge(metric_named(name), value).level is level


@pytest.mark.parametrize(
    ("value", "day_before", "week_ago", "level", "reason"),
    [
        (4.83, 4.84, 4.84, WATCH, "比前一天 ↓0.01"),
        (4.84, 4.84, 4.86, GOOD, "不低于 4.80分"),
        (4.84, 4.84, 4.87, BAD, "比7天前 ↓0.03"),
        (4.8349, 4.84, 4.84, GOOD, "不低于 4.80分"),
        (4.79, 4.79, 4.79, WATCH, "低于 4.80分"),
        (4.83, None, None, GOOD, "不低于 4.80分"),
    ],
)
def test_a_score_asks_to_be_looked_at_from_a_hundredth_a_day_and_three_in_a_week(
    value: Number, day_before: Number | None, week_ago: Number | None, level: Level, reason: str
) -> None:
    judged = judge(metric_named("dsr_item"), value, base=week_ago, day_before=day_before)
    assert (judged.level, judged.reason.zh) == (level, reason)


def test_a_target_counts_more_than_the_weekday() -> None:
    judged = judge(metric_named("pay_amount"), 100, target=100, base=500)
    assert judged.level is GOOD
    assert judged.reason.zh == "达成 100.0%"


def test_a_reason_says_what_was_compared() -> None:
    assert judge(metric_named("visitors"), 903, base=1000).reason.zh == "比同星期 ↓9.7%"
    assert judge(metric_named("month_attain"), 0.331, target=0.352).reason.zh == "比加权进度 ↓2.1个百分点"
    assert judge(metric_named("dsr_item"), 4.84, base=4.87).reason.en == "↓0.03 on a week ago"
    assert judge(metric_named("first_response_sec"), 75).reason.zh == "超过 60秒"
    assert judge(metric_named("reply_rate"), 0.99).reason.en == "at least 98.0%"


def test_three_weeks_are_too_few() -> None:
    judged = judge(metric_named("visitors"), 903)
    assert judged.level is UNJUDGED
    assert "满四周后可比" in judged.reason.zh


def test_without_a_target_attainment_is_not_judged() -> None:
    judged = judge(metric_named("month_attain"), 0.3)
    assert (judged.level, judged.reason.zh) == (UNJUDGED, "未设目标，不评达成")


def test_a_small_sample_is_not_judged() -> None:
    judged = judge(metric_named("inquiry_pay_final_rate"), 0.1, base=0.4, sample=29)
    assert judged.level is UNJUDGED
    assert judged.reason.zh.startswith("样本不足")
    assert judge(metric_named("inquiry_pay_final_rate"), 0.1, base=0.4, sample=30).level is BAD


def test_a_young_value_is_not_judged() -> None:
    judged = judge(metric_named("refund_rate_amount"), 0.2, base=0.1, young_until=date(2026, 6, 26))
    assert (judged.level, judged.reason.zh) == (UNJUDGED, "暂估，6月26日定稿后再评")


def test_a_base_of_nothing_cannot_be_compared_with() -> None:
    assert judge(metric_named("visitors"), 10, base=0).level is UNJUDGED


def test_a_metric_without_a_rule_is_shown_only() -> None:
    assert judge(metric_named("page_views"), 10, base=1).level is UNJUDGED


def test_every_level_has_a_word_and_a_shape_of_its_own() -> None:
    assert [level.word.zh for level in Level] == ["达标", "关注", "落后", "未评"]
    assert len({level.shape for level in Level}) == 4
