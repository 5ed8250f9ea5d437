"""The examples in docs/metrics.md: each gives, in a real warehouse, what it says."""

import pytest

from data.store.warehouse import Warehouse
from metrics.catalogue import TEAMS, metric_named
from metrics.glossary.examples import EXAMPLES, Example
from metrics.query.question import answer
from tests.metrics.rows import Fill

ALL = [example for examples in EXAMPLES.values() for example in examples]


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.metric)
def test_it_gives_what_it_says(warehouse: Warehouse, fill: Fill, example: Example) -> None:
    for table, rows in example.stored.items():
        fill(table, *rows)
    found = answer(warehouse, [metric_named(example.metric)], example.during)[example.metric][0].as_py()
    assert float(found) == pytest.approx(example.gives)


def test_every_team_has_one_of_its_own_metrics() -> None:
    assert set(EXAMPLES) == set(TEAMS)
    for team, examples in EXAMPLES.items():
        assert {example.metric for example in examples} <= {metric.name for metric in TEAMS[team]}
