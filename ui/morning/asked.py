"""What the morning page asks, remembered until an import changes the warehouse."""

from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from data.red_list import Mark, marks
from data.warehouse import folder
from metrics.floor import Floor, floor
from metrics.morning import Morning
from metrics.pace import MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.period import month_to_date
from metrics.red_list import Found, Order, RedList, found, red_list
from metrics.running_day import unjudged_while_running
from palette import Palette
from text import Language
from ui import address, answers, filters, known, language, versus
from ui.theme import palette

Edition = tuple[str, int, datetime | None]
ORDERS = ("due", "money")


@dataclass(frozen=True, slots=True)
class View:
    """One reader's morning: what is shown, in which language and colours; `past` is the moment looked back at."""

    day: date
    today: date
    shop: str | None
    morning: Morning
    floor: Floor
    reds: RedList
    curve: tuple[tuple[date, float, float], ...]
    spoken: Language
    colours: Palette
    past: datetime | None

    @property
    def bare(self) -> bool:
        """Whether the page is on the wall, without the menu (`?wall=1`)."""
        return address.kept("wall") == "1"


def view() -> View:
    """The morning as the reader chose it."""
    day, shop = filters.yesterday(), filters.shop()
    today = min(versus.known_on(), filters.today())
    morning = unjudged_while_running(answers.morning_of(day, shop, today))
    around, what = _floor(day, shop, today, _edition())
    order: Order = "money" if address.kept_among("red", ORDERS, "due") == "money" else "due"
    reds = red_list(what, said(shop), today, order)
    return View(
        day, today, shop, morning, around, reds, _curve(day), language.chosen(), palette(), known.moment()
    )  # fmt: skip


def said(shop: str | None) -> list[Mark]:
    """What was said of the red list's lines, as known at the moment looked back at."""
    return marks(answers.facts(), shop or "")


def _edition() -> Edition:
    return str(folder()), answers.warehouse().version, known.moment()


@st.cache_data(max_entries=100, show_spinner=False)
def _floor(day: date, shop: str | None, today: date, edition: Edition) -> tuple[Floor, Found]:
    facts, book = answers.facts(), answers.rules(shop)
    around = floor(facts, day, shop, today, book)
    morning = unjudged_while_running(answers.morning_of(day, shop, today))
    return around, found(facts, morning, around, book)


def _curve(day: date) -> tuple[tuple[date, float, float], ...]:
    rows = answers.ask([MONTH_ATTAIN, TIME_PROGRESS_W], month_to_date(day), ("day",), filters.where()).to_pylist()
    triples = [(row["day"], row[MONTH_ATTAIN.name], row[TIME_PROGRESS_W.name]) for row in rows]
    return tuple((when, float(done), float(pace)) for when, done, pace in triples if None not in (done, pace))
