"""Complaints that stand open at each day's end, and the minutes of faults, worked out by hand."""

from datetime import date, datetime

import pytest

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.period import day as one_day
from tests.metrics.rows import OTHER, SHOP, Fill, ask, report

DAYS = Period(date(2026, 6, 1), date(2026, 6, 4))


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute)


def complaint(number: int, opened: datetime, closed: datetime | None = None, **more: object) -> dict[str, object]:
    return {"shop": SHOP, "complaint_id": str(number), "opened_at": opened, "closed_at": closed, **more}


def fault(name: str, found: datetime, solved: datetime | None, shop: str = SHOP) -> dict[str, object]:
    return {"shop": shop, "fault": name, "found_at": found, "solved_at": solved}


def daily(warehouse: Warehouse, name: str) -> list[object]:
    return [ask(warehouse, name, one_day(day)) for day in DAYS]


@pytest.fixture(autouse=True)
def loaded_to_the_fourth(fill: Fill) -> None:
    fill("shop_daily", report(DAYS.last, pay_amount=1))


def test_a_complaint_is_open_from_its_day_to_the_day_before_it_was_closed(warehouse: Warehouse, fill: Fill) -> None:
    fill("complaints", complaint(1, moment(1, 9), moment(3, 9)), complaint(2, moment(2, 9)))
    assert daily(warehouse, "complaints_open") == [1, 2, 1, 1]


def test_one_closed_on_its_day_is_never_open_and_the_day_is_zero(warehouse: Warehouse, fill: Fill) -> None:
    fill("complaints", complaint(1, moment(1, 9), moment(1, 18)))
    assert daily(warehouse, "complaints_open") == [0, 0, 0, 0]


def test_one_that_a_word_calls_closed_is_not_open(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "complaints",
        complaint(1, moment(1, 9), status="已完结"),
        complaint(2, moment(1, 9), status="未完结"),
        complaint(3, moment(1, 9), status="处理中"),
        complaint(4, moment(1, 9), status="投诉不成立"),
    )
    assert daily(warehouse, "complaints_open") == [2, 2, 2, 2]


def test_after_a_day_and_after_its_due_time_it_is_told_apart(warehouse: Warehouse, fill: Fill) -> None:
    fill("complaints", complaint(1, moment(1, 9), due_at=moment(3, 9)), complaint(2, moment(1, 9), moment(2, 8)))
    assert daily(warehouse, "complaints_open_24h") == [0, 1, 1, 1]
    assert daily(warehouse, "complaints_overdue") == [0, 0, 1, 1]


def test_without_a_register_the_counter_of_things_to_do_speaks(warehouse: Warehouse, fill: Fill) -> None:
    fill("complaints", complaint(1, moment(2, 9)))
    counted = [{"shop": shop, "day": date(2026, 6, 3), "complaints_open": 5} for shop in (SHOP, OTHER)]
    fill("to_do", *counted)
    assert daily(warehouse, "complaints_open") == [None, 1, 6, 1]


def test_over_a_period_it_is_how_many_stood_open_at_its_end(warehouse: Warehouse, fill: Fill) -> None:
    fill("complaints", complaint(1, moment(1, 9), moment(3, 9)), complaint(2, moment(2, 9)))
    assert ask(warehouse, "complaints_open", DAYS) == 1


def test_fault_minutes_are_of_the_day_it_was_found_and_run_over_midnight(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "faults", fault("页面打不开", moment(1, 23, 30), moment(2, 0, 15)), fault("券", moment(2, 9), moment(2, 9, 15))
    )
    assert daily(warehouse, "fault_minutes") == [45, 15, None, None]
    assert ask(warehouse, "fault_mttr_min", DAYS) == 30


def test_an_open_fault_counts_to_the_last_known_midnight_and_not_as_repaired(warehouse: Warehouse, fill: Fill) -> None:
    fill("faults", fault("页面打不开", moment(4, 23), None), fault("券", moment(4, 9), moment(4, 9, 20)))
    assert ask(warehouse, "fault_minutes", DAYS) == 60 + 20
    assert ask(warehouse, "fault_mttr_min", DAYS) == 20
    assert ask(warehouse, "faults_open", DAYS) == 1


def test_a_fault_solved_before_it_was_found_is_left_out(warehouse: Warehouse, fill: Fill) -> None:
    fill("faults", fault("手误", moment(2, 9), moment(1, 9)), fault("券", moment(2, 9), moment(2, 9, 20)))
    assert ask(warehouse, "fault_minutes", DAYS) == 20
    assert ask(warehouse, "fault_mttr_min", DAYS) == 20


def test_a_departments_fault_is_in_the_total_and_of_no_shop(warehouse: Warehouse, fill: Fill) -> None:
    fill("faults", fault("断网", moment(2, 9), moment(2, 9, 20), shop=""))
    assert ask(warehouse, "fault_minutes", DAYS) == 20
    assert ask(warehouse, "fault_minutes", DAYS, where={"shop": SHOP}) is None
