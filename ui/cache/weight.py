"""About how many bytes a value holds."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from sys import getsizeof

import pyarrow as pa

from metrics.definition.metric import Metric

REFERENCE, HEAD = 8, 64
PLAIN = frozenset({type(None), bool, int, float, Decimal, date, datetime})
"""What takes about as much as the head of any object."""


def weight(value: object) -> int:
    """Bytes of a value with all that it is made of; of a metric, which the catalogue holds anyway, a reference."""
    total, seen, waiting = 0, set[int](), [value]
    while waiting:
        one = waiting.pop()
        if type(one) in PLAIN:
            total += HEAD
        elif isinstance(one, str):
            total += getsizeof(one)
        elif id(one) in seen or isinstance(one, Metric):
            total += REFERENCE
        else:
            seen.add(id(one))
            total += one.nbytes if isinstance(one, pa.Table) else getsizeof(one, HEAD)
            waiting.extend(_parts(one))
    return total


def _parts(value: object) -> Iterable[object]:
    match value:
        case Mapping():
            return (*value, *value.values())
        case tuple() | list() | Set():
            return value
        case _ if is_dataclass(value):
            return [getattr(value, field.name) for field in fields(value)]
    return ()
