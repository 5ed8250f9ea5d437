"""The fixed limit that a metric is held to."""

from metrics.definition.metric import Metric
from ui.cache.rules import rules
from ui.choices import filters


def limit_of(metric: Metric) -> float | None:
    """The limit of a metric's own rule in the chosen shop, in the metric's unit; None where no rule has one."""
    own = rules(filters.shop()).get(metric.name, ())
    return next((rule.watch for rule in own if rule.against == "limit"), None)
