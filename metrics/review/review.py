"""The review: everything that the morning page shows of a day, asked in one go."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.store.warehouse import Warehouse
from metrics.judgement.rulebook import rulebook
from metrics.judgement.rules import Rulebook
from metrics.morning import completeness
from metrics.morning.account import account
from metrics.morning.morning import REVIEW_BEGINS, Morning
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


def review(warehouse: Warehouse, day: date, shop: str | None, today: date, now: datetime | None = None) -> Review:
    """The review of a day, of one shop or of all, with what is known `today`; a day still running is not judged.

    Hours are counted from `now`; without it from the review of the morning after the day.
    """
    of_shops = [shop] if shop else completeness.shops(warehouse)
    seen = now or datetime.combine(day + timedelta(days=1), REVIEW_BEGINS)
    return alone(warehouse, _review(day, shop, today, seen, of_shops, rulebook(warehouse, shop)))


def _review(
    day: date, shop: str | None, today: date, now: datetime, of_shops: list[str], book: Rulebook
) -> QueryPlan[Review]:
    batch = QueryBatch()
    day_account, around = (
        batch.add(account(day, shop, today, of_shops, book)),
        batch.add(surroundings(day, shop, today, now, book)),
    )
    yield from batch.asking()
    morning, day_surroundings = unjudged_while_running(day_account.value, around.value)
    return Review(morning, day_surroundings, (yield from finding(morning, day_surroundings, book)))
