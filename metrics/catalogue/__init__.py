"""Every metric, by the team that answers for it."""

from metrics.catalogue.orders import cases, delivery, fulfilment
from metrics.catalogue.ratings import experience, reputation, reviews
from metrics.catalogue.service import appraisals, by_tool, chats, load, people, quotas, response, service, service_shop
from metrics.catalogue.targets import budgets, pace, person_targets
from metrics.catalogue.trade import buyers, conversion, product_refunds, products, promotion, refunds, sales, traffic
from metrics.definition.metric import Metric
from text import Text

TEAMS: dict[str, tuple[Metric, ...]] = {
    "sales": sales.METRICS,
    "targets": pace.METRICS + budgets.METRICS + person_targets.METRICS,
    "refunds": refunds.METRICS,
    "buyers": buyers.METRICS,
    "traffic": traffic.METRICS,
    "conversion": conversion.METRICS,
    "promotion": promotion.METRICS,
    "products": products.METRICS + product_refunds.METRICS,
    "service": service.METRICS
    + load.METRICS
    + response.METRICS
    + chats.METRICS
    + service_shop.METRICS
    + by_tool.METRICS,
    "people": people.METRICS,
    "work": quotas.METRICS + appraisals.METRICS,
    "fulfilment": fulfilment.METRICS + delivery.METRICS,
    "reputation": reputation.METRICS + experience.METRICS + reviews.METRICS,
    "cases": cases.METRICS,
}

TEAM_TITLES: dict[str, Text] = {
    "sales": Text("销售", "Sales"),
    "targets": Text("目标", "Targets"),
    "refunds": Text("退款", "Refunds"),
    "buyers": Text("买家与会员", "Buyers and members"),
    "traffic": Text("流量", "Traffic"),
    "conversion": Text("转化", "Conversion"),
    "promotion": Text("推广", "Promotion"),
    "products": Text("商品", "Products"),
    "service": Text("客服", "Customer service"),
    "people": Text("在岗", "On duty"),
    "work": Text("定额、工时与绩效", "Quotas, hours and appraisals"),
    "fulfilment": Text("发货", "Shipping"),
    "reputation": Text("口碑", "Ratings"),
    "cases": Text("投诉与故障", "Complaints and faults"),
}

METRICS: tuple[Metric, ...] = tuple(metric for metrics in TEAMS.values() for metric in metrics)

_BY_NAME = {metric.name: metric for metric in METRICS}


def metric_named(name: str) -> Metric:
    """The metric of that name; KeyError if there is none."""
    return _BY_NAME[name]
