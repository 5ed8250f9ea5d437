"""Amounts and counts that two formats tell differently of one key: what each said in its newest file."""

from collections.abc import Mapping

from data.formats.kinds import COUNT, MONEY, PLANNED, WAN
from data.formats.source import Column, Source
from data.formats.subject import Subject
from data.sources import SOURCES
from data.store.living import equal
from metrics.definition.metric import Unit

UNITS = {MONEY: Unit.YUAN, WAN: Unit.YUAN, PLANNED: Unit.YUAN, COUNT: Unit.COUNT}

RIVALS = """
    SELECT subject, list_sort(list(DISTINCT source)) FROM parts JOIN batches USING (batch) WHERE withdrawn_at IS NULL
    GROUP BY subject HAVING count(DISTINCT source) > 1 ORDER BY subject"""
"""SQL for the subjects that more than one format tells of, and those formats' names."""


def rivals(subject: Subject, names: list[str]) -> list[list[Source]]:
    """A subject's formats of those names that may tell of one key: those of one platform, where there are several."""
    by_platform: dict[str, list[Source]] = {}
    for source in SOURCES:
        if source.subject is subject and source.name in names:
            platform = next((column.derived for column in source.columns if column.name == "platform"), "")
            by_platform.setdefault(platform, []).append(source)
    return [formats for formats in by_platform.values() if len(formats) > 1]


def compared(formats: list[Source]) -> Mapping[str, Column]:
    """The columns that at least two of some formats of a subject hold and that can be added up, by name."""
    held: dict[str, list[Column]] = {}
    subject = formats[0].subject
    for source in formats:
        for column in source.columns:
            if column.kind in UNITS and not column.derived and column.name not in subject.grain:
                held.setdefault(column.name, []).append(column)
    return {name: columns[0] for name, columns in held.items() if len(columns) > 1}


def differing(subject: Subject, columns: Mapping[str, Column]) -> str:
    """SQL for what formats of the names $3 tell differently of the days from $1 to $2, a row a shop-day and column.

    Its columns: shop, day, the fact's column, both formats' names, both sums, how many keys differ, and the files.
    """
    keys = ", ".join(f"h.{name}" for name in subject.grain)
    values = ", ".join(f"arg_max(h.{name}, h.part) AS {name}" for name in columns)
    each = " UNION ALL ".join(
        f"SELECT shop, day, '{name}' AS fact, source, other, sum({name}) AS one_sum, sum(other_{name}) AS other_sum,"
        " count(*) AS keys, list_sort(list_distinct(flatten(list([file, other_file])))) AS files"
        f" FROM met WHERE {name} <> other_{name} GROUP BY shop, day, source, other"
        for name in columns
    )
    others = ", ".join(f"b.{name} AS other_{name}" for name in columns)
    return f"""
    WITH told AS (
      SELECT {keys}, parts.source, max(({subject.day})::DATE) AS of_day, {values}, arg_max(parts.file, h.part) AS file
      FROM {subject.name}_history AS h JOIN parts USING (part) JOIN batches USING (batch)
      WHERE withdrawn_at IS NULL AND ({subject.day})::DATE BETWEEN $1 AND $2 AND list_contains($3, parts.source)
      GROUP BY ALL),
    met AS (
      SELECT a.shop, a.of_day AS day, a.source, b.source AS other, a.file, b.file AS other_file,
        {", ".join(f"a.{name}" for name in columns)}, {others}
      FROM told AS a JOIN told AS b ON {equal("a", "b", subject.grain)} AND a.source < b.source)
    SELECT * FROM ({each}) ORDER BY ALL"""
