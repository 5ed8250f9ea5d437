"""A judged metric in words: the tile that shows it."""

from collections.abc import Iterator
from datetime import date

from metrics.calendar.period import Period, short
from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.definition.metric import Better, Unit
from metrics.judgement.limits import Level
from metrics.morning import tiles
from metrics.wording.figure import IN_CENTS, IN_POINTS, LASTING, LEVEL, Number, change, figure, spelled
from metrics.wording.rounding import grouped, whole
from palette import Palette
from text import Language, Text
from ui.panels.limits import limit_of
from ui.panels.words import until
from ui.pieces.markup import NOTHING, Html
from ui.pieces.spark import spark
from ui.pieces.tile import BulletBar, TileContent

SAME_WEEKDAY = Text("周同", "wk")
BEFORE = Text("环比", "prev")
LAST_YEAR = Text("年同", "yr")
SETTLES = Text("暂估，{day}定稿", "may change until {day}")
UPPER = Text("上限 {limit}", "limit {limit}")
LOWER = Text("下限 {limit}", "at least {limit}")
PACE = Text("加权进度 **{target}**", "pace **{target}**")
PLANNED = Text("计划 **{target}**", "planned **{target}**")
ATTAINED = Text("达成 **{share}**", "at **{share}**")
USUAL = Text("同星期 {base}", "usual {base}")
PREVIOUS = Text("上期 {base}", "before {base}")
MORE = Text("**多 {amount}**", "**+{amount}**")
LESS = Text("**少 {amount}**", "**−{amount}**")
SHORT_BY = Text("差 {amount}", "short {amount}")
UNDER_BY, OVER_BY = Text("低 {amount}", "under by {amount}"), Text("高 {amount}", "over by {amount}")
AHEAD_BY = Text("超 {amount}", "ahead {amount}")
TREND = Text("近14日：最低 {low}，最高 {high}", "last 14 days: lowest {low}, highest {high}")


def worded(
    shown: tiles.Tile, language: Language, palette: Palette, note: str = "", during: Period | None = None
) -> TileContent:
    """The tile of a judged metric; `note` stands where the comparisons would.

    A tile that ends before `during`, the page's period, says when.
    """
    read = figure(shown.value, shown.metric.unit, language)
    missing = shown.value is None
    return TileContent(
        label=shown.metric.label.to(language) + _until(shown, during, language),
        number=read.number,
        unit=read.unit,
        level=None if _only_shown(shown) else shown.judgement.level,
        bar=None if missing else _bar(shown),
        against=(shown.judgement.reason.to(language),) if missing else tuple(_against(shown, language)),
        compared=() if missing else (note,) if note else tuple(_compared(shown, language)),
        meaning=f"{shown.metric.meaning.to(language)}\n{shown.metric.formula.to(language)}",
        spark=_spark(shown, language, palette),
    )


def _until(shown: tiles.Tile, during: Period | None, language: Language) -> str:
    return "" if during is None or shown.value is None else until(shown.period, during, language)


def _only_shown(shown: tiles.Tile) -> bool:
    neither = shown.metric.better is Better.NEITHER and shown.value is not None
    return neither and shown.judgement.level is Level.UNJUDGED


def _bar(shown: tiles.Tile) -> BulletBar | None:
    against = next((one for one in (shown.target, limit_of(shown.metric), shown.base) if one), None)
    if shown.value is None or against is None:
        return None
    return BulletBar(float(shown.value), float(against), pace=_is_pace(shown), young=shown.young_until is not None)


def _is_pace(shown: tiles.Tile) -> bool:
    return shown.metric.name == MONTH_ATTAIN.name and shown.target is not None


def _against(shown: tiles.Tile, language: Language) -> Iterator[str]:
    if shown.value is not None and shown.target:
        yield from _against_target(shown, float(shown.value), float(shown.target), language)
    elif limit := limit_of(shown.metric):
        yield _against_limit(shown, limit, language)
    elif shown.value is not None and shown.base is not None:
        yield from _against_base(shown, float(shown.value), shown.base, language)
    else:
        yield shown.judgement.reason.to(language)


def _against_limit(shown: tiles.Tile, limit: float, language: Language) -> str:
    if shown.metric.better is Better.NEITHER and shown.judgement.level in (Level.BAD, Level.WATCH):
        return shown.judgement.reason.to(language)
    bound = UPPER if shown.metric.better is Better.LOWER else LOWER
    return bound.filled(limit=_bare(limit, shown, language)).to(language)


def _against_base(shown: tiles.Tile, value: float, base: Number, language: Language) -> Iterator[str]:
    usual = USUAL if shown.period.days == 1 else PREVIOUS
    yield usual.filled(base=_bare(base, shown, language)).to(language)
    apart = value - float(base)
    more = MORE if apart > 0 else LESS
    yield more.filled(amount=_apart(apart, shown, language)).to(language) if apart else LEVEL.to(language)


def _against_target(shown: tiles.Tile, value: float, target: float, language: Language) -> Iterator[str]:
    pace = PACE.filled(target=spelled(target, shown.metric.unit, language))
    share = ATTAINED.filled(share=spelled(value / target, Unit.PERCENT, language))
    planned = PLANNED.filled(target=_bare(target, shown, language))
    spent = shown.metric.better is Better.LOWER
    yield (pace if _is_pace(shown) else planned if spent else share).to(language)
    gap = _apart(target - value, shown, language)
    yield (
        ((UNDER_BY if target > value else OVER_BY) if spent else SHORT_BY if target > value else AHEAD_BY)
        .filled(amount=gap)
        .to(language)
    )


def _bare(value: Number, shown: tiles.Tile, language: Language) -> str:
    """A value without its unit where the key number's unit already says it."""
    if _half(value, shown.metric.unit):
        return grouped(value, 1)
    read = figure(value, shown.metric.unit, language)
    if read.unit == figure(shown.value, shown.metric.unit, language).unit:
        return read.number
    return spelled(_whole(float(value), shown), shown.metric.unit, language)


def _half(value: Number, unit: Unit) -> bool:
    """Whether it is a small count that is none: the median of 0 and 1 cases is 0.5, and no 1."""
    counted = unit not in (Unit.YUAN, *IN_POINTS, *IN_CENTS, *LASTING)
    return counted and abs(float(value)) < 100 and not float(value).is_integer()


def _apart(difference: float, shown: tiles.Tile, language: Language) -> str:
    if shown.metric.unit is Unit.PERCENT:
        points = spelled(abs(difference), Unit.POINTS, language)
        return points.replace("个百分点", "点") if language == "zh" else points.replace("points", "pp")
    return _bare(abs(difference), shown, language)


def _whole(value: float, shown: tiles.Tile) -> float:
    """Fen are of no interest beside a key number."""
    return whole(value) if shown.metric.unit is Unit.YUAN else value


def _compared(shown: tiles.Tile, language: Language) -> Iterator[str]:
    if shown.young_until:
        day = short(shown.young_until, language)
        if not any(day in line for line in _against(shown, language)):
            yield SETTLES.filled(day=day).to(language)
        return
    if shown.changes:
        yield from (change.brief(language) for change in (shown.changes[-1:] if _is_pace(shown) else shown.changes))
        return
    if shown.metric.as_of_export:
        return
    name = SAME_WEEKDAY if shown.period.days == 1 else BEFORE
    if not _is_pace(shown):
        yield f"{name.to(language)} {_moved(shown, shown.base, language)}"
    yield f"{LAST_YEAR.to(language)} {_moved(shown, shown.last_year, language)}"


def _moved(shown: tiles.Tile, base: Number | None, language: Language) -> str:
    return change(shown.value, base, shown.metric.unit, language, brief=True)


def _within(shown: tiles.Tile, day: date) -> bool:
    """A month's share begins anew each month: days of the month before do not belong to its line."""
    return not _is_pace(shown) or day >= shown.period.first


def _spark(shown: tiles.Tile, language: Language, palette: Palette) -> Html:
    values = [None if value is None else float(value) for day, value in shown.spark if _within(shown, day)]
    present = [value for value in values if value is not None]
    if not present:
        return NOTHING
    low, high = (spelled(each, shown.metric.unit, language) for each in (min(present), max(present)))
    return spark(values, palette, TREND.filled(low=low, high=high).to(language), young=shown.young_until is not None)
