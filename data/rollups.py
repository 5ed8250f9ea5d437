"""Rollups: daily facts worked out once, when their rows are stored or withdrawn, instead of at every question.

Their SQL is kept in the warehouse itself, so whoever imports brings them up to date without knowing any metric.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.source import Subject
from data.warehouse import Cursor, Warehouse


@dataclass(frozen=True, slots=True)
class Rollup:
    """A table of the rows of a query that has the columns shop and day.

    A shop-day of it may depend only on the rows that FEEDS ties to that shop-day; or else `reads` names the tables
    after whose every change the whole of it is worked out anew. It may name rollups that are declared before it.
    """

    name: str
    sql: str
    reads: tuple[str, ...] = ()


UNKNOWN = "DATE 'infinity'"
"""The day under which rows without any time are found again."""

_ORDERED = f"coalesce(coalesce(created_time, pay_time)::DATE, {UNKNOWN})"

FEEDS = {
    "orders": ("pay_time::DATE", _ORDERED),
    "order_items": ("pay_time::DATE", _ORDERED),
    "shop_daily": ("day",),
}
"""By the subject's name, the days for which a row of it counts; all sub-orders of an order count for all its days."""

STAMP = (
    "(SELECT coalesce(max(part), 0) FROM parts) || '-' ||"
    " (SELECT count(*) FROM batches WHERE withdrawn_at IS NOT NULL) || CASE WHEN len(reads) > 0 THEN '-' ||"
    " (SELECT coalesce(bit_xor(hash(plan_versions)), 0) FROM plan_versions) ELSE '' END"
)
"""SQL for what a rollup was last brought up to date with: a program that knows none of them leaves it behind."""


def standing(warehouse: Warehouse) -> dict[str, str]:
    """The SQL, by name, of the rollups that are up to date."""
    return dict(warehouse.rows(f"SELECT name, sql FROM rollups WHERE stamp = {STAMP}"))


def keep(warehouse: Warehouse, rollups: Sequence[Rollup]) -> None:
    """Have the warehouse keep these and no others; those that are new, changed or left behind are worked out anew."""
    held = standing(warehouse)
    if held == {one.name: one.sql for one in rollups}:
        return
    with warehouse.writing() as run:
        for (name,) in run.execute("SELECT name FROM rollups").fetchall():
            if name not in {one.name for one in rollups}:
                run.execute(f"DROP TABLE IF EXISTS {name}")
        run.execute("DELETE FROM rollups")
        for place, one in enumerate(rollups):
            if held.get(one.name) != one.sql:
                run.execute(f"CREATE OR REPLACE TABLE {one.name} AS {one.sql}")
            run.execute("INSERT INTO rollups VALUES (?, ?, ?, ?, NULL)", [place, one.name, one.sql, list(one.reads)])
        run.execute(f"UPDATE rollups SET stamp = {STAMP}")


def touch(run: Cursor, subject: Subject, rows: str) -> None:
    """Note the shop-days of rows that are about to go or have come; `rows` is SQL for all columns of the subject."""
    days = FEEDS.get(subject.name, ())
    if not run.execute("SELECT 1 FROM rollups WHERE ? OR ? IN reads LIMIT 1", [bool(days), subject.name]).fetchall():
        return
    _prepare(run)
    run.execute("INSERT INTO touched_tables VALUES (?)", [subject.name])
    if days:
        listed = " UNION ALL ".join(f"SELECT shop, {day} AS day FROM touching" for day in days)
        run.execute(
            f"INSERT INTO touched_days WITH touching AS ({rows}) SELECT DISTINCT shop, day FROM ({listed})"
            " WHERE day IS NOT NULL"
        )
    if subject.name == "order_items":
        run.execute(f"INSERT INTO touched_orders SELECT DISTINCT shop, order_id FROM ({rows})")


def bring_up(run: Cursor, *changed: str) -> None:
    """At the end of a transaction: work out anew the shop-days that were touched; `changed` are tables of the books."""
    if not _kept(run):
        return
    _prepare(run)
    _spread_over_orders(run)
    told = {name for (name,) in run.execute("SELECT DISTINCT name FROM touched_tables").fetchall()} | {*changed}
    if told.intersection(FEEDS):
        _gather(run)
    for name, sql, reads in run.execute("SELECT name, sql, reads FROM rollups ORDER BY place").fetchall():
        if told.intersection(reads):
            run.execute(f"DELETE FROM {name}")
            run.execute(f"INSERT INTO {name} BY NAME {sql}")
        elif not reads and told.intersection(FEEDS):
            _renew(run, name, sql)
    run.execute(f"UPDATE rollups SET stamp = {STAMP}")


def _renew(run: Cursor, name: str, sql: str) -> None:
    on = f"touched.shop = kept.shop AND touched.day = coalesce(kept.day, {UNKNOWN})"
    run.execute(f"DELETE FROM {name} AS kept USING touched_days AS touched WHERE {on}")
    run.execute(
        f"INSERT INTO {name} BY NAME WITH {NEARBY}"
        f" SELECT kept.* FROM ({sql}) AS kept SEMI JOIN touched_days AS touched ON {on}"
    )


def _kept(run: Cursor) -> bool:
    return bool(run.execute("SELECT 1 FROM rollups LIMIT 1").fetchall())


def _prepare(run: Cursor) -> None:
    """The notes of this transaction; a cursor has its own and loses them when it ends."""
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_tables (name VARCHAR)")
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_days (shop VARCHAR, day DATE)")
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_orders (shop VARCHAR, order_id VARCHAR)")


def _spread_over_orders(run: Cursor) -> None:
    """An order's day is that of its first payment: what touches one sub-order touches the days of all of them."""
    if run.execute("SELECT 1 FROM touched_orders LIMIT 1").fetchall():
        run.execute(
            "INSERT INTO touched_days SELECT DISTINCT shop, pay_time::DATE FROM order_items"
            " SEMI JOIN touched_orders USING (shop, order_id) WHERE pay_time IS NOT NULL"
        )
    run.execute("CREATE OR REPLACE TEMP TABLE touched_days AS SELECT DISTINCT shop, day FROM touched_days")


def _gather(run: Cursor) -> None:
    """Of each table the rows on which a touched day depends, as `near_` and its name."""
    ((first, last),) = run.execute("SELECT min(day)::VARCHAR, max(day)::VARCHAR FROM touched_days").fetchall()
    within = f"BETWEEN DATE '{first or 'infinity'}' AND DATE '{last or 'infinity'}'"
    for name, days in FEEDS.items():
        # The span is tested first: it is far cheaper than looking every row's days up.
        span = " OR ".join(f"{day} {within}" for day in days)
        found = " OR ".join(f"(shop, {day}) IN (FROM touched_days)" for day in days)
        rows = f"FROM (FROM {name} WHERE {span}) WHERE {found}"
        if name == "order_items":
            rows = f"FROM order_items SEMI JOIN (SELECT shop, order_id {rows}) USING (shop, order_id)"
        run.execute(f"CREATE OR REPLACE TEMP TABLE near_{name} AS {rows}")


NEARBY = ", ".join(f"{name} AS (FROM near_{name})" for name in FEEDS)
"""The tables as the SQL of a rollup names them, without the other rows."""
