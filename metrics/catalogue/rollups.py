"""Everything that a warehouse keeps for the metrics, collected from where it is declared."""

from data.sources import SUBJECTS
from data.store.books import BOOKS
from metrics.catalogue import METRICS
from metrics.catalogue.orders import cases, delivery, fulfilment
from metrics.catalogue.service import chats, quotas, service
from metrics.catalogue.targets import pace, person_targets, plans, promotion_days, shape
from metrics.catalogue.trade import order_days, promotion, sales, traffic
from metrics.definition.rollups import Declared, Rollups

_DECLARED: tuple[Declared, ...] = (
    *sales.ROLLUPS,
    *order_days.ROLLUPS,
    *promotion.ROLLUPS,
    *traffic.ROLLUPS,
    *service.ROLLUPS,
    *chats.ROLLUPS,
    *quotas.ROLLUPS,
    *fulfilment.ROLLUPS,
    *delivery.ROLLUPS,
    *cases.ROLLUPS,
    *plans.ROLLUPS,
    *shape.ROLLUPS,
    *pace.ROLLUPS,
    *person_targets.ROLLUPS,
    *promotion_days.ROLLUPS,
)
ROLLUPS = Rollups(_DECLARED, METRICS, subjects=tuple(subject.name for subject in SUBJECTS), books=frozenset(BOOKS))
"""What every program that asks metrics of a warehouse hands to it."""
