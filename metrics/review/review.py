"""The review: everything that the morning page shows of a day, asked in one go."""

from dataclasses import dataclass
from datetime import date

from data.store.warehouse import Warehouse
from metrics.judgement.rulebook import rulebook
from metrics.judgement.rules import Rulebook
from metrics.morning import completeness
from metrics.morning.account import account
from metrics.morning.morning import Morning
from metrics.morning.running_day import unjudged_while_running
from metrics.morning.surroundings import Floor, surroundings
from metrics.query.batching import Together, alone
from metrics.query.requests import Section
from metrics.review.red_list import Found, finding


@dataclass(frozen=True, slots=True)
class Review:
    """The day's account, what surrounds it, and what of both asks for somebody."""

    morning: Morning
    floor: Floor
    found: Found


def review(warehouse: Warehouse, day: date, shop: str | None, today: date) -> Review:
    """The review of a day held on `today`, of one shop or of all; a day that was still running is not judged."""
    of_shops = [shop] if shop else completeness.shops(warehouse)
    return alone(warehouse, _review(day, shop, today, of_shops, rulebook(warehouse, shop)))


def _review(day: date, shop: str | None, today: date, of_shops: list[str], book: Rulebook) -> Section[Review]:
    asked = Together()
    told, around = asked.add(account(day, shop, today, of_shops, book)), asked.add(surroundings(day, shop, today, book))
    yield from asked.asking()
    morning, floor = unjudged_while_running(told.value, around.value)
    return Review(morning, floor, (yield from finding(morning, floor, book)))
