"""Answers printed: as a table for people, as JSON and as CSV for programs."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from unicodedata import east_asian_width

import pyarrow as pa

from data.checking.styled import harmless
from metrics.catalogue import METRICS
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.wording.figure import MISSING, detail
from text import Language, Text

_METRICS = {metric.name: metric for metric in METRICS}


def as_json(answered: pa.Table) -> str:
    """{"columns": […], "rows": [[…], …]}: numbers as numbers, days as YYYY-MM-DD, missing as null."""
    rows = [[_plain(value) for value in row.values()] for row in answered.to_pylist()]
    return json.dumps({"columns": answered.column_names, "rows": rows}, ensure_ascii=False, allow_nan=False)


def refused_json(why: Text, language: Language) -> str:
    """The same shape, empty, with the reason."""
    return json.dumps({"columns": [], "rows": [], "error": {"message": why.to(language)}}, ensure_ascii=False)


def as_csv(answered: pa.Table) -> str:
    """A heading line of names, then a line a row; missing is empty."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(answered.column_names)
    rows = ([_plain(value) for value in row.values()] for row in answered.to_pylist())
    lines.writerows([harmless(value) if isinstance(value, str) else value for value in row] for row in rows)
    return written.getvalue().rstrip("\n")


def as_table(answered: pa.Table, language: Language) -> str:
    """Aligned columns with the metrics' labels and units."""
    heads = [_head(name, language) for name in answered.column_names]
    body = [[_cell(name, value) for name, value in row.items()] for row in answered.to_pylist()]
    numbers = [name in _METRICS for name in answered.column_names]
    return aligned([heads, *body], numbers)


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Rows of text in columns, wide characters counted as two; `right` says which columns hold numbers."""
    widths = [max(_width(row[n]) for row in rows) for n in range(len(right))]
    return "\n".join("  ".join(map(_padded, row, widths, right)).rstrip() for row in rows)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _head(name: str, language: Language) -> str:
    metric = _METRICS.get(name)
    if metric is None:
        return DIMENSIONS[name].to(language)
    return f"{metric.label.to(language)} ({metric.unit.word.to(language)})"


def _cell(name: str, value: object) -> str:
    metric: Metric | None = _METRICS.get(name)
    if metric and (value is None or isinstance(value, int | float | Decimal)):
        return detail(value, metric.unit)
    return MISSING if value is None else str(value)


def _width(words: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def _padded(words: str, width: int, right: bool) -> str:
    room = " " * (width - _width(words))
    return room + words if right else words + room
