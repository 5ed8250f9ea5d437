"""The days that a rule names as its base."""

from datetime import date

import pytest

from metrics.calendar.period import Period
from metrics.judgement.baselines import named_base
from metrics.judgement.rules import RULES

WEEK = Period(date(2026, 6, 8), date(2026, 6, 11))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("dsr_item", date(2026, 6, 4), date(2026, 6, 4)),
        ("inquiry_pay_final_rate", date(2026, 5, 11), date(2026, 6, 7)),
        ("fault_mttr_min", date(2026, 1, 1), date(2026, 3, 31)),
    ],
    ids=["a week ago", "the four weeks before", "the quarter before"],
)
def test_a_rule_names_its_base(name: str, first: date, last: date) -> None:
    assert named_base(RULES[name], WEEK) == Period(first, last)


def test_other_rules_leave_the_base_to_the_usual_one() -> None:
    assert named_base(RULES["visitors"], WEEK) is None
    assert named_base((), WEEK) is None
    assert named_base(RULES["reply_rate"], WEEK) is None
