"""Shop and period as the reader chose them; the only clock."""

import os
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from metrics.period import Period, last_days, month_to_date
from metrics.period import day as one_day
from text import Text
from ui import address, answers, known
from ui.language import say

SHOP_TIME = ZoneInfo("Asia/Shanghai")
ALL_SHOPS = "all"
OWN = "own"
PERIODS: dict[str, Text] = {
    "yesterday": Text("昨日", "Yesterday"),
    "7d": Text("近7日", "7 days"),
    "30d": Text("近30日", "30 days"),
    "month": Text("本月", "This month"),
    OWN: Text("自选", "Other days"),
}


def keep_all() -> None:
    """Carry every choice from the address on to the next page, whether this page asks for it or not."""
    for name in ("shop", "period", "from", "to", "day", known.NAME):
        address.kept(name)


def today() -> date:
    """Today in the shop's time zone; `OPSBOARD_TODAY` (YYYY-MM-DD) stands in for it."""
    said = os.environ.get("OPSBOARD_TODAY")
    return date.fromisoformat(said) if said else datetime.now(SHOP_TIME).date()


def yesterday() -> date:
    """The day that the morning is about: the one in the address (`?day=`), else the day before today."""
    return _day(address.kept("day")) or today() - timedelta(days=1)


def see(day: date) -> None:
    """Look at another day than yesterday, on every page."""
    address.keep("day", day.isoformat())


def shop() -> str | None:
    """The chosen shop; None for all of them together."""
    shops = answers.shops()
    said = address.kept_among("shop", (*shops, ALL_SHOPS), shops[0] if shops else ALL_SHOPS)
    return None if said == ALL_SHOPS else said


def choose_shop() -> None:
    """The list of shops; nothing where there is only one."""
    shops = answers.shops()
    if len(shops) > 1:
        options = {**{name: name for name in shops}, ALL_SHOPS: say("全部店铺", "All shops")}
        address.pick("shop", say("店铺", "Shop"), options, shops[0])


def where() -> dict[str, str]:
    """The chosen shop as a condition on facts."""
    chosen = shop()
    return {"shop": chosen} if chosen else {}


def period() -> Period:
    """The switch between periods, and the period chosen."""
    options = {name: say(label) for name, label in PERIODS.items()}
    named = address.switch("period", say("时间", "Period"), options, "yesterday")
    return _own_period() if named == OWN else period_named(named, yesterday())


def period_named(name: str, last: date) -> Period:
    """A period of the switch that ends with a day."""
    if name == "month":
        return month_to_date(last)
    return {"7d": last_days(last, 7), "30d": last_days(last, 30)}.get(name, one_day(last))


def _own_period() -> Period:
    last = yesterday()
    first = _day(address.kept("from")) or last - timedelta(days=13)
    until = max(first, _day(address.kept("to")) or last)
    given = st.date_input(say("从哪天到哪天", "From and to"), (first, until), label_visibility="collapsed")
    if isinstance(given, tuple) and len(given) == 2:
        first, until = given
        address.keep("from", first.isoformat())
        address.keep("to", until.isoformat())
    return Period(first, until)


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said or "")
    except ValueError:
        return None
