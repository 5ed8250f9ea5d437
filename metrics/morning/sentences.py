"""The morning in three sentences: the day, the month, what customers met; each names what is missing."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import VISITORS
from metrics.definition.metric import Unit
from metrics.morning.numbers import Judged
from metrics.morning.story import Story, named
from metrics.wording import phrases as say
from metrics.wording.rounding import decimal, grouped, whole
from metrics.wording.values import ended, joined, written
from text import Text

WORTH_SAYING = Decimal("0.01")
"""The share of the paid amount from which a difference of plan or of files is mentioned."""


def sentences(story: Story) -> tuple[Text, Text, Text]:
    """The day, the month, and what customers met."""
    return _of_the_day(story), _of_the_month(story), _of_customers(story)


def _of_the_day(story: Story) -> Text:
    paid = story.tile(PAY_AMOUNT.name)
    if paid.value is None:
        return say.DAY_UNKNOWN.filled(day=story.when, files=paid.metric.facts.label)
    found = [say.PAID.filled(day=story.when, paid=written(paid.value, Unit.YUAN))]
    if story.absent:
        found.append(say.WITHOUT.filled(shops=named(story.absent)))
    elif paid.target:
        found.append(say.ATTAINED.filled(share=written(float(paid.value) / float(paid.target), Unit.PERCENT)))
    else:
        found.append(say.NO_TARGET)
    first = joined(found, "，", ", ")
    return ended([first, *(_why(story) if story.causes else [_why_not(story)])])


def _why(story: Story) -> list[Text]:
    visits, conversion, basket = (story.cause(name) for name in ("visits", "conversion", "basket"))
    tile = story.tile(VISITORS.name)
    share = written(abs(float(tile.value or 0) / float(tile.base or 1) - 1), Unit.PERCENT)
    phrase = say.VISITS_LEVEL if visits == 0 else say.VISITS_DOWN if visits < 0 else say.VISITS_UP
    found = [phrase.filled(share=share, amount=written(abs(visits), Unit.YUAN))]
    if both := conversion + basket:
        found.append(say.RATES_COMBINED[both > 0, visits > 0].filled(amount=written(abs(both), Unit.YUAN)))
    sentence = joined(found, "，", ", ")
    return [sentence, *(_aside(name, story.cause(name)) for name in ("target", "sources") if _worth(story, name))]


def _aside(name: str, amount: Decimal) -> Text:
    return say.ASIDE[name, amount > 0].filled(amount=written(abs(amount), Unit.YUAN))


def _worth(story: Story, name: str) -> bool:
    paid = decimal(story.tile(PAY_AMOUNT.name).value or 0)
    return abs(story.cause(name)) > WORTH_SAYING * paid


def _why_not(story: Story) -> Text:
    visits = story.tile(VISITORS.name)
    if len({file.shop for file in story.files}) > 1:
        return say.SEVERAL_SHOPS
    if visits.value is None:
        return say.NO_REPORT
    return say.NO_BASE if visits.base is None else say.NO_SPLIT


def _of_the_month(story: Story) -> Text:
    month = story.month
    if month.elapsed is None:
        return say.MONTH_UNKNOWN
    if month.attained is None or month.pace is None:
        return say.MONTH_NO_TARGET
    gap = round(float(month.attained) - float(month.pace), 4)
    pace = say.PACE_LEVEL if gap == 0 else say.PACE_BEHIND if gap < 0 else say.PACE_AHEAD
    found = [
        joined(
            [
                say.MONTH_ATTAINED.filled(share=written(month.attained, Unit.PERCENT)),
                pace.filled(gap=written(abs(gap), Unit.POINTS)),
            ],
            "，",
            ", ",
        )
    ]
    lacking = whole(story.day.day - float(month.elapsed) * _days_in_month(story.day))
    if lacking > 0:
        found.append(say.DAYS_LACKING.filled(days=lacking))
    if float(month.attained) >= 1:
        found.append(say.MONTH_REACHED)
    elif month.need_per_day is not None:
        found.append(say.NEEDED.filled(amount=written(month.need_per_day, Unit.YUAN)))
    return ended(found)


def _of_customers(story: Story) -> Text:
    found = [*_of_shipping(story), *_of_service(story)]
    with_value = [score for score in story.scores if score.value is not None]
    if with_value:
        found.append(_scores(with_value))
    missing = story.missing(("orders", "traffic", "service", "dsr"))
    if missing:
        found.append(say.FILES_MISSING.filled(files=missing))
    return ended(found or [say.NOTHING_ELSE])


def _of_shipping(story: Story) -> list[Text]:
    waiting = story.unshipped.value
    if waiting is not None:
        return [say.UNSHIPPED.filled(day=story.when, orders=written(waiting, Unit.ORDERS))]
    return [] if story.missing(("orders",)) else [say.NO_STATUS]


def _of_service(story: Story) -> list[Text]:
    found = []
    if story.team and story.team.first_response is not None:
        found.append(say.SPEED.filled(speed=written(story.team.first_response, Unit.SECONDS)))
    if story.team and story.team.reply_rate is not None:
        found.append(say.REPLIED.filled(replied=written(story.team.reply_rate, Unit.PERCENT)))
    return [joined(found, "，", ", ")] if found else []


def _scores(judged: Sequence[Judged]) -> Text:
    """The scores with their names, DSR said once: DSR 描述相符 4.85、物流服务 4.78."""
    named = [say.SCORE.filled(name=_bare(each.metric.label), score=grouped(each.value or 0, 2)) for each in judged]
    return say.DSR.filled(scores=joined(named, "、", ", "))


def _bare(label: Text) -> Text:
    return Text(label.zh.removeprefix("DSR "), label.en.removeprefix("DSR ").replace("as described", "item"))


def _days_in_month(day: date) -> int:
    return ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
