"""The plan as a tree: what does not add up is shown, whatever was entered, spread, proposed, approved or withdrawn."""

from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from data.importing.batches import withdraw, withdraw_demo
from data.importing.entered import entered
from data.importing.imports import preview_table, store
from data.importing.plan_edits import save
from data.records.plan_versions import (
    NotNow,
    begin,
    changes,
    content,
    counting,
    decide,
    entered_now,
    locked_by,
    propose,
)
from data.sources.targets.targets import TARGETS
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.catalogue.rollups import ROLLUPS
from metrics.planning.plan_tree import Place, differences, planned, times_under, tree
from metrics.planning.spreading import spread
from metrics.query.rollups import keep
from tests.metrics.rows import day_target

SHOP, QUARTER, METRIC = "甲店", "2026-Q2", "pay_amount"
PERIODS = ("2026", "2026-Q2", "2026-04", "2026-05", "2026-06", "2026-06-11", "2026-06-12")
OWNERS = (("", ""), ("客服组", ""), ("客服组", "小满"), ("客服组", "谷雨"), ("推广组", ""), ("", "小寒"))


def amounts_of(*rows: tuple[str, str, str, object]) -> dict[Place, Decimal]:
    return {(period, team, person): Decimal(str(amount)) for period, team, person, amount in rows}


def left(amounts: Mapping[Place, Decimal]) -> dict[tuple[str, Place], Decimal]:
    return {(found.way, found.place): found.residual for found in differences(tree(amounts))}


def test_each_way_of_splitting_shows_what_it_leaves() -> None:
    found = left(
        amounts_of(
            ("2026-Q2", "", "", 1000), ("2026-04", "", "", 300), ("2026-05", "", "", 300), ("2026-06", "", "", 300),
            ("2026-06", "客服组", "", 150), ("2026-06", "推广组", "", 140),
            ("2026-06", "客服组", "小满", 80), ("2026-06", "客服组", "谷雨", 75),
        )
    )  # fmt: skip
    assert found == {
        ("time", ("2026-Q2", "", "")): 100,
        ("owner", ("2026-06", "", "")): 10,
        ("owner", ("2026-06", "客服组", "")): -5,
    }


def test_parts_without_a_whole_stand_for_it_one_level_up() -> None:
    found = left(amounts_of(("2026-06", "", "", 200), ("2026-06", "客服组", "小满", 80), ("2026-06", "", "小寒", 70)))
    assert found == {("owner", ("2026-06", "", "")): 50}


def test_two_splits_of_a_whole_that_nobody_set_must_agree() -> None:
    assert left(amounts_of(("2026-Q2", "客服组", "", 90), ("2026-04", "", "", 40), ("2026-05", "", "", 40))) == {
        ("time", (QUARTER, "", "")): 10
    }


def test_what_a_month_leaves_its_open_days_share_and_what_full_days_miss_is_a_difference() -> None:
    (shared,) = differences(tree(amounts_of(("2026-06", "", "", 300), ("2026-06-18", "", "", 100))))
    assert (shared.residual, shared.shared) == (Decimal(200), True)
    every = {(day, "", ""): Decimal(10) for day in times_under("2026-06")}
    (missed,) = differences(tree(every | amounts_of(("2026-06", "", "", 310))))
    assert (missed.residual, missed.shared) == (Decimal(10), False)
    (over,) = differences(tree(amounts_of(("2026-06", "", "", 90), ("2026-06-18", "", "", 100))))
    assert (over.residual, over.shared) == (Decimal(-10), False)


def test_a_plan_that_adds_up_shows_no_difference() -> None:
    parts = dict(
        zip(((month, "", "") for month in times_under(QUARTER)), spread(Decimal(1000), [1, 1, 1]), strict=True)
    )
    assert left(parts | amounts_of((QUARTER, "", "", 1000))) == {}


def test_a_past_moment_shows_the_plan_that_counted_then(warehouse: Warehouse) -> None:
    def enter_june(amount: int, at: datetime) -> None:
        row = {"shop": SHOP, "period": "2026-06", "team": "", "person": "", "metric": METRIC, "amount": Decimal(amount)}
        store(warehouse, entered(warehouse, TARGETS, [row], "表"), by="甲", now=at)

    nine = datetime(2026, 6, 1, 9)
    hours = [nine + timedelta(hours=n) for n in range(6)]
    enter_june(300, hours[0])
    propose(warehouse, SHOP, QUARTER, by="甲", now=hours[1])
    enter_june(400, hours[2])
    decide(warehouse, SHOP, QUARTER, approved=True, by="乙", now=hours[4])
    seen = {}
    for moment in hours:
        with warehouse_as_of(warehouse, moment) as then:
            seen[moment.hour] = planned(then, SHOP, METRIC)["2026-06", "", ""]
    assert seen == {9: 300, 10: 300, 11: 400, 12: 400, 13: 300, 14: 300}


def test_an_approval_and_what_follows_it_reach_the_day_target_at_once(warehouse: Warehouse) -> None:
    """With the daily facts kept: June's 300 yuan are 10 a day; a sheet's 600 count only once they are approved."""
    keep(warehouse, ROLLUPS)
    place = {(SHOP, "2026-06", "", ""): Decimal(300)}
    save(warehouse, METRIC, "amount", place, by="甲", title="改")
    propose(warehouse, SHOP, QUARTER, by="甲")
    decide(warehouse, SHOP, QUARTER, approved=True, by="乙")
    row = {"shop": SHOP, "period": "2026-06", "team": "", "person": "", "metric": METRIC, "amount": Decimal(600)}
    store(warehouse, entered(warehouse, TARGETS, [row], "表"), by="甲")
    assert day_target(warehouse, date(2026, 6, 11), SHOP) == 10
    begin(warehouse, SHOP, QUARTER, by="甲")
    propose(warehouse, SHOP, QUARTER, by="甲")
    assert day_target(warehouse, date(2026, 6, 11), SHOP) == 10
    decide(warehouse, SHOP, QUARTER, approved=True, by="乙")
    assert day_target(warehouse, date(2026, 6, 11), SHOP) == 20


def test_levels_stand_side_by_side_and_one_is_changed_alone(warehouse: Warehouse) -> None:
    place = (SHOP, "2026-06", "", "")
    for level, amount in (("amount", 300), ("floor", 250), ("stretch", 360), ("floor", 260)):
        save(warehouse, METRIC, level, {place: Decimal(amount)}, by="甲", title="档")  # type: ignore[arg-type]
    found = entered_now(warehouse, SHOP, QUARTER)
    assert list(found.items()) == [(("2026-06", "", "", METRIC), (Decimal(260), Decimal(300), Decimal(360)))]


def test_a_sheet_with_floor_and_stretch_is_read_and_leaves_blank_what_it_lacks(warehouse: Warehouse) -> None:
    rows = [
        {"店铺名称": SHOP, "月份": "2026年6月", "目标": "30万", "保底": "25万", "冲刺目标": "36万"},
        {"店铺名称": SHOP, "月份": "2026年7月", "目标": "30万", "保底": "", "冲刺目标": ""},
    ]
    store(warehouse, preview_table(warehouse, TARGETS, rows, "目标"), by="甲")
    found = entered_now(warehouse, SHOP, QUARTER) | entered_now(warehouse, SHOP, "2026-Q3")
    expected: dict = {
        ("2026-06", "", "", METRIC): (250_000, 300_000, 360_000),
        ("2026-07", "", "", METRIC): (None, 300_000, None),
    }
    assert found == expected


def test_removing_the_demo_removes_its_approved_plan(warehouse: Warehouse) -> None:
    rows = [{"店铺名称": SHOP, "月份": "2026-06", "目标": "100"}]
    store(warehouse, preview_table(warehouse, TARGETS, rows, "目标"), by="甲", demo=True)
    propose(warehouse, SHOP, QUARTER, by="甲")
    decide(warehouse, SHOP, QUARTER, approved=True, by="乙")
    withdraw_demo(warehouse, by="甲")
    assert planned(warehouse, SHOP, METRIC) == {}


# The same worked out another way: from a list of batches, by brute force over every pair of places.


@dataclass
class PlanRecord:
    """What a person would note: each batch's changes, the versions as they were, whether the plan is locked."""

    batches: dict[str, dict[Place, Decimal | None]] = field(default_factory=dict)
    proposed: dict[Place, Decimal] | None = None
    approved: dict[Place, Decimal] | None = None
    locked: bool = False

    def draft(self) -> dict[Place, Decimal]:
        values: dict[Place, Decimal | None] = {}
        for batch in self.batches.values():
            values |= batch
        return {place: amount for place, amount in values.items() if amount is not None}

    def counting(self) -> dict[Place, Decimal]:
        if self.approved is None:
            return self.draft()
        side = {place: amount for place, amount in self.draft().items() if len(place[0]) == 4}
        return side | self.approved


def of_quarter(amounts: Mapping[Place, Decimal]) -> dict[Place, Decimal]:
    return {place: amount for place, amount in amounts.items() if len(place[0]) > 4}


def unequal(amounts: Mapping[Place, Decimal]) -> set[Place]:
    """Places with an amount of their own whose direct parts, all of them with amounts of their own, differ from it."""
    return {
        whole
        for whole, amount in amounts.items()
        for parts in (parts_in_time(whole, amounts), parts_by_owner(whole, amounts))
        if parts and sum(amounts[part] for part in parts) != amount
    }


def parts_in_time(whole: Place, amounts: Iterable[Place]) -> list[Place]:
    days = {period for period, *owner in amounts if len(period) == 10 and tuple(owner) == whole[1:]}
    june = sorted({"2026-06-11", "2026-06-12"} | days)
    under = {"2026": [QUARTER], QUARTER: ["2026-04", "2026-05", "2026-06"], "2026-06": june}
    places = [(period, *whole[1:]) for period in under.get(whole[0], [])]
    return places if all(place in amounts for place in places) else []


def parts_by_owner(whole: Place, amounts: Iterable[Place]) -> list[Place]:
    period, team, person = whole
    if person:
        return []
    if team:
        return [place for place in amounts if place[:2] == (period, team) and place[2]]
    inner = [place for place in amounts if place[0] == period and place[1] and place[2]]
    heads = [place for place in amounts if place[0] == period and bool(place[1]) != bool(place[2])]
    return heads if all((period, place[1], "") in heads for place in inner) else []


cents = st.integers(0, 5000).map(lambda n: Decimal(n) / 100)
places = st.tuples(st.sampled_from(PERIODS), st.sampled_from(OWNERS)).map(lambda pair: (pair[0], *pair[1]))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("enter"), places, st.one_of(cents, st.none())),
        st.tuples(st.just("import"), places, cents),
        st.tuples(
            st.just("spread"), st.sampled_from([QUARTER, "2026-06"]), st.sampled_from([("", ""), ("客服组", "")])
        ),
        st.tuples(st.sampled_from(["propose", "approve", "refuse", "begin"])),
        st.tuples(st.just("withdraw"), st.integers(0, 9)),
    ),
    max_size=14,
)


def play(warehouse: Warehouse, book: PlanRecord, step: tuple) -> None:
    """One step in the warehouse and in the book; what the plan's state forbids changes neither."""
    verb, *given_with = step
    with suppress(NotNow):
        if verb == "enter":
            enter(warehouse, book, {given_with[0]: given_with[1]})
        elif verb == "import":
            row = dict(zip(("shop", "period", "team", "person", "metric"), (SHOP, *given_with[0], METRIC), strict=True))
            table = entered(warehouse, TARGETS, [row | {"amount": given_with[1]}], "表")
            note(book, store(warehouse, table, by="甲").batch, {given_with[0]: given_with[1]})
        elif verb == "spread":
            spread_out(warehouse, book, (given_with[0], *given_with[1]))
        elif verb == "propose":
            propose(warehouse, SHOP, QUARTER, by="甲")
            book.proposed = of_quarter(book.draft())
        elif verb in ("approve", "refuse"):
            decide(warehouse, SHOP, QUARTER, approved=verb == "approve", by="乙")
            if verb == "approve":
                book.approved, book.locked = book.proposed, True
            book.proposed = None
        elif verb == "begin":
            begin(warehouse, SHOP, QUARTER, by="甲")
            book.locked = False
        elif verb == "withdraw" and book.batches:
            name = list(book.batches)[given_with[0] % len(book.batches)]
            withdraw(warehouse, name, by="甲")
            del book.batches[name]


def enter(warehouse: Warehouse, book: PlanRecord, amounts: dict[Place, Decimal | None]) -> None:
    of_shop = {(SHOP, *place): amount for place, amount in amounts.items()}
    note(book, save(warehouse, METRIC, "amount", of_shop, by="甲", title="改").batch, amounts)


def note(book: PlanRecord, batch: str | None, amounts: dict[Place, Decimal | None]) -> None:
    if batch:
        book.batches[batch] = amounts


def spread_out(warehouse: Warehouse, book: PlanRecord, whole: Place) -> None:
    amount = book.draft().get(whole)
    if amount is not None:
        parts = [(period, *whole[1:]) for period in times_under(whole[0])]
        given_out = dict(zip(parts, spread(amount, [1] * len(parts)), strict=True))
        enter(warehouse, book, dict(given_out))


@settings(max_examples=15, deadline=None)
@given(steps)
def test_no_edit_leaves_parts_unequal_to_their_whole_without_a_visible_difference(sequence: list[tuple]) -> None:
    book = PlanRecord()
    with closing(in_memory()) as warehouse:
        for step in sequence:
            play(warehouse, book, step)
        counts = planned(warehouse, SHOP, METRIC)
        assert counts == book.counting()
        for amounts in (counts, book.draft()):
            assert unequal(amounts) <= {found.place for found in differences(tree(amounts))}
        assert bool(locked_by(warehouse, SHOP, QUARTER)) == book.locked
        version = counting(warehouse, SHOP, QUARTER)
        if version:
            signed = {place[:3]: levels[1] for place, levels in content(warehouse, version).items()}
            moved = changes(content(warehouse, version), entered_now(warehouse, SHOP, QUARTER))
            assert signed == book.approved
            assert bool(moved) == (book.approved != of_quarter(book.draft()))
