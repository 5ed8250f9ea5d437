"""Statements that run two at a time: their order, their overlap, their errors."""

from functools import partial
from threading import Barrier

import pytest

from metrics.query.parallel import concurrently


def test_results_come_in_the_order_of_the_calls() -> None:
    assert concurrently([partial(str, number) for number in range(5)]) == ["0", "1", "2", "3", "4"]


def test_two_calls_run_at_the_same_time() -> None:
    meeting = Barrier(2, timeout=20)
    assert sorted(concurrently([meeting.wait, meeting.wait])) == [0, 1]


@pytest.mark.parametrize("place", range(3))
def test_an_error_in_any_call_is_raised(place: int) -> None:
    calls = [partial(divmod, 7, 0 if number == place else 7) for number in range(3)]
    with pytest.raises(ZeroDivisionError):
        concurrently(calls)


def test_a_single_call_and_none_at_all_need_no_thread() -> None:
    assert concurrently([partial(divmod, 7, 7)]) == [(1, 0)]
    assert concurrently([]) == []
