"""What a shop sets for itself: kept as it was written, and refused where it could not be read."""

import pytest

from data.records.settings import (
    PROMISED_HOURS,
    SERVICE_HOURS,
    SETTINGS,
    SHIFT_TIMES,
    Setting,
    set_in_sql,
    set_setting,
    setting,
)
from data.store.warehouse import Warehouse


def test_every_default_is_a_value_that_the_setting_takes() -> None:
    assert [one.name for one in SETTINGS if not one.takes(one.default)] == []


def test_what_is_set_is_what_python_and_sql_read(warehouse: Warehouse) -> None:
    assert setting(warehouse, SERVICE_HOURS.name) == "08:00-24:00"
    set_setting(warehouse, SERVICE_HOURS.name, "9:00-23:00")
    set_setting(warehouse, SERVICE_HOURS.name, "9:30-23:00")
    assert setting(warehouse, SERVICE_HOURS.name) == "9:30-23:00"
    assert warehouse.rows(f"SELECT {set_in_sql(SERVICE_HOURS)}") == [("9:30-23:00",)]


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (SERVICE_HOURS, "8-24"),
        (SERVICE_HOURS, "全天"),
        (SERVICE_HOURS, "08:00-25:00"),
        (PROMISED_HOURS, "两天"),
        (PROMISED_HOURS, "-1"),
        (SHIFT_TIMES, "早班"),
        (SHIFT_TIMES, "早班 08:00-16:00；晚班"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_changes(warehouse: Warehouse, one: Setting, value: str) -> None:
    with pytest.raises(ValueError, match=one.name):
        set_setting(warehouse, one.name, value)
    assert setting(warehouse, one.name) == one.default


@pytest.mark.parametrize("times", ["", "早班 08:00-16:00", "早班：8:00~16:00，晚班 16:00-24:00；夜班 22:00至06:00"])
def test_times_of_shifts_as_people_write_them(warehouse: Warehouse, times: str) -> None:
    set_setting(warehouse, SHIFT_TIMES.name, times)
    assert setting(warehouse, SHIFT_TIMES.name) == times
