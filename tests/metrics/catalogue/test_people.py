"""Who was online when, worked out by hand: overlaps, gaps, nights, two accounts, a department's sheet."""

from datetime import date, time

import pytest

from data.records.settings import SERVICE_HOURS, SHIFT_TIMES, set_setting
from data.store.warehouse import Warehouse
from metrics.catalogue.service.people import gaps
from tests.metrics.rows import DAY, OTHER, SHOP, Fill, agent, ask, split

NEXT_DAY = date(2026, 6, 12)


def spell(who: str, begins: str, ends: str | None, shift: str = "早班", **more: object) -> dict[str, object]:
    """A time online on the day; 24:00 is kept as midnight."""
    until = time.fromisoformat(ends.replace("24:", "00:")) if ends else None
    row = {"shop": SHOP, "day": DAY, "agent": who, "shift": shift, "online_from": time.fromisoformat(begins)}
    return {**row, "online_until": until, "spell": f"{shift} {begins}", **more}


def spans(warehouse: Warehouse, day: date = DAY, shop: str | None = None) -> list[str]:
    return [gap.span for gap in gaps(warehouse, day, day, shop)]


def test_two_at_once_cover_a_minute_once(warehouse: Warehouse, fill: Fill) -> None:
    # Of 16 hours: 8:00 to 14:00 and 12:00 to 20:00 are 12.
    fill("shifts", spell("小满", "08:00", "14:00"), spell("谷雨", "12:00", "20:00"))
    assert ask(warehouse, "seat_coverage") == pytest.approx(12 / 16)
    assert spans(warehouse) == ["20:00–24:00"]


def test_a_spell_inside_another_adds_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", spell("小满", "08:00", "24:00"), spell("谷雨", "09:00", "10:00"), spell("白露", "18:00", "19:00"))
    assert ask(warehouse, "seat_coverage") == 1
    assert spans(warehouse) == []


def test_time_before_opening_covers_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", spell("小满", "06:00", "16:00"))
    assert ask(warehouse, "seat_coverage") == pytest.approx(8 / 16)


def test_gaps_are_listed_where_nobody_was_online(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", spell("小满", "08:30", "12:00"), spell("谷雨", "12:45", "24:00"))
    assert spans(warehouse) == ["08:00–08:30", "12:00–12:45"]
    assert ask(warehouse, "seat_coverage") == pytest.approx((16 * 60 - 75) / (16 * 60))


def test_a_night_shift_reaches_into_the_next_day(warehouse: Warehouse, fill: Fill) -> None:
    set_setting(warehouse, SERVICE_HOURS.name, "00:00-24:00")
    fill("shifts", spell("小满", "20:00", "06:00"), spell("谷雨", "06:00", "24:00", day=NEXT_DAY))
    assert split(warehouse, "seat_coverage", ("shop",)) == [(SHOP, pytest.approx(4 / 24))]
    assert spans(warehouse, NEXT_DAY) == []


def test_hours_of_service_over_midnight(warehouse: Warehouse, fill: Fill) -> None:
    set_setting(warehouse, SERVICE_HOURS.name, "09:00-02:00")
    fill("shifts", spell("小满", "09:00", "01:00"))
    assert ask(warehouse, "seat_coverage") == pytest.approx(16 / 17)
    assert spans(warehouse) == ["01:00–02:00"]


def test_one_whose_end_is_not_written_counts_as_absent(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", spell("小满", "08:00", "16:00"), spell("谷雨", "16:00", None, "晚班"))
    assert ask(warehouse, "seat_coverage") == pytest.approx(8 / 16)


def test_a_departments_sheet_serves_every_shop(warehouse: Warehouse, fill: Fill) -> None:
    fill("service", agent("小满"), agent("云舟") | {"shop": OTHER})
    fill("shifts", spell("小满", "08:00", "16:00", shop=""), spell("云舟", "16:00", "20:00", shop=OTHER))
    assert split(warehouse, "seat_coverage", ("shop",)) == [
        (SHOP, pytest.approx(8 / 16)),
        (OTHER, pytest.approx(12 / 16)),
    ]
    assert spans(warehouse, shop=OTHER) == ["20:00–24:00"]


def test_late_and_early_by_the_times_in_the_shifts_name(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "shifts",
        spell("小满", "08:01", "16:00", "早班 8:00-16:00"),
        spell("谷雨", "16:00", "23:30", "晚班16:00~24:00"),
        spell("白露", "07:55", "16:05", "早班 8:00-16:00"),
        spell("秋分", "08:10", "15:00", "早班 8:00-16:00"),
    )
    assert split(warehouse, "late_early_count", ("agent",)) == [("小满", 1), ("白露", 0), ("秋分", 2), ("谷雨", 1)]


def test_late_and_early_by_the_times_in_the_settings(warehouse: Warehouse, fill: Fill) -> None:
    set_setting(warehouse, SHIFT_TIMES.name, "早班 08:00-16:00；夜班：22:00-06:00")
    fill("shifts", spell("小满", "08:30", "16:00", "早班"), spell("谷雨", "22:00", "06:00", "夜班"))
    assert split(warehouse, "late_early_count", ("agent",)) == [("小满", 1), ("谷雨", 0)]


def test_a_shift_whose_times_nobody_told_says_nothing(warehouse: Warehouse, fill: Fill) -> None:
    fill("shifts", spell("小满", "11:00", "12:00", "机动"))
    assert ask(warehouse, "late_early_count") is None


def test_a_break_in_a_shift_is_neither_late_nor_early(warehouse: Warehouse, fill: Fill) -> None:
    shift = "早班 8:00-16:00"
    fill("shifts", spell("小满", "08:00", "12:00", shift), spell("小满", "13:00", "16:00", shift))
    assert ask(warehouse, "late_early_count") == 0


def test_one_person_with_two_accounts_is_late_once(warehouse: Warehouse, fill: Fill) -> None:
    fill(
        "roster",
        *({"shop": SHOP, "account": name, "person": "张小满", "team": "早班组"} for name in ("小满", "小满02")),
    )
    shift = "早班 8:00-16:00"
    fill("shifts", spell("小满", "08:30", "16:00", shift), spell("小满02", "09:00", "16:00", shift))
    assert split(warehouse, "late_early_count", ("team", "agent")) == [("早班组", "张小满", 1)]
