"""Shop and period as the reader chose them, and the board's clock."""

from datetime import date, datetime, timedelta

import streamlit as st

from data.store import clock
from metrics.calendar.period import Period
from metrics.calendar.spans import SPANS, Cut, cut_of, span_named
from metrics.morning.morning import REVIEW_BEGINS
from text import Text
from ui.cache import answers, loaded
from ui.session import address, knowledge
from ui.session.language import say

ALL_SHOPS = "all"
OWN = "own"
KEPT = (
    *("shop", "vs_shop", "period", "from", "to", "day", "compare", "vs_from", "vs_to", "final"),
    *("masked", "lead", "direction", knowledge.NAME),
)
"""Every choice that the address carries from page to page."""
PERIODS: dict[str, Text] = {**{span.name: span.label for span in SPANS}, OWN: Text("自选", "Other days")}


def keep_all() -> None:
    """Carry every choice from the address on to the next page, whether this page asks for it or not."""
    for name in KEPT:
        address.kept(name)


def today() -> date:
    """Today on the board's clock; `OPSBOARD_TODAY` (YYYY-MM-DD) stands in for it."""
    return clock.today(answers.zone())


def now() -> datetime:
    """The present on the board's clock, as it is stored."""
    return clock.now(answers.zone())


def present() -> datetime:
    """The moment from which hours are counted, to five minutes: the present, or the past one that is looked back at.

    Where the day is set (`OPSBOARD_TODAY`), it is that morning's review.
    """
    if moment := knowledge.moment():
        return moment
    at = now()
    if at.date() != today():
        return datetime.combine(today(), REVIEW_BEGINS)
    return at.replace(minute=at.minute - at.minute % 5, second=0, microsecond=0)


def morning_after(day: date) -> datetime:
    """The present where a day is yesterday; of an earlier day, the morning review that it was looked at in."""
    at = present()
    return at if at.date() == day + timedelta(days=1) else datetime.combine(day + timedelta(days=1), REVIEW_BEGINS)


def yesterday() -> date:
    """The day that the morning is about: the one in the address (`?day=`), else the day before today."""
    return _day(address.kept("day")) or today() - timedelta(days=1)


def see(day: date) -> None:
    """Look at another day than yesterday, on every page."""
    address.keep("day", day.isoformat())


def choose_day() -> None:
    """The day that the pages are about, and the way back to yesterday from another."""
    shown, last = yesterday(), today() - timedelta(days=1)
    offered = min(shown, last)
    title = say("看哪一天的晨会", "The morning about")
    given = st.date_input(title, offered, max_value=last, format="YYYY-MM-DD", key=f"day:{shown}")
    if isinstance(given, date) and given != offered:
        address.keep("day", None if given == last else given.isoformat())
        st.rerun()
    if shown != last and st.button(say("回到昨日", "Back to yesterday"), key="see-yesterday"):
        address.keep("day", None)
        st.rerun()


def shop() -> str | None:
    """The chosen shop; None for all of them together."""
    shops = loaded.shops()
    value = address.kept_among("shop", (*shops, ALL_SHOPS), shops[0] if shops else ALL_SHOPS)
    return None if value == ALL_SHOPS else value


def choose_shop() -> None:
    """The list of shops; nothing where there is only one."""
    shops = loaded.shops()
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
    """A period of the switch that ends with a day; that day alone under an unknown name."""
    return (span_named(name) or SPANS[0]).ending(last)


def cut(during: Period) -> Cut:
    """What a period is the beginning of, by the name under which the reader chose it or else by its days."""
    named = span_named(address.kept("period") or "")
    return named.cut if named and during.first == named.ending(yesterday()).first else cut_of(during)


def _own_period() -> Period:
    last = yesterday()
    usually = Period(last - timedelta(days=13), last)
    return choose_days("from", "to", usually, say("从哪天到哪天", "From and to"))


def choose_days(first_name: str, last_name: str, usually: Period, title: str) -> Period:
    """Two days to choose, kept in the address under two names."""
    first = _day(address.kept(first_name)) or usually.first
    span = Period(first, max(first, _day(address.kept(last_name)) or usually.last))
    given = st.date_input(title, (span.first, span.last), label_visibility="collapsed", key=f"days:{first_name}")
    if isinstance(given, tuple) and len(given) == 2:
        span = Period(*given)
        address.keep(first_name, span.first.isoformat())
        address.keep(last_name, span.last.isoformat())
    return span


def chosen_days(first_name: str, last_name: str) -> Period | None:
    """The days in the address under two names; None where one is missing."""
    first, last = _day(address.kept(first_name)), _day(address.kept(last_name))
    return Period(first, max(first, last)) if first and last else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
