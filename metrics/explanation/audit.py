"""Audit: every fact of a span that two sources tell differently, with both amounts and the files that tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.formats.source import Source
from data.sources import SUBJECTS, source_named
from data.sources.service import service
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.agent_days import TOOL_DAYS
from metrics.catalogue.service.service import CS_SALES, INQUIRERS, RECEPTIONS
from metrics.definition.metric import Metric, Unit
from metrics.explanation.reconciliation import reconciled
from metrics.explanation.rival_formats import RIVALS, UNITS, compared, differing, rivals
from text import Text

TOLD_BY_TOOLS: Mapping[str, Metric] = {"receptions": RECEPTIONS, "inquirers": INQUIRERS, "sales": CS_SALES}

TOOLS = " UNION ALL ".join(
    f"""
    SELECT a.shop, a.day, '{name}' AS fact, a.source, b.source AS other, sum(a.{name}) AS one_sum,
      sum(b.{name}) AS other_sum
    FROM told AS a JOIN told AS b ON a.shop = b.shop AND a.day = b.day AND a.account = b.account
      AND a.believed < b.believed
    WHERE a.{name} <> b.{name} GROUP BY a.shop, a.day, a.source, b.source"""
    for name in TOLD_BY_TOOLS
)
TOOLS = f"WITH told AS (SELECT * FROM ({TOOL_DAYS.sql}) WHERE day BETWEEN $1 AND $2) SELECT * FROM ({TOOLS})"

NAMES = {tool.zh: tool for tool in service.TOOLS}

FILES = """
    SELECT DISTINCT file FROM parts JOIN batches USING (batch) WHERE withdrawn_at IS NULL AND list_contains(?, subject)
      AND ? BETWEEN coalesce(first_day, DATE '0001-01-01') AND coalesce(last_day, DATE '9999-12-31') ORDER BY file"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of a shop-day that two sources tell differently, and the files that tell it.

    `one` and `other` are what `source` and `rival` say, in `unit`.
    """

    shop: str
    day: date
    fact: Text
    source: Text
    one: Decimal
    rival: Text
    other: Decimal
    unit: Unit
    files: tuple[str, ...]


SPAN = """
    SELECT min(first_day), max(last_day) FROM parts JOIN batches USING (batch) WHERE withdrawn_at IS NULL"""


def whole_span(warehouse: Warehouse) -> Period | None:
    """All days of which the files tell; None without any."""
    ((first, last),) = warehouse.rows(SPAN)
    return Period(first, last) if first else None


def audited(warehouse: Warehouse, during: Period, of_shops: Sequence[str]) -> tuple[Difference, ...]:
    """What the sources tell differently of a period and some shops, by day, shop and fact."""
    return _in_order([*_checks(warehouse, during, of_shops), *told_twice(warehouse, during, of_shops)])


def told_twice(warehouse: Warehouse, during: Period, of_shops: Sequence[str]) -> tuple[Difference, ...]:
    """What two tools or two formats tell differently of one key: `audited()` without the checks of whole days."""
    found = [*_tools(warehouse, during), *_formats(warehouse, during)]
    return _in_order([each for each in found if each.shop in of_shops])


def _in_order(found: Sequence[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda each: (each.day, each.shop, each.fact.zh, each.source.zh, each.rival.zh)))


def _checks(warehouse: Warehouse, during: Period, of_shops: Sequence[str]) -> Iterator[Difference]:
    for each in reconciled(warehouse, during, of_shops):
        check = each.check
        # What tools differ by is told tool by tool.
        for pair in () if check.rare else each.off:
            files = _files(warehouse, check.subjects, pair.day)
            yield Difference(
                pair.shop, pair.day, check.label, check.one, pair.one, check.other, pair.other, Unit.YUAN, files
            )


def _tools(warehouse: Warehouse, during: Period) -> Iterator[Difference]:
    for shop, day, fact, source, rival, one, other in warehouse.rows(TOOLS, [during.first, during.last]):
        metric = TOLD_BY_TOOLS[fact]
        files = _files(warehouse, (service.SUBJECT.name,), day)
        yield Difference(shop, day, metric.label, NAMES[source], one, NAMES[rival], other, metric.unit, files)


def _formats(warehouse: Warehouse, during: Period) -> Iterator[Difference]:
    by_name = {subject.name: subject for subject in SUBJECTS}
    for name, formats in warehouse.rows(RIVALS):
        subject = by_name[name]
        if "source" not in subject.grain and subject.day:
            for of_platform in rivals(subject, formats):
                yield from _of_formats(warehouse, during, of_platform)


def _of_formats(warehouse: Warehouse, during: Period, formats: list[Source]) -> Iterator[Difference]:
    subject, columns = formats[0].subject, compared(formats)
    if not columns:
        return
    names = [source.name for source in formats]
    rows = warehouse.rows(differing(subject, columns), [during.first, during.last, names])
    for shop, day, fact, source, rival, one, other, _, files in rows:
        column = columns[fact]
        label = Text(f"{subject.title.zh}：{column.label.zh}", f"{subject.title.en}: {column.label.en}")
        first, second = (source_named(each).title for each in (source, rival))
        yield Difference(
            shop, day, label, first, Decimal(one), second, Decimal(other), UNITS[column.kind], tuple(files)
        )


def _files(warehouse: Warehouse, subjects: Sequence[str], day: date) -> tuple[str, ...]:
    return tuple(file for (file,) in warehouse.rows(FILES, [list(subjects), day]))
