"""What can be wrong with whole rows: ids cut short, rows shifted by a comma, the same record twice."""

from collections.abc import Iterator

from data.checking.casting import CastPlan
from data.formats.cleaning import BLANK
from data.formats.kinds import ID
from data.formats.problem import LocatedProblem
from data.formats.problems import of_rows, of_tables
from data.formats.quoting import quoted
from data.recognition.block import Block
from data.recognition.context import span_of
from data.store.warehouse import Cursor
from text import same

KEPT_DIGITS = 15
"""A spreadsheet program keeps this many digits of a number typed into it and fills up with zeros."""

SHORTEST = 17
BY_CHANCE = 10
"""How many times more ids than chance explains must end in such zeros before they are taken as cut."""


def cut_ids(run: Cursor, plan: CastPlan) -> Iterator[LocatedProblem]:
    """Long ids whose digits after the fifteenth are all zeros, where there are more of them than chance explains."""
    for column in plan.cast:
        if column.kind is not ID or column.name not in plan.read:
            continue
        long = f"regexp_full_match({column.name}, '\\d{{{SHORTEST},}}')"
        # The end alone is looked at first: it is far cheaper than the pattern.
        end = f"suffix({column.name}, '{'0' * (SHORTEST - KEPT_DIGITS)}')"
        cut = f"{end} AND regexp_full_match({column.name}, '\\d{{{KEPT_DIGITS}}}0{{{SHORTEST - KEPT_DIGITS},}}')"
        chance = f"coalesce(sum(power(10, {KEPT_DIGITS} - length({column.name}))), 0)"
        ((seen,),) = run.execute(f"SELECT count(*) FROM typed WHERE {cut}").fetchall()
        if not seen:
            continue
        ((expected,),) = run.execute(f"SELECT {chance} FROM typed WHERE {long}").fetchall()
        if seen > BY_CHANCE * expected:
            run.execute(f"INSERT INTO refused SELECT place FROM typed WHERE {cut}")
            heading = plan.match.headings[column.name]
            for row, value in run.execute(
                f"SELECT row, {column.name} FROM typed WHERE {cut} ORDER BY place"
            ).fetchall():
                yield LocatedProblem(of_rows.ID_DAMAGED, row, heading, value)


def one_day_of_span(run: Cursor, block: Block, plan: CastPlan, file: str) -> Iterator[LocatedProblem]:
    """All rows, where they carry one date but the title or the file's name says that they add up several days."""
    days = span_of(block, file) if plan.match.source.totals_of_span and "day" in plan.read else []
    if len(days) < 2:
        return
    ((carried,),) = run.execute("SELECT count(DISTINCT day) FROM typed ANTI JOIN refused USING (place)").fetchall()
    if carried == 1:
        run.execute("INSERT INTO refused SELECT place FROM typed")
        yield LocatedProblem(
            of_tables.SPAN_NOT_DAY, arguments={"first": same(str(min(days))), "last": same(str(max(days)))}
        )


def shifted_rows(run: Cursor, block: Block) -> Iterator[LocatedProblem]:
    """Rows of a text file that are wider than its header: a comma inside a value has pushed their cells aside."""
    width = max((at for at, text in enumerate(block.header) if text), default=0) + 1
    beyond = [name for name in block.rows.column_names[1:] if int(name[1:]) >= width]
    if block.sheet.name or not beyond:
        return
    texts = ", ".join(f"nullif(trim({name}, {quoted(BLANK)}), '')" for name in beyond)
    run.register("cells", block.rows)
    rows = run.execute(
        f"SELECT row, concat_ws('、', {texts}) AS extra FROM cells WHERE extra <> '' ORDER BY row"
    ).fetchall()
    run.execute(
        f"INSERT INTO refused SELECT place FROM typed JOIN cells USING (row) WHERE concat_ws('', {texts}) <> ''"
    )
    run.unregister("cells")
    for row, extra in rows:
        yield LocatedProblem(of_rows.SHIFTED_ROW, row, None, extra)


def has_doubles(run: Cursor, plan: CastPlan) -> bool:
    """Whether any two rows that are not refused have one key."""
    key = ", ".join(plan.match.source.subject.grain)
    rows, keys = run.execute(
        f"SELECT count(*), count(DISTINCT hash({key})) FROM typed ANTI JOIN refused USING (place)"
    ).fetchall()[0]
    return rows > keys


def repeated_rows(run: Cursor, plan: CastPlan) -> list[int]:
    """Refuse all but the first of rows that are equal in every column that is read; their numbers."""
    names = ", ".join(column.name for column in plan.cast)
    run.execute(
        "CREATE OR REPLACE TEMP TABLE repeated AS SELECT place, row FROM typed ANTI JOIN refused USING (place)"
        f" QUALIFY row_number() OVER (PARTITION BY {names} ORDER BY place) > 1"
    )
    run.execute("INSERT INTO refused SELECT place FROM repeated")
    return [row for (row,) in run.execute("SELECT row FROM repeated ORDER BY place").fetchall()]


def keys_twice(run: Cursor, plan: CastPlan) -> Iterator[LocatedProblem]:
    """Rows of one key and different content: nobody can tell which is right, so none of them is taken."""
    grain = plan.match.source.subject.grain
    key, shown = ", ".join(grain), ", ".join(f"{name}::VARCHAR" for name in grain)
    run.execute(
        f"CREATE OR REPLACE TEMP TABLE doubles AS SELECT place, row, min(row) OVER (PARTITION BY {key}) AS first_row,"
        f" max(row) OVER (PARTITION BY {key}) AS last_row, concat_ws(' ', {shown}) AS shown"
        f" FROM typed ANTI JOIN refused USING (place) QUALIFY count(*) OVER (PARTITION BY {key}) > 1"
    )
    run.execute("INSERT INTO refused SELECT place FROM doubles")
    for row, first, last, value in run.execute(
        "SELECT row, first_row, last_row, shown FROM doubles ORDER BY place"
    ).fetchall():
        yield LocatedProblem(of_rows.KEY_TWICE, row, None, value, arguments={"other": last if row == first else first})
