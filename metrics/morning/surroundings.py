"""Everything beside the day's account that the morning shows: what waits, who sits where, what today holds."""

from dataclasses import dataclass
from datetime import date, datetime

from metrics.calendar.period import day as one_day
from metrics.calendar.period import month_to_date
from metrics.catalogue.service.chats import FIRST_P90, FIRST_REPLIES, ROUNDS, WITHIN_3MIN
from metrics.catalogue.targets.pace import MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.judgement.quota_bars import QuotaBar, quota_bars
from metrics.judgement.rules import Rulebook
from metrics.morning.ad_tile import AdTile, ad_tile
from metrics.morning.agenda import Agenda, agenda
from metrics.morning.pending import Pending, pending
from metrics.morning.seats import SeatHour, staffing
from metrics.morning.visitor_forecast import Coming, coming
from metrics.planning.forecast import Forecast, forecast
from metrics.query.batching import QueryBatch
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number

Curve = tuple[tuple[date, float, float], ...]
"""The month's days with the share of its target attained by then, and the weighted share of the month over."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast somebody answered: the 90th percentile of so many first replies in seconds, the share of so many rounds
    answered within 3 minutes.
    """

    p90: Number | None = None
    replies: Number | None = None
    in_time: Number | None = None
    rounds: Number | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`speed` is by agent, "" for the team, and empty without chat logs; `hours` is empty without today's roster."""

    ads: AdTile
    pending: Pending
    speed: dict[str, Speed]
    hours: tuple[SeatHour, ...]
    coming: Coming | None
    agenda: Agenda
    quotas: tuple[QuotaBar, ...]
    forecast: Forecast | None
    curve: Curve


def surroundings(day: date, shop: str | None, today: date, now: datetime, book: Rulebook) -> QueryPlan[Surroundings]:
    """What surrounds a day's account, for one shop or all; hours are counted from `now`."""
    where = {"shop": shop} if shop else {}
    batch = QueryBatch()
    ads, waits = batch.add(ad_tile(day, where, today, book)), batch.add(pending(day, now, where, book))
    speed, hours, visitors = (
        batch.add(_speed(day, where)),
        batch.add(staffing(today, where)),
        batch.add(coming(today, where)),
    )
    held, quotas = batch.add(agenda(day, today, where, book)), batch.add(quota_bars(day))
    ahead, curve = batch.add(forecast(day, where)), batch.add(_curve(day, where))
    yield from batch.asking()
    return Surroundings(
        ads=ads.value,
        pending=waits.value,
        speed=speed.value,
        hours=hours.value,
        coming=visitors.value,
        agenda=held.value,
        quotas=quotas.value,
        forecast=ahead.value,
        curve=curve.value,
    )


def _speed(day: date, where: dict[str, str]) -> QueryPlan[dict[str, Speed]]:
    metrics = (FIRST_P90, FIRST_REPLIES, WITHIN_3MIN, ROUNDS)
    each, team = yield [Question(metrics, one_day(day), by, where) for by in (("agent",), ())]
    if not each.num_rows:
        return {}
    rows = [{**team.to_pylist()[0], "agent": ""}, *(row for row in each.to_pylist() if row["agent"])]
    return {row["agent"]: Speed(*(row[metric.name] for metric in metrics)) for row in rows}


def _curve(day: date, where: dict[str, str]) -> QueryPlan[Curve]:
    (table,) = yield [Question([MONTH_ATTAIN, TIME_PROGRESS_W], month_to_date(day), ("day",), where)]
    triples = [(row["day"], row[MONTH_ATTAIN.name], row[TIME_PROGRESS_W.name]) for row in table.to_pylist()]
    return tuple((when, float(done), float(pace)) for when, done, pace in triples if None not in (done, pace))
