"""Everything beside the day's account that the morning shows: what waits, who sits where, what today holds."""

from dataclasses import dataclass
from datetime import date

from data.warehouse import Warehouse
from metrics.ad_tile import AdTile, ad_tile
from metrics.agenda import Agenda, agenda
from metrics.chats import FIRST_P90, WITHIN_3MIN
from metrics.coming import Coming, coming
from metrics.figure import Number
from metrics.forecast import Forecast, month_forecast
from metrics.period import day as one_day
from metrics.question import answer
from metrics.quota_bars import Bar, quota_bars
from metrics.rulebook import Rulebook
from metrics.seats import Hour, seats
from metrics.strip import Strip, strip

Speed = tuple[Number | None, Number | None]
"""The 90th percentile of first responses in seconds, and the share of rounds answered within 3 minutes."""


@dataclass(frozen=True, slots=True)
class Floor:
    """`speed` is by agent, "" for the team, and empty without chat logs; `hours` is empty without today's roster."""

    ads: AdTile
    strip: Strip
    speed: dict[str, Speed]
    hours: tuple[Hour, ...]
    coming: Coming | None
    agenda: Agenda
    quotas: tuple[Bar, ...]
    forecast: Forecast | None


def floor(warehouse: Warehouse, day: date, shop: str | None, today: date, book: Rulebook) -> Floor:
    """What surrounds a day's account, for one shop or all."""
    where = {"shop": shop} if shop else {}
    return Floor(
        ads=ad_tile(warehouse, day, where, today, book),
        strip=strip(warehouse, day, where, book),
        speed=_speed(warehouse, day, where),
        hours=seats(warehouse, today, where),
        coming=coming(warehouse, today, where),
        agenda=agenda(warehouse, day, today, where, book),
        quotas=quota_bars(warehouse, day),
        forecast=month_forecast(warehouse, day, where),
    )


def _speed(warehouse: Warehouse, day: date, where: dict[str, str]) -> dict[str, Speed]:
    asked = (FIRST_P90, WITHIN_3MIN)
    each = answer(warehouse, asked, one_day(day), ("agent",), where).to_pylist()
    if not each:
        return {}
    team = answer(warehouse, asked, one_day(day), (), where).to_pylist()[0]
    rows = [{**team, "agent": ""}, *(row for row in each if row["agent"])]
    return {row["agent"]: (row[FIRST_P90.name], row[WITHIN_3MIN.name]) for row in rows}
