"""What waits for somebody as items of the red list: late orders, complaints, seats, quotas, products, files."""

from collections.abc import Iterable, Iterator

from metrics.definition.metric import Unit
from metrics.explanation.reconciliation import Reconciliation
from metrics.judgement.limits import Level
from metrics.morning.agenda import FeaturedMorning
from metrics.morning.morning import Morning
from metrics.morning.surroundings import Surroundings
from metrics.review.red_items import ASKS, RedItem
from metrics.wording.rounding import number
from metrics.wording.values import joined, written
from text import Text

LATE = Text("{n}单超48小时未发货", "Orders over 48 hours: {n}")
SOON = Text("{n}单 12小时内到期", "Due in 12 hours: {n} orders")
OVERDUE = Text("投诉{n}件逾期未跟进", "Complaints past due: {n}")
REVIEWS = Text("差评{n}条没回复", "Bad reviews open: {n}")
SEATS = Text("{hour}点缺{n}席", "{n} short at {hour}:00")
MORE_HOURS = Text("{first}，另{n}个钟点也缺", "{first}, {n} h more")
QUOTA = Text("{team}定额 {share}", "{team} quota {share}")
FEATURED = Text("主推{n}款没达成，最低 {share}", "{n} featured behind ({share})")
FEATURED_ONE = Text("{title} {share}", "{title} {share}")
UNKNOWN = Text("—", "—")
APART = Text("对不上：{check}", "Do not agree: {check}")
APART_MORE = Text("对账有 {n} 项对不上", "{n} checks do not agree")
DAYS = Text("{n} 天；{why}", "{n} days; {why}")
MISSING = Text("缺 {file}", "Missing: {file}")
WAITS = Text("{shop}，导入后才评", "{shop}: judged once imported")


def waits(morning: Morning, surroundings: Surroundings) -> Iterator[RedItem]:
    """Everything that waits, and the files and checks that keep numbers from being known."""
    yield from _orders(surroundings)
    yield from _cases(surroundings)
    yield from _seats(surroundings)
    yield from _quotas(surroundings)
    yield from _featured(surroundings)
    yield from _apart(morning)
    yield from _missing(morning)


def _orders(surroundings: Surroundings) -> Iterator[RedItem]:
    for waiting, phrase in ((surroundings.pending.late, LATE), (surroundings.pending.soon, SOON)):
        if waiting.judgement.level in ASKS:
            money = surroundings.pending.unsent.late_paid if waiting is surroundings.pending.late else None
            lost = None if money is None else -float(money)
            off = written(waiting.value, Unit.ORDERS) if money is None else written(money)
            what, reason = phrase.filled(n=f"{waiting.value:,}"), waiting.judgement.reason
            yield RedItem(
                waiting.judgement.level, what, off, reason, waiting.metric.name, value=number(waiting.value), money=lost
            )


def _cases(surroundings: Surroundings) -> Iterator[RedItem]:
    for waiting, phrase in ((surroundings.pending.overdue, OVERDUE), (surroundings.pending.reviews, REVIEWS)):
        if waiting.judgement.level in ASKS:
            off, what = written(waiting.value, Unit.CASES), phrase.filled(n=f"{waiting.value:,}")
            judged = waiting.judgement
            yield RedItem(judged.level, what, off, judged.reason, waiting.metric.name, value=number(waiting.value))


def _seats(surroundings: Surroundings) -> Iterator[RedItem]:
    short = sorted((hour for hour in surroundings.hours if hour.short), key=lambda hour: (-hour.short, hour.hour))
    if not short:
        return
    worst, missing = short[0], sum(hour.short for hour in short)
    what = SEATS.filled(hour=worst.hour, n=worst.short)
    if len(short) > 1:
        what = MORE_HOURS.filled(first=what, n=len(short) - 1)
    level = Level.BAD if worst.short > 1 else Level.WATCH
    off = Text("{n} 席时", "{n} seat-hours").filled(n=missing)
    yield RedItem(
        level, what, off, Text("今天的班表少于近四周同星期的需要", "Roster below need"), "seats", value=missing
    )


def _quotas(surroundings: Surroundings) -> Iterator[RedItem]:
    for bar in surroundings.quotas:
        if bar.judgement.level is Level.BAD and bar.attain is not None:
            share = Text(f"{bar.attain:.0%}", f"{bar.attain:.0%}")
            off = written(bar.attain - 1, Unit.POINTS)
            what = QUOTA.filled(team=bar.team, share=share)
            yield RedItem(Level.BAD, what, off, bar.note, "quota_attain", bar.team, value=bar.attain)


def _featured(surroundings: Surroundings) -> Iterator[RedItem]:
    """All featured products far below their targets are one line, the worst named."""
    below = [
        each for each in surroundings.agenda.featured if each.judgement.level is Level.BAD and each.attained is not None
    ]
    if not below:
        return
    worst = min(below, key=lambda each: each.attained or 0)
    gap = sum(float(each.sales or 0) - float(each.target or 0) for each in below)
    what = FEATURED.filled(n=len(below), share=f"{worst.attained:.0%}")
    why = joined([FEATURED_ONE.filled(title=each.title, share=f"{each.attained:.0%}") for each in below], "；", "; ")
    yield RedItem(
        Level.BAD, what, written(gap), why, "featured_attain",
        value=worst.attained, money=gap, owner=_owner(below),
    )  # fmt: skip


def _owner(products: Iterable[FeaturedMorning]) -> str:
    """The first of those whose they are, and how many more there are."""
    owners = list(dict.fromkeys(each.owner for each in products if each.owner))
    return f"{owners[0]} +{len(owners) - 1}" if len(owners) > 1 else "".join(owners)


def _apart(morning: Morning) -> Iterator[RedItem]:
    """All checks that do not agree are one line: one wrong export puts several of them off."""
    off = [each for each in morning.reconciliation if each.off]
    if not off:
        return
    first = max(off, key=lambda each: abs(_difference(each)))
    difference = _difference(first)
    phrase = APART if len(off) == 1 else APART_MORE
    what = phrase.filled(check=first.check.label, n=len(off))
    why = DAYS.filled(n=len(first.off), why=first.check.may_differ)
    yield RedItem(
        first.level, what, written(difference), why, "reconciliation", value=difference, money=-abs(difference)
    )


def _difference(check: Reconciliation) -> float:
    return float(sum(pair.difference for pair in check.off))


def _missing(morning: Morning) -> Iterator[RedItem]:
    titles = dict.fromkeys(each.title for each in morning.files if each.state == "missing")
    for title in titles:
        shops = [each.shop for each in morning.files if each.state == "missing" and each.title == title]
        why = WAITS.filled(shop=Text("、".join(shops), ", ".join(shops)))
        yield RedItem(Level.UNJUDGED, MISSING.filled(file=title), UNKNOWN, why, "file", title.zh)
