"""One table of a dry run against what is stored: compared, or written with its line in the books."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from data.checking.preview import TablePreview
from data.formats.mode import usual
from data.formats.problem import LocatedProblem
from data.formats.problems import of_tables
from data.formats.subject import Subject
from data.store.cell_changes import largest
from data.store.living import StoredPart
from data.store.merging import DayChange, MergeCounts, apply, day_changes, difference, remember, replay
from data.store.warehouse import Cursor


def open_batch(run: Cursor, at: datetime, by: str, demo: bool) -> tuple[int, str]:
    """A new batch's number, one more than the last, and its name, 20261130-2: the day and the number in it."""
    ((last, today),) = run.execute(
        "SELECT coalesce(max(batch), 0), count(*) FILTER (WHERE imported_at::DATE = ?) FROM batches", [at.date()]
    ).fetchall()
    name = f"{at:%Y%m%d}-{today + 1}"
    run.execute("INSERT INTO batches VALUES (?, ?, ?, ?, ?, NULL, NULL)", [last + 1, name, at, by, demo])
    return last + 1, name


def compared(run: Cursor, table: TablePreview) -> TablePreview:
    """A table in the usual mode with what it would change; nothing is written."""
    subject = _subject(table)
    run.register("part", table.facts)
    differs = difference(run, subject, table.columns_read)
    days = day_changes(run, subject, table.columns_read)
    cells = largest(run, subject, table.columns_read) if differs.changed else ()
    found = replace(_annotated(run, table, differs), days=days, cells=cells)
    run.unregister("part")
    return found


def written(run: Cursor, table: TablePreview, batch: int, *, weighed: bool = False) -> TablePreview:
    """A table with what it changed, written as a part of a batch in its mode.

    `weighed`: its difference is known already, for nothing was stored since it was compared.
    """
    subject = _subject(table)
    run.register("part", table.facts)
    part = StoredPart(_next_part(run), table.columns_read, table.mode or usual(subject))
    days: Sequence[DayChange] = table.days
    if part.mode is usual(subject):
        differs = table.difference if weighed else difference(run, subject, table.columns_read)
        remember(run, subject, part.number)
        apply(run, subject, table.columns_read, differs)
    else:
        remember(run, subject, part.number)
        differs, days = replay(run, subject, part)
    found = replace(_annotated(run, table, differs), days=tuple(days))
    run.unregister("part")
    _book(run, found, batch, part)
    return found


def _subject(table: TablePreview) -> Subject:
    assert table.source
    return table.source.subject


def _next_part(run: Cursor) -> int:
    ((last,),) = run.execute("SELECT coalesce(max(part), 0) FROM parts").fetchall()
    return last + 1


def _annotated(run: Cursor, table: TablePreview, differs: MergeCounts) -> TablePreview:
    first, last = (table.first_day, table.last_day) if table.first_day else _span(run, _subject(table))
    problems = (*(found for found in table.problems if found.problem not in OF_STORING), *_notes(table, differs))
    return replace(table, difference=differs, first_day=first, last_day=last, problems=problems)


OF_STORING = (of_tables.NOTHING_TO_DO, of_tables.ROWS_VANISH, of_tables.OTHER_MODE)
"""What is said of a table by what is stored, and said anew each time it is compared."""


def _notes(table: TablePreview, differs: MergeCounts) -> list[LocatedProblem]:
    notes = []
    if table.mode and not table.is_usual:
        notes.append(
            LocatedProblem(of_tables.OTHER_MODE, arguments={"mode": table.mode.called, "effect": table.mode.effect})
        )
    if differs.nothing:
        notes.append(LocatedProblem(of_tables.NOTHING_TO_DO))
    elif differs.vanish:
        notes.append(LocatedProblem(of_tables.ROWS_VANISH, arguments={"count": differs.vanish}))
    return notes


def _span(run: Cursor, subject: Subject) -> tuple[date | None, date | None]:
    if not subject.day:
        return None, None
    # The file may lack the columns that tell a fact's day.
    rows = f"FROM part UNION ALL BY NAME (FROM {subject.name} LIMIT 0)"
    return run.execute(f"SELECT min(({subject.day})::DATE), max(({subject.day})::DATE) FROM ({rows})").fetchall()[0]


def _book(run: Cursor, table: TablePreview, batch: int, part: StoredPart) -> None:
    assert table.source
    differs = table.difference
    headings = list(table.block.header) if table.block else []
    line = {
        "part": part.number, "batch": batch, "subject": table.source.subject.name, "source": table.source.name,
        "file": table.file, "sheet": table.sheet, "upload": table.upload.path.name, "columns": list(part.columns),
        "kept": differs.new + differs.changed + differs.same, "new": differs.new, "changed": differs.changed,
        "same": differs.same, "rejected": table.rejected, "first_day": table.first_day, "last_day": table.last_day,
        "headings": headings, "mode": part.mode,
    }  # fmt: skip
    run.execute(f"INSERT INTO parts ({', '.join(line)}) VALUES ({', '.join(f'${name}' for name in line)})", line)
