"""How many bytes values hold, about."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pytest

from metrics.catalogue import METRICS
from ui.cache.weight import weight


@dataclass(frozen=True, slots=True)
class WeighedPair:
    """Two values."""

    one: object
    other: object


@pytest.mark.parametrize("inside", [lambda x: (x,), lambda x: [x], lambda x: {"k": x}, lambda x: WeighedPair(x, 1)])
def test_what_holds_something_weighs_at_least_as_much(inside: Callable[[str], object]) -> None:
    assert 10_000 <= weight(inside("x" * 10_000)) < 11_000


def test_a_table_weighs_its_columns() -> None:
    # 1,000 numbers of eight bytes each.
    assert 8_000 <= weight(pa.table({"value": list(range(1000))})) < 9_000


def test_what_is_held_twice_weighs_once() -> None:
    one = ("x" * 10_000,)
    assert weight((one, one)) < 11_000


def test_metrics_weigh_next_to_nothing_because_the_catalogue_holds_them() -> None:
    assert weight(tuple(METRICS)) < 100 * len(METRICS)
