"""Metric: one number the business counts, declared once."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from metrics.definition.facts import Facts
from text import Text


class Unit(Enum):
    """What a number counts; percents are fractions (0.335), points differences of such, a fold is a multiple."""

    YUAN = "yuan"
    YUAN_EACH = "yuan_each"
    PERCENT = "percent"
    POINTS = "points"
    PEOPLE = "people"
    ORDERS = "orders"
    TIMES = "times"
    TIMES_EACH = "times_each"
    COUNT = "count"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    SCORE = "score"
    MARKS = "marks"
    CASES = "cases"
    DAYS = "days"
    FOLD = "fold"

    @property
    def word(self) -> Text:
        """The unit as it is written."""
        return _WORDS[self]

    @property
    def one(self) -> Text:
        """The unit of a single one."""
        return Text(self.word.zh, _ONE.get(self, self.word.en))


_WORDS = {
    Unit.YUAN: Text("元", "yuan"),
    Unit.YUAN_EACH: Text("元", "yuan"),
    Unit.PERCENT: Text("%", "%"),
    Unit.POINTS: Text("个百分点", "points"),
    Unit.PEOPLE: Text("人", "people"),
    Unit.ORDERS: Text("单", "orders"),
    Unit.TIMES: Text("次", "times"),
    Unit.TIMES_EACH: Text("次", "times"),
    Unit.COUNT: Text("个", "pieces"),
    Unit.SECONDS: Text("秒", "s"),
    Unit.MINUTES: Text("分钟", "min"),
    Unit.HOURS: Text("小时", "h"),
    Unit.SCORE: Text("分", "of 5"),
    Unit.MARKS: Text("分", "marks"),
    Unit.CASES: Text("件", "cases"),
    Unit.DAYS: Text("天", "days"),
    Unit.FOLD: Text("倍", "x"),
}
_ONE = {
    Unit.PEOPLE: "person", Unit.ORDERS: "order", Unit.TIMES: "time", Unit.TIMES_EACH: "time", Unit.COUNT: "piece",
    Unit.MARKS: "mark", Unit.CASES: "case", Unit.DAYS: "day",
}  # fmt: skip


class Better(Enum):
    """Which way a number should move."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"

    @property
    def word(self) -> Text:
        """The direction as it is written."""
        return _DIRECTIONS[self]


_DIRECTIONS = {
    Better.HIGHER: Text("越高越好", "higher is better"),
    Better.LOWER: Text("越低越好", "lower is better"),
    Better.NEITHER: Text("只看不评", "neither"),
}


@dataclass(frozen=True, slots=True)
class Metric:
    """A number the business counts: an SQL aggregate over facts, with what one must know to use it.

    `never_across` are dimensions over which the number must not be summed, `instead` the metric to ask then.
    `adds_up` says that the parts of a split add up to the whole. `final_after` is the number of days until a
    day's value settles, `enough` the smallest honest sample, counted by the metric named in `sample`.
    `latest` takes each shop's last day of the period. `as_of_export` marks a state that has no past to compare
    with: the day's orders still waiting when the file was made. `window` is the number of days each day's value looks
    back over, its own among them. `source_note` says which of several sources it is from.
    """

    name: str
    label: Text
    meaning: Text
    formula: Text
    facts: Facts
    value: str
    unit: Unit
    better: Better = Better.HIGHER
    never_across: tuple[str, ...] = ()
    instead: str = ""
    adds_up: bool = False
    final_after: int = 0
    enough: int = 0
    sample: str = ""
    latest: bool = False
    as_of_export: bool = False
    window: int = 1
    source_note: Text | None = None

    def __hash__(self) -> int:
        return hash(self.name)


def ratio(over: str, under: str) -> str:
    """SQL for one aggregate over another; nothing by nothing is unknown, never infinite."""
    return f"({over}) / nullif({under}, 0)"


def ratio_of_sums(over: str, under: str) -> str:
    """SQL for the sum of one column over the sum of another; a row lacking either gives neither."""
    return ratio(f"sum({over}) FILTER (WHERE {under} IS NOT NULL)", f"sum({under}) FILTER (WHERE {over} IS NOT NULL)")


def weighted(value: str, weight: str) -> str:
    """SQL for the mean of a column weighted by another; a row lacking either gives neither."""
    return ratio(f"sum({value} * {weight})", f"sum({weight}) FILTER (WHERE {value} IS NOT NULL)")


def total(what: str) -> str:
    """SQL for a sum that is the same to the last digit in whatever order the rows come, and by however many threads.

    Of DOUBLE it adds from the least on; of columns that add up exactly the database leaves the order out.
    """
    return f"sum({what} ORDER BY {what})"


def mean(what: str) -> str:
    """SQL for such a mean."""
    return f"avg({what} ORDER BY {what})"


def newest(what: str, when: str) -> str:
    """SQL for the value of the newest row that has one; of several of one moment the greatest, whichever came first."""
    return f"arg_max({what}, ({when}, {what}))"


def young(metric: Metric, last_day: date, today: date) -> date | None:
    """The day on which a value of `last_day` becomes final, or None when it already is."""
    settles = last_day + timedelta(days=metric.final_after)
    return settles if metric.final_after and settles > today else None
