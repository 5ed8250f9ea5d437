"""The newest value of every metric, for the glossary."""

from collections.abc import Mapping
from datetime import date

from metrics.calendar.period import day as one_day
from metrics.catalogue import METRICS
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.wording.figure import spelled
from text import Text
from ui.cache import answers, loaded
from ui.session import language
from ui.session.language import say

BY = Text("按{dimension}看", "by {dimension}")


def latest(day: date, where: Mapping[str, str]) -> dict[str, str]:
    """What each metric is on a day, as it is read; what must be split first says by what."""
    several = "shop" not in where and len(loaded.shops()) > 1
    apart = {metric.name: _apart(metric, several) for metric in METRICS}
    whole = [metric for metric in METRICS if not apart[metric.name]]
    found = answers.ask(whole, one_day(day), where=where).to_pylist()[0]
    shown = {metric.name: spelled(found[metric.name], metric.unit, language.chosen()) for metric in whole}
    return {name: shown[name] if name in shown else _names_sql(by) for name, by in apart.items()}


def _apart(metric: Metric, several: bool) -> str:
    """The dimension by which it has to be asked on one day, if any."""
    free = ("day", "carrier") if several else ("day", "carrier", "shop")
    return next((dimension for dimension in metric.never_across if dimension not in free), "")


def _names_sql(dimension: str) -> str:
    name = DIMENSIONS[dimension]
    return say(BY.filled(dimension=Text(name.zh, name.en.lower())))
