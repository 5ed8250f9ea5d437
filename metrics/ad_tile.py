"""推广7日ROI: what seven days of ads brought for each yuan, with the share of sales they cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.warehouse import Warehouse
from metrics.figure import Number
from metrics.judgement import Judgement, Level, judge
from metrics.metric import young
from metrics.period import Period, last_days, same_days_last_year
from metrics.promotion import AD_COST_RATIO, AD_ROI
from metrics.question import answer
from metrics.rulebook import Rulebook
from metrics.tiles import Tile

DAYS, SPARK = 7, 14
Row = Mapping[str, Number | None]


@dataclass(frozen=True, slots=True)
class AdTile:
    """The tile of seven days' return; `cost` is ad spend as a share of sales, `cost_before` that of the week before."""

    tile: Tile
    cost: Number | None
    cost_before: Number | None


def ad_tile(warehouse: Warehouse, day: date, where: Mapping[str, str], today: date, book: Rulebook) -> AdTile:
    """The seven days that end with a day, beside the seven before and the same days a year before."""
    now = last_days(day, DAYS)
    before, last_year = last_days(day - timedelta(days=DAYS), DAYS), same_days_last_year(now)
    row, earlier, then = (_asked(warehouse, span, where) for span in (now, before, last_year))
    value = row[AD_ROI.name]
    settles = young(AD_ROI, day, today) if value is not None else None
    judged = _judged(value, book, settles)
    spark = _by_day(warehouse, day, where)
    shown = Tile(
        AD_ROI, now, value, judged, None, earlier[AD_ROI.name], then[AD_ROI.name], spark, settles,
    )  # fmt: skip
    return AdTile(shown, row[AD_COST_RATIO.name], earlier[AD_COST_RATIO.name])


def _judged(value: Number | None, book: Rulebook, settles: date | None) -> Judgement:
    """Seven days that are not all final are judged only where what is known suffices already: sales still come in."""
    found = judge(AD_ROI, value, rules=book)
    return (
        found if settles is None or found.level is Level.GOOD else judge(AD_ROI, value, rules=book, young_until=settles)
    )


def _asked(warehouse: Warehouse, span: Period, where: Mapping[str, str]) -> Row:
    row: Row = answer(warehouse, [AD_ROI, AD_COST_RATIO], span, where=where).to_pylist()[0]
    return row


def _by_day(warehouse: Warehouse, day: date, where: Mapping[str, str]) -> tuple[tuple[date, Number | None], ...]:
    days = last_days(day, SPARK)
    known = {row["day"]: row[AD_ROI.name] for row in answer(warehouse, [AD_ROI], days, ("day",), where).to_pylist()}
    return tuple((each, known.get(each)) for each in days)
