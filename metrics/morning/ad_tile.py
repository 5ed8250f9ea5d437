"""推广7日ROI: what seven days of ads brought for each yuan, with the share of sales they cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.calendar.period import last_days, same_days_last_year
from metrics.catalogue.trade.promotion import AD_COST_RATIO, AD_ROI
from metrics.definition.metric import young
from metrics.judgement.limits import Judgement, Level, judge
from metrics.judgement.rules import Rulebook
from metrics.morning.numbers import Tile
from metrics.query.requests import QueryPlan, Question
from metrics.wording.figure import Number

DAYS, SPARK = 7, 14


@dataclass(frozen=True, slots=True)
class AdTile:
    """The tile of seven days' return; `cost` is ad spend as a share of sales, `cost_before` that of the week before."""

    tile: Tile
    cost: Number | None
    cost_before: Number | None


def ad_tile(day: date, where: Mapping[str, str], today: date, book: Rulebook) -> QueryPlan[AdTile]:
    """The seven days that end with a day, beside the seven before and the same days a year before."""
    now = last_days(day, DAYS)
    before, last_year = last_days(day - timedelta(days=DAYS), DAYS), same_days_last_year(now)
    *tables, by_day = yield [
        *(Question([AD_ROI, AD_COST_RATIO], span, where=where) for span in (now, before)),
        Question([AD_ROI], last_year, where=where),
        Question([AD_ROI], last_days(day, SPARK), ("day",), where),
    ]
    row, earlier, then = (table.to_pylist()[0] for table in tables)
    value = row[AD_ROI.name]
    settles = young(AD_ROI, day, today) if value is not None else None
    judged = _judged(value, book, settles)
    roi_by_day = {each["day"]: each[AD_ROI.name] for each in by_day.to_pylist()}
    spark = tuple((when, roi_by_day.get(when)) for when in last_days(day, SPARK))
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
