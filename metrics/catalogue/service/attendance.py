"""Attendance: who was there on which day and for how long, and the days on which offices work, in SQL."""

from datetime import date

from data.records.roster import with_persons
from metrics.calendar.days_off import ENTERED, holidays

SHIFT_MINUTES = 480
"""What a shift counts whose times online nobody wrote down: eight hours."""

_MINUTES = "((epoch(online_until) - epoch(online_from)) // 60 + 1440)::INTEGER % 1440"

ATTENDED = f"""
    SELECT person, day, coalesce(sum(minutes), {SHIFT_MINUTES})::INTEGER AS minutes
    FROM (
      SELECT person, day, shift,
        CASE WHEN online_from IS NOT NULL AND online_until IS NOT NULL THEN {_MINUTES} END AS minutes
      FROM ({with_persons("shifts")}))
    WHERE minutes IS NOT NULL OR NOT regexp_matches(coalesce(shift, ''), '休|假|缺勤|旷')
    GROUP BY person, day"""
"""Every person's days of attendance, in whichever shop, and the minutes of each."""

YEARS = range(2019, 2036)


def _listed(days: list[date]) -> str:
    return ", ".join(f"DATE '{day}'" for day in days)


_HOLIDAYS = [holiday for year in YEARS for holiday in holidays(year)]
_OFF = _listed(sorted({day for holiday in _HOLIDAYS for day in holiday.off or () if day.weekday() < 5}))
_WORKED = _listed(sorted({day for holiday in _HOLIDAYS for day in holiday.worked}))


def works(day: str) -> str:
    """SQL for whether offices work on a day: as entered, else Monday to Friday but for the days off.

    In a year that is not announced only the statutory days are off, and no weekend is worked.
    """
    usual = f"(({day} IN ({_WORKED})) OR (isodow({day}) < 6 AND {day} NOT IN ({_OFF})))"
    return f"coalesce((SELECT worked FROM ({ENTERED}) WHERE listed = {day}), {usual})"
