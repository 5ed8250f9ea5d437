"""Seats today: the roster hour by hour, and what the same weekdays needed."""

from datetime import date, datetime, time, timedelta

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.period import day as one_day
from metrics.morning.seats import seats, taken_by_hour
from tests.metrics.rows import SHOP, Fill

TODAY = date(2026, 6, 12)


def shift(day: date, who: str, begins: time | None, ends: time | None, name: str = "") -> dict[str, object]:
    return {"shop": SHOP, "day": day, "agent": who, "shift": name, "online_from": begins, "online_until": ends}


def test_the_roster_of_today_is_read_from_times_or_from_the_shifts_name(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "shifts",
        shift(TODAY, "小满", time(8), time(16)),
        shift(TODAY, "谷雨", None, None, "晚班 16:00-24:00"),
        shift(TODAY, "白露", time(8, 20), time(12, 20)),
        shift(TODAY, "秋分", None, None, "休息"),
    )
    found = {hour.hour: hour for hour in seats(warehouse, TODAY, {"shop": SHOP})}
    # 白露 is there for 40 minutes of the hour from 8, and for 20 of that from 12.
    assert [found[hour].seats for hour in (8, 11, 12, 15, 16, 23)] == [2, 2, 1, 1, 1, 1]
    assert found[8].need is None
    assert found[8].short == 0


def test_without_a_roster_of_today_there_are_no_hours(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", shift(TODAY - timedelta(days=1), "小满", time(8), time(16)))
    assert seats(warehouse, TODAY, {"shop": SHOP}) == ()


def test_the_need_is_what_the_same_weekdays_had_over_what_a_seat_takes(warehouse: Warehouse, fill: Fill) -> None:
    fridays = [TODAY - timedelta(weeks=n) for n in range(1, 5)]
    fill("shifts", *(shift(day, "小满", time(8), time(16)) for day in [*fridays, TODAY]))
    rounds = [
        (day, hour, n)
        for day in fridays
        for hour in range(8, 16)
        for n in range(30 if hour == 10 else 10)
    ]  # fmt: skip
    fill(
        "chats",
        *(
            {"shop": SHOP, "session_id": f"{day}{hour}{n}", "asked_at": datetime.combine(day, time(hour, n))}
            for day, hour, n in rounds
        ),
    )
    found = {hour.hour: hour for hour in seats(warehouse, TODAY, {"shop": SHOP})}
    # Seven of eight hours had 10 rounds for one seat, so a seat takes 10; from 10 to 11 there were 30.
    assert (found[9].need, found[10].need, found[20].need) == (1, 3, 0)
    assert (found[10].seats, found[10].short) == (1, 2)


def chats_of(days: list[date], hours: dict[int, int]) -> list[dict[str, object]]:
    return [
        {"shop": SHOP, "session_id": f"{day}{hour}{n}", "asked_at": datetime.combine(day, time(hour, n))}
        for day in days
        for hour, count in hours.items()
        for n in range(count)
    ]


def test_what_seats_take_in_an_hour_is_their_number_times_what_a_busy_seat_took(
    warehouse: Warehouse, fill: Fill
) -> None:
    days = [TODAY - timedelta(days=n) for n in range(3)]
    fill("shifts", *(shift(day, who, time(8), time(16)) for day in days for who in ("小满", "谷雨")))
    fill("chats", *chats_of(days, dict.fromkeys(range(8, 16), 20)))
    # Two seats had 20 rounds in each of 24 hours: a seat takes 10, both together 20; nobody is there from 16 on.
    found = taken_by_hour(warehouse, one_day(TODAY), SHOP)
    assert (found[8], found[15], found[16]) == (20, 20, 0)
    assert taken_by_hour(warehouse, Period(days[1], TODAY), SHOP)[8] == 40


def test_seats_of_a_day_without_a_roster_are_not_told(warehouse: Warehouse, fill: Fill) -> None:
    days = [TODAY - timedelta(days=n) for n in range(3)]
    fill("shifts", *(shift(day, "小满", time(8), time(16)) for day in days[1:]))
    fill("chats", *chats_of(days, dict.fromkeys(range(8, 16), 10)))
    assert taken_by_hour(warehouse, one_day(TODAY), SHOP) == {}
