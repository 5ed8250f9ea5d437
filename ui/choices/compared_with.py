"""What the reader compares with, and whether days that may still change are shown."""

from datetime import date

from metrics.calendar.comparison import (
    CHOSEN,
    COMPARISONS,
    Against,
    ComparedPeriod,
    Comparison,
    comparison_named,
    usual,
)
from metrics.calendar.period import Period, short, until
from metrics.calendar.promotions import Promotion, promotions
from metrics.calendar.spans import same_days_before
from metrics.definition.metric import Metric
from metrics.judgement.maturity import mature
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.session import address, knowledge, language
from ui.session.language import say

USUAL = "usual"
WIDTH = 300
CHOSEN_DAYS = ("vs_from", "vs_to")
LOADED = Text("数据到 {day}，{known} / {days} 天", "loaded until {day}, {known} of {days} days")


def choose(during: Period) -> None:
    """The list of what to compare with, the days to choose where it is those, and the switch for final days only."""
    by_itself = usual(during, filters.cut(during))
    options = {USUAL: say("比：", "Versus: ") + say(by_itself.label)}
    options |= {each.name: say("比：", "Versus: ") + say(each.label) for each in COMPARISONS if each is not by_itself}
    if address.pick("compare", say("比什么", "Compare with"), options, USUAL, width=WIDTH) == CHOSEN.name:
        before = same_days_before(during, filters.cut(during))
        filters.choose_days(*CHOSEN_DAYS, before, say("和哪天到哪天比", "Compare with"))
    address.tick("final", say("只看定稿日", "Final days only"))


def comparison(during: Period) -> Comparison:
    """What the reader compares a period with: their choice, else what such a period is usually compared with."""
    return comparison_named(address.kept("compare")) or usual(during, filters.cut(during))


def compares_otherwise() -> bool:
    """Whether the reader chose something else than the usual comparison."""
    return comparison_named(address.kept("compare")) is not None


def against(during: Period, by: Comparison | None = None) -> Against:
    """A period with the spans it is compared with, by the reader's choice or in a given way."""
    years = tuple(range(during.first.year - 1, during.last.year + 2))
    compared = ComparedPeriod(during, filters.cut(during), _promotions(years), filters.chosen_days(*CHOSEN_DAYS))
    return (by or comparison(during)).against(compared)


def _promotions(years: tuple[int, ...]) -> tuple[Promotion, ...]:
    shop = filters.shop()
    return answers.once("promotions", (years, shop), lambda: promotions(answers.facts(), years, shop))


def as_of_day() -> date:
    """The day whose knowledge the numbers are: today, or that of the past moment the reader looks back at."""
    moment = knowledge.moment()
    return moment.date() if moment else filters.today()


def only_final() -> bool:
    """Whether only days that no longer change are to be shown (`?final=1`)."""
    return address.kept("final") == "1"


def shown(metric: Metric, during: Period) -> Period | None:
    """The part of a period that the reader wants to see of a metric; None where none of it is final yet."""
    return mature(metric, during, as_of_day()) if only_final() else during


def spelled(during: Period, last_loaded: date | None) -> str:
    """The period and what it is compared with, and how much of it is loaded where that is not all."""
    found = against(during)
    name = Text(found.comparison.word.zh, found.comparison.label.en)
    text = f"{say(name)}{say('：', ': ')}{found.spelled(language.chosen())}"
    loaded = until(during, last_loaded)
    if loaded is None or loaded == during:
        return text
    day = short(loaded.last, language.chosen())
    return f"{text}{say('；', '; ')}{say(LOADED.filled(day=day, known=loaded.days, days=during.days))}"
