"""A block against its Source: typed rows and problems, set-wise in SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.checking.casting import CastPlan, raw_sql, reasons, texts, typed_sql, with_plain_forms
from data.checking.outcome import CheckedBlock, Skipped
from data.checking.row_checks import cut_ids, has_doubles, keys_twice, one_day_of_span, repeated_rows, shifted_rows
from data.formats.kinds import BUYER, DAY, DURATION, ID, PERIOD, RATE
from data.formats.kinds.rates import doubtful
from data.formats.problem import LocatedProblem, Problem
from data.formats.problems import of_rows, of_tables
from data.formats.source import Column
from data.reading.workbook import Sheet
from data.recognition.assumptions import missing_values, of_shop
from data.recognition.block import Block, wan_headings
from data.recognition.context import Given, shop_of, year_of
from data.recognition.dates import days_in
from data.recognition.match import Match
from data.store.warehouse import Cursor
from text import Text, same

CELL_SHOWN = 60
"""Characters of a cell that a message repeats."""

MANY = 20_000
"""Rows from which on casting costs more than planning it."""

OFTEN = 20
"""Times that a text occurs, on average, in a column that is held as a list of its texts."""

SAME_ROW = Text("与前面一行完全相同", "the same as a row above it")


def check(run: Cursor, block: Block, match: Match, file: str, given: Given) -> CheckedBlock:
    """The typed rows of a block and its problems; `run` is a cursor whose temporary tables may be used."""
    constants, found = missing_values(block, match, file, given)
    plan = CastPlan(match, constants, frozenset(wan_headings(block)), year_of(block, file, given), given.shop_above)
    if any(one.problem.severity == "error" for one in found):
        return _left_out(block, match, found)
    run.register("texts", texts(plan, block.rows))
    run.execute(f"CREATE OR REPLACE TEMP VIEW raw AS {raw_sql(plan)}")
    plan, assumed = _without_a_guess(run, plan, block, file, given)
    found += assumed
    if doubts := list(_doubts(run, plan)):
        return _left_out(block, match, [*found, *doubts])
    typed = _typed(run, plan, block.rows.num_rows)
    run.register("typed", typed)
    run.execute("CREATE OR REPLACE TEMP TABLE refused (place BIGINT)")
    found += [*_notes(block, plan), *_of_cells(run, plan), *cut_ids(run, plan), *shifted_rows(run, block)]
    found += one_day_of_span(run, block, plan, file)
    repeated: list[Skipped] = []
    if has_doubles(run, plan):
        repeated = [Skipped(row, SAME_ROW) for row in repeated_rows(run, plan)]
        found += keys_twice(run, plan)
    refused = [place for (place,) in run.execute("SELECT DISTINCT place FROM refused").fetchall()]
    rows = typed.select([column.name for column in plan.present_columns])
    if refused:
        rows = rows.filter(pc.invert(pc.is_in(typed["place"], pa.array(refused, pa.int64()))))
    shops = tuple(sorted(rows["shop"].unique().drop_null().to_pylist()))
    count = block.rows.num_rows
    if match.source.matrix:
        ((count,),) = run.execute("SELECT count(*) FROM raw").fetchall()
    skipped = (*(_skipped(run, plan) if count > typed.num_rows else ()), *repeated)
    run.unregister("typed")
    run.unregister("texts")
    return CheckedBlock(match, shops, rows, count, len(refused) - len(repeated), skipped, tuple(found))


def _without_a_guess(
    run: Cursor, plan: CastPlan, block: Block, file: str, given: Given
) -> tuple[CastPlan, list[LocatedProblem]]:
    """The plan without the shop that is only assumed, where some rows name theirs: the others may be of any.

    Where none does, what was assumed is said.
    """
    column = next((name for name in ("shop", plan.match.source.shop_before_colon) if name in plan.match.places), None)
    of_department = plan.match.source.column("shop").default is not None
    shop, assumed = shop_of(block, file, given)
    if column is None or of_department or not assumed:
        return plan, []
    named = "shop IS NOT NULL" if column == "shop" else f"contains({column}, ':')"
    if not run.execute(f"SELECT coalesce(bool_or({named}), false) FROM raw WHERE why = 0").fetchall()[0][0]:
        return plan, of_shop(shop, assumed) if shop else []
    return replace(plan, constants={name: text for name, text in plan.constants.items() if name != "shop"}), []


def _typed(run: Cursor, plan: CastPlan, rows: int) -> pa.Table:
    """The typed rows; many go straight into Arrow, few through a table, for which the database plans less."""
    if rows > MANY:
        run.execute(f"CREATE TEMP VIEW cast_rows AS {typed_sql(plan)}")
    else:
        _cast_few(run, plan)
    hashed = [column.name for column in plan.cast if column.kind is BUYER]
    packed = ", ".join(f"{name}::BLOB AS {name}" for name in hashed)
    typed = run.sql(f"SELECT * {f'REPLACE ({packed})' if packed else ''} FROM cast_rows").to_arrow_table()
    for at, column in enumerate(typed.columns):
        name = typed.column_names[at]
        if name in hashed:
            typed = typed.set_column(at, name, _hashes(column))
        elif rows > MANY and _repeats(column):
            typed = typed.set_column(at, name, column.dictionary_encode())
    return typed


def _repeats(column: pa.ChunkedArray) -> bool:
    """Whether the first texts of a column are few values again and again, so that a list of them takes less memory."""
    first = column.slice(0, MANY)
    return pa.types.is_string(column.type) and len(first.unique()) * OFTEN < len(first)


def _cast_few(run: Cursor, plan: CastPlan) -> None:
    """Cast as though every text had a plain form, and again in full the columns in which one has not."""
    plain = with_plain_forms(plan)
    run.execute(f"CREATE TEMP TABLE cast_rows AS {typed_sql(plan, plain)}")
    ((bad,),) = run.execute("SELECT coalesce(bit_or(bad), 0) FROM cast_rows").fetchall()
    enough = [column for bit, column in enumerate(plan.cast) if column in plain and not bad & 1 << bit]
    if len(enough) < len(plain):
        run.execute(f"CREATE OR REPLACE TEMP TABLE cast_rows AS {typed_sql(plan, enough)}")


def _hashes(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Hashes of 16 bytes as the database takes them in at once; written out, each would be spelt and read again."""
    chunks = column.cast(pa.binary(16)).chunks
    return pa.chunked_array([pa.ExtensionArray.from_storage(pa.uuid(), chunk) for chunk in chunks], pa.uuid())


def _left_out(block: Block, match: Match, found: Sequence[LocatedProblem]) -> CheckedBlock:
    rows = block.rows.num_rows
    return CheckedBlock(match, (), pa.table({}), rows, rows, (), tuple(found))


def _doubts(run: Cursor, plan: CastPlan) -> Iterator[LocatedProblem]:
    """The rates of which nothing says whether they are points or shares."""
    columns = [column for column in plan.cast if column.name in plan.read and plan.kind_of(column) is RATE]
    if not columns or plan.match.source.rates_are_shares:
        return
    columns_sql = ", ".join(f"{doubtful(column.name)}, max({column.name})" for column in columns)
    counts = run.execute(f"SELECT {columns_sql} FROM raw WHERE why = 0").fetchall()[0]
    for column, is_open, example in zip(columns, counts[::2], counts[1::2], strict=True):
        if is_open:
            values = {"points": same(f"{float(example):g}%"), "share": same(f"{float(example):.0%}")}
            yield LocatedProblem(of_tables.SCALE_NEEDED, None, plan.match.headings[column.name], example, values)


def _notes(block: Block, plan: CastPlan) -> Iterator[LocatedProblem]:
    if plan.match.mapping:
        yield LocatedProblem(of_tables.AS_MAPPED, arguments={"title": plan.match.source.title})
    if plan.match.left_over:
        named = "、".join(heading.strip() for heading in plan.match.left_over)
        yield LocatedProblem(of_tables.HEADINGS_NOT_STORED, arguments={"headings": same(named)})
    if plan.in_wan & {*plan.match.places.values(), *plan.match.spread}:
        yield LocatedProblem(of_tables.IN_WAN)
    long = [column.name for column in plan.cast if plan.kind_of(column) is not column.kind is DURATION]
    if long:
        named = "、".join(plan.match.headings[name] for name in long)
        yield LocatedProblem(of_tables.IN_MINUTES, arguments={"headings": same(named)})
    if block.sheet.odd_bytes:
        yield LocatedProblem(of_tables.ODD_BYTES)
    yield from _cells_without_value(block.sheet)


def _cells_without_value(sheet: Sheet) -> Iterator[LocatedProblem]:
    for problem, places, count in (
        (of_tables.ERROR_CELLS, sheet.errors, sheet.error_cells),
        (of_tables.UNCACHED, sheet.uncached, sheet.uncached_formulas),
    ):
        if count:
            more = "…" if count > len(places) else ""
            yield LocatedProblem(problem, arguments={"count": count, "places": same("、".join(places) + more)})


def _skipped(run: Cursor, plan: CastPlan) -> list[Skipped]:
    why = [reason for _, reason in reasons(plan)]
    rows = run.execute("SELECT row, why FROM raw WHERE why > 0 ORDER BY place").fetchall()
    return [Skipped(row, why[number - 1]) for row, number in rows]


def _of_cells(run: Cursor, plan: CastPlan) -> Iterator[LocatedProblem]:
    """The cells that hold no value of their kind, and the needed ones that hold none at all."""
    bad, absent = run.execute("SELECT coalesce(bit_or(bad), 0), coalesce(bit_or(absent), 0) FROM typed").fetchall()[0]
    for bit, column in enumerate(plan.cast):
        if bad & 1 << bit:
            places = f"SELECT place FROM typed WHERE bad & {1 << bit} > 0"
            yield from _refuse(run, plan, column, places)
        if absent & 1 << bit:
            places = f"SELECT place FROM typed WHERE absent & {1 << bit} > 0"
            yield from _refuse(run, plan, column, places)


def _refuse(run: Cursor, plan: CastPlan, column: Column, places: str) -> Iterator[LocatedProblem]:
    run.execute(f"INSERT INTO refused {places}")
    text = column.name if column.name in plan.read else "NULL"
    heading = plan.match.headings.get(column.name, column.label.zh)
    for row, value in run.execute(f"SELECT row, {text} FROM raw WHERE place IN ({places}) ORDER BY place").fetchall():
        shown = None if value is None else value[:CELL_SHOWN]
        yield LocatedProblem(
            _problem_of(plan, column, value), row, heading, shown, arguments={"expects": column.kind.expects}
        )


def _problem_of(plan: CastPlan, column: Column, value: str | None) -> Problem:
    if value is None and column.name == "shop":
        return of_rows.SHOP_BLANK if "shop" in plan.match.places else of_tables.SHOP_NEEDED
    if value is None:
        return of_rows.MISSING_VALUE
    if column.kind is ID:
        return of_rows.ID_DAMAGED
    if column.kind is DAY and (any(mark in value for mark in "~～至") or len(days_in(value)) > 1):
        return of_rows.SPAN_IN_CELL
    if column.kind is PERIOD and "月" in value and "20" not in value:
        return of_rows.YEAR_NEEDED
    return of_rows.BAD_CELL
