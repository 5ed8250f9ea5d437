"""Rollups: daily facts worked out once, when their rows are stored or withdrawn, instead of at every question.

Their SQL is kept in the warehouse itself, so whoever imports brings them up to date without knowing any metric.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data.formats.subject import Subject
from data.store.warehouse import Cursor, Warehouse, parsed


@dataclass(frozen=True, slots=True)
class Rollup:
    """A table of the rows of a query that has the columns shop and day.

    A shop-day of it may depend only on the rows that FEEDS ties to that shop-day, and all of them on tables ASIDE; or
    else `reads` names the tables after whose every change the whole of it is worked out anew. It may name rollups that
    are declared before it.
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
    "chats": ("asked_at::DATE",),
}
"""By the subject's name, the days for which a row counts; an order and its sub-orders count for all their days."""

_ORDERS = ("orders", "order_items")

KEY = "shop, order_id"
"""What an order and its sub-orders have in common."""

MOMENTS = {
    "orders": ("pay_time", "created_time"),
    "order_items": ("pay_time", "created_time"),
    "shop_daily": ("day",),
    "chats": ("asked_at",),
}
"""The columns from which FEEDS take the days: a span of them is found without looking at every row."""

ASIDE = frozenset({"settings"})
"""Tables that no import changes: whoever changes them says so to `bring_up`."""

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
                run.execute(parsed(f"CREATE OR REPLACE TABLE {one.name} AS {one.sql}"))
            run.execute("INSERT INTO rollups VALUES (?, ?, ?, ?, NULL)", [place, one.name, one.sql, list(one.reads)])
        run.execute(f"UPDATE rollups SET stamp = {STAMP}")


def forget(run: Cursor) -> None:
    """Have every rollup worked out anew by the next `keep`."""
    run.execute("DELETE FROM rollups")


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
    if subject.name in _ORDERS:
        run.execute(f"INSERT INTO touched_orders SELECT DISTINCT {KEY} FROM ({rows})")


def bring_up(run: Cursor, *changed: str) -> None:
    """At the end of a transaction: work out anew the shop-days that were touched; `changed` are tables of the books."""
    if not _kept(run):
        return
    _prepare(run)
    tables = {name for (name,) in run.execute("SELECT DISTINCT name FROM touched_tables").fetchall()} | {*changed}
    # The days of the orders themselves are known where only they were touched.
    _spread_over_orders(run, _ORDERS if "order_items" in tables else ("order_items",))
    rollups = run.execute("SELECT name, sql, reads FROM rollups ORDER BY place").fetchall()
    by_day = {
        name: sql for name, sql, reads in rollups if ASIDE.issuperset(reads) and tables & FEEDS.keys() & words(sql)
    }
    if by_day:
        _gather(run, words(" ".join(by_day.values())))
    for name, sql, reads in rollups:
        if tables.intersection(reads):
            run.execute(f"DELETE FROM {name}")
            run.execute(parsed(f"INSERT INTO {name} BY NAME {sql}"))
        elif name in by_day:
            _renew(run, name, sql)
    run.execute(f"UPDATE rollups SET stamp = {STAMP}")


def words(sql: str) -> set[str]:
    """The names in a query, its keywords among them."""
    return set(re.findall(r"\w+", sql))


def _renew(run: Cursor, name: str, sql: str) -> None:
    nearby = ", ".join(f"{table} AS (FROM near_{table})" for table in _read(words(sql)))
    on = f"touched.shop = kept.shop AND touched.day = coalesce(kept.day, {UNKNOWN})"
    run.execute(f"DELETE FROM {name} AS kept USING touched_days AS touched WHERE {on}")
    renewed = f"SELECT kept.* FROM ({sql}) AS kept SEMI JOIN touched_days AS touched ON {on}"
    run.execute(parsed(f"INSERT INTO {name} BY NAME WITH {nearby} {renewed}"))


def _kept(run: Cursor) -> bool:
    return bool(run.execute("SELECT 1 FROM rollups LIMIT 1").fetchall())


def _prepare(run: Cursor) -> None:
    """The notes of this transaction; a cursor has its own and loses them when it ends."""
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_tables (name VARCHAR)")
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_days (shop VARCHAR, day DATE)")
    run.execute("CREATE TEMP TABLE IF NOT EXISTS touched_orders (shop VARCHAR, order_id VARCHAR)")


def _spread_over_orders(run: Cursor, tables: Sequence[str]) -> None:
    """An order's day is that of its first payment: what touches it or a sub-order touches the days of all of them."""
    if run.execute("SELECT 1 FROM touched_orders LIMIT 1").fetchall():
        for table in tables:
            run.execute(
                f"INSERT INTO touched_days SELECT DISTINCT shop, pay_time::DATE FROM {table}"
                f" SEMI JOIN touched_orders USING ({KEY}) WHERE pay_time IS NOT NULL"
            )
    run.execute("CREATE OR REPLACE TEMP TABLE touched_days AS SELECT DISTINCT shop, day FROM touched_days")


def _gather(run: Cursor, words: set[str]) -> None:
    """Of each table the rows on which a touched day depends, as `near_` and its name: the columns in these words."""
    ((first, end),) = run.execute(
        f"SELECT min(day)::VARCHAR, (max(day) + 1)::VARCHAR FROM touched_days WHERE day < {UNKNOWN}"
    ).fetchall()
    listed = {name: ", ".join(column for column in _columns(run, name) if column in words) for name in FEEDS}
    for name in _read(words):
        days = FEEDS[name]
        within = [f"({moment} >= '{first}' AND {moment} < '{end}')" for moment in MOMENTS[name] if first]
        span = " OR ".join([*within, f"coalesce({', '.join(MOMENTS[name])}) IS NULL"])
        found = " OR ".join(f"(shop, {day}) IN (FROM touched_days)" for day in days)
        rows = f"FROM (FROM {name} WHERE {span}) WHERE {found}"
        run.execute(f"CREATE OR REPLACE TEMP TABLE near_{name} AS SELECT {listed[name]} {rows}")
    if not set(_ORDERS) & words:
        return
    # An order and its sub-orders are looked at together, whatever their days.
    more = f"SELECT {KEY} FROM near_order_items ANTI JOIN near_orders USING ({KEY})"
    run.execute(f"INSERT INTO near_orders SELECT {listed['orders']} FROM orders SEMI JOIN ({more}) USING ({KEY})")
    whole = f"SELECT {KEY} FROM near_orders UNION SELECT {KEY} FROM near_order_items"
    rows = f"SELECT {listed['order_items']} FROM order_items SEMI JOIN ({whole}) USING ({KEY})"
    run.execute(f"CREATE OR REPLACE TEMP TABLE near_order_items AS {rows}")


def _columns(run: Cursor, table: str) -> list[str]:
    return [name for name, *_ in run.execute(f"DESCRIBE {table}").fetchall()]


def _read(words: Collection[str]) -> list[str]:
    """The tables of FEEDS in these words; of orders and sub-orders always both."""
    return [name for name in FEEDS if name in words or (name in _ORDERS and not set(_ORDERS).isdisjoint(words))]
