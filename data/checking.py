"""A block against its Source: typed rows and problems, set-wise in SQL."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from data.casting import Plan, raw_sql, reasons, texts, typed_sql
from data.context import Given, days_in, year_of
from data.kinds import DAY, DURATION, ID, PERIOD
from data.matching import Match
from data.problem import Found, Problem
from data.problems import of_rows, of_tables
from data.recognition import Block, wan_headings
from data.row_checks import cut_ids, keys_twice, one_day_of_span, repeated_rows, shifted_rows
from data.source import Column
from data.unsaid import unsaid
from data.warehouse import Cursor
from text import Text, same

CELL_SHOWN = 60
"""Characters of a cell that a message repeats."""

SAME_ROW = Text("与前面一行完全相同", "the same as a row above it")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that holds no fact of its own, and why."""

    row: int
    why: Text


@dataclass(frozen=True, slots=True)
class Checked:
    """A block that was read: `rows` (typed, by declared column) and what stood in the way.

    `count` is the number of facts in the block, skipped and refused ones included; in a matrix a filled cell is one.
    """

    match: Match
    shops: tuple[str, ...]
    rows: pa.Table
    count: int
    rejected: int
    skipped: tuple[Skipped, ...]
    problems: tuple[Found, ...]


def check(run: Cursor, block: Block, match: Match, file: str, given: Given) -> Checked:
    """The typed rows of a block and its problems; `run` is a cursor whose temporary tables may be used."""
    constants, found = unsaid(block, match, file, given)
    plan = Plan(match, constants, frozenset(wan_headings(block)), year_of(block, file, given))
    if any(one.problem.severity == "error" for one in found):
        return Checked(match, (), pa.table({}), block.rows.num_rows, block.rows.num_rows, (), tuple(found))
    run.register("texts", texts(plan, block.rows))
    run.execute(f"CREATE OR REPLACE TEMP VIEW raw AS {raw_sql(plan)}")
    run.execute(f"CREATE OR REPLACE TEMP TABLE typed AS {typed_sql(plan)}")
    run.execute("CREATE OR REPLACE TEMP TABLE refused (place BIGINT)")
    found += [*_notes(block, plan), *_of_cells(run, plan), *cut_ids(run, plan), *shifted_rows(run, block)]
    found += one_day_of_span(run, block, plan, file)
    repeated = [Skipped(row, SAME_ROW) for row in repeated_rows(run, plan)]
    found += keys_twice(run, plan)
    names = ", ".join(column.name for column in plan.told)
    rows = run.sql(f"SELECT {names} FROM typed ANTI JOIN refused USING (place)").to_arrow_table()
    shops = tuple(sorted(rows["shop"].unique().drop_null().to_pylist()))
    ((count,),) = run.execute("SELECT count(*) FROM raw").fetchall()
    ((refused,),) = run.execute("SELECT count(DISTINCT place) FROM refused").fetchall()
    skipped = (*_skipped(run, plan), *repeated)
    run.unregister("texts")
    return Checked(match, shops, rows, count, refused - len(repeated), skipped, tuple(found))


def _notes(block: Block, plan: Plan) -> Iterator[Found]:
    if plan.match.left_over:
        named = "、".join(heading.strip() for heading in plan.match.left_over)
        yield Found(of_tables.HEADINGS_NOT_STORED, said={"headings": same(named)})
    if plan.in_wan & {*plan.match.places.values(), *plan.match.spread}:
        yield Found(of_tables.IN_WAN)
    long = [column.name for column in plan.cast if plan.kind_of(column) is not column.kind is DURATION]
    if long:
        named = "、".join(plan.match.headings[name] for name in long)
        yield Found(of_tables.IN_MINUTES, said={"headings": same(named)})
    if block.sheet.odd_bytes:
        yield Found(of_tables.ODD_BYTES)


def _skipped(run: Cursor, plan: Plan) -> list[Skipped]:
    why = [reason for _, reason in reasons(plan)]
    rows = run.execute("SELECT row, why FROM raw WHERE why > 0 ORDER BY place").fetchall()
    return [Skipped(row, why[number - 1]) for row, number in rows]


def _of_cells(run: Cursor, plan: Plan) -> Iterator[Found]:
    """The cells that hold no value of their kind, and the needed ones that hold none at all."""
    bad, absent = run.execute("SELECT coalesce(bit_or(bad), 0), coalesce(bit_or(absent), 0) FROM typed").fetchall()[0]
    for bit, column in enumerate(plan.cast):
        if bad & 1 << bit:
            places = f"SELECT place FROM typed WHERE bad & {1 << bit} > 0"
            yield from _refuse(run, plan, column, places)
        if absent & 1 << bit:
            places = f"SELECT place FROM typed WHERE absent & {1 << bit} > 0"
            yield from _refuse(run, plan, column, places)


def _refuse(run: Cursor, plan: Plan, column: Column, places: str) -> Iterator[Found]:
    run.execute(f"INSERT INTO refused {places}")
    text = column.name if column.name in plan.read else "NULL"
    heading = plan.match.headings.get(column.name, column.label.zh)
    for row, value in run.execute(f"SELECT row, {text} FROM raw WHERE place IN ({places}) ORDER BY place").fetchall():
        shown = None if value is None else value[:CELL_SHOWN]
        yield Found(_problem_of(column, value), row, heading, shown, said={"expects": column.kind.expects})


def _problem_of(column: Column, value: str | None) -> Problem:
    if value is None:
        return of_tables.SHOP_NEEDED if column.name == "shop" else of_rows.MISSING_VALUE
    if column.kind is ID:
        return of_rows.ID_DAMAGED
    if column.kind is DAY and (any(mark in value for mark in "~～至") or len(days_in(value)) > 1):
        return of_rows.SPAN_IN_CELL
    if column.kind is PERIOD and "月" in value and "20" not in value:
        return of_rows.YEAR_NEEDED
    return of_rows.BAD_CELL
