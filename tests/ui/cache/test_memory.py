"""What is worked out once and kept: for whom, for how long, how much of it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ui.cache.memory import Memory


def test_the_same_key_is_worked_out_once() -> None:
    count = iter(range(9))
    memory = Memory(10)
    assert [memory.of(key, lambda: next(count)) for key in ("a", "b", "a")] == [0, 1, 0]


def test_those_who_ask_at_once_wait_for_the_one_who_works() -> None:
    count = iter(range(9))
    memory, gate = Memory(10), Barrier(8)

    def ask(_: int) -> int:
        gate.wait()
        return memory.of("a", lambda: next(count))

    with ThreadPoolExecutor(8) as readers:
        assert list(readers.map(ask, range(8))) == [0] * 8


def test_what_cannot_be_worked_out_is_tried_again() -> None:
    memory = Memory(10)
    with pytest.raises(ZeroDivisionError):
        memory.of("a", lambda: 1 // 0)
    assert memory.of("a", lambda: 1) == 1


def test_a_failure_takes_nothing_newer_of_its_key_along() -> None:
    memory = Memory(1)

    def outlived() -> int:
        for key in ("b", "c", "a"):
            memory.of(key, lambda: 1)
        return 1 // 0

    with pytest.raises(ZeroDivisionError):
        memory.of("a", outlived)
    assert (memory.weight, len(memory), memory.of("a", lambda: 2)) == (1, 1, 1)


def test_the_longest_unasked_is_forgotten_where_there_is_no_room() -> None:
    memory = Memory(10, lambda thing: len(str(thing)))
    memory.of("aaaa", lambda: "aaaa")
    memory.of("bbbb", lambda: "bbbb")
    memory.of("aaaa", lambda: "")
    memory.of("cccc", lambda: "cccc")
    assert (memory.weight, len(memory)) == (8, 2)
    assert memory.of("aaaa", lambda: "worked again") == "aaaa"
    assert memory.of("bbbb", lambda: "worked again") == "worked again"


def test_what_is_greater_than_all_the_room_is_handed_out_and_not_kept() -> None:
    memory = Memory(3, lambda thing: len(str(thing)))
    assert memory.of("a", lambda: "long") == "long"
    assert (memory.weight, len(memory)) == (0, 0)
