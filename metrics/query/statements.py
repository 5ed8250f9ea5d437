"""Questions on their way: the statements that answer several of them in one go, and the answers out of their rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from data.store.warehouse import Warehouse
from metrics.definition import refusals
from metrics.definition.facts import Facts
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.aggregates import SQL, Sources, Sum, joined, shared
from metrics.query.ordered_sums import ordered_sums
from metrics.query.requests import Answer, Question
from metrics.query.rollups import by_day

OFTEN_ONE = ("shop", "carrier", "platform", "score_item", "source")
"""Dimensions a question may leave open as long as the facts asked hold only one of them."""

FEW = 3
"""So many sums are planned as one statement; more than that as several, side by side."""

SHARES = 4
"""Statements that many sums are planned as: twice the cores, as no two take the same time."""


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A refusal that holds where what it would add up has several parts; `count` counts them."""

    refusal: Unanswerable
    count: Sum


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is asked under a number: sums, joined into columns of these names, or without names a count."""

    number: int
    sums: tuple[Sum, ...]
    names: tuple[str, ...] = ()

    def sql(self, named: Sources) -> SQL:
        """The rows, each with the number."""
        sql, values = joined(self.sums, self.names, named) if self.names else self.sums[0].whole(named)
        return f"SELECT {self.number} AS asked, * FROM ({sql})", values

    @property
    def read(self) -> str:
        """The longest of the facts: pieces that read the same are to be asked together."""
        return max((each.facts.sql for each in self.sums), key=len)

    @property
    def weight(self) -> int:
        """About how long planning takes, in characters."""
        return sum(1000 + len(each.facts.sql) for each in self.sums)


class Asking:
    """Several questions: `statements` to be run in any order, and the `answers` by their tables."""

    def __init__(self, warehouse: Warehouse, questions: Sequence[Question]) -> None:
        self._questions = questions
        self._refused = {n: refusal for n, each in enumerate(questions) if (refusal := certain(each))}
        accepted = {n: each for n, each in enumerate(questions) if n not in self._refused}
        self._doubts = {n: _doubts(warehouse, each) for n, each in accepted.items()}
        counts = dict.fromkeys(doubt.count for doubts in self._doubts.values() for doubt in doubts)
        self._counts = {count: -n for n, count in enumerate(counts, start=1)}
        counting = [_Piece(n, (count,)) for count, n in self._counts.items()]
        self._shares = _shares([*(_piece(warehouse, n, each) for n, each in accepted.items()), *counting])
        self.statements = [_statement(share) for share in self._shares]

    def answers(self, tables: Sequence[pa.Table]) -> list[Answer]:
        """The answers in the order of the questions, from the tables of the statements in theirs."""
        found = {piece.number: table for share, table in zip(self._shares, tables, strict=True) for piece in share}
        return [self._answer(n, each, found) for n, each in enumerate(self._questions)]

    def _answer(self, number: int, question: Question, found: Mapping[int, pa.Table]) -> Answer:
        if number in self._refused:
            return self._refused[number]
        for doubt in self._doubts[number]:
            count = self._counts[doubt.count]
            if _rows(found[count], count, ["parts"])["parts"][0].as_py() > 1:
                return doubt.refusal
        names = dict.fromkeys((*question.by, *(metric.name for metric in question.metrics)))
        table = _rows(found[number], number, list(names))
        return table.sort_by([(name, "ascending") for name in dict.fromkeys(question.by)]) if question.by else table


def _rows(table: pa.Table, number: int, names: list[str]) -> pa.Table:
    return table.select(names).filter(pc.equal(table["asked"], number))


def certain(question: Question) -> Unanswerable | None:
    """Why a question is refused whatever the warehouse holds."""
    for metric in question.metrics:
        for dimension in (*question.by, *question.where):
            if dimension not in metric.facts.splits:
                return refusals.no_such_split(metric, dimension)
        for dimension in _added_over(metric, question):
            if dimension not in OFTEN_ONE and (dimension != "day" or question.during.days > 1):
                return refusals.would_add_up(metric, dimension)
    return None


def refused(warehouse: Warehouse, question: Question) -> Unanswerable | None:
    """Why a question is refused, found out without asking it."""
    doubtful = (each for each in _doubts(warehouse, question) if warehouse.rows(*each.count.whole({}))[0][0] > 1)
    return certain(question) or next((doubt.refusal for doubt in doubtful), None)


def _added_over(metric: Metric, question: Question) -> list[str]:
    return [name for name in metric.never_across if name not in question.by and name not in question.where]


def _doubts(warehouse: Warehouse, question: Question) -> list[_Doubt]:
    found = []
    for metric in question.metrics:
        facts = by_day(warehouse, metric, (*question.by, *question.where)).facts
        for dimension in _added_over(metric, question):
            if dimension in OFTEN_ONE:
                count = _sum(facts, metric.latest, question, [f"count(DISTINCT {dimension}) AS parts"])
                found.append(_Doubt(refusals.would_add_up(metric, dimension), count))
    return found


def _piece(warehouse: Warehouse, number: int, question: Question) -> _Piece:
    """A question as one sum of each of the facts that its metrics are asked of."""
    dimensions = (*question.by, *question.where)
    groups: dict[tuple[Facts, bool], list[str]] = {}
    for metric in question.metrics:
        facts = by_day(warehouse, metric, dimensions)
        groups.setdefault((facts.facts, facts.latest), []).append(f"{ordered_sums(facts.value)} AS {facts.name}")
    sums = [_sum(facts, latest, question, dict.fromkeys(columns)) for (facts, latest), columns in groups.items()]
    return _Piece(number, tuple(sums), tuple(dict.fromkeys(metric.name for metric in question.metrics)))


def _sum(facts: Facts, latest: bool, question: Question, columns: Iterable[str]) -> Sum:
    by, where = tuple(dict.fromkeys(question.by)), tuple(question.where.items())
    return Sum(facts, latest, question.during, by, where, tuple(columns))


def _statement(pieces: Sequence[_Piece]) -> SQL:
    """The rows of all pieces; what several of them read is read once."""
    named = shared([each for piece in pieces for each in piece.sums])
    made = [piece.sql(named) for piece in pieces]
    read = ", ".join(f"{name} AS ({sql})" for sql, name in named.items())
    sql = " UNION ALL BY NAME ".join(f"({sql})" for sql, _ in made)
    return (f"WITH {read} {sql}" if read else sql), [value for _, values in made for value in values]


def _shares(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces as one statement or, where they are many, as several that take about as long."""
    if sum(len(piece.sums) for piece in pieces) <= FEW:
        return [list(pieces)] if pieces else []
    alike: dict[str, list[_Piece]] = {}
    for piece in pieces:
        alike.setdefault(piece.read, []).append(piece)
    shares: list[list[_Piece]] = [[] for _ in range(SHARES)]
    for group in sorted(alike.values(), key=_weight, reverse=True):
        min(shares, key=_weight).extend(group)
    return [share for share in shares if share]


def _weight(pieces: Sequence[_Piece]) -> int:
    return sum(piece.weight for piece in pieces)
