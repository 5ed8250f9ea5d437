"""Complete: which of the week's files are all in, day by day and shop by shop."""

from dataclasses import dataclass
from datetime import date

from data.sources.targets import targets
from metrics.catalogue.targets.plans import PLANS
from metrics.morning.completeness import DAYS_IN
from metrics.query.rollups import quick
from reports.numbers.week import Asked
from reports.slide.values import listed, on
from text import Text

DAYS = Text("{file}缺 {days}", "{file} of {days}")
WEEK = Text("{file}缺整周", "{file} of the whole week")
OF_SHOP = Text("{shop}{said}", "{shop} {said}")
MONTH = Text("{file}缺本月", "{file} of the month")
MANY_DAYS = Text("{count} 天", "{count} days")
NAMED = 2


@dataclass(frozen=True, slots=True)
class Expected:
    """A kind of file of a shop, and the days of the week it does not tell of; `whole` where it tells of none."""

    title: Text
    shop: str
    missing: tuple[date, ...]
    whole: bool = False


def expected(asked: Asked) -> list[Expected]:
    """Every file expected for each day of the week and the targets of its month, shop by shop."""
    known = _known(asked)
    found = []
    for shop in asked.shops:
        for subject in DAYS_IN:
            missing = tuple(day for day in asked.week if (subject.name, shop, day) not in known)
            found.append(Expected(subject.title, shop, missing, len(missing) == asked.week.days))
        planned = (targets.SUBJECT.name, shop, asked.month.first) in known
        found.append(Expected(targets.SUBJECT.title, shop, () if planned else (asked.month.first,), not planned))
    return found


def missing(asked: Asked, each: Expected) -> Text:
    """流量来源缺 6月10日."""
    if each.title == targets.SUBJECT.title:
        said = MONTH.filled(file=each.title)
    elif each.whole:
        said = WEEK.filled(file=each.title)
    else:
        few = len(each.missing) <= NAMED
        days = listed([on(day) for day in each.missing]) if few else MANY_DAYS.filled(count=len(each.missing))
        said = DAYS.filled(file=each.title, days=days)
    return OF_SHOP.filled(shop=each.shop, said=said) if len(asked.shops) > 1 else said


def _known(asked: Asked) -> set[tuple[str, str, date]]:
    each = [
        f"SELECT '{subject.name}', shop, day FROM ({quick(asked.warehouse, sql)}) WHERE day BETWEEN $1 AND $2"
        for subject, sql in DAYS_IN.items()
    ]
    each.append(
        f"SELECT '{targets.SUBJECT.name}', shop, $3::DATE FROM ({quick(asked.warehouse, PLANS)})"
        " WHERE left(period, 7) = strftime($3::DATE, '%Y-%m')"
    )
    return set(asked.warehouse.rows(" UNION ".join(each), [asked.week.first, asked.week.last, asked.month.first]))
