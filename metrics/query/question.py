"""answer() and answers(): what metrics are, from SQL that their declarations write."""

from collections.abc import Mapping, Sequence
from functools import partial

import pyarrow as pa

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.parallel import concurrently
from metrics.query.requests import Answer, Question
from metrics.query.statements import Asking, refused


def answer(
    warehouse: Warehouse,
    metrics: Sequence[Metric],
    during: Period,
    by: Sequence[str] = (),
    where: Mapping[str, str] | None = None,
) -> pa.Table:
    """The metrics over a period, split by dimensions: a column each, the dimensions first, sorted by them.

    Without `by` it is one row. What no file tells is null, never 0. Raises Unanswerable when a metric cannot be
    split that way or would add up what cannot be added.
    """
    (found,) = answers(warehouse, [Question(metrics, during, by, where or {})])
    if isinstance(found, Unanswerable):
        raise found
    return found


def answers(warehouse: Warehouse, questions: Sequence[Question]) -> list[Answer]:
    """`answer()` of each question, all asked in one go, which takes far less time than one after the other.

    A question that is refused has its Unanswerable in the place of a table; the others are answered.
    """
    asking = Asking(warehouse, questions)
    return asking.answers(concurrently([partial(warehouse.table, sql, values) for sql, values in asking.statements]))


def fits(warehouse: Warehouse, metric: Metric, during: Period, by: Sequence[str], where: Mapping[str, str]) -> bool:
    """Whether `answer()` would not refuse the question."""
    return refused(warehouse, Question([metric], during, by, where)) is None
