"""The judged numbers of the morning: each with its target, its base, last year and two weeks behind it."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from metrics.calendar.period import day as one_day
from metrics.calendar.period import last_days, month_to_date
from metrics.catalogue.targets.pace import MONTH_ATTAIN, NEED_PER_DAY, TIME_PROGRESS, TIME_PROGRESS_W
from metrics.catalogue.targets.plans import DAY_TARGET, MONTH_TARGET
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_AMOUNT_REPORT, PAY_BUYERS, REFUND_RATE
from metrics.catalogue.trade.traffic import PAY_CONVERSION, VISITORS
from metrics.definition.metric import Metric, young
from metrics.judgement.limits import NO_TARGET, Judgement, Level, Past, judge
from metrics.judgement.maturity import settled
from metrics.judgement.rules import LONGEST_RUN, Rulebook
from metrics.morning.numbers import Month, Tile
from metrics.query.history import History, base_of, history
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number
from text import Text

TILES = (PAY_AMOUNT, MONTH_ATTAIN, VISITORS, PAY_CONVERSION, AVG_ORDER_VALUE, REFUND_RATE)
ACCOUNT_METRICS = (PAY_AMOUNT_REPORT, PAY_BUYERS)
"""What else the day's account needs from the same five weeks."""

ONE_SHOP_ONLY = Text("多店访客不相加，请选一家店", "Visitors of several shops do not add up: choose one shop")
SHOP_MISSING = Text("缺{shops}的支付数据，合计不完整", "No sales of {shops}: the sum is incomplete")


def past(day: date, where: Mapping[str, str]) -> QueryPlan[History]:
    """Everything the tiles and sentences need of the days before."""
    return history((*TILES, *ACCOUNT_METRICS), day, where)


def planned(day: date, where: Mapping[str, str]) -> QueryPlan[Mapping[date, Number | None]]:
    """The targets of the days that rules may look at, up to a day."""
    (table,) = yield [Question([DAY_TARGET], last_days(day, LONGEST_RUN), ("day",), where)]
    return {row["day"]: row[DAY_TARGET.name] for row in table.to_pylist()}


def month(day: date, where: Mapping[str, str]) -> QueryPlan[Month]:
    """The month up to a day."""
    metrics = (MONTH_ATTAIN, TIME_PROGRESS_W, TIME_PROGRESS, NEED_PER_DAY, MONTH_TARGET)
    (table,) = yield [Question(metrics, month_to_date(day), where=where)]
    (row,) = table.to_pylist()
    return Month(
        row[MONTH_TARGET.name],
        row[MONTH_ATTAIN.name],
        row[TIME_PROGRESS_W.name],
        row[TIME_PROGRESS.name],
        row[NEED_PER_DAY.name],
    )


def tiles(
    history: History,
    so_far: Month,
    goals: Mapping[date, Number | None],
    today: date,
    absent: tuple[str, ...],
    book: Rulebook,
) -> tuple[Tile, ...]:
    """The six numbers of the morning; `goals` are the days' targets, `absent` shops whose sales are not in."""
    # A day on which nothing is planned has no target to attain.
    targets = {PAY_AMOUNT.name: [goals.get(day) or None for day in reversed(list(last_days(history.day, LONGEST_RUN)))]}
    targets[MONTH_ATTAIN.name] = [so_far.pace]
    return tuple(
        _tile(metric, history, so_far, targets.get(metric.name, [None]), today, absent, book) for metric in TILES
    )


def _tile(
    metric: Metric,
    history: History,
    so_far: Month,
    targets: Sequence[Number | None],
    today: date,
    absent: tuple[str, ...],
    book: Rulebook,
) -> Tile:
    monthly = metric is MONTH_ATTAIN
    value = so_far.attained if monthly else history.now(metric)
    base = None if monthly else base_of(settled(history.values[metric.name], metric, today), history.day)
    settles = young(metric, history.day, today) if value is not None else None
    why_not = _unjudged(metric, value, history, so_far, absent)
    judged = why_not or judge(
        metric,
        value,
        target=targets[0],
        base=base,
        sample=history.now(VISITORS) if metric.sample == VISITORS.name else None,
        young_until=settles,
        rules=book,
        before=[] if monthly else _earlier(history, metric, targets),
    )
    period = month_to_date(history.day) if monthly else one_day(history.day)
    return Tile(
        metric, period, value, judged, targets[0], base, history.last_year(metric), history.spark(metric), settles
    )


def _earlier(history: History, metric: Metric, targets: Sequence[Number | None]) -> list[Past]:
    """The days before, the last first, each with its base and its target."""
    days = zip_longest(history.before(metric), targets[1:LONGEST_RUN])
    return [Past(value, base, target) for (value, base), target in days]


def _unjudged(
    metric: Metric, value: Number | None, history: History, so_far: Month, absent: tuple[str, ...]
) -> Judgement | None:
    """Why a number is not judged whatever its value: it does not add up, has no target, or a shop is missing."""
    if metric.name in history.refused:
        return Judgement(Level.UNJUDGED, ONE_SHOP_ONLY)
    if metric is MONTH_ATTAIN and so_far.elapsed is not None and so_far.target is None:
        return Judgement(Level.UNJUDGED, NO_TARGET)
    if absent and value is not None and metric in (PAY_AMOUNT, MONTH_ATTAIN):
        return Judgement(Level.UNJUDGED, SHOP_MISSING.filled(shops=Text("、".join(absent), ", ".join(absent))))
    return None
