"""Wilson bounds: worked out by hand, and what ranking by them does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.judgement.samples import rank_by, wilson


def test_nine_of_ten_may_be_six_in_ten() -> None:
    # Worked by hand with z = 1.96: (0.9 + 0.19208 ± 1.96·√(0.09/10 + 0.009604)) ÷ 1.38416.
    least, most = wilson(9, 10)
    assert least == pytest.approx(0.5958, abs=1e-4)
    assert most == pytest.approx(0.9821, abs=1e-4)


def test_three_of_three_is_far_from_certain() -> None:
    least, most = wilson(3, 3)
    assert least == pytest.approx(0.4385, abs=1e-4)
    assert most == pytest.approx(1.0)


def test_nothing_tried_may_be_anything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "tries"), [(4, 3), (-1, 3), (1, -1)])
def test_more_successes_than_tries_are_refused(successes: int, tries: int) -> None:
    with pytest.raises(ValueError, match=f"{successes} of {tries}"):
        wilson(successes, tries)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_rate_lies_within_its_bounds(successes: int, failures: int) -> None:
    tries = successes + failures
    least, most = wilson(successes, tries)
    assert 0 <= least <= most <= 1
    if tries:
        assert least - 1e-12 <= successes / tries <= most + 1e-12


def test_three_of_three_ranks_behind_ninety_five_of_a_hundred() -> None:
    assert rank_by(1.0, 3) < rank_by(0.95, 100)


def test_where_lower_is_better_nobody_wins_by_a_handful_of_cases() -> None:
    assert rank_by(0.0, 3, higher_is_better=False) < rank_by(0.02, 300, higher_is_better=False)


def test_who_has_no_rate_goes_last() -> None:
    assert rank_by(None, 100) == rank_by(0.5, 0) == float("-inf")
