"""What writing a table changes in the warehouse, in words: days with stored amounts, new days, rows that go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.checking.preview import TablePreview
from data.store.merging import DayChange
from metrics.calendar.period import short
from metrics.judgement.limits import Level
from metrics.wording.rounding import grouped
from metrics.wording.values import exact, on
from text import Text

DAYS_NAMED = 3
MOVES_NAMED = 5


@dataclass(frozen=True, slots=True)
class PreviewChange:
    """One thing that changes: how much it asks for a look, what it is, and its detail."""

    level: Level
    what: Text
    detail: Text


def changes(table: TablePreview) -> Iterator[PreviewChange]:
    """Everything that writing a table changes, what is stored already first."""
    if not table.source:
        return
    name = table.source.subject.title
    differing = _stored_otherwise(table)
    fresh = [day for day in table.days if day.before is None and day.after is not None]
    if differing:
        yield _differing(name, differing)
    if fresh:
        yield _fresh(name, fresh, table.new)
    if not (differing or fresh) and (table.new or table.changed):
        yield _rows_only(name, table)
    if table.vanish:
        yield _vanishing(name, table.vanish)


def days_differing(table: TablePreview) -> int:
    """How many days with stored amounts would get another amount."""
    return len(_stored_otherwise(table))


def _stored_otherwise(table: TablePreview) -> list[DayChange]:
    """The days with stored amounts that would get another amount."""
    return [day for day in table.days if day.before is not None and day.after != day.before]


def _differing(name: Text, days: Sequence[DayChange]) -> PreviewChange:
    by = {day.day: (day.after or Decimal(0)) - (day.before or Decimal(0)) for day in days}
    total = sum(by.values(), Decimal(0))
    more = Text("多", "more") if total > 0 else Text("少", "less")
    phrase = Text(
        "{name}：已有数据的 {n} 天会变，共{more} {sum}", "{name}: {n} stored days change, {sum} {more} in all"
    )
    greatest = sorted(days, key=lambda day: -abs(by[day.day]))[:MOVES_NAMED]
    moves = [_move(day, by[day.day]) for day in sorted(greatest, key=lambda day: day.day)]
    rest = len(days) - len(moves)
    if rest:
        moves.append(Text("另有 {n} 天较小", "{n} smaller ones").filled(n=rest))
    detail = Text("、".join(move.zh for move in moves), ", ".join(move.en for move in moves))
    return PreviewChange(Level.WATCH, phrase.filled(name=name, n=len(days), more=more, sum=exact(abs(total))), detail)


def _move(day: DayChange, by: Decimal) -> Text:
    sign = "+" if by > 0 else "−"
    amount = grouped(abs(by), 0 if abs(by) >= 1 else 2)
    return Text("{day} **{sign}{amount} 元**", "{day} **{sign}{amount} yuan**").filled(
        day=on(day.day), sign=sign, amount=amount
    )


def _fresh(name: Text, days: Sequence[DayChange], rows: int) -> PreviewChange:
    total = sum((day.after or Decimal(0) for day in days), Decimal(0))
    phrase = Text("{name}：{days}从无到有", "{name}: {days} new").filled(
        name=name, days=_days([day.day for day in days])
    )
    return PreviewChange(
        Level.GOOD, phrase, Text("金额 **{sum}**，{n:,} 行", "**{sum}**, {n:,} rows").filled(sum=exact(total), n=rows)
    )


def _vanishing(name: Text, rows: int) -> PreviewChange:
    what = Text("{name}：{n:,} 行会消失", "{name}: {n:,} rows go").filled(name=name, n=rows)
    why = Text("新文件里没有它们，这种表整天替换", "The newer file does not hold them and replaces whole days")
    return PreviewChange(Level.WATCH, what, why)


def _rows_only(name: Text, table: TablePreview) -> PreviewChange:
    phrase = Text("{name}：新增 {new:,} 行，改动 {changed:,} 行", "{name}: {new:,} new rows, {changed:,} changed")
    days = _days([day for day in (table.first_day, table.last_day) if day])
    level = Level.WATCH if table.changed else Level.GOOD
    return PreviewChange(level, phrase.filled(name=name, new=table.new, changed=table.changed), days)


def _days(days: Sequence[date]) -> Text:
    days = sorted(set(days))
    if not days:
        return Text("按行合并", "merged row by row")
    if len(days) <= DAYS_NAMED:
        return Text("、".join(short(day, "zh") for day in days), ", ".join(short(day, "en") for day in days))
    phrase = Text("{first}至{last}共 {n} 天", "{n} days from {first} to {last}")
    return phrase.filled(first=on(days[0]), last=on(days[-1]), n=len(days))
