"""A day that was still running when its file was exported: shown, never judged."""

from dataclasses import replace
from datetime import datetime

from metrics.judgement.limits import Judgement, Level
from metrics.morning.morning import Morning
from metrics.morning.surroundings import Surroundings
from text import Text

UNTIL = Text("当天没过完，数据只到 {at}，不评", "The day was not over: data up to {at}, not judged")
OF_SALES = ("shop_daily", "orders")


def loaded_until(morning: Morning) -> datetime | None:
    """When the day's sales were brought in, if that was before the day was over; None for a whole day."""
    times = [
        each.imported_at
        for each in morning.files
        if each.subject in OF_SALES and each.state == "in" and each.imported_at
    ]
    last = max(times, default=None)
    return last if last and last.date() <= morning.day else None


def unjudged_while_running(morning: Morning, surroundings: Surroundings) -> tuple[Morning, Surroundings]:
    """The same account and what surrounds it, sales unjudged where the day was not over; a whole day as it is."""
    until = loaded_until(morning)
    if until is None:
        return morning, surroundings
    why = Judgement(Level.UNJUDGED, UNTIL.filled(at=f"{until:%H:%M}"))
    unjudged = replace(
        morning,
        verdict=Level.UNJUDGED,
        headline=why.reason,
        tiles=tuple(replace(tile, judgement=why) for tile in morning.tiles),
        channels=tuple(replace(channel, judgement=why) for channel in morning.channels),
        anomalies=(),
        unshipped=replace(morning.unshipped, judgement=why),
    )
    featured = tuple(replace(product, judgement=why) for product in surroundings.agenda.featured)
    return unjudged, replace(surroundings, agenda=replace(surroundings.agenda, featured=featured))
