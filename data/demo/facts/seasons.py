"""How busy a day of the made-up year is, beside a usual day of 1."""

from datetime import date, timedelta

import numpy as np

from data.demo.facts.arrays import Times

WEEKDAYS = (1.02, 1.0, 0.99, 0.98, 0.97, 1.0, 1.04)
MONTHS = (0.95, 0.9, 1.04, 1.0, 1.02, 1.08, 0.96, 0.97, 1.03, 1.04, 1.12, 1.02)
PEAKS = {(11, 11): 5.2, (11, 10): 1.9, (11, 12): 1.4, (6, 16): 1.5, (6, 17): 1.8, (6, 18): 3.1, (12, 12): 2.0}
NEW_YEARS = (
    date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26),
    date(2029, 2, 13), date(2030, 2, 3), date(2031, 1, 23), date(2032, 2, 11),
)  # fmt: skip
"""The first days of the lunar year, which move about the calendar."""

HOLIDAY = 0.35
GOLDEN_WEEK = 0.78


def weight(day: date) -> float:
    """How busy a day is: weekday and month, peaks such as 11.11, the dips of the holidays."""
    usual = WEEKDAYS[day.weekday()] * MONTHS[day.month - 1]
    if any(-4 <= (day - new_year).days <= 6 for new_year in NEW_YEARS):
        return usual * HOLIDAY
    if day.month == 10 and day.day <= 7:
        return usual * GOLDEN_WEEK
    return usual * PEAKS.get((day.month, day.day), 1.0)


def first_day(today: date) -> date:
    """A year back, and on to the start of that month, so that a month to date has last year's beside it."""
    yesterday = today - timedelta(days=1)
    return min(today - timedelta(days=365), yesterday.replace(year=yesterday.year - 1, day=1))


def days_until(today: date) -> Times:
    """Every day of the made-up year, the last of them the day before `today`."""
    return np.arange(np.datetime64(first_day(today), "D"), np.datetime64(today, "D"))
