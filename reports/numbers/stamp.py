"""Stamp: which files and which import a week rests on, until when, and by which definitions."""

from hashlib import sha256

from data.sources import source_named
from metrics.catalogue import METRICS
from metrics.judgement.rules import Rulebook
from reports.numbers.query import WeekQuery, once
from reports.slide.stamp import Stamp

_FILES = """
    SELECT source, max(last_day) AS until
    FROM parts JOIN batches USING (batch)
    WHERE withdrawn_at IS NULL AND first_day <= ? AND last_day >= ?
    GROUP BY source ORDER BY count(*) DESC, source"""


@once
def stamp(query: WeekQuery) -> Stamp:
    """The stamp of a week."""
    newest = query.warehouse.rows(
        "SELECT name, imported_at FROM batches WHERE withdrawn_at IS NULL ORDER BY imported_at DESC, batch DESC LIMIT 1"
    )
    batch, imported_at = newest[0] if newest else (None, None)
    files = query.warehouse.rows(_FILES, [query.week.last, query.week.first])
    titles = tuple(dict.fromkeys(source_named(source).title for source, _ in files))
    until = max((min(last, query.week.last) for _, last in files), default=None)
    return Stamp(until, batch, imported_at, titles, version(query.book))


def version(book: Rulebook) -> str:
    """Six characters that name the formulas and rules in force."""
    formulas = [(metric.name, metric.value, metric.facts.sql, repr(book.get(metric.name, ()))) for metric in METRICS]
    return sha256(repr(formulas).encode()).hexdigest()[:6]
