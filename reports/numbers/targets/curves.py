"""Curves: a month day by day, added up: what was paid, what should have been, and where it is heading."""

from collections.abc import Sequence
from itertools import accumulate

from metrics.calendar.period import MONTHS, month_of
from metrics.catalogue.targets.plans import MONTH_TARGET
from metrics.catalogue.targets.shape import SHAPE, weights
from metrics.definition.metric import Unit, total
from metrics.planning.forecast import Forecast
from metrics.query.rollups import quick
from metrics.wording.figure import Number
from reports.numbers.query import WeekQuery
from reports.slide.slide import Curve
from reports.slide.values import on
from text import Text

TITLE = Text("{month}累计支付", "Paid so far in {month}")

# A shop without a loaded day has no pace of its own to go on with.
DAYS = f"""
    WITH days AS (
      SELECT shop, day, weight, CASE WHEN day <= $3 THEN pay_amount END AS paid,
        CASE WHEN max(day_target) OVER whole - min(day_target) OVER whole > 0.01 THEN day_target
          ELSE sum(day_target) OVER whole * weight / nullif(month_weight, 0) END AS due
      FROM ({SHAPE}) WHERE day BETWEEN $1 AND $2 AND coalesce($4, shop) = shop
      WINDOW whole AS (PARTITION BY shop)),
    heading AS (
      SELECT *, weight * sum(paid) OVER whole / nullif({weights("whole", "paid IS NOT NULL")}, 0)
        AS expected
      FROM days WINDOW whole AS (PARTITION BY shop))
    SELECT day, sum(paid), {total("due")}, {total("expected")} FROM heading GROUP BY day ORDER BY day"""


def month_curve(query: WeekQuery, forecast: Forecast | None) -> Curve:
    """The month of the week's last day; the forecast runs from that day to the month's end."""
    month, last = month_of(query.week.last), query.week.last
    rows = query.warehouse.rows(quick(query.warehouse, DAYS), [month.first, month.last, last, query.week.shop])
    found = {day: values for day, *values in rows}
    paid, due, expected = ([found.get(day, [None] * 3)[at] for day in month] for at in range(3))
    so_far = (last - month.first).days
    done = [*_added(paid[: so_far + 1]), *[None] * (month.days - so_far - 1)]
    planned = any(value is not None for value in due)
    return Curve(
        TITLE.filled(month=Text(f"{month.first.month}月", MONTHS[month.first.month - 1])),
        Unit.YUAN,
        tuple(on(day) for day in month),
        tuple(done),
        tuple(_added(due)) if planned else (),
        _heading(done[so_far], expected, so_far) if forecast else (),
        forecast.low if forecast else None,
        forecast.high if forecast else None,
        query.value(MONTH_TARGET, query.week.month),
    )


def _added(values: Sequence[Number | None]) -> list[Number | None]:
    """Running sums; a day that is missing adds nothing, before the first known day there is no sum."""
    present = next((at for at, value in enumerate(values) if value is not None), len(values))
    sums = accumulate(float(value or 0) for value in values[present:])
    return [*[None] * present, *(round(each, 2) for each in sums)]


def _heading(done: Number | None, expected: Sequence[Number | None], so_far: int) -> tuple[Number | None, ...]:
    """Nothing before the week's last day, then what was paid and what the days to come usually bring."""
    if done is None or any(value is None for value in expected[so_far + 1 :]):
        return ()
    rest = accumulate((float(value or 0) for value in expected[so_far + 1 :]), initial=float(done))
    return (*[None] * so_far, *(round(each, 2) for each in rest))
