"""The door to the warehouse and to answers, which are kept until something is written."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

import pyarrow as pa

from data.store import clock
from data.store.as_of import warehouse_as_of
from data.store.board import shared
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.query.question import answer
from metrics.query.rollups import handed, keep
from ui.cache.edition_cache import EditionCache
from ui.cache.weight import weight
from ui.session import knowledge

Value = TypeVar("Value")
MOST, MOST_PAST = 100_000_000, 3
"""Bytes, about, that all answers may take; how many past moments may be open."""


def warehouse() -> Warehouse:
    """The warehouse of this board; raises NotOpened while it cannot be opened."""
    return shared()


def facts() -> Warehouse:
    """The warehouse as the reader wants to see it: as it is, or as it was known at a past moment.

    One of a past moment is gone once it is forgotten and nobody holds it any longer; whoever reads it holds it.
    """
    board, chosen = warehouse(), knowledge.moment()
    return PAST.of(chosen, lambda: _as_of(board, chosen)) if chosen else board


def stored() -> Hashable:
    """All that is stored: equal only while nothing was written in between."""
    board = shared()
    return board.edition, board.written


def edition() -> Hashable:
    """What answers depend on: of all that is stored, what was not written to leave them as they are."""
    return shared().edition


def once(name: str, query: Hashable, work: Callable[[], Value]) -> Value:
    """What a query by this name found, worked out once until an import, a rule, a target or a setting changes.

    It may depend on the query and on `facts()` alone. It is handed out to all who ask: nobody changes it.
    """
    return ANSWERS.of((name, query, knowledge.moment()), work)


def ask(
    metrics: Sequence[Metric], during: Period, by: Sequence[str] = (), where: Mapping[str, str] | None = None
) -> pa.Table:
    """`answer()` from the cache: a row a part, the dimensions, then a column a metric; raises Unanswerable."""
    query = (tuple(metrics), during, tuple(by), tuple((where or {}).items()))
    return once("answer", query, lambda: answer(facts(), metrics, during, by, where))


def _as_of(board: Warehouse, moment: datetime) -> Warehouse:
    then = warehouse_as_of(board, moment)
    keep(then, handed(board))
    return then


def zone() -> ZoneInfo:
    """The zone that the board's clock follows."""
    return ANSWERS.of("zone", lambda: clock.zone(warehouse()))


ANSWERS = EditionCache(MOST, weight, edition)
PAST = EditionCache(MOST_PAST, edition=edition)
