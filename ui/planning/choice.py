"""What of the plan is looked at: the metric, the level, the quarter, the year or the days of one month."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.records.plan_rows import ENTERED
from metrics.catalogue import METRICS, TEAMS, metric_named
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Metric
from metrics.planning.plan_tree import Level, Place, times_under
from text import Text
from ui.cache import answers, loaded
from ui.choices import filters
from ui.session import address
from ui.session.language import say

PLANNABLE = tuple(metric for metric in METRICS if metric.adds_up and metric not in TEAMS["targets"])
"""The metrics whose targets can be split: those whose parts add up."""

LEVELS: dict[Level, Text] = {
    "floor": Text("保底", "Floor"),
    "amount": Text("目标", "Target"),
    "stretch": Text("冲刺", "Stretch"),
}
QUARTER = Text("{year}年{n}季度", "Q{n} {year}")
MONTH_OF_YEAR = Text("{year}年{n}月", "{year}-{n:02d}")
DAY_OF_MONTH = Text("{n}月{day}日", "{n}/{day}")
WHOLE_SHOP = Text("全店", "Whole shop")
BY_QUARTER_AND_MONTH = Text("{year}年各季各月", "Quarters and months of {year}")
DAYS_OF = Text("{n}月各天", "Days of month {n}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reader's choice; `span` is the year (2026) or the month (2026-06) whose parts the grid shows."""

    metric: Metric
    level: Level
    quarter: str
    span: str

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that the grid has columns for."""
        if len(self.span) == 7:
            return tuple(times_under(self.span))
        return tuple(part for quarter in times_under(self.span) for part in (quarter, *times_under(quarter)))


def quarter() -> str:
    """The quarter chosen (2026-Q2), else the one that runs."""
    quarters = _quarters(filters.today())
    return address.kept_among("quarter", quarters, quarters[1])


def choose() -> Chosen:
    """The choices in a row."""
    quarters = _quarters(filters.today())
    with st.container(horizontal=True, vertical_alignment="center", key="ob-plan-choice"):
        with st.container(width=220):
            labels = {metric.name: say(metric.label) for metric in PLANNABLE}
            metric = address.pick("metric", say("指标", "Metric"), labels, PAY_AMOUNT.name)
        with st.container(width=170):
            named = {each: say(spoken(each)) for each in quarters}
            chosen = address.pick("quarter", say("季度", "Quarter"), named, quarters[1])
        with st.container(width=260):
            spans = {chosen[:4]: say(BY_QUARTER_AND_MONTH.filled(year=chosen[:4]))}
            spans |= {month: say(DAYS_OF.filled(n=int(month[5:]))) for month in times_under(chosen)}
            span = address.pick("span", say("看", "Show"), spans, chosen[:4])
        levels = {str(name): say(label) for name, label in LEVELS.items()}
        level = address.switch("level", say("档", "Level"), levels, "amount")
    return Chosen(metric_named(metric), _level(level), chosen, span)


def shops() -> list[str]:
    """The shop chosen, else every shop that has facts or targets."""
    chosen = filters.shop()
    planned = answers.warehouse().rows(f"SELECT DISTINCT shop FROM ({ENTERED}) WHERE shop <> ''")
    return [chosen] if chosen else sorted({*loaded.shops(), *(shop for (shop,) in planned)})


def spoken(period: str) -> Text:
    """A year, quarter, month or day of a plan as it is read."""
    if "Q" in period:
        return QUARTER.filled(year=period[:4], n=period[-1])
    if len(period) == 4:
        return Text(f"{period}年", period)
    if len(period) == 7:
        return MONTH_OF_YEAR.filled(year=period[:4], n=int(period[5:]))
    return DAY_OF_MONTH.filled(n=int(period[5:7]), day=int(period[8:]))


def whose(place: Place) -> str:
    """Whose target stands at a place."""
    return " ".join(filter(None, place[1:])) or say(WHOLE_SHOP)


def _level(text: str) -> Level:
    return next(level for level in LEVELS if level == text)


def _quarters(today: date) -> list[str]:
    """The quarter before, this one and the four that follow."""
    this = today.year * 4 + (today.month - 1) // 3
    return [f"{number // 4}-Q{number % 4 + 1}" for number in range(this - 1, this + 5)]
