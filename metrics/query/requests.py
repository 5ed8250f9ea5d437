"""What is asked of a warehouse: metrics over a period, or any other rows; and what asks several of them at once."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

import pyarrow as pa

from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable

T = TypeVar("T")

Answer: TypeAlias = pa.Table | Unanswerable
"""A table, or why there is none."""


@dataclass(frozen=True, slots=True)
class Question:
    """Metrics over a period, split by dimensions and narrowed to one value of others."""

    metrics: Sequence[Metric]
    during: Period
    by: Sequence[str] = ()
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """Any other query, whose rows are asked for as they are; facts in it are read from what is kept of them."""

    sql: str
    values: Sequence[object] = ()


QueryPlan = Generator[Sequence[Question | Rows], list[Any], T]
"""A generator that yields what it asks, is sent the answers (a Question's an Arrow table or the Unanswerable, those of
Rows a list of tuples), and returns a T."""
