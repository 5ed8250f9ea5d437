"""The cached door to the warehouse and to answers."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa
import streamlit as st

from data.as_known import as_known
from data.warehouse import Warehouse, folder, shared
from metrics import files
from metrics.catalogue import metric_named
from metrics.forecast import Forecast, month_forecast
from metrics.masking import Masks
from metrics.masking import masks as masks_in
from metrics.metric import Metric
from metrics.period import Period
from metrics.promotions import Promotion, promotions
from metrics.question import answer
from metrics.review import Review, review
from metrics.rollups import keep
from metrics.rulebook import Rulebook, rulebook
from metrics.targets import Plan, day_target, month_tree
from ui import known


def warehouse() -> Warehouse:
    """The warehouse of this board; raises Busy while another process has it open."""
    board = shared()
    keep(board)
    return board


def facts() -> Warehouse:
    """The warehouse as the reader wants to see it: as it is, or as it was known at a past moment."""
    chosen = known.moment()
    return _known_then(chosen, *_edition()[:2]) if chosen else warehouse()


def _edition() -> tuple[str, int, datetime | None]:
    """What an answer depends on beside the question: the place, the imports so far, the moment looked back at."""
    return str(folder()), warehouse().version, known.moment()


def ask(
    metrics: Sequence[Metric], during: Period, by: Sequence[str] = (), where: Mapping[str, str] | None = None
) -> pa.Table:
    """`metrics.question.answer()`, remembered until an import changes the warehouse; raises Unanswerable."""
    names = tuple(metric.name for metric in metrics)
    return _asked(names, during, tuple(by), tuple((where or {}).items()), *_edition())


def review_of(day: date, shop: str | None, today: date) -> Review:
    """`metrics.review.review()`, remembered until an import changes the warehouse."""
    return _review(day, shop, today, *_edition())


def forecast_of(day: date, shop: str | None) -> Forecast | None:
    """`metrics.forecast.month_forecast()`, remembered until an import changes the warehouse."""
    return _forecast(day, shop, *_edition())


def rules(shop: str | None = None) -> Rulebook:
    """`metrics.rulebook.rulebook()`: the rules that count for a shop, or without one those for all shops."""
    return _rules(shop, *_edition())


def plans(month: date, shop: str | None) -> list[Plan]:
    """`metrics.targets.month_tree()` of the month around a day."""
    return month_tree(facts(), month, [shop] if shop else [])


def target_of(day: date, shop: str | None) -> Decimal | None:
    """`metrics.targets.day_target()`."""
    return day_target(facts(), day, shop)


def promotions_of(years: tuple[int, ...], shop: str | None) -> tuple[Promotion, ...]:
    """`metrics.promotions.promotions()`, remembered until an import changes the warehouse."""
    return _promotions(years, shop, *_edition())


def shops() -> tuple[str, ...]:
    """Every shop of which the warehouse has facts, by name."""
    return _shops(*_edition())


def masks() -> Masks:
    """`metrics.masking.masks()`, remembered until an import changes the warehouse."""
    return _masks(*_edition())


def last_day(shop: str | None) -> date | None:
    """The last day of which the shop's daily report or orders are loaded; None while there are none."""
    return _last_day(shop, *_edition())


@st.cache_resource(max_entries=3, show_spinner=False)
def _known_then(moment: datetime, home: str, version: int) -> Warehouse:
    then = as_known(warehouse(), moment)
    keep(then)
    return then


@st.cache_data(max_entries=2000, show_spinner=False)
def _asked(
    names: tuple[str, ...],
    during: Period,
    by: tuple[str, ...],
    where: tuple[tuple[str, str], ...],
    home: str,
    version: int,
    then: datetime | None,
) -> pa.Table:
    return answer(facts(), [metric_named(name) for name in names], during, by, dict(where))


@st.cache_data(max_entries=200, show_spinner=False)
def _review(day: date, shop: str | None, today: date, home: str, version: int, then: datetime | None) -> Review:
    return review(facts(), day, shop, today)


@st.cache_data(max_entries=100, show_spinner=False)
def _promotions(
    years: tuple[int, ...], shop: str | None, home: str, version: int, then: datetime | None
) -> tuple[Promotion, ...]:
    return promotions(facts(), years, shop)


@st.cache_data(max_entries=200, show_spinner=False)
def _forecast(day: date, shop: str | None, home: str, version: int, then: datetime | None) -> Forecast | None:
    return month_forecast(facts(), day, {"shop": shop} if shop else None)


@st.cache_data(max_entries=20, show_spinner=False)
def _rules(shop: str | None, home: str, version: int, then: datetime | None) -> Rulebook:
    return rulebook(facts(), shop)


@st.cache_data(max_entries=20, show_spinner=False)
def _shops(home: str, version: int, then: datetime | None) -> tuple[str, ...]:
    return tuple(files.shops(facts()))


@st.cache_data(max_entries=20, show_spinner=False)
def _masks(home: str, version: int, then: datetime | None) -> Masks:
    return masks_in(facts())


@st.cache_data(max_entries=200, show_spinner=False)
def _last_day(shop: str | None, home: str, version: int, then: datetime | None) -> date | None:
    sql = (
        "SELECT max(day) FROM (SELECT shop, day FROM shop_daily UNION ALL"
        " SELECT shop, pay_time::DATE FROM orders) WHERE coalesce(?, shop) = shop"
    )
    return facts().rows(sql, [shop])[0][0]
