"""answer(): SQL written from declared metrics, each facts summed alone and then joined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from data.warehouse import Warehouse
from metrics import refusals
from metrics.facts import Facts
from metrics.metric import Metric
from metrics.period import Period
from metrics.refusals import Unanswerable
from metrics.rollups import by_day

__all__ = ["Unanswerable", "answer", "fits"]

OFTEN_ONE = ("shop", "carrier", "platform", "score_item")
"""Dimensions a question may leave open as long as the facts asked hold only one of them."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The part of a question that is the same for all its metrics."""

    during: Period
    by: tuple[str, ...]
    where: Mapping[str, str]


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
    asked = _Asked(during, tuple(dict.fromkeys(by)), dict(where or {}))
    for metric in metrics:
        _check(warehouse, metric, asked)
    chosen = {metric.name: by_day(warehouse, metric, (*asked.by, *asked.where)) for metric in metrics}
    parts = [_summed(facts, latest, group, asked) for (facts, latest), group in _by_facts(chosen.values()).items()]
    sql = " UNION ALL BY NAME ".join(f"({part})" for part, _ in parts)
    values = [value for _, part_values in parts for value in part_values]
    listed = ", ".join([*asked.by, *(f"any_value({name}) AS {name}" for name in chosen)])
    ordered = ", ".join(f"{dimension} NULLS LAST" for dimension in asked.by)
    ends = f" GROUP BY {', '.join(asked.by)} ORDER BY {ordered}" if asked.by else ""
    return warehouse.table(f"SELECT {listed} FROM ({sql}){ends}", values)


def fits(warehouse: Warehouse, metric: Metric, during: Period, by: Sequence[str], where: Mapping[str, str]) -> bool:
    """Whether `answer()` would not refuse the question."""
    try:
        _check(warehouse, metric, _Asked(during, tuple(by), where))
    except Unanswerable:
        return False
    return True


def _by_facts(metrics: Iterable[Metric]) -> dict[tuple[Facts, bool], list[Metric]]:
    groups: dict[tuple[Facts, bool], list[Metric]] = {}
    for metric in metrics:
        groups.setdefault((metric.facts, metric.latest), []).append(metric)
    return groups


def _summed(facts: Facts, latest: bool, metrics: list[Metric], asked: _Asked) -> tuple[str, list[object]]:
    rows, values = _rows(facts, latest, asked)
    listed = [f"{facts.column(dimension)} AS {dimension}" for dimension in asked.by]
    listed += [f"{metric.value} AS {metric.name}" for metric in metrics]
    grouped = f" GROUP BY {', '.join(facts.column(dimension) for dimension in asked.by)}" if asked.by else ""
    return f"SELECT {', '.join(listed)} FROM ({rows}){grouped}", values


def _rows(facts: Facts, latest: bool, asked: _Asked) -> tuple[str, list[object]]:
    conditions = ["day BETWEEN ? AND ?", *(f"{facts.column(name)}::VARCHAR = ?" for name in asked.where)]
    kept = []
    if facts.whole and facts.whole[0] not in (*asked.by, *asked.where):
        is_whole = "{} = '{}'".format(*facts.whole)
        kept.append(f"({is_whole} OR NOT coalesce(bool_or({is_whole}) OVER (PARTITION BY shop, day), false))")
    if latest:
        apart = ", ".join(["shop", *(facts.column(dimension) for dimension in asked.by)])
        kept.append(f"day = max(day) OVER (PARTITION BY {apart})")
    qualified = f" QUALIFY {' AND '.join(kept)}" if kept else ""
    sql = f"SELECT * FROM ({facts.sql}) WHERE {' AND '.join(conditions)}{qualified}"
    return sql, [asked.during.first, asked.during.last, *asked.where.values()]


def _check(warehouse: Warehouse, metric: Metric, asked: _Asked) -> None:
    for dimension in (*asked.by, *asked.where):
        if dimension not in metric.facts.splits:
            raise refusals.no_such_split(metric, dimension)
    for dimension in metric.never_across:
        if _adds_up(warehouse, metric, dimension, asked):
            raise refusals.would_add_up(metric, dimension)


def _adds_up(warehouse: Warehouse, metric: Metric, dimension: str, asked: _Asked) -> bool:
    if dimension in asked.by or dimension in asked.where:
        return False
    if dimension == "day":
        return asked.during.days > 1
    if dimension not in OFTEN_ONE:
        return True
    rows, values = _rows(metric.facts, metric.latest, asked)
    return warehouse.rows(f"SELECT count(DISTINCT {dimension}) FROM ({rows})", values)[0][0] > 1
