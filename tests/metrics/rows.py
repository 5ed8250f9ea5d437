"""Rows of the warehouse as tests write them: the usual values, and what a test names."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.calendar.period import day as one_day
from metrics.catalogue import metric_named
from metrics.query.question import answer

SHOP = "云栖木语家居旗舰店"
OTHER = "云栖木语生活专营店"
DAY = date(2026, 6, 11)
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))

Fill = Callable[..., None]


def ask(warehouse: Warehouse, name: str, during: Period | None = None, where: dict[str, str] | None = None) -> object:
    """One number: a metric of the day, or of a period."""
    return answer(warehouse, [metric_named(name)], during or one_day(DAY), where=where)[name][0].as_py()


def day_target(warehouse: Warehouse, day: date = DAY, shop: str | None = None) -> object:
    """The sales target of a day in yuan, of a shop or of all together."""
    return ask(warehouse, "day_target", one_day(day), {"shop": shop} if shop else None)


def split(warehouse: Warehouse, name: str, by: Sequence[str], during: Period | None = None) -> list[tuple]:
    """A metric split by dimensions, as tuples."""
    rows = answer(warehouse, [metric_named(name)], during or one_day(DAY), by).to_pylist()
    return [tuple(row.values()) for row in rows]


def order(number: int, paid: float, refund: float | None = 0, day: date = DAY, **more: object) -> dict[str, object]:
    """An order paid at noon of a day."""
    noon = datetime(day.year, day.month, day.day, 12)
    row = {"shop": SHOP, "order_id": str(number), "paid": paid, "refund": refund}
    return {**row, "created_time": noon, "pay_time": noon, **more}


def report(day: date = DAY, shop: str = SHOP, **figures: object) -> dict[str, object]:
    """A day of the shop report."""
    return {"shop": shop, "day": day, **figures}


def channel(name: str, visitors: int, buyers: int, carrier: str = "全店", **more: object) -> dict[str, object]:
    """A channel's day."""
    row = {"shop": SHOP, "day": DAY, "carrier": carrier, "channel_path": name, "channel": name, "level_1": name}
    return {**row, "visitors": visitors, "pay_buyers": buyers, **more}


def agent(name: str, day: date = DAY, **figures: object) -> dict[str, object]:
    """An agent's day."""
    return {"shop": SHOP, "day": day, "agent": name, **figures}


def plan(period: str, amount: float, shop: str = SHOP, team: str = "", person: str = "") -> dict[str, object]:
    """A sales target."""
    return {"shop": shop, "period": period, "team": team, "person": person, "metric": "pay_amount", "amount": amount}
