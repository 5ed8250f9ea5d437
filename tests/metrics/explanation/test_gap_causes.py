"""Gaps split into causes: nothing left over, nothing invented."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.explanation.gap_causes import Funnel, Split, causes, split, whole

FUNNELS = st.builds(
    Funnel,
    visitors=st.integers(1, 10**8),
    buyers=st.integers(1, 10**7),
    amount=st.decimals(Decimal("0.01"), Decimal("9999999999.99"), places=2),
)
AMOUNTS = st.decimals(Decimal(0), Decimal("9999999999.99"), places=2)


@given(FUNNELS, FUNNELS)
def test_the_parts_sum_to_the_gap_to_the_cent(before: Funnel, after: Funnel) -> None:
    parts = split(before, after)
    assert parts
    assert parts.gap == after.amount - before.amount


@given(FUNNELS, FUNNELS)
def test_the_way_back_has_the_same_parts_with_other_signs(before: Funnel, after: Funnel) -> None:
    there, back = split(before, after), split(after, before)
    assert there
    assert back
    assert there == Split(-back.visits, -back.conversion, -back.basket)


@given(FUNNELS, FUNNELS)
def test_each_part_is_within_two_cents_of_its_exact_value(before: Funnel, after: Funnel) -> None:
    parts = split(before, after)
    assert parts
    with localcontext() as context:
        context.prec = 50
        visits, buyers = (
            Decimal(a) / Decimal(b) for a, b in ((after.visitors, before.visitors), (after.buyers, before.buyers))
        )
        ratio = after.amount / before.amount
        weight = before.amount if ratio == 1 else (after.amount - before.amount) / ratio.ln()
        exact = [weight * visits.ln(), weight * (buyers / visits).ln(), weight * (ratio / buyers).ln()]
        for part, value in zip((parts.visits, parts.conversion, parts.basket), exact, strict=True):
            assert abs(part - value) <= Decimal("0.02")


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=8), st.integers(-(10**12), 10**12))
def test_parts_made_whole_add_up_to_any_total(parts: list[float], total: int) -> None:
    assert sum(whole(parts, total)) == total


@given(FUNNELS, st.integers(1, 10**8))
def test_a_factor_that_did_not_move_takes_nothing(before: Funnel, visitors: int) -> None:
    after = Funnel(before.visitors, before.buyers, before.amount + 100)
    parts = split(before, after)
    assert parts
    assert parts == Split(Decimal(0), Decimal(0), Decimal(100))


@given(AMOUNTS, st.none() | AMOUNTS, FUNNELS, FUNNELS, st.none() | AMOUNTS)
def test_causes_sum_to_what_is_missing_of_the_target_or_of_the_base(
    paid: Decimal, target: Decimal | None, before: Funnel, after: Funnel, base: Decimal | None
) -> None:
    found = causes(paid, target, before, after, base)
    reference = next(amount for amount in (target, base, before.amount) if amount is not None)
    assert sum(cause.amount for cause in found) == paid - reference


def test_a_target_spread_into_fractions_of_a_cent_is_taken_to_the_cent() -> None:
    funnel = Funnel(100, 10, Decimal("1000.00"))
    found = causes(Decimal("1000.00"), Decimal("1033.333333"), funnel, funnel)
    assert sum(cause.amount for cause in found) == Decimal("-33.33")


def test_a_split_by_hand() -> None:
    before = Funnel(51_600, 1702.8, Decimal("420000.00"))
    after = Funnel(46_200, 1547.7, Decimal("386400.00"))
    parts = split(before, after)
    assert parts
    assert float(parts.visits) == pytest.approx(-44_560, abs=30)
    assert float(parts.conversion) == pytest.approx(6_060, abs=60)
    assert parts.gap == Decimal("-33600.00")


@pytest.mark.parametrize("empty", [Funnel(0, 0, Decimal(0)), Funnel(100, 0, Decimal(0)), Funnel(100, 3, Decimal(0))])
def test_where_a_factor_is_nothing_no_cause_is_named(empty: Funnel) -> None:
    full = Funnel(100, 10, Decimal(1000))
    assert split(full, empty) is None
    assert split(empty, full) is None
    assert causes(Decimal(5), None, empty, full) == ()
