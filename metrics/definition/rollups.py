"""Rollups as they are declared beside the facts they are made of: what a warehouse works out ahead of questions."""

from dataclasses import dataclass

from metrics.definition.facts import Facts
from metrics.definition.metric import Metric


@dataclass(frozen=True, slots=True)
class Materialized:
    """A query whose rows stand in the table `name`: wherever it stands in another query, the table can stand for it.

    With `by_day` each row depends on its own shop-day alone; else rows depend on each other, or are few, and all of
    them are worked out after every change of a table that the query names.
    """

    name: str
    sql: str
    by_day: bool = False


@dataclass(frozen=True, slots=True)
class DailySums:
    """Facts of single orders, of which the table `name` holds each shop-day's sums and counts."""

    name: str
    facts: Facts


Declared = Materialized | DailySums


@dataclass(frozen=True, slots=True, eq=False)
class Rollups:
    """What a program has its warehouses keep: the declarations, and the metrics whose sums and counts are wanted.

    `subjects` and `books` are the tables of the warehouse, of imported rows and of the board's own records.
    """

    declared: tuple[Declared, ...]
    metrics: tuple[Metric, ...]
    subjects: tuple[str, ...]
    books: frozenset[str]
