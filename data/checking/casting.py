"""The SQL that turns a block's cells into typed rows, written from its Source."""

import re
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pyarrow as pa

from data.formats.cleaning import plain
from data.formats.heading import in_minutes
from data.formats.kinds import DAY, DURATION, MINUTES, MONEY, PERIOD, PLANNED, POINTS, RATE, SHARE, WAN
from data.formats.kinds.kind import Kind
from data.formats.mapping import RateScale
from data.formats.quoting import quoted
from data.formats.source import TOTALS, Column, Skip
from data.reading.cells import GROUP
from data.recognition.match import Match
from text import Text

NOTES = ("注：", "注:", "说明：", "说明:", "备注：")
PARTS_OF_TOTALS = ("计", "总", "均")
"""Every word for a total holds one of these; looking for them first costs next to nothing."""

TOTAL = Text("合计行或说明行", "a total or a note")
REPEATED_HEADER = Text("重复的表头", "the header again")
NOTHING_READ = Text("没有可读的格子", "no cell of it is read")
AT_ONCE = 2
"""Columns that are cleaned at once: Arrow leaves other threads to work meanwhile."""

ISO_DAY = re.compile(r"20[0-8]\d-\d\d-\d\d")
"""A day as names and titles are read, which is one of its plain forms."""

MONTH_ONLY = r"'^(1[0-2]|0?[1-9])月份?$'"


SCALED: dict[RateScale | None, Kind] = {RateScale.POINTS: POINTS, RateScale.SHARE: SHARE}


@dataclass(frozen=True, slots=True)
class CastPlan:
    """How a block is read: its match, and what its rows do not say (`constants`: column name -> text).

    With `shop_above` a shop's cell that is empty holds what the one above it does.
    """

    match: Match
    constants: Mapping[str, str]
    in_wan: frozenset[str]
    year: str | None
    shop_above: bool = False

    @property
    def read(self) -> tuple[str, ...]:
        """The names of the columns that the sheet itself holds."""
        matrix = self.match.source.matrix
        spread = (matrix.into, matrix.value) if matrix else ()
        return (*self.match.places, *(name for name in spread if name not in self.match.places))

    @property
    def shop_before_colon(self) -> str:
        """The column whose texts begin with the shop's name, if there is one: an account such as 店铺:小满."""
        account = self.match.source.shop_before_colon
        return account if account in self.read else ""

    @property
    def cast(self) -> tuple[Column, ...]:
        """The columns whose value comes from a text: read, spread, constant or by default."""
        held = {"shop", *self.read, *self.constants}
        return tuple(
            column
            for column in self.match.source.columns
            if not column.derived and (column.default is not None or column.name in held)
        )

    @property
    def derived(self) -> tuple[Column, ...]:
        """The columns computed from the others."""
        return tuple(column for column in self.match.source.columns if column.derived)

    @property
    def present_columns(self) -> tuple[Column, ...]:
        """The columns that the sheet says anything about; others stay as they are stored."""
        return (*self.cast, *filter(self._is_present, self.derived))

    def kind_of(self, column: Column) -> Kind:
        """The column's kind in the unit that its heading or a title names."""
        if column.kind in (MONEY, PLANNED) and self._is_in_wan(column):
            return WAN
        if column.kind is DURATION and in_minutes(self.match.headings.get(column.name, "")):
            return MINUTES
        if column.kind is RATE and self.match.mapping:
            return SCALED.get(self.match.mapping.scales.get(column.name), RATE)
        return column.kind

    def otherwise(self, column: Column) -> str | None:
        """The text that counts where a row has none."""
        return self.constants.get(column.name, column.default)

    def _is_in_wan(self, column: Column) -> bool:
        matrix = self.match.source.matrix
        if matrix and column.name == matrix.value:
            return self.in_wan.issuperset(self.match.spread)
        return self.match.places.get(column.name) in self.in_wan

    def _is_present(self, column: Column) -> bool:
        if not column.derived:
            return column in self.cast
        words = set(re.findall(r"\w+", column.derived)) - {column.name}
        parts = [other for other in self.match.source.columns if other.name in words]
        return column.name in self.match.source.subject.grain or not parts or any(map(self._is_present, parts))


def texts(plan: CastPlan, rows: pa.Table) -> pa.Table:
    """The cells that are read as plain texts: `row`, the columns by name, and a matrix's cells by their own."""
    names = {**plan.match.places, **{cell: cell for cell in plan.match.spread}}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        columns = list(threads.map(lambda cell: plain(rows[cell]), names.values()))
    found = pa.table({"row": rows["row"], **dict(zip(names, columns, strict=True))})
    return pa.Table.from_batches(found.to_batches(max_chunksize=GROUP), found.schema)


def raw_sql(plan: CastPlan) -> str:
    """`texts` with `place` (unique) and `why`: the number of a reason to skip the row, or 0; a matrix cell by cell."""
    rows = _read_rows(plan)
    if not (plan.shop_above and "shop" in plan.match.places):
        return rows
    above = "last_value(shop IGNORE NULLS) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
    return f"SELECT * REPLACE ({above} AS shop) FROM ({rows})"


def _read_rows(plan: CastPlan) -> str:
    match, matrix = plan.match, plan.match.source.matrix
    worded = [_worded(match.source.column(name), name) for name in match.places]
    if not matrix:
        return f"SELECT *, {_why(plan)} AS why FROM (SELECT row, row::BIGINT AS place, {', '.join(worded)} FROM texts)"
    cells = ", ".join(
        f"{{heading: {quoted(heading)}, text: {cell}, number: {number}}}"
        for number, (cell, heading) in enumerate(match.spread.items())
    )
    worded += [_worded(match.source.column(matrix.into), "spread.heading")]
    worded += [_worded(match.source.column(matrix.value), "spread.text")]
    return (
        f"SELECT *, {_why(plan)} AS why FROM (SELECT row, row::BIGINT * {len(match.spread)} + spread.number AS place,"
        f" {', '.join(worded)} FROM (SELECT *, unnest([{cells}]) AS spread FROM texts))"
        f" WHERE {matrix.value} IS NOT NULL"
    )


def _worded(column: Column, text: str) -> str:
    if not column.words:
        return f"{text} AS {column.name}"
    meanings = {word: "NULL" if meant is None else quoted(meant) for word, meant in column.words.items()}
    cases = " ".join(f"WHEN {quoted(word)} THEN {meant}" for word, meant in meanings.items())
    return f"CASE {text} {cases} ELSE {text} END AS {column.name}"


def reasons(plan: CastPlan) -> list[tuple[str, Text]]:
    """The conditions under which a row is skipped, as SQL over the cleaned texts, each with its reason."""
    source, places = plan.match.source, plan.match.places
    found = [(_skip_sql(skip), skip.why) for skip in source.skip_rows if skip.column in places]
    for name in source.subject.grain:
        if name in places:
            starts = " OR ".join(f"starts_with({name}, {quoted(note)})" for note in NOTES)
            found.append((f"{_total_sql(name)} OR {starts}", TOTAL))
    headings = {name: plan.match.headings[name].strip() for name in list(places)[:2]}
    found.append((" AND ".join(f"{name} = {quoted(heading)}" for name, heading in headings.items()), REPEATED_HEADER))
    found.append((" AND ".join(f"{name} IS NULL" for name in places), NOTHING_READ))
    return found


def _total_sql(name: str) -> str:
    """Whether a text is a word for a total, such as 合计, 总 计：, 团队合计 or 合计3条记录."""
    maybe = " OR ".join(f"contains({name}, {quoted(part)})" for part in PARTS_OF_TOTALS)
    words = f"({'|'.join(TOTALS)}|.*(合计|总计|小计)([0-9]+条记录)?)"
    return f"(({maybe}) AND regexp_full_match(regexp_replace({name}, '[\\s\u3000：:]', '', 'g'), {quoted(words)}))"


def _skip_sql(skip: Skip) -> str:
    if skip.match == "blank":
        return f"{skip.column} IS NULL"
    if skip.match == "is":
        return f"{skip.column} IN ({_listed(skip.words)})"
    function = {"starts": "starts_with", "contains": "contains"}[skip.match]
    return " OR ".join(f"{function}({skip.column}, {quoted(word)})" for word in skip.words)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(quoted(word) for word in words)


def _why(plan: CastPlan) -> str:
    cases = " ".join(f"WHEN {test} THEN {number}" for number, (test, _) in enumerate(reasons(plan), start=1))
    return f"CASE {cases} ELSE 0 END"


def with_plain_forms(plan: CastPlan) -> tuple[Column, ...]:
    """The columns that are read and of a kind of which most texts have a plain form."""
    return tuple(column for column in plan.cast if column.name in plan.read and plan.kind_of(column).plain_sql)


def typed_sql(plan: CastPlan, plain: Collection[Column] = ()) -> str:
    """Cleaned texts to values; `bad` has the bit of each column (in `cast` order) whose text is no value,
    `absent` that of each needed column without one. Of the `plain` columns only plain forms are values."""
    columns = plan.cast
    values = ", ".join(f"{value_sql(plan, column, column in plain)} AS v_{column.name}" for column in columns)
    named = ", ".join([f"v_{column.name} AS {column.name}" for column in columns] + _absent_columns(plan))
    bad = _bits(
        f"{column.name} IS NOT NULL AND v_{column.name} IS NULL" if column.name in plan.read else ""
        for column in columns
    )
    absent = _bits(_absent(plan, column) if column.needed or column.name == "shop" else "" for column in columns)
    derived = "".join(f", {column.derived} AS {column.name}" for column in plan.derived)
    return (
        f"SELECT *{derived} FROM (SELECT row, place, {bad} AS bad, {absent} AS absent, {named}"
        f" FROM (SELECT *, {values} FROM raw WHERE why = 0))"
    )


def _absent_columns(plan: CastPlan) -> list[str]:
    """Empty columns in the place of those that the sheet lacks, for the derived ones to look at."""
    if not plan.derived:
        return []
    cast = plan.cast
    lacking = (column for column in plan.match.source.columns if not column.derived and column not in cast)
    return [f"NULL::{column.kind.sql_type} AS {column.name}" for column in lacking]


def _absent(plan: CastPlan, column: Column) -> str:
    return f"v_{column.name} IS NULL" + (f" AND {column.name} IS NULL" if column.name in plan.read else "")


def _bits(conditions: Iterable[str]) -> str:
    found = [f"CASE WHEN {test} THEN {1 << bit} ELSE 0 END" for bit, test in enumerate(conditions) if test]
    return f"({' + '.join(found) or '0'})::BIGINT"


def value_sql(plan: CastPlan, column: Column, plain: bool = False) -> str:
    """SQL for a column's value from its cleaned text, else its constant, else its default."""
    if column.name in plan.read:
        return plan.kind_of(column).cast(_cell(plan, column), plain)
    if column.name == "shop" and plan.shop_before_colon:
        account = plan.shop_before_colon
        constant = _literal(plan.otherwise(column))
        return f"CASE WHEN contains({account}, ':') THEN split_part({account}, ':', 1) ELSE {constant} END"
    return _constant(plan.kind_of(column), plan.otherwise(column))


def _cell(plan: CastPlan, column: Column) -> str:
    otherwise = plan.otherwise(column)
    cell = column.name if otherwise is None else f"coalesce({column.name}, {_literal(otherwise)})"
    if column.kind is PERIOD and plan.year:
        dated = f"{quoted(plan.year + '年')} || {cell}"
        return f"(CASE WHEN regexp_matches({cell}, {MONTH_ONLY}) THEN {dated} ELSE {cell} END)"
    return cell


def _constant(kind: Kind, text: str | None) -> str:
    if not text:
        return f"{_literal(text)}::{kind.sql_type}"
    return f"({kind.cast(f'({_literal(text)})', kind is DAY and bool(ISO_DAY.fullmatch(text)))})::{kind.sql_type}"


def _literal(text: str | None) -> str:
    return "NULL" if text is None else quoted(text)
