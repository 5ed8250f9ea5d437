"""Anomalies: bases and spreads by hand, only what hurts, never on promotions or few visitors; one line a cause."""

from datetime import date, timedelta

import pytest

from data.store.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.judgement.anomalies import unlike
from metrics.judgement.anomaly import Anomaly
from metrics.judgement.causes import MOVES, Symptom, folded, lines, moves
from metrics.judgement.limits import Level
from metrics.judgement.watched import WATCHED
from metrics.query.batching import alone
from tests.metrics.rows import OTHER, SHOP, Fill, agent, channel, report
from text import same

DAY = date(2026, 8, 27)
"""A Thursday with no holiday in the eight weeks before it."""

PAST = [DAY - timedelta(days=n) for n in range(56, 0, -1)]


def found_on(warehouse: Warehouse, day: date) -> tuple[Anomaly, ...]:
    return alone(warehouse, unlike(day))


def _visitors(day: date) -> int:
    """1,000 and 1,100 from week to week."""
    return 1000 + 100 * (day.toordinal() // 7 % 2)


def _usual(fill: Fill, shop: str = SHOP, **more: object) -> None:
    fill("shop_daily", *(report(day, shop, visitors=_visitors(day), **more) for day in PAST))


def _one(found: tuple[Anomaly, ...]) -> Anomaly:
    assert len(found) == 1, [each.sentence.en for each in found]
    return found[0]


def test_an_ordinary_day_has_none(warehouse: Warehouse, fill: Fill) -> None:
    _usual(fill)
    fill("shop_daily", report(DAY, visitors=1050))
    assert found_on(warehouse, DAY) == ()


def test_base_and_spread_by_hand(warehouse: Warehouse, fill: Fill) -> None:
    # Every weekday was four times 1,000 and four times 1,100, so its median is 1,050. 1,100 is 4.762 % more than that,
    # that is 5 % more than 1,000: the median of 28 of each is 4.881 %, times 1.4826 is 7.236 %. 1,050 is 75 % over 600.
    _usual(fill)
    fill("shop_daily", report(DAY, visitors=600))
    found = _one(found_on(warehouse, DAY))
    assert (found.watched.name, found.value, found.base) == ("visitors", 600, 1050)
    assert found.moved == pytest.approx(600 / 1050 - 1)
    assert found.usual == pytest.approx(0.07236, abs=1e-5)
    assert found.times == pytest.approx(0.75 / 0.07236, abs=1e-2)
    assert found.sentence.zh.startswith(
        "访客数 600人，前 8 周同星期中位 1,050人，低 42.9%；平时上下 7.24%，这次是平时的 10.4 倍"
    )
    assert "the median of this weekday over 8 weeks is 1,050 people: 42.9% lower" in found.sentence.en


def test_only_what_hurts_is_said(warehouse: Warehouse, fill: Fill) -> None:
    _usual(fill)
    fill("shop_daily", report(DAY, visitors=3000))
    assert found_on(warehouse, DAY) == ()


def test_longer_waits_hurt_and_shorter_ones_do_not(warehouse: Warehouse, fill: Fill) -> None:
    fill("service", *(agent("小满", day, receptions=100, first_response_sec=20 + day.day % 3) for day in PAST))
    fill("service", agent("小满", DAY, receptions=100, first_response_sec=60))
    assert _one(found_on(warehouse, DAY)).watched.name == "first_response_sec"
    with warehouse.writing() as run:
        run.execute("UPDATE service SET first_response_sec = 5 WHERE day = ?", [DAY])
    assert found_on(warehouse, DAY) == ()


def test_a_few_visitors_are_not_enough(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", *(report(day, visitors=450, pay_buyers=12 + day.day % 3) for day in PAST))
    fill("shop_daily", report(DAY, visitors=450, pay_buyers=1))
    assert found_on(warehouse, DAY) == ()


def test_promotions_and_holidays_neither_alarm_nor_count(warehouse: Warehouse, fill: Fill) -> None:
    # 618 itself is not judged, however few come.
    days = [date(2026, 6, 18) - timedelta(days=n) for n in range(56, 0, -1)]
    fill("shop_daily", *(report(day, visitors=_visitors(day)) for day in days))
    fill("shop_daily", report(date(2026, 6, 18), visitors=100))
    assert found_on(warehouse, date(2026, 6, 18)) == ()


def test_a_promotion_the_shop_entered_is_no_ordinary_day(warehouse: Warehouse, fill: Fill) -> None:
    _usual(fill)
    fill("shop_daily", report(DAY, visitors=600))
    fill("promotions", {"shop": "", "activity": "盘点", "year": 2026, "first_day": DAY, "last_day": DAY})
    assert found_on(warehouse, DAY) == ()


def test_three_same_weekdays_are_too_few(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", *(report(day, visitors=_visitors(day)) for day in PAST[-27:]))
    fill("shop_daily", report(DAY, visitors=100))
    assert found_on(warehouse, DAY) == ()


def test_a_score_that_falls_in_a_day_is_told_in_steps(warehouse: Warehouse, fill: Fill) -> None:
    fill("dsr", *({"shop": SHOP, "day": day, "item": "物流", "score": 4.81} for day in PAST))
    fill("dsr", {"shop": SHOP, "day": DAY, "item": "物流", "score": 4.78})
    found = _one(found_on(warehouse, DAY))
    assert found.sentence.zh == "DSR 物流服务 一天里从 4.81分 到 4.78分，低 0.03分；近 8 周一天通常变动 0.00分"


def test_a_channel_that_is_gone_is_told_only_while_others_are_there(warehouse: Warehouse, fill: Fill) -> None:
    for name, visitors in (("手淘搜索", 800), ("手淘推荐", 500)):
        fill("traffic", *(channel(name, visitors + day.day % 3, 10, day=day) for day in PAST))
    assert found_on(warehouse, DAY) == ()
    fill("traffic", channel("手淘推荐", 500, 10, day=DAY))
    found = _one(found_on(warehouse, DAY))
    assert (found.part, found.value, found.level) == ("手淘搜索", None, Level.BAD)
    assert found.sentence.zh.startswith("「手淘搜索」渠道访客数 当天没有数据，前 8 周同星期中位 80")


def test_a_rate_that_settles_is_looked_at_on_its_last_final_day(warehouse: Warehouse, fill: Fill) -> None:
    days = [*PAST, DAY]
    fill("service", *(agent("小满", day, inquirers=200, final_pay_buyers=60 + day.day % 4) for day in days))
    settled = DAY - timedelta(days=4)
    with warehouse.writing() as run:
        run.execute("UPDATE service SET final_pay_buyers = 20 WHERE day IN (?, ?)", [settled, DAY])
    found = _one(found_on(warehouse, DAY))
    assert (found.watched.name, found.day) == ("inquiry_pay_final_rate", settled)


def test_one_cause_raises_one_line(warehouse: Warehouse, fill: Fill) -> None:
    def sold(day: date, share: float = 1) -> dict[str, object]:
        people = round(_visitors(day) * share)
        return report(day, visitors=people, pay_buyers=people // 20, pay_amount=people * 5, cart_users=people // 10)

    fill("shop_daily", *(sold(day) for day in PAST), sold(DAY, 0.5))
    for name in ("手淘搜索", "手淘推荐"):
        fill("traffic", *(channel(name, _visitors(day), 10, day=day) for day in PAST))
        fill("traffic", channel(name, 500, 10, day=DAY))
    found = found_on(warehouse, DAY)
    assert [each.watched.name for each in found] == ["visitors", "pay_buyers", "pay_amount", *["channel_visitors"] * 2]
    (line,) = lines(found)
    assert line.cause.metric == "visitors"
    assert len(line.moved) == 4


def test_shops_are_never_folded_together() -> None:
    here = Symptom("visitors", Level.BAD, same("1"), SHOP)
    there = Symptom("pay_amount", Level.BAD, same("2"), OTHER)
    assert len(folded([here, there])) == 2


def test_a_line_is_as_grave_as_the_gravest_it_folds() -> None:
    line = folded([Symptom("visitors", Level.WATCH, same("1")), Symptom("pay_amount", Level.BAD, same("2"))])[0]
    assert (line.cause.metric, line.level) == ("visitors", Level.BAD)


def test_two_causes_stay_two_lines_and_what_both_move_goes_to_the_graver() -> None:
    effects = [
        Symptom("visitors", Level.WATCH, same("1")),
        Symptom("pay_conversion", Level.BAD, same("2")),
        Symptom("pay_amount", Level.BAD, same("3")),
    ]
    found = {line.cause.metric: [each.metric for each in line.moved] for line in folded(effects)}
    assert found == {"visitors": [], "pay_conversion": ["pay_amount"]}


def test_agents_fold_under_their_team_and_not_under_each_other() -> None:
    effects = [Symptom("first_response_sec", Level.BAD, same(name), SHOP, name) for name in ("小满", "谷雨")]
    assert len(folded(effects)) == 2
    (line,) = folded([*effects, Symptom("first_response_sec", Level.WATCH, same("组"), SHOP)])
    assert (line.cause.part, len(line.moved)) == ("", 2)


def test_nothing_causes_itself() -> None:
    assert not [name for name in MOVES if name in moves(name)]


def test_every_watched_metric_is_one_of_the_catalogue() -> None:
    assert len({each.metric.name for each in WATCHED}) == len(WATCHED)
    assert {each.metric.name for each in WATCHED} <= {metric.name for metric in METRICS}
