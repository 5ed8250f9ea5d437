"""The month-end forecast as one finding: its value, its band and what that rests on."""

from collections.abc import Iterator

from metrics.calendar.period import short
from metrics.planning.forecast import Forecast, month_forecast
from metrics.wording.values import written
from text import Text
from ui.cache import answers
from ui.choices import filters
from ui.content.panel_cache import panel
from ui.content.panel_content import Part
from ui.pieces.lines import finding, page
from ui.session.language import say

NAME = Text("月末预测", "Month-end forecast")
BAND = Text(
    "**{value}**，多半在 {low} 到 {high} 之间（按前 {months} 个月同一天预测的准头）；不分轻重地推算是 {flat}。",
    "**{value}**, most likely between {low} and {high} (as near as on this day of the {months} months before); were all"
    " days alike, {flat}.",
)
NO_BAND = Text(
    "**{value}**；整月的数据不足 4 个月，还给不出上下限；不分轻重地推算是 {flat}。",
    "**{value}**; fewer than 4 whole months are loaded, so there is no band yet; were all days alike, {flat}.",
)
UNSEEN = Text(
    "{days}是本店第一次遇上的大促或节日，只能按日目标估。",
    "{days}: an occasion this shop has not seen yet, weighed by its day targets alone.",
)


@panel
def show() -> Iterator[Part]:
    """The forecast of the month of yesterday; nothing while none of it is loaded."""
    day, where = filters.yesterday(), filters.where()
    found = answers.once("forecast", (day, *where.values()), lambda: month_forecast(answers.facts(), day, where))
    if found:
        yield page(finding(say(NAME), say(sentence(found))))


def sentence(found: Forecast) -> Text:
    """The forecast in a sentence, and a second one where it knows less than it should."""
    values = {"value": written(found.value), "flat": written(found.flat), "months": found.months}
    if found.low is None or found.high is None:
        first = NO_BAND.filled(**values)
    else:
        first = BAND.filled(**values, low=written(found.low), high=written(found.high))
    if not found.unseen:
        return first
    days = Text(
        "、".join(short(day, "zh") for day in found.unseen), ", ".join(short(day, "en") for day in found.unseen)
    )
    second = UNSEEN.filled(days=days)
    return Text(first.zh + second.zh, f"{first.en} {second.en}")
