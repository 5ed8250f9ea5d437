"""Lineage: which columns of which files a metric is made of, as the database plans to read them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from data.sources import SOURCES, SUBJECTS
from data.store.board import SCHEMA, in_memory
from data.store.warehouse import Warehouse
from metrics.definition.metric import Metric
from text import Text

ALWAYS = ("shop", "day", "platform")
"""Columns that every metric is asked by, told once for all."""


@cache
def columns(metric: Metric) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """The subjects whose rows it reads, each with the headings of the columns it reads of them."""
    read: dict[str, set[str]] = {}
    planned = _empty().rows(f"EXPLAIN (FORMAT json) SELECT {metric.value} FROM ({metric.facts.sql})")[0][1]
    for table, names in _scans(json.loads(planned)):
        read.setdefault(table, set()).update(names)
    found = []
    for subject in SUBJECTS:
        names = read.get(subject.name, set()) - set(ALWAYS)
        fields = [field.name for field in SCHEMA.subjects[subject] if field.name in names]
        found.append((subject.title, tuple(dict.fromkeys(heading(subject.name, name) for name in fields))))
    return tuple((title, headings) for title, headings in found if headings)


@cache
def heading(subject: str, name: str) -> Text:
    """What a column is called in the first format of its subject that has it; KeyError if none has."""
    for source in SOURCES:
        if source.subject.name == subject and name in (column.name for column in source.columns):
            return source.column(name).label
    raise KeyError(name)


@cache
def _empty() -> Warehouse:
    """A warehouse to plan questions on, which must not take empty tables for a reason to read nothing."""
    warehouse = in_memory()
    warehouse.rows("SET disabled_optimizers = 'statistics_propagation'")
    return warehouse


def _scans(nodes: list[dict[str, Any]]) -> Iterator[tuple[str, set[str]]]:
    """Each table that a plan reads, with the names in what it reads and by what it filters."""
    for node in nodes:
        about = node.get("extra_info", {})
        if "Table" in about:
            text = f"{about.get('Projections', '')} {about.get('Filters', '')}"
            yield about["Table"].rpartition(".")[2], set(re.findall(r"\w+", text))
        yield from _scans(node.get("children", []))
