"""A week's target given in the meeting: its days to the cent, in their proportions, locked plans only proposed."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from data.importing.plan_edits import save
from data.records.plan_versions import NotNow, decide, propose, versions
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.targets.person_targets import PERSON_DAY_TARGET
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.planning.plan_tree import entered
from metrics.planning.week_plans import Nobody, WeekTarget, set_week
from metrics.query.question import answer
from tests.metrics.rows import SHOP, Fill, day_target, plan

WEEK = Period(date(2026, 6, 15), date(2026, 6, 21))


def week(amount: str, team: str | None = None, during: Period = WEEK) -> WeekTarget:
    return WeekTarget(SHOP, team, during, Decimal(amount))


def days(warehouse: Warehouse, during: Period = WEEK) -> list[Decimal]:
    rows = answer(warehouse, [DAY_TARGET], during, ("day",), {"shop": SHOP}).to_pylist()
    return [row[DAY_TARGET.name] for row in sorted(rows, key=lambda row: row["day"])]


def test_a_weeks_target_keeps_the_weights_of_its_days(warehouse: Warehouse, fill: Fill) -> None:
    fill("targets", plan("2026-06", 300_000), plan("2026-06-18", 40_000))
    # The other 29 days share 260,000 until the week is given 100,000.00 and keeps the promotion heaviest.
    before = days(warehouse)
    assert set_week(warehouse, week("100000.00"), save, by="小满") is False
    after = days(warehouse)
    assert sum(after) == Decimal("100000.00")
    assert float(after[3] / after[0]) == pytest.approx(float(before[3] / before[0]), rel=1e-5)
    # What the month has left goes to its other 23 days.
    assert day_target(warehouse, date(2026, 6, 1)) == Decimal("8695.65")


def test_a_week_without_targets_is_shared_evenly_to_the_cent(warehouse: Warehouse) -> None:
    set_week(warehouse, week("100"), save, by="")
    assert sum(days(warehouse)) == 100
    assert max(days(warehouse)) - min(days(warehouse)) == Decimal("0.01")


def test_a_teams_target_is_shared_by_its_people(warehouse: Warehouse, fill: Fill) -> None:
    of_team = {"team": "客服组", "metric": "cs_sales"}
    fill(
        "targets",
        {**plan("2026-06", 60_000, person="小满"), **of_team},
        {**plan("2026-06", 30_000, person="谷雨"), **of_team},
    )
    set_week(warehouse, week("21000.01", "客服组"), save, by="小满")
    rows = answer(warehouse, [PERSON_DAY_TARGET], WEEK, ("agent",), {"shop": SHOP}).to_pylist()
    values = {row["agent"]: row[PERSON_DAY_TARGET.name] for row in rows}
    assert sum(values.values()) == Decimal("21000.01")
    assert float(values["小满"]) == pytest.approx(14_000, abs=1)
    with pytest.raises(Nobody):
        set_week(warehouse, week("1000", "美工组"), save, by="小满")


def approved(warehouse: Warehouse) -> None:
    """A plan of 10,000 a day that is approved and locked."""
    save(warehouse, "pay_amount", "amount", {(SHOP, "2026-06", "", ""): Decimal(300_000)}, by="小满", title="六月")
    propose(warehouse, SHOP, "2026-Q2", by="小满", now=datetime(2026, 6, 1))
    decide(warehouse, SHOP, "2026-Q2", approved=True, by="主管", now=datetime(2026, 6, 2))


def test_where_the_plan_is_locked_the_target_is_proposed(warehouse: Warehouse) -> None:
    approved(warehouse)
    assert set_week(warehouse, week("100000"), save, by="小满") is True
    assert sum(days(warehouse)) == 70_000
    reported = entered(warehouse, SHOP, "pay_amount")
    assert sum(amount for place, amount in reported.items() if len(place[0]) == 10) == 100_000
    assert versions(warehouse, SHOP, "2026-Q2")[0].waits
    with pytest.raises(NotNow):
        set_week(warehouse, week("90000"), save, by="小满")
    decide(warehouse, SHOP, "2026-Q2", approved=True, by="主管")
    assert sum(days(warehouse)) == 100_000


def test_a_week_of_two_quarters_touches_neither_where_one_waits(warehouse: Warehouse) -> None:
    approved(warehouse)
    save(warehouse, "pay_amount", "amount", {(SHOP, "2026-07", "", ""): Decimal(310_000)}, by="小满", title="七月")
    propose(warehouse, SHOP, "2026-Q3", by="小满", now=datetime(2026, 6, 3))
    decide(warehouse, SHOP, "2026-Q3", approved=True, by="主管", now=datetime(2026, 6, 4))
    set_week(warehouse, week("90000", during=Period(date(2026, 7, 6), date(2026, 7, 12))), save, by="小满")
    with pytest.raises(NotNow):
        set_week(warehouse, week("90000", during=Period(date(2026, 6, 29), date(2026, 7, 5))), save, by="小满")
    assert len(versions(warehouse, SHOP, "2026-Q2")) == 1


def test_nobody_proposes_without_a_name(warehouse: Warehouse) -> None:
    approved(warehouse)
    with pytest.raises(NotNow):
        set_week(warehouse, week("100000"), save, by="")
    assert not versions(warehouse, SHOP, "2026-Q2")[0].waits
    assert len(versions(warehouse, SHOP, "2026-Q2")) == 1


@pytest.mark.parametrize("amount", ["0", "-5", "NaN", "Infinity"])
def test_an_amount_must_be_one(amount: str) -> None:
    with pytest.raises(ValueError, match="no target"):
        week(amount)
