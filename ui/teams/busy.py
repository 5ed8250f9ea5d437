"""Why customer service was slow: how many rounds came in each hour, and how many were not answered in time."""

from collections.abc import Iterator, Mapping, Sequence

from metrics.calendar.period import Period
from metrics.catalogue.service.by_hour import ServiceHour, hours
from metrics.catalogue.service.chats import CHAT_ROUNDS
from metrics.morning.seats import taken_by_hour
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part, chart
from ui.figures import gap_charts
from ui.figures.charts import Figure
from ui.panels.words import WAITS, WHY
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import section
from ui.session.language import say
from ui.session.theme import palette

ABOUT = Text("每小时来多少轮，接得住多少", "how many rounds each hour brought, how many were answered in time")
NOTE = Text("橙红是超过 3 分钟或没回的；单位：轮", "vermilion: over 3 minutes or not answered; unit: rounds")
NOTE_OF_SEATS = Text(
    "橙红是超过 3 分钟或没回的，横线是席位能接的；单位：轮",
    "vermilion: late or not answered; line: what the seats can take; unit: rounds",
)
WIDE = 2
"""How many columns to each side the words above one of them reach."""

LATE = Text("{hour}点 {late} 轮没接住", "{late} late at {hour}:00")
HOUR_DETAIL = Text(
    "{hour}点 来 {rounds} 轮，{late} 轮超过 3 分钟或没回",
    "{hour}:00 brought {rounds} rounds, {late} late or not answered",
)
BECAUSE = Text(
    "{hour} 点最接不住：来 **{rounds}** 轮，**{late}** 轮超过 3 分钟或没人回",
    "{hour}:00 was the worst hour: **{rounds}** rounds, **{late}** of them late or not answered",
)
ALL_IN_TIME = Text("每一轮都在 3 分钟内有人回", "every round was answered within 3 minutes")


@remembered
def because(during: Period) -> Text | None:
    """The hour in which most rounds were late; None without a chat log."""
    service_hours = hours(answers.facts(), during, filters.shop())
    worst = _worst(service_hours)
    if worst is None:
        return ALL_IN_TIME if service_hours else None
    return BECAUSE.filled(hour=worst.hour, rounds=f"{worst.rounds:,}", late=f"{worst.late:,}")


@panel
def show(during: Period) -> Iterator[Part]:
    """The columns by the hour, the worst of them named; without a chat log the file it waits for."""
    service_hours = hours(answers.facts(), during, filters.shop())
    if not service_hours:
        yield page(empty_zone(say(WHY), say(WAITS.filled(files=CHAT_ROUNDS.label))))
        return
    seats = taken_by_hour(answers.facts(), during, filters.shop())
    yield page(section(say(WHY), side=say(ABOUT), note=say(NOTE_OF_SEATS if seats else NOTE)))
    alt = say(because(during) or ALL_IN_TIME).replace("**", "")
    yield chart(_figure(service_hours, seats), "busy", alt)


def _figure(hours: Sequence[ServiceHour], seats: Mapping[int, float]) -> Figure:
    """The columns with a line across each for what its `seats` can take, and words above the worst."""
    phrase = [
        say(HOUR_DETAIL.filled(hour=each.hour, rounds=f"{each.rounds:,}", late=f"{each.late:,}")) for each in hours
    ]
    at = [each.hour for each in hours]
    made = gap_charts.hours(at, [each.in_time for each in hours], [each.late for each in hours], phrase, palette())
    if seats:
        gap_charts.seats(made, at, [seats[hour] for hour in at], palette())
    if worst := _worst(hours):
        words = say(LATE.filled(hour=worst.hour, late=f"{worst.late:,}"))
        gap_charts.pointed_at(made, worst.hour, worst.rounds, _top(hours, seats, worst.hour), words, palette())
    return made


def _top(hours: Sequence[ServiceHour], seats: Mapping[int, float], hour: int) -> float:
    """The highest of the columns and lines that words above an hour's column reach."""
    near = [each for each in hours if abs(each.hour - hour) <= WIDE]
    return max(max(each.rounds, seats.get(each.hour, 0)) for each in near)


def _worst(hours: Sequence[ServiceHour]) -> ServiceHour | None:
    late = [each for each in hours if each.late]
    return max(late, key=lambda each: (each.late, -each.hour)) if late else None
