"""What waits is late, or due soon, as seen from the present: not from the newest moment of the files."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from data.store.warehouse import Warehouse
from metrics.catalogue.orders.waiting import listed, waiting
from metrics.judgement.rulebook import rulebook
from metrics.morning.pending import Pending, pending
from metrics.query.batching import alone
from metrics.review.review import review
from tests.metrics.rows import DAY, SHOP, Fill, order, report

NEXT = DAY + timedelta(days=1)
AT_REVIEW = datetime(NEXT.year, NEXT.month, NEXT.day, 8, 50)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """A moment of the day after the day reviewed, or of one so many days from it."""
    return AT_REVIEW.replace(hour=hour, minute=minute) + timedelta(days=days)


def waits(number: int, paid: float, due: datetime, **more: object) -> dict[str, object]:
    """An order of the evening before that is due at a moment and was not sent when the file was made."""
    evening = at(21, days=-1)
    return {
        **order(number, paid),
        "created_time": evening,
        "pay_time": evening,
        "state": "to_ship",
        "ship_due": due,
        **more,
    }


def seen(warehouse: Warehouse, now: datetime) -> Pending:
    return alone(warehouse, pending(DAY, now, {"shop": SHOP}, rulebook(warehouse, SHOP)))


def test_at_the_review_orders_are_due_soon_that_the_files_end_too_early_for(warehouse: Warehouse, fill: Fill) -> None:
    # The file ends at 21:00, 15 hours and 26 minutes before the first is due.
    fill("orders", waits(1, 100, at(12, 26)), waits(2, 50, at(7)), waits(3, 20, at(23)), order(4, 9, state="done"))
    found = seen(warehouse, AT_REVIEW)
    assert (found.late.value, found.soon.value) == (1, 1)
    assert found.unsent.next_due == timedelta(hours=3, minutes=36)
    assert found.unsent.longest == timedelta(hours=11, minutes=50)
    assert (found.unsent.late_paid, found.unsent.of_day) == (Decimal(50), Decimal(170))
    assert found.unsent.told_until == at(21, days=-1)


@pytest.mark.parametrize(("hour", "minute", "late", "soon"), [(8, 50, 0, 1), (9, 30, 1, 0), (10, 30, 0, 0)])
def test_looking_back_an_order_waits_until_it_was_sent(
    hour: int, minute: int, late: int, soon: int, warehouse: Warehouse, fill: Fill
) -> None:
    sent = waits(1, 100, at(9), state="done", ship_time=at(10))
    fill("orders", sent, waits(2, 5, at(9, days=3)))
    found = seen(warehouse, at(hour, minute))
    assert (found.late.value, found.soon.value) == (late, soon)


def test_a_complaint_is_past_due_as_soon_as_its_hour_is(warehouse: Warehouse, fill: Fill) -> None:
    opened = {"shop": SHOP, "opened_at": at(20, days=-1)}
    fill(
        "complaints",
        {**opened, "complaint_id": "1", "due_at": at(8, 30)},
        {**opened, "complaint_id": "2", "due_at": at(9, 30)},
        {**opened, "complaint_id": "3", "due_at": at(8), "closed_at": at(8, 10)},
    )
    assert seen(warehouse, AT_REVIEW).overdue.value == 1
    assert seen(warehouse, at(8, 5)).overdue.value == 1
    assert seen(warehouse, at(10)).overdue.value == 2


def test_without_orders_nothing_is_known_to_be_late(warehouse: Warehouse, fill: Fill) -> None:
    fill("shop_daily", report(visitors=800))
    found = seen(warehouse, AT_REVIEW)
    assert (found.late.value, found.soon.value, found.overdue.value) == (None, None, None)
    assert found.unsent.told_until is None


def test_a_review_without_a_moment_is_that_of_the_morning_after(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", waits(1, 100, at(12, 26)))
    assert review(warehouse, DAY, SHOP, NEXT).surroundings.pending.unsent.now == AT_REVIEW


def test_the_list_of_those_that_wait_counts_hours_from_the_same_moment(warehouse: Warehouse, fill: Fill) -> None:
    fill("orders", waits(1, 100, at(12, 20)), waits(2, 50, at(7)), waits(3, 50, at(20, 50)))
    found = waiting(warehouse, AT_REVIEW, SHOP)
    assert found
    # Paid at 21:00, so all wait for 11 hours and 50 minutes.
    assert (found.ages, found.late, found.told_until) == ((3, 0, 0, 0, 0), 1, at(21, days=-1))
    assert [(number, left) for number, _, _, left, _ in listed(warehouse, AT_REVIEW, SHOP).rows] == [
        ("2", pytest.approx(-1.8)),
        ("1", pytest.approx(3.5)),
        ("3", 12),
    ]
