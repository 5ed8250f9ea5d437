"""Comparison: the days a period is held against, always named beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from metrics.calendar.lunar import span_a_lunar_year_before
from metrics.calendar.period import Period, same_days_last_year, spelled_out
from metrics.calendar.promotions import Promotion, running, year_before
from metrics.calendar.spans import Cut, same_days_before
from text import Language, Text

WEEKS = 4
MOST_DAYS = 31
"""The longest period that is held against a promotion: a longer one is more than the promotion."""

NO_PROMOTION = Text("这段时间不在大促里", "No promotion in these days")
TOO_LONG = Text("超过 {days} 天，不按大促对齐", "More than {days} days: not aligned by promotion")
NO_YEAR_BEFORE = Text("上一年没有{name}", "No {name} the year before")
NOT_CHOSEN = Text("还没选对比的日子", "No days chosen to compare with")
OVERLAPS = Text("两段日子重叠，不比", "The two spans overlap: not compared")
AGAINST = Text("{period}，比 {others}", "{period}, against {others}")
MEDIAN = Text("{others} 的中位数", "the median of {others}")
UNEQUAL = Text("（{days} 天对 {others} 天）", " ({days} days against {others})")
NO_DATA = Text("无数据", "no data")


@dataclass(frozen=True, slots=True)
class ComparedPeriod:
    """A period with what comparisons need to know of it: what it is cut from, the promotions, the reader's own span."""

    period: Period
    cut: Cut = "days"
    promotions: Sequence[Promotion] = ()
    chosen: Period | None = None


@dataclass(frozen=True, slots=True)
class Against:
    """A period and the spans it is held against: one, or several whose median counts; none, and then `why`."""

    comparison: "Comparison"
    period: Period
    others: tuple[Period, ...] = ()
    why: Text | None = None
    note: Text | None = None

    def spelled(self, language: Language) -> str:
        """Both spans: 6月1日至6月11日，比 5月1日至5月11日; the year stands where the two have different ones."""
        if not self.others:
            return (self.why or NO_DATA).to(language)
        years = any(other.first.year != self.period.last.year for other in self.others)
        spans = [spelled_out(other, language, year=years) for other in self.others]
        others = ("、" if language == "zh" else ", ").join(spans)
        if len(spans) > 1:
            others = MEDIAN.filled(others=others).to(language)
        own = spelled_out(self.period, language, year=years)
        text = AGAINST.filled(period=own, others=others).to(language) + self._lengths(language)
        return f"{text}{'；' if language == 'zh' else '; '}{self.note.to(language)}" if self.note else text

    def _lengths(self, language: Language) -> str:
        other = self.others[0].days
        return "" if other == self.period.days else UNEQUAL.filled(days=self.period.days, others=other).to(language)


Other = Period | tuple[Period, ...] | Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """A way to compare: `word` is what its change is called, `brief` the same where room is scarce.

    `other` gives the span, the spans, or why there is none.
    """

    name: str
    label: Text
    word: Text
    brief: Text
    other: Callable[[ComparedPeriod], Other] = field(repr=False)

    def against(self, compared: ComparedPeriod) -> Against:
        """A period with the spans it is compared with; spans that overlap it are refused."""
        found = self.other(compared)
        if isinstance(found, Text):
            return Against(self, compared.period, why=found)
        others = (found,) if isinstance(found, Period) else found
        if any(other.first <= compared.period.last and compared.period.first <= other.last for other in others):
            return Against(self, compared.period, why=OVERLAPS)
        return Against(self, compared.period, others, note=_note(self, compared))


def _same_weekdays(compared: ComparedPeriod) -> tuple[Period, ...]:
    """The last four spans of the same weekdays, the oldest first: whole weeks before, as few as do not overlap."""
    step = -(-compared.period.days // 7)
    return tuple(_moved(compared.period, 7 * step * n) for n in range(WEEKS, 0, -1))


def _same_promotion(compared: ComparedPeriod) -> Other:
    if compared.period.days > MOST_DAYS:
        return TOO_LONG.filled(days=MOST_DAYS)
    now = running(compared.promotions, compared.period)
    if now is None:
        return NO_PROMOTION
    then = year_before(compared.promotions, now)
    return _moved(compared.period, (now.peak - then.peak).days) if then else NO_YEAR_BEFORE.filled(name=now.name)


def _moved(period: Period, days: int) -> Period:
    return Period(period.first - timedelta(days=days), period.last - timedelta(days=days))


def _note(comparison: Comparison, compared: ComparedPeriod) -> Text | None:
    """Which promotion the spans were aligned by, and whether somebody should check its days."""
    now = running(compared.promotions, compared.period) if comparison.name == "promotion" else None
    then = year_before(compared.promotions, now) if now else None
    if now is None or then is None:
        return None
    says = {each.dates_from.word for each in (now, then)}
    checked = "、".join(sorted(word.zh for word in says)), ", ".join(sorted(word.en for word in says))
    return Text(f"按{now.name}高峰日对齐，日期{checked[0]}", f"aligned on the peak of {now.name}; days {checked[1]}")


PREVIOUS = Comparison(
    "pop",
    Text("上一段同样天数", "as many days before"),
    Text("环比", "on the days before"),
    Text("环比", "prev"),
    lambda compared: same_days_before(compared.period, compared.cut),
)
SAME_WEEKDAY = Comparison(
    "weekday",
    Text("前四周同星期", "same weekdays of four weeks"),
    Text("同星期", "on the same weekday"),
    Text("周同", "wk"),
    _same_weekdays,
)
LAST_YEAR = Comparison(
    "yoy",
    Text("去年同日", "the same dates last year"),
    Text("同比", "on last year"),
    Text("年同", "yr"),
    lambda compared: same_days_last_year(compared.period),
)
LUNAR = Comparison(
    "lunar",
    Text("去年同农历", "the same lunar dates last year"),
    Text("同农历", "on last lunar year"),
    Text("同农历", "lunar"),
    lambda compared: span_a_lunar_year_before(compared.period),
)
PROMOTION = Comparison(
    "promotion",
    Text("去年同大促", "the same promotion last year"),
    Text("同大促", "on last year's promotion"),
    Text("同大促", "promo"),
    _same_promotion,
)
CHOSEN = Comparison(
    "chosen",
    Text("自选日子", "days of your choice"),
    Text("比自选", "on the chosen days"),
    Text("比自选", "chosen"),
    lambda compared: compared.chosen or NOT_CHOSEN,
)
COMPARISONS = (PREVIOUS, SAME_WEEKDAY, LAST_YEAR, LUNAR, PROMOTION, CHOSEN)
"""Every way to compare, as it is offered."""


def usual(period: Period, cut: Cut = "days") -> Comparison:
    """What a period is compared with where nobody chose: a day with its weekday, more with the days before.

    The year before a year to date is last year.
    """
    if cut == "year":
        return LAST_YEAR
    return SAME_WEEKDAY if period.days == 1 else PREVIOUS


def comparison_named(name: str | None) -> Comparison | None:
    """The comparison of that name."""
    return next((each for each in COMPARISONS if each.name == name), None)
