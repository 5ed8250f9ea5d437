"""Subjects whose key grew by a column that their formats derive: what was stored before gets it from its own format."""

from collections.abc import Sequence

from data.formats.source import Source
from data.formats.subject import Subject
from data.store.living import living, living_parts, names_of
from data.store.rollups import forget
from data.store.warehouse import Cursor, Warehouse


def widen(warehouse: Warehouse, sources: Sequence[Source]) -> None:
    """Fill the derived columns of every key in rows of before them, and replay the subjects that had such rows."""
    for subject in warehouse.schema.subjects:
        formats = [source for source in sources if source.subject is subject]
        narrow = [name for name in _derived(subject, formats) if _is_missing(warehouse, subject, name)]
        if narrow:
            with warehouse.writing() as run:
                for name in narrow:
                    _fill(run, subject, name, formats)
                _replay(run, subject)
                forget(run)


def _derived(subject: Subject, formats: Sequence[Source]) -> list[str]:
    return [name for name in subject.grain if any(source.column(name).derived for source in formats)]


def _is_missing(warehouse: Warehouse, subject: Subject, name: str) -> bool:
    return bool(warehouse.rows(f"SELECT 1 FROM {subject.name}_history WHERE {name} IS NULL LIMIT 1"))


def _fill(run: Cursor, subject: Subject, name: str, formats: Sequence[Source]) -> None:
    for source in formats:
        if derived := source.column(name).derived:
            run.execute(
                f"UPDATE {subject.name}_history SET {name} = {derived}"
                f" WHERE {name} IS NULL AND part IN (SELECT part FROM parts WHERE source = ?)",
                [source.name],
            )


def _replay(run: Cursor, subject: Subject) -> None:
    names = names_of(run, subject)
    rows = living(subject, names, living_parts(run, subject))
    run.execute(f"CREATE OR REPLACE TEMP TABLE living AS SELECT {', '.join(names)} FROM ({rows})")
    run.execute(f"DELETE FROM {subject.name}")
    run.execute(f"INSERT INTO {subject.name} BY NAME FROM living")
