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
from metrics.morning.surroundings import Surroundings, surroundings
from metrics.query.batching import QueryBatch, alone
from metrics.query.requests import QueryPlan
from metrics.review.red_list import RedFindings, finding


@dataclass(frozen=True, slots=True)
class Review:
    """The day's account, what surrounds it, and what of both asks for somebody."""

    morning: Morning
    surroundings: Surroundings
    found: RedFindings


def review(warehouse: Warehouse, day: date, shop: str | None, today: date) -> Review:
    """The review of a day held on `today`, of one shop or of all; a day that was still running is not judged."""
    of_shops = [shop] if shop else completeness.shops(warehouse)
    return alone(warehouse, _review(day, shop, today, of_shops, rulebook(warehouse, shop)))


def _review(day: date, shop: str | None, today: date, of_shops: list[str], book: Rulebook) -> QueryPlan[Review]:
    batch = QueryBatch()
    day_account, around = (
        batch.add(account(day, shop, today, of_shops, book)),
        batch.add(surroundings(day, shop, today, book)),
    )
    yield from batch.asking()
    morning, day_surroundings = unjudged_while_running(day_account.value, around.value)
    return Review(morning, day_surroundings, (yield from finding(morning, day_surroundings, book)))
