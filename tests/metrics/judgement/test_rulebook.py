"""The shop's rules: edits over the declared ones, kept for ever, taken back; runs of days; limits that never cross."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records.rule_edits import RuleEdit, keep_rule_edits, rule_edits
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.catalogue import metric_named
from metrics.glossary.entries import glossary
from metrics.judgement.limits import Level, Past, judge
from metrics.judgement.rulebook import RuleEntry, lines, rulebook, wrong
from metrics.judgement.rules import REFERENCES, RULES
from tests.metrics.rows import OTHER, SHOP

NINE, TEN = datetime(2026, 6, 12, 9), datetime(2026, 6, 12, 10)
GRAVITY = (Level.GOOD, Level.WATCH, Level.BAD)
VISITORS = metric_named("visitors")


def _line(warehouse: Warehouse, name: str, key: str) -> RuleEntry:
    return next(line for line in lines(warehouse, [metric_named(name)]) if line.key == key)


def test_without_edits_the_declared_rules_count(warehouse: Warehouse) -> None:
    assert rulebook(warehouse) == RULES


def test_an_edit_counts_and_says_who_made_it_when(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", -0.3, -0.5)], by="小满", now=NINE)
    book = rulebook(warehouse)
    assert judge(VISITORS, 75, base=100).level is Level.BAD
    assert judge(VISITORS, 75, base=100, rules=book).level is Level.GOOD
    assert judge(VISITORS, 65, base=100, rules=book).level is Level.WATCH
    kept = _line(warehouse, "visitors", "base weekday").edit
    assert kept is not None
    assert (kept.by, kept.at) == ("小满", NINE)


def test_the_last_edit_counts_and_the_others_are_kept(warehouse: Warehouse) -> None:
    for watch, by, now in ((-0.3, "小满", NINE), (-0.4, "谷雨", TEN)):
        keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", watch)], by=by, now=now)
    assert rulebook(warehouse)["visitors"][0].watch == -0.4
    assert [(each.by, each.edit.watch) for each in rule_edits(warehouse)] == [("谷雨", -0.4), ("小满", -0.3)]


def test_a_shops_own_rule_goes_before_that_of_all_shops(warehouse: Warehouse) -> None:
    for shop, watch in (("", -0.3), (SHOP, -0.5)):
        keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", watch, shop=shop)], by="小满")
    assert [rulebook(warehouse, shop)["visitors"][0].watch for shop in (None, SHOP, OTHER)] == [-0.3, -0.5, -0.3]
    judged = [judge(VISITORS, 60, base=100, rules=rulebook(warehouse, shop)).level for shop in (SHOP, OTHER)]
    assert judged == [Level.GOOD, Level.WATCH]


def test_a_shop_that_goes_back_has_what_holds_for_all_even_a_later_edit(warehouse: Warehouse) -> None:
    own = RuleEdit("visitors", "base weekday", -0.5, shop=SHOP)
    keep_rule_edits(warehouse, [own, replace(own, to_default=True)], by="小满")
    assert rulebook(warehouse, SHOP) == RULES
    keep_rule_edits(warehouse, [replace(own, watch=-0.3, shop="")], by="谷雨")
    assert rulebook(warehouse, SHOP)["visitors"][0].watch == -0.3


def test_a_rule_that_is_off_for_all_can_be_on_for_a_shop(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("pay_amount", "target")], by="小满")
    assert [rule.key for rule in rulebook(warehouse, SHOP)["pay_amount"]] == ["base weekday"]
    keep_rule_edits(warehouse, [RuleEdit("pay_amount", "target", -0.2, shop=SHOP)], by="小满")
    assert judge(metric_named("pay_amount"), 70, target=100, rules=rulebook(warehouse, SHOP)).level is Level.WATCH
    assert judge(metric_named("pay_amount"), 70, target=100, rules=rulebook(warehouse)).reason.zh.startswith("同星期")


def test_looking_back_sees_the_shops_rules_of_that_moment(warehouse: Warehouse) -> None:
    for watch, now in ((-0.3, NINE), (-0.4, TEN)):
        keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", watch, shop=SHOP)], by="小满", now=now)
    with warehouse_as_of(warehouse, NINE) as then:
        assert rulebook(then, SHOP)["visitors"][0].watch == -0.3
        assert rulebook(then) == RULES


def test_the_glossary_prints_the_rule_in_force_and_the_default_beside_it(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", -0.3, None, None, 3, shop=SHOP)], by="小满")
    keep_rule_edits(warehouse, [RuleEdit("first_response_sec", "limit")], by="小满")
    rows = {row["name"]: row["limits"] for row in glossary("zh", rulebook(warehouse, SHOP))}
    assert rows["visitors"] == "比同星期 < −30% 关注，连续 3 天（默认：比同星期 < −10% 关注，< −20% 落后）"
    assert rows["first_response_sec"] == "不评（默认：> 30 秒 关注，> 60 秒 落后）"
    assert rows["channel_share"] == "比同星期 ±5 个百分点 关注"
    assert rows["stock_days"] == "< 7 天 关注，> 90 天 关注"
    assert rows["page_views"] == ""
    assert {row["name"]: row["limits"] for row in glossary("en")}["ad_spend"] == "on budget ±10% watch"


def test_without_limits_a_rule_is_off(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday")], by="小满")
    judged = judge(VISITORS, 10, base=100, rules=rulebook(warehouse))
    assert (judged.level, judged.reason.zh) == (Level.UNJUDGED, "只看不评")


def test_a_metric_without_a_rule_can_be_given_one(warehouse: Warehouse) -> None:
    orders = metric_named("pay_orders")
    assert judge(orders, 40).level is Level.UNJUDGED
    keep_rule_edits(warehouse, [RuleEdit("pay_orders", "limit", 100, 50)], by="小满")
    judged = judge(orders, 40, rules=rulebook(warehouse))
    assert (judged.level, judged.reason.zh) == (Level.BAD, "低于 50单")


def test_a_smallest_sample_can_be_raised_and_lowered(warehouse: Warehouse) -> None:
    conversion = metric_named("pay_conversion")
    assert judge(conversion, 0.01, base=0.03, sample=499).reason.zh == "样本不足（499，至少 500）"
    keep_rule_edits(warehouse, [RuleEdit("pay_conversion", "base weekday", -0.07, -0.15, 100)], by="小满")
    book = rulebook(warehouse)
    assert judge(conversion, 0.01, base=0.03, sample=499, rules=book).level is Level.BAD
    assert judge(conversion, 0.01, base=0.03, sample=99, rules=book).reason.en == "Sample too small (99, at least 100)"


def test_a_rule_of_three_days_waits_for_the_third(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", -0.10, -0.20, None, 3)], by="小满")
    book = rulebook(warehouse)
    fallen, ordinary = Past(70, 100), Past(100, 100)
    second = judge(VISITORS, 70, base=100, rules=book, before=[fallen, ordinary, fallen])
    assert second.level is Level.GOOD
    assert second.reason.zh == "比同星期 ↓30.0%，才第 2 天，连续 3 天才提醒"
    third = judge(VISITORS, 70, base=100, rules=book, before=[fallen, fallen, ordinary])
    assert (third.level, third.reason.zh) == (Level.BAD, "比同星期 ↓30.0%，连续 3 天")
    assert third.reason.en == "↓30.0% on same weekday, 3 days running"


def test_a_run_is_as_grave_as_its_mildest_day_and_ends_with_a_day_that_is_missing(warehouse: Warehouse) -> None:
    keep_rule_edits(warehouse, [RuleEdit("visitors", "base weekday", -0.10, -0.20, None, 2)], by="小满")
    book = rulebook(warehouse)
    assert judge(VISITORS, 70, base=100, rules=book, before=[Past(85, 100)]).level is Level.WATCH
    assert judge(VISITORS, 70, base=100, rules=book, before=[Past(None, 100)]).level is Level.GOOD
    assert judge(VISITORS, 70, base=100, rules=book).level is Level.GOOD


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (RuleEdit("visitors", "base weekday", -0.3, -0.2), "更严重"),
        (RuleEdit("first_response_sec", "limit", 60, 30), "更严重"),
        (RuleEdit("visitors", "base weekday", -0.1, -0.2, None, 8), "1 到 7"),
        (RuleEdit("visitors", "base weekday", -0.1, -0.2, 100), "没有可数的样本"),
        (RuleEdit("avg_order_value", "base weekday", 0.15), "写幅度"),
        (RuleEdit("month_attain", "target pace", -0.02, -0.05, None, 2), "本来就看一段时间"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(warehouse: Warehouse, edit: RuleEdit, text: str) -> None:
    found = wrong(_line(warehouse, edit.metric, edit.rule), edit)
    assert found is not None
    assert text in found.zh


def test_every_declared_rule_could_be_entered_as_it_is(warehouse: Warehouse) -> None:
    declared = [(line, line.default) for line in lines(warehouse) if line.default]
    assert len(declared) > 10
    for line, rule in declared:
        edit = RuleEdit(line.metric.name, line.key, rule.watch, rule.bad, rule.least, rule.days)
        assert wrong(line, edit) is None, line.metric.name


def test_rules_of_a_metric_can_be_told_apart_and_name_what_they_compare_with() -> None:
    for name, rules in RULES.items():
        assert len({rule.key for rule in rules}) == len(rules), name
        assert all(rule.versus in REFERENCES.values() for rule in rules)


limits = st.none() | st.floats(-2, 2)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(sorted(RULES)), limits, limits, st.integers(1, 7)), min_size=1, max_size=8))
def test_whatever_was_edited_one_reset_each_returns_the_defaults(made: list[tuple]) -> None:
    with in_memory() as warehouse:
        edits = [RuleEdit(name, RULES[name][0].key, watch, bad, None, days) for name, watch, bad, days in made]
        keep_rule_edits(warehouse, edits, by="小满")
        back = [replace(edit, to_default=True) for edit in edits]
        keep_rule_edits(warehouse, back, by="小满")
        assert rulebook(warehouse) == RULES
        assert len(rule_edits(warehouse)) == 2 * len(made)


steady = st.sampled_from([name for name, rules in sorted(RULES.items()) if all(rule.side == "worse" for rule in rules)])


@given(steady, st.floats(0.01, 1000), st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_a_worse_value_is_never_judged_better(name: str, one: float, other: float, base: float) -> None:
    metric = metric_named(name)
    better, worse = (min, max) if metric.better.value == "lower" else (max, min)
    levels = [judge(metric, pick(one, other), base=base, target=base).level for pick in (better, worse)]
    assert Level.UNJUDGED in levels or GRAVITY.index(levels[0]) <= GRAVITY.index(levels[1])


@given(st.floats(1, 200), st.floats(-0.9, 0.5), st.floats(0, 0.5))
def test_a_stricter_limit_never_judges_milder(value: float, limit: float, stricter: float) -> None:
    loose, strict = (
        {"visitors": (replace(RULES["visitors"][0], watch=watch, bad=None),)} for watch in (limit, limit + stricter)
    )
    before, after = (judge(VISITORS, value, base=100, rules=book).level for book in (loose, strict))
    assert GRAVITY.index(before) <= GRAVITY.index(after)
