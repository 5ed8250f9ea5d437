"""Bases: the days that a metric's rules hold a value against, where these are not the same weekday."""

from collections.abc import Sequence
from datetime import timedelta

from metrics.calendar.period import Period, last_days, quarter_of
from metrics.calendar.period import day as one_day
from metrics.judgement.rules import DAY_BEFORE, FOUR_WEEKS, QUARTER_BEFORE, WEEK_AGO, Rule


def named_base(rules: Sequence[Rule], span: Period) -> Period | None:
    """The days that a base rule names for a span: a week ago, the four weeks or the quarter before; None: the usual."""
    named = next((rule.versus for rule in rules if rule.against == "base" and rule.versus != DAY_BEFORE), None)
    if named == WEEK_AGO:
        return one_day(span.last - timedelta(weeks=1))
    if named == FOUR_WEEKS:
        return last_days(span.first - timedelta(days=1), 28)
    return quarter_of(quarter_of(span.last).first - timedelta(days=1)) if named == QUARTER_BEFORE else None
