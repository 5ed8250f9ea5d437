"""Every metric, by the team that answers for it."""

from metrics import fulfilment, pace, reputation, sales, service, traffic
from metrics.metric import Metric
from text import Text

TEAMS: dict[str, tuple[Metric, ...]] = {
    "sales": sales.METRICS,
    "targets": pace.METRICS,
    "traffic": traffic.METRICS,
    "service": service.METRICS,
    "fulfilment": fulfilment.METRICS,
    "reputation": reputation.METRICS,
}

TEAM_TITLES: dict[str, Text] = {
    "sales": Text("销售", "Sales"),
    "targets": Text("目标", "Targets"),
    "traffic": Text("流量", "Traffic"),
    "service": Text("客服", "Customer service"),
    "fulfilment": Text("发货", "Fulfilment"),
    "reputation": Text("口碑", "Reputation"),
}

METRICS: tuple[Metric, ...] = tuple(metric for metrics in TEAMS.values() for metric in metrics)

_BY_NAME = {metric.name: metric for metric in METRICS}


def metric_named(name: str) -> Metric:
    """The metric of that name; KeyError if there is none."""
    return _BY_NAME[name]
