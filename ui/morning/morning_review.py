"""What the morning page asks, remembered until an import changes the warehouse."""

from dataclasses import dataclass
from datetime import date, datetime

from data.records.red_list import Mark, marks
from metrics.calendar.days_off import Entered, entered
from metrics.morning.morning import Morning
from metrics.morning.surroundings import Surroundings
from metrics.review.red_list import Order, RedList, red_list
from metrics.review.review import Review, review
from palette import Palette
from text import Language
from ui.cache import answers
from ui.choices import compared_with, filters
from ui.session import address, knowledge, language
from ui.session.theme import palette

ORDERS = ("due", "money")


@dataclass(frozen=True, slots=True)
class MorningView:
    """One reader's morning: what is shown, in which language and colours; `past` is the moment looked back at."""

    day: date
    today: date
    shop: str | None
    morning: Morning
    surroundings: Surroundings
    reds: RedList
    spoken: Language
    colours: Palette
    past: datetime | None
    days_off: Entered

    @property
    def bare(self) -> bool:
        """Whether the page is on the wall, without the menu (`?wall=1`)."""
        return address.kept("wall") == "1"


def view() -> MorningView:
    """The morning as the reader chose it."""
    day, shop = filters.yesterday(), filters.shop()
    today = min(compared_with.as_of_day(), filters.today())
    found = review_of(day, shop, today, filters.morning_after(day))
    order: Order = "money" if address.kept_among("red", ORDERS, "due") == "money" else "due"
    reds = red_list(found.found, marks_of(shop), today, order)
    return MorningView(
        day, today, shop, found.morning, found.surroundings, reds, language.chosen(), palette(), knowledge.moment(),
        entered(answers.facts()),
    )  # fmt: skip


def review_of(day: date, shop: str | None, today: date, now: datetime) -> Review:
    """`metrics.review.review.review()`, worked out once."""
    return answers.once("review", (day, shop, today, now), lambda: review(answers.facts(), day, shop, today, now))


def marks_of(shop: str | None) -> list[Mark]:
    """What was said of the red list's lines, as known at the moment looked back at."""
    return marks(answers.facts(), shop or "")
