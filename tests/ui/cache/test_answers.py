"""The door to the warehouse: what is written lets go of earlier answers, and of warehouses of past moments."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Event
from weakref import ref

import pytest
import streamlit as st

from data.records.settings import SERVICE_HOURS, set_setting
from data.store.warehouse import Warehouse
from metrics.calendar.period import day
from metrics.catalogue.trade.sales import PAY_AMOUNT
from ui.cache import answers

FIRST = datetime(2026, 6, 12, 9)


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    """A reader who has chosen nothing, at a board of this test that was opened before."""
    st.query_params.clear()
    answers.warehouse()
    yield
    st.query_params.clear()


def as_of(hours: int) -> Warehouse:
    """The facts as they were known some hours after the first moment."""
    st.query_params["known"] = (FIRST + timedelta(hours=hours)).isoformat()
    return answers.facts()


def write() -> None:
    """Write something that numbers depend on."""
    set_setting(answers.warehouse(), SERVICE_HOURS.name, "10:00-20:00")


def test_answers_of_an_earlier_edition_take_no_room() -> None:
    for n in range(3):
        answers.ask([PAY_AMOUNT], day(date(2026, 6, n + 1)))
    assert len(answers.ANSWERS) == 3
    write()
    answers.ask([PAY_AMOUNT], day(date(2026, 6, 1)))
    assert len(answers.ANSWERS) == 1


def test_answers_weigh_their_bytes() -> None:
    assert answers.once("long", 1, lambda: "x" * 50_000) == "x" * 50_000
    assert answers.ANSWERS.weight >= 50_000


def test_a_past_moment_is_gone_once_it_is_forgotten() -> None:
    held = [ref(as_of(hours)) for hours in range(answers.MOST_PAST + 1)]
    assert [each() is None for each in held] == [True, *[False] * answers.MOST_PAST]


def test_past_moments_go_when_something_is_written() -> None:
    held = ref(as_of(1))
    assert held() is not None
    write()
    as_of(2)
    assert held() is None


def test_whoever_reads_a_past_moment_reads_on_after_it_is_forgotten() -> None:
    begun, forgotten = Event(), Event()

    def read(then: Warehouse) -> list[tuple]:
        first = then.rows("SELECT count(*) FROM orders")
        begun.set()
        forgotten.wait(20)
        return first + then.rows("SELECT count(*) FROM orders")

    with ThreadPoolExecutor(1) as other:
        reading, held = other.submit(read, as_of(0)), ref(as_of(0))
        begun.wait(20)
        write()
        as_of(1)
        assert held() is not None
        forgotten.set()
        assert reading.result(20) == [(0,), (0,)]
    del reading
    assert held() is None
