"""Targets: where a day's and a month's come from, the pace against them, the tree and what it leaves over."""

from datetime import date
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, day, month_to_date
from metrics.planning.promotion_targets import promotion_targets, targets_by_weight
from metrics.planning.targets import Plan, month_tree
from tests.metrics.rows import DAY, JUNE, OTHER, SHOP, Fill, ask, day_target, order, plan, report, split


def _paid(fill: Fill, days: range, amount: float = 10_000, shop: str = SHOP) -> None:
    fill("shop_daily", *(report(date(2026, 6, n), shop, pay_amount=amount) for n in days))


def test_a_month_is_spread_evenly_and_to_the_cent(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 1000))
    days = [amount for _, amount in split(warehouse, "day_target", ("day",), JUNE)]
    assert len(days) == 30
    assert set(days) == {Decimal("33.33"), Decimal("33.34")}
    assert sum(days) == 1000


def test_days_with_a_target_of_their_own_leave_the_rest_to_the_others(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 1290), plan("2026-06-18", 1000))
    assert day_target(warehouse, date(2026, 6, 18), SHOP) == 1000
    assert day_target(warehouse, DAY, SHOP) == 10
    assert ask(warehouse, "day_target", JUNE) == 1290


def test_days_that_take_more_than_the_month_leave_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 900), plan("2026-06-18", 1000))
    assert day_target(warehouse, DAY, SHOP) == 0


def test_without_a_month_only_days_that_have_one_have_a_target(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06-11", 500))
    assert day_target(warehouse, DAY, SHOP) == 500
    assert day_target(warehouse, date(2026, 6, 12), SHOP) is None
    assert ask(warehouse, "month_target") is None


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([plan("2026-06", 300), plan("2026-06", 200, team="客服组"), plan("2026-06", 50, person="小满")], 300),
        ([plan("2026-06", 200, team="客服组"), plan("2026-06", 50, team="客服组", person="小满")], 200),
        ([plan("2026-06", 50, person="小满"), plan("2026-06", 70, team="客服组", person="谷雨")], 120),
        ([plan(f"2026-06-{n:02d}", 10) for n in range(1, 31)], 300),
        ([plan(f"2026-06-{n:02d}", 10) for n in range(1, 30)], None),
        ([plan("2026", 3600), plan("2026-Q2", 900)], None),
    ],
    ids=["shop", "teams", "people", "all days", "not all days", "year and quarter"],
)
def test_a_month_comes_from_the_shop_or_its_days_or_teams_or_people(
    warehouse: Warehouse, fill: Fill, plans: list, expected: int | None
) -> None:
    fill("targets", *plans)
    assert ask(warehouse, "month_target") == expected


def test_targets_without_a_shop_are_the_only_shops(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300, shop=""))
    _paid(fill, range(1, 2))
    assert day_target(warehouse, DAY, SHOP) == 10
    fill("shop_daily", report(shop=OTHER, pay_amount=5))
    assert day_target(warehouse, DAY, SHOP) is None
    assert [row.shop for row in month_tree(warehouse, DAY)] == [""]


def test_a_target_that_names_its_shop_counts_more_than_one_that_does_not(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300, shop=""), plan("2026-06", 600))
    assert day_target(warehouse, DAY, SHOP) == 20


def test_attainment_by_hand(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    _paid(fill, range(1, 12), 9000)
    assert ask(warehouse, "day_attain") == pytest.approx(0.9)
    assert ask(warehouse, "month_attain") == pytest.approx(99_000 / 300_000)
    assert ask(warehouse, "time_progress") == pytest.approx(11 / 30)
    assert ask(warehouse, "time_progress_w") == pytest.approx(11 / 30)
    assert ask(warehouse, "pace_gap") == pytest.approx(0.33 - 11 / 30)
    assert ask(warehouse, "need_per_day") == Decimal("10578.95")


def test_pace_weighs_each_day_by_its_target(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 390_000), plan("2026-06-18", 100_000))
    _paid(fill, range(1, 19))
    assert ask(warehouse, "time_progress", JUNE) == pytest.approx(18 / 30)
    assert ask(warehouse, "time_progress_w", JUNE) == pytest.approx((17 * 10_000 + 100_000) / 390_000)


def test_the_month_counts_from_its_first_day_whatever_is_asked(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    _paid(fill, range(1, 12))
    assert ask(warehouse, "month_attain", Period(date(2026, 6, 10), DAY)) == pytest.approx(110_000 / 300_000)


def test_a_month_stands_at_its_last_loaded_day(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    _paid(fill, range(1, 6))
    _paid(fill, range(7, 9))
    assert ask(warehouse, "month_attain", JUNE) == pytest.approx(70_000 / 300_000)
    assert ask(warehouse, "time_progress", JUNE) == pytest.approx(7 / 30)
    by_day = split(warehouse, "month_attain", ("day",), JUNE)
    assert [when.day for when, _ in by_day] == [1, 2, 3, 4, 5, 7, 8]


def test_shops_without_a_target_give_no_part_to_attainment(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000))
    _paid(fill, range(1, 12))
    _paid(fill, range(1, 12), 90_000, shop=OTHER)
    assert ask(warehouse, "month_attain") == pytest.approx(110_000 / 300_000)
    assert ask(warehouse, "day_attain") == pytest.approx(1)


def test_two_shops_attain_by_their_sums(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000), plan("2026-06", 600_000, shop=OTHER))
    _paid(fill, range(1, 12))
    _paid(fill, range(1, 11), 30_000, shop=OTHER)
    assert ask(warehouse, "month_attain", month_to_date(DAY)) == pytest.approx((110_000 + 300_000) / 900_000)


def test_nothing_is_needed_once_the_target_is_reached_or_the_month_over(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 100_000))
    _paid(fill, range(1, 31))
    assert ask(warehouse, "need_per_day") == 0
    assert ask(warehouse, "need_per_day", day(date(2026, 6, 30))) is None


def test_nothing_is_needed_of_a_month_without_a_target(warehouse: Warehouse, fill: Fill) -> None:
    _paid(fill, range(1, 12))
    for name in ("need_per_day", "month_attain", "day_attain", "time_progress_w", "pace_gap"):
        assert ask(warehouse, name) is None
    assert ask(warehouse, "time_progress") == pytest.approx(11 / 30)


def test_orders_count_towards_attainment(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 3000))
    fill("orders", order(1, 80, 20))
    assert ask(warehouse, "day_attain") == pytest.approx(1)


def test_a_tree_shows_what_was_not_given_out(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "targets",
        plan("2026-Q2", 1000),
        *(plan(f"2026-0{n}", 300) for n in (4, 5, 6)),
        plan("2026-06", 150, team="客服组"),
        plan("2026-06", 140, team="推广组"),
        plan("2026-06", 80, team="客服组", person="小满"),
        plan("2026-06", 75, team="客服组", person="谷雨"),
    )
    found = [[row.period, row.team, row.person, row.amount, row.residual] for row in month_tree(warehouse, DAY)]
    assert found == [
        ["2026-Q2", "", "", 1000, 100],
        ["2026-06", "", "", 300, 10],
        ["2026-06", "客服组", "", 150, -5],
        ["2026-06", "客服组", "小满", 80, None],
        ["2026-06", "客服组", "谷雨", 75, None],
        ["2026-06", "推广组", "", 140, None],
    ]


def test_people_without_a_team_hang_on_the_shop(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300), plan("2026-06", 100, person="小满"), plan("2026-06", 120, person="谷雨"))
    assert [row.residual for row in month_tree(warehouse, DAY, [SHOP])] == [80, None, None]
    assert month_tree(warehouse, DAY, [OTHER]) == []


def test_a_shop_known_only_by_its_teams_has_no_amount_of_its_own(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 150, team="客服组"))
    assert month_tree(warehouse, DAY)[0] == Plan(SHOP, "2026-06", "", "", None, Decimal("150.00"))


def test_a_promotions_day_target_shows_how_many_ordinary_days_it_counts(warehouse: Warehouse, fill: Fill) -> None:
    # 24 ordinary days of 100, four days of the promotion of 100, the peak of 450: 4.5 ordinary days.
    fill("targets", plan("2026-06", 3_350), plan("2026-06-18", 450))
    (found,) = promotion_targets(warehouse, SHOP, date(2026, 6, 1))
    assert (found.day, found.label.zh, found.target) == (date(2026, 6, 18), "2026年618", Decimal(450))
    assert (found.weight, found.set_by_hand) == (4.5, True)
    fill("targets", plan("2026-09", 3_000))
    (even,) = promotion_targets(warehouse, SHOP, date(2026, 9, 9))
    assert (even.weight, even.set_by_hand) == (1.0, False)
    assert promotion_targets(warehouse, SHOP, date(2026, 7, 1)) == []


def test_another_weight_leaves_the_month_as_it_is_and_open_days_equal(warehouse: Warehouse, fill: Fill) -> None:
    # 3,350 less the 50 of the 1st: 28 open days and a peak that counts 5 share 3,300, which is 100 and 500.
    fill("targets", plan("2026-06", 3_350), plan("2026-06-01", 50), plan("2026-06-18", 450))
    peak = date(2026, 6, 18)
    assert targets_by_weight(warehouse, SHOP, DAY, {peak: 5}) == {peak: Decimal("500.00")}
    assert targets_by_weight(warehouse, SHOP, date(2026, 7, 1), {date(2026, 7, 2): 5}) == {}
