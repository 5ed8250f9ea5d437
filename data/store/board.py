"""The board's own warehouse: its schema, written from the declared sources, and how it is opened."""

import threading
from pathlib import Path

from data.formats.kinds import ID
from data.formats.subject import Subject
from data.sources import SOURCES, SUBJECTS
from data.store.books import BOOKS
from data.store.buyers_key import with_key
from data.store.schema import Field
from data.store.warehouse import Schema, Warehouse, folder
from data.store.wider_keys import widen


def fields(subject: Subject) -> tuple[Field, ...]:
    """The grain, then every column that any format of the subject declares; ValueError where two disagree on a type."""
    found: dict[str, str] = {}
    packed: dict[str, str] = {}
    for source in SOURCES:
        if source.subject is subject:
            for column in source.columns:
                if found.setdefault(column.name, column.kind.sql_type) != column.kind.sql_type:
                    raise ValueError(f"{subject.name}.{column.name}: {source.name} declares another type")
                if column.kind is ID:
                    packed[column.name] = "zstd"
    names = (*subject.grain, *(name for name in found if name not in subject.grain))
    return tuple(Field(name, found[name], packed.get(name, "")) for name in names)


SCHEMA = Schema({subject: fields(subject) for subject in SUBJECTS}, BOOKS)
"""The tables of every declared subject, and the board's books."""


def opened(var: Path | None = None) -> Warehouse:
    """The warehouse of a var folder, made if it is not there; raises NotOpened while it cannot be."""
    warehouse = with_key(var or folder(), SCHEMA)
    widen(warehouse, SOURCES)
    return warehouse


_SHARED: dict[Path, Warehouse] = {}
_SHARING = threading.Lock()


def shared(var: Path | None = None) -> Warehouse:
    """The one Warehouse of this process on a var folder, opened by whoever asks first; NotOpened as `opened`.

    Only those who share it queue up behind each other and see its version change.
    """
    home = (var or folder()).absolute()
    with _SHARING:
        if home not in _SHARED or _SHARED[home].closed:
            _SHARED[home] = _of_real_path(home.resolve())
        return _SHARED[home]


def _of_real_path(home: Path) -> Warehouse:
    """The Warehouse on a path without links: links to one folder lead to one Warehouse."""
    if home not in _SHARED or _SHARED[home].closed:
        _SHARED[home] = opened(home)
    return _SHARED[home]


def in_memory() -> Warehouse:
    """A warehouse that is gone when it is closed, for trials and tests."""
    return Warehouse(None, b"in memory", SCHEMA)
