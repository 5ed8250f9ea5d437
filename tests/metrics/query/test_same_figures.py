"""The same figure every time: neither the order of the rows nor the number of threads moves a last digit."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.catalogue.rollups import ROLLUPS
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.question import answers
from metrics.query.requests import Question
from metrics.query.rollups import keep, tables
from tests.demo_years import DemoYears
from tests.metrics.golden import TODAY

AUTUMN = Period(date(2026, 10, 20), TODAY)
LONGEST = {
    "orders": "pay_time",
    "order_items": "pay_time",
    "chats": "asked_at",
    "traffic": "day",
    "reviews": "review_time",
}
THREADS = (1, 2, 4)
SEEDS = (11, 12)

Figures = dict[str, list[str]]
"""What was answered, by what was asked; every row as it is written in full."""


@pytest.fixture(scope="module")
def year(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The demo year, of whose longest tables only the last weeks are left."""
    with opened(demo_years.imported(TODAY, tmp_path_factory.mktemp("demo") / "var")) as warehouse:
        with warehouse.writing() as run:
            for name, moment in LONGEST.items():
                run.execute(f"DELETE FROM {name} WHERE {moment} < DATE '{AUTUMN.first}'")
                run.execute(f"DELETE FROM {name}_history")
        yield warehouse


def shuffled(warehouse: Warehouse, seed: int) -> None:
    """Store the rows of every table in another order, and have nothing kept of them."""
    kept = {one.name for one in tables(ROLLUPS)} | {"rollups"}
    named = warehouse.rows("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'")
    with warehouse.writing() as run:
        for name in {table for (table,) in named} - kept:
            run.execute(f"CREATE TEMP TABLE shuffled AS FROM {name} AS each ORDER BY hash(each, {seed})")
            run.execute(f"DELETE FROM {name}")
            run.execute(f"INSERT INTO {name} FROM shuffled")
            run.execute("DROP TABLE shuffled")
        run.execute("DELETE FROM rollups")


def in_rollups(warehouse: Warehouse) -> Figures:
    """Every row of every rollup, worked out anew."""
    keep(warehouse, ROLLUPS)
    found = {one.name: warehouse.rows(f"FROM {one.name}") for one in tables(ROLLUPS)}
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


def in_metrics(warehouse: Warehouse) -> Figures:
    """Every metric over the autumn as a whole, by shop and day, and by shop and each dimension of its own."""
    alike: dict[tuple[tuple[str, ...], str, tuple[str, ...], bool], list[Metric]] = {}
    for metric in METRICS:
        for by in splits(metric):
            alike.setdefault((by, metric.facts.name, metric.never_across, metric.latest), []).append(metric)
    questions = [Question(metrics, AUTUMN, by) for (by, _, _, _), metrics in alike.items()]
    reported = zip(questions, answers(warehouse, questions), strict=True)
    return {
        f"{[metric.name for metric in queried.metrics]} by {queried.by}": [repr(row) for row in table.to_pylist()]
        for queried, table in reported
        if not isinstance(table, Unanswerable)
    }


def splits(metric: Metric) -> list[tuple[str, ...]]:
    """How a metric is split here."""
    own = [name for name in metric.facts.dimensions if name != "shop"]
    return [(), ("shop",), ("shop", "day"), *(("shop", name) for name in own)]


def differing(one: Figures, other: Figures) -> dict[str, tuple[str, str]]:
    """What differs, by what was asked: the first row of each that is not the other's."""
    assert one.keys() == other.keys()
    pairs = {name: [pair for pair in zip(one[name], other[name], strict=True) if pair[0] != pair[1]] for name in one}
    return {name: each[0] for name, each in pairs.items() if each}


def test_rollups_are_the_same_in_any_order_of_rows_by_any_number_of_threads(year: Warehouse) -> None:
    first: Figures = {}
    for threads, seed in product(THREADS, SEEDS):
        year.rows(f"SET threads = {threads}")
        shuffled(year, seed)
        found = in_rollups(year)
        first = first or found
        assert not differing(first, found), (threads, seed)
    assert len(first["daily_shape"]) > 1000
    assert len(first["daily_weighed"]) > 500


def test_metrics_are_the_same_in_any_order_of_rows_by_any_number_of_threads(year: Warehouse) -> None:
    shuffled(year, SEEDS[0])
    first = in_metrics(year)
    assert sum(map(len, first.values())) > 3000
    for threads in THREADS:
        year.rows(f"SET threads = {threads}")
        shuffled(year, threads)
        keep(year, ROLLUPS)
        assert not differing(first, in_metrics(year)), threads
