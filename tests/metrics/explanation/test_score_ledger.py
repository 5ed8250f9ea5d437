"""The score ledger: changes add up, roll-off comes true, and enough fives are enough."""

from collections import Counter
from datetime import date, datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.warehouse import Warehouse
from metrics.explanation.score_account import AIM, account, sentence
from metrics.explanation.score_ledger import (
    WINDOW,
    Tally,
    WindowScores,
    fives_needed,
    ledger,
    rolled_off,
    standing,
    tallied,
)
from tests.metrics.rows import DAY, OTHER, SHOP, Fill, report

TALLIES = st.dictionaries(
    st.integers(0, 250).map(lambda n: DAY - timedelta(days=n)),
    st.dictionaries(st.integers(1, 5).map(Fraction), st.integers(1, 9), min_size=1).map(Counter),
    min_size=1,
)


def simulated(days: int, seed: int, shares: tuple[int, ...] = (2, 2, 4, 12, 80)) -> dict[date, Counter[Fraction]]:
    """About 20 scores a day from one to five, up to DAY."""
    random = Random(seed)
    found = {}
    for n in range(days):
        given = random.choices(range(1, 6), shares, k=random.randint(10, 30))
        found[DAY - timedelta(days=n)] = Counter(map(Fraction, given))
    return found


def mean_of(tally: Tally, day: date) -> float:
    """The mean the plain way: every single score of the 180 days in one list."""
    each = [
        float(s)
        for when, scores in tally.items()
        if 0 <= (day - when).days < 180
        for s, n in scores.items()
        for _ in range(n)
    ]
    return sum(each) / len(each)


@pytest.mark.parametrize("seed", range(5))
def test_the_forecast_equals_the_truth_when_no_new_reviews_arrive(seed: int) -> None:
    tally = simulated(260, seed)
    found = list(rolled_off(tally, DAY))
    assert found
    for when, forecast in found:
        assert float(forecast.mean or 0) == pytest.approx(mean_of(tally, when), abs=1e-12)


def test_the_forecast_does_not_look_at_what_came_later() -> None:
    tally = simulated(260, 1)
    earlier = DAY - timedelta(days=20)
    recorded = {when: scores for when, scores in tally.items() if when <= earlier}
    assert rolled_off(tally, earlier) == rolled_off(recorded, earlier)


@given(TALLIES, st.integers(1, 200))
def test_the_effects_add_up_to_the_change_exactly(tally: Tally, back: int) -> None:
    since = DAY - timedelta(days=back)
    found = ledger(tally, since, DAY)
    before, after = standing(tally, since), standing(tally, DAY)
    if before.mean is None or after.mean is None:
        assert found is None
    else:
        assert found
        assert found.change == after.mean - before.mean
        new_low, other_new = (found.effect(came=True, low=low) for low in (True, False))
        left = found.effect(came=False, full=True) + found.effect(came=False, full=False)
        assert new_low + other_new + left == found.change


def test_new_low_scores_and_old_fives_that_leave_are_told_apart_by_hand() -> None:
    # 100 fives of the oldest day leave; on the new day two ones and eight fives come; 300 fours stay.
    first = DAY - timedelta(days=WINDOW)
    tally = {first: Counter({Fraction(5): 100}), DAY - timedelta(days=90): Counter({Fraction(4): 300}),
             DAY: Counter({Fraction(1): 2, Fraction(5): 8})}  # fmt: skip
    found = ledger(tally, DAY - timedelta(days=1), DAY)
    assert found
    # Before: (500 + 1200) / 400 = 4.25; after: (1200 + 2 + 40) / 310.
    assert (found.before.mean, found.after.mean) == (Fraction(17, 4), Fraction(1242, 310))
    assert found.effect(came=True, low=True) == Fraction(-13, 4) * 2 / 310
    assert found.effect(came=True, full=True) == Fraction(3, 4) * 8 / 310
    assert found.effect(came=False, full=True) == Fraction(-3, 4) * 100 / 310
    assert (found.count(came=True, low=True), found.count(came=False, full=True)) == (2, 100)


def test_a_score_stays_for_180_days_and_not_for_181() -> None:
    tally = {DAY: Counter({Fraction(3): 1})}
    assert standing(tally, DAY + timedelta(days=179)).count == 1
    assert standing(tally, DAY + timedelta(days=180)).count == 0


@given(
    st.integers(1, 10**6),
    st.fractions(1, 5, max_denominator=1000),
    st.fractions(1, Fraction(499, 100), max_denominator=100),
)
def test_so_many_fives_are_enough_and_one_less_is_not(count: int, mean: Fraction, aim: Fraction) -> None:
    now = WindowScores(mean * count, count)
    needed = fives_needed(now, aim)
    assert needed is not None
    assert (now.total + 5 * needed) / (count + needed) >= aim
    if needed:
        assert (now.total + 5 * (needed - 1)) / (count + needed - 1) < aim


def test_fives_by_hand() -> None:
    # 1,000 scores of 4.78 on average: (4.80 − 4.78) × 1000 ÷ (5 − 4.80) = 100.
    assert fives_needed(WindowScores(Fraction(4780), 1000), AIM) == 100
    assert fives_needed(WindowScores(Fraction(4800), 1000), AIM) == 0
    assert fives_needed(WindowScores(Fraction(4800), 1000), Fraction(5)) is None
    assert fives_needed(WindowScores(Fraction(0), 0), AIM) is None


def review(number: int, when: date, **scores: object) -> dict[str, object]:
    """A review of a day."""
    return {
        "shop": SHOP,
        "review_id": str(number),
        "review_time": datetime(when.year, when.month, when.day, 9),
        **scores,
    }


def test_reviews_one_by_one_tell_the_ledger_of_each_score(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "reviews",
        review(1, DAY, score_item=5, score_service=4, score_delivery=0, score=5),
        review(2, DAY, score=1),
        review(3, DAY),
    )
    assert tallied(warehouse, "dsr_item", SHOP, DAY) == {DAY: Counter({Fraction(5): 1, Fraction(1): 1})}
    assert tallied(warehouse, "dsr_service", SHOP, DAY) == {DAY: Counter({Fraction(4): 1})}
    assert tallied(warehouse, "dsr_delivery", SHOP, DAY) == {}
    assert tallied(warehouse, "dsr_item", OTHER, DAY) == {}


def test_an_account_of_reviews_tells_causes_forecast_and_fives(warehouse: Warehouse, fill: Fill) -> None:
    first, week = DAY - timedelta(days=WINDOW), DAY - timedelta(days=7)
    fill("reviews", *(review(n, first, score=5) for n in range(10)))
    fill("reviews", *(review(100 + n, DAY - timedelta(days=160), score=5) for n in range(20)))
    fill("reviews", *(review(200 + n, DAY - timedelta(days=60), score=4) for n in range(9)), review(300, DAY, score=1))
    fill("dsr", {"shop": SHOP, "day": DAY, "item": "描述", "score": 4.61})
    found = account(warehouse, "dsr_item", SHOP, week, DAY)
    assert found.ledger
    # 186/39 → 137/30: one 1 takes 3.7692…/30 = 0.1256, ten fives leaving take 0.2308 × 10 / 30 = 0.0769.
    assert sentence(found).zh == (
        "DSR 描述相符按评价算 4.57，比 6月4日 −0.203：新来 1 个低分 −0.126、10 个旧五分满 180 天退出 −0.077；"
        "逐条评价从 2025年12月13日 才有，退出的算不全；"
        "若再没有新评价，30 天后是 3.70；再来 35 个五分到 4.80；平台公布 4.61，两者口径不同。"
    )
    assert found.ahead[-1][1].mean == Fraction(37, 10)


def test_where_only_the_daily_score_is_known_the_causes_are_not(warehouse: Warehouse, fill: Fill) -> None:
    for when, score in ((DAY - timedelta(days=7), 4.80), (DAY, 4.78)):
        fill("dsr", {"shop": SHOP, "day": when, "item": "物流", "score": score})
    found = account(warehouse, "dsr_delivery", SHOP, DAY - timedelta(days=7), DAY)
    assert (found.ledger, found.ahead, found.fives) == (None, (), None)
    assert sentence(found).zh == (
        "DSR 物流服务 4.78，比 6月4日 −0.020；只有每日得分，没有逐条评价，"
        "分不出是新来低分还是旧五分退出，也算不出 30 天后；"
        "要到 4.80，窗口内每 100 个评分要再来约 8 到 13 个五分。"
    )
    fill("shop_daily", *(report(DAY - timedelta(days=n), reviews=10) for n in range(WINDOW)))
    score_account = account(warehouse, "dsr_delivery", SHOP, DAY - timedelta(days=7), DAY)
    assert "按这 180 天 1,800 条评价估，约 135 到 225 个五分到 4.80" in sentence(score_account).zh


def test_without_any_file_nothing_is_told(warehouse: Warehouse) -> None:
    found = account(warehouse, "dsr_item", SHOP, DAY - timedelta(days=7), DAY)
    assert sentence(found).zh == "DSR 描述相符没有数据，缺店铺DSR或逐条评价。"
