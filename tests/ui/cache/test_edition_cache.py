"""Values worked out once: for whom, for how long, how much of them."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier, Event

import pytest

from ui.cache.edition_cache import EditionCache


def test_the_same_key_is_worked_out_once() -> None:
    count = iter(range(9))
    cache = EditionCache(10)
    assert [cache.of(key, lambda: next(count)) for key in ("a", "b", "a")] == [0, 1, 0]


def test_those_who_ask_at_once_wait_for_the_one_who_works() -> None:
    count = iter(range(9))
    cache, gate = EditionCache(10), Barrier(8)

    def ask(_: int) -> int:
        gate.wait()
        return cache.of("a", lambda: next(count))

    with ThreadPoolExecutor(8) as readers:
        assert list(readers.map(ask, range(8))) == [0] * 8


def test_what_cannot_be_worked_out_is_tried_again() -> None:
    cache = EditionCache(10)
    with pytest.raises(ZeroDivisionError):
        cache.of("a", lambda: 1 // 0)
    assert cache.of("a", lambda: 1) == 1


def test_a_failure_takes_nothing_newer_of_its_key_along() -> None:
    cache = EditionCache(1)

    def outlived() -> int:
        for key in ("b", "c", "a"):
            cache.of(key, lambda: 1)
        return 1 // 0

    with pytest.raises(ZeroDivisionError):
        cache.of("a", outlived)
    assert (cache.weight, len(cache), cache.of("a", lambda: 2)) == (1, 1, 1)


def test_the_longest_unasked_is_forgotten_where_there_is_no_room() -> None:
    cache = EditionCache(10, lambda thing: len(str(thing)))
    cache.of("aaaa", lambda: "aaaa")
    cache.of("bbbb", lambda: "bbbb")
    cache.of("aaaa", lambda: "")
    cache.of("cccc", lambda: "cccc")
    assert (cache.weight, len(cache)) == (8, 2)
    assert cache.of("aaaa", lambda: "worked again") == "aaaa"
    assert cache.of("bbbb", lambda: "worked again") == "worked again"


def test_what_is_greater_than_all_the_room_is_handed_out_and_not_kept() -> None:
    cache = EditionCache(3, lambda thing: len(str(thing)))
    assert cache.of("a", lambda: "long") == "long"
    assert (cache.weight, len(cache)) == (0, 0)


@pytest.fixture
def many_switches() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("many_switches")
def test_the_weight_is_that_of_what_is_there_after_many_threads() -> None:
    for _ in range(10):
        cache = EditionCache(30, lambda _: 10)

        def ask(reader: int, cache: EditionCache = cache) -> None:
            for number in range(200):
                cache.of((reader * 7 + number * 3) % 50, partial(int, number))

        with ThreadPoolExecutor(8) as readers:
            list(readers.map(ask, range(8)))
        assert (cache.weight, len(cache)) == (30, 3)


def test_values_of_an_earlier_edition_are_forgotten_with_the_first_question_of_the_next() -> None:
    edition = [1]
    cache = EditionCache(10, edition=lambda: edition[0])
    for key in ("a", "b", "c"):
        cache.of(key, lambda: "early")
    edition[0] = 2
    assert cache.of("a", lambda: "late") == "late"
    assert len(cache) == 1


def test_work_that_outlives_its_edition_is_handed_out_and_not_kept() -> None:
    edition = [1]
    cache = EditionCache(10, edition=lambda: edition[0])

    def outlived() -> str:
        edition[0] = 2
        return "early"

    assert cache.of("a", outlived) == "early"
    assert cache.of("a", lambda: "late") == "late"


def test_nobody_is_handed_what_was_begun_before_the_edition_asked_for() -> None:
    edition, begun, written = [1], Event(), Event()
    cache = EditionCache(10, edition=lambda: edition[0])

    def slow() -> str:
        begun.set()
        written.wait(20)
        return "early"

    with ThreadPoolExecutor(1) as other:
        early = other.submit(cache.of, "a", slow)
        begun.wait(20)
        edition[0] = 2
        late = cache.of("a", lambda: "late")
        written.set()
        assert (early.result(), late) == ("early", "late")
    assert cache.of("a", lambda: "again") == "late"
