"""The cached door to the warehouse and to answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pyarrow as pa
import streamlit as st

from data.warehouse import Warehouse, folder, shared
from metrics import files
from metrics.catalogue import metric_named
from metrics.metric import Metric
from metrics.morning import Morning, morning
from metrics.period import Period
from metrics.question import answer
from metrics.targets import Plan, day_target, month_tree


def warehouse() -> Warehouse:
    """The warehouse of this board; raises Busy while another process has it open."""
    return shared()


def ask(
    metrics: Sequence[Metric], during: Period, by: Sequence[str] = (), where: Mapping[str, str] | None = None
) -> pa.Table:
    """`metrics.question.answer()`, remembered until an import changes the warehouse; raises Unanswerable."""
    names = tuple(metric.name for metric in metrics)
    return _asked(names, during, tuple(by), tuple((where or {}).items()), str(folder()), warehouse().version)


def morning_of(day: date, shop: str | None, today: date) -> Morning:
    """`metrics.morning.morning()`, remembered until an import changes the warehouse."""
    return _morning(day, shop, today, str(folder()), warehouse().version)


def plans(month: date, shop: str | None) -> list[Plan]:
    """`metrics.targets.month_tree()` of the month around a day."""
    return month_tree(warehouse(), month, [shop] if shop else [])


def target_of(day: date, shop: str | None) -> Decimal | None:
    """`metrics.targets.day_target()`."""
    return day_target(warehouse(), day, shop)


def shops() -> tuple[str, ...]:
    """Every shop of which the warehouse has facts, by name."""
    return _shops(str(folder()), warehouse().version)


def last_day(shop: str | None) -> date | None:
    """The last day of which the shop's daily report or orders are loaded; None while there are none."""
    return _last_day(shop, str(folder()), warehouse().version)


@st.cache_data(max_entries=2000, show_spinner=False)
def _asked(
    names: tuple[str, ...],
    during: Period,
    by: tuple[str, ...],
    where: tuple[tuple[str, str], ...],
    home: str,
    version: int,
) -> pa.Table:
    return answer(warehouse(), [metric_named(name) for name in names], during, by, dict(where))


@st.cache_data(max_entries=200, show_spinner=False)
def _morning(day: date, shop: str | None, today: date, home: str, version: int) -> Morning:
    return morning(warehouse(), day, shop, today)


@st.cache_data(max_entries=20, show_spinner=False)
def _shops(home: str, version: int) -> tuple[str, ...]:
    return tuple(files.shops(warehouse()))


@st.cache_data(max_entries=200, show_spinner=False)
def _last_day(shop: str | None, home: str, version: int) -> date | None:
    sql = (
        "SELECT max(day) FROM (SELECT shop, day FROM shop_daily UNION ALL"
        " SELECT shop, pay_time::DATE FROM orders) WHERE coalesce(?, shop) = shop"
    )
    return warehouse().rows(sql, [shop])[0][0]
