"""The door to the warehouse and to answers, which are remembered until something is written."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

import pyarrow as pa

from data.importing import batches
from data.records import settings
from data.store import clock
from data.store.as_known import as_known
from data.store.board import shared
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.promotions import Promotion, promotions
from metrics.catalogue.rollups import ROLLUPS
from metrics.definition.metric import Metric
from metrics.judgement.rulebook import Rulebook, rulebook
from metrics.morning import completeness
from metrics.planning.forecast import Forecast, month_forecast
from metrics.query.question import answer
from metrics.query.rollups import keep
from metrics.review.review import Review, review
from metrics.wording.masking import Masks
from metrics.wording.masking import masks as masks_in
from ui.cache.memory import Memory
from ui.session import knowledge

Found = TypeVar("Found")
ANSWERS, THEN = Memory(4000), Memory(3)


def warehouse() -> Warehouse:
    """The warehouse of this board; raises Busy while another process has it open."""
    board = shared()
    keep(board, ROLLUPS)
    return board


def facts() -> Warehouse:
    """The warehouse as the reader wants to see it: as it is, or as it was known at a past moment."""
    chosen = knowledge.moment()
    return THEN.of(_told(), lambda: _known_then(chosen)) if chosen else warehouse()


def stored() -> tuple[object, int, int, datetime | None]:
    """The warehouse, its version and writes, and the moment looked back at: equal only while nothing was written."""
    board = warehouse()
    return *board.edition, board.written, knowledge.moment()


def once(name: str, asked: Hashable, work: Callable[[], Found]) -> Found:
    """What a question by this name found, asked once until an import, a rule, a target or a setting changes.

    It may depend on the question and on `facts()` alone. It is handed out to all who ask: nobody changes it.
    """
    return ANSWERS.of((name, asked, _told()), work)


def _told() -> tuple[object, int, datetime | None]:
    """What answers depend on: of all that is stored, what was not said to leave them as they are."""
    return *warehouse().edition, knowledge.moment()


def _known_then(moment: datetime) -> Warehouse:
    then = as_known(warehouse(), moment)
    keep(then, ROLLUPS)
    return then


def ask(
    metrics: Sequence[Metric], during: Period, by: Sequence[str] = (), where: Mapping[str, str] | None = None
) -> pa.Table:
    """`answer()` from the cache: a row a part, the dimensions, then a column a metric; raises Unanswerable."""
    asked = (tuple(metrics), during, tuple(by), tuple((where or {}).items()))
    return once("asked", asked, lambda: answer(facts(), metrics, during, by, where))


def review_of(day: date, shop: str | None, today: date) -> Review:
    """`metrics.review.review()`."""
    return once("review", (day, shop, today), lambda: review(facts(), day, shop, today))


def forecast_of(day: date, shop: str | None) -> Forecast | None:
    """`metrics.forecast.month_forecast()`."""
    return once("forecast", (day, shop), lambda: month_forecast(facts(), day, {"shop": shop} if shop else None))


def rules(shop: str | None = None) -> Rulebook:
    """`metrics.rulebook.rulebook()`: the rules that count for a shop, or without one those for all shops."""
    return once("rules", shop, lambda: rulebook(facts(), shop))


def promotions_of(years: tuple[int, ...], shop: str | None) -> tuple[Promotion, ...]:
    """`metrics.promotions.promotions()`."""
    return once("promotions", (years, shop), lambda: promotions(facts(), years, shop))


def shops() -> tuple[str, ...]:
    """Every shop of which the warehouse has facts, by name."""
    return once("shops", (), lambda: tuple(completeness.shops(facts())))


def masks() -> Masks:
    """`metrics.masking.masks()`."""
    return once("masks", (), lambda: masks_in(facts()))


def has_demo() -> bool:
    """`data.batches.has_demo()`, of what is stored now."""
    return once("demo", (), lambda: batches.has_demo(warehouse()))


def setting(name: str) -> str:
    """`data.settings.setting()`, of what is stored now."""
    return once("setting", name, lambda: settings.setting(warehouse(), name))


def zone() -> ZoneInfo:
    """The zone that the board's clock follows."""
    return once("zone", (), lambda: clock.zone(warehouse()))


def last_day(shop: str | None) -> date | None:
    """The last day of which the shop's daily report or orders are loaded; None while there are none."""
    sql = (
        "SELECT max(day) FROM (SELECT shop, day FROM shop_daily UNION ALL"
        " SELECT shop, pay_time::DATE FROM orders) WHERE coalesce(?, shop) = shop"
    )
    found: date | None = once("last day", shop, lambda: facts().rows(sql, [shop])[0][0])
    return found
