"""The verbs of an import: preview, store, withdraw a batch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from data import workbook
from data.cell_changes import largest
from data.context import Given
from data.living import Part
from data.merging import Difference, apply, day_changes, difference, remember, replay
from data.mode import Mode, usual
from data.preview import Preview, TablePreview
from data.problem import Found
from data.problems import of_tables
from data.reading.cells import as_cells
from data.source import Source, Subject
from data.sources import SUBJECTS
from data.tables import tables_of, tables_of_sheet
from data.uploads import Upload
from data.warehouse import Cursor, Warehouse
from data.workbook import Sheet
from text import Text

Progress = Callable[[float, Text], None]
Seen = Callable[[int, Sequence[TablePreview]], None]
"""Told a file's number from 0, and its tables, when it was read."""


def preview(
    warehouse: Warehouse,
    uploads: Sequence[Upload],
    *,
    shop: str | None = None,
    day: date | None = None,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> Preview:
    """A dry run over the files, in the order given; nothing is stored. `seen` is told of each file that was read."""
    given = Given(shop, day, known_shops(warehouse))
    tables: list[TablePreview] = []
    for number, (upload, found) in enumerate(zip(uploads, workbook.opened([one.path for one in uploads]), strict=True)):
        of_file = tables_of(warehouse, upload, found, given)
        tables += of_file
        if seen:
            seen(number, of_file)
        if progress:
            progress((number + 1) / len(uploads), Text(f"读完 {upload.name}", f"Read {upload.name}"))
    return Preview(_compared(warehouse, tables))


def preview_table(warehouse: Warehouse, source: Source, rows: Sequence[dict[str, str]], title: str) -> Preview:
    """A dry run over rows typed on a page, by heading, as though they came in a file of that title."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    cells = as_cells([headings, *([row.get(heading, "") for heading in headings] for row in rows)], first_row=1)
    sheet = Sheet("", title, hidden=False, odd_bytes=False, cells=cells)
    upload = Upload(title, Path())
    tables = tables_of_sheet(warehouse, upload, title, sheet, Given(known_shops=known_shops(warehouse)))
    wrong = [table.source for table in tables if table.source is not source]
    if wrong:
        raise ValueError(f"the rows read as {wrong}, not as {source.name}")
    return Preview(_compared(warehouse, tables))


def known_shops(warehouse: Warehouse) -> tuple[str, ...]:
    """The shops that anything stored belongs to, by name."""
    every = " UNION ".join(f"SELECT shop FROM {subject.name}" for subject in SUBJECTS)
    return tuple(shop for (shop,) in warehouse.rows(f"SELECT shop FROM ({every}) WHERE shop <> '' ORDER BY shop"))


def in_modes(warehouse: Warehouse, preview: Preview, modes: Mapping[int, Mode]) -> Preview:
    """The dry run again, without reading the files again, with other modes for some of its tables, by their number."""
    asked = [
        replace(table, mode=modes.get(number, table.mode), problems=_before_comparing(table))
        for number, table in enumerate(preview.tables)
    ]
    return Preview(_compared(warehouse, asked))


def _before_comparing(table: TablePreview) -> tuple[Found, ...]:
    return tuple(found for found in table.problems if found.problem not in TOLD)


def _compared(
    warehouse: Warehouse, tables: Sequence[TablePreview], waiting: Callable[[], None] | None = None
) -> tuple[TablePreview, ...]:
    """The tables with what each would change, the ones before it being stored; nothing of it stays."""
    subjects = [table.source.subject for table in tables if table.source]
    again = {subject for subject in subjects if subjects.count(subject) > 1}
    with warehouse.trying() as run:
        batch, first = _next_batch(run), _next_part(run)
        _open_batch(run, batch, "", datetime.now(), "", demo=False)
        return tuple(
            _compare(run, table, Place(batch, first + number), applied=bool(table.source and table.source.subject in again))
            for number, table in enumerate(tables)
        )


def _compare(run: Cursor, table: TablePreview, place: Place, applied: bool) -> TablePreview:
    if table.source is None or table.facts is None or not table.facts.num_rows:
        return table
    subject = table.source.subject
    run.register("part", table.facts)
    first, last = _span(run, subject)
    if _is_usual(table) and not applied:
        differs = difference(run, subject, table.columns_read)
        days = day_changes(run, subject, table.columns_read)
    else:
        differs, days = _write(run, table, place)
    run.unregister("part")
    told = (*table.problems, *_told(table, differs))
    return replace(table, difference=differs, days=days, first_day=first, last_day=last, problems=told)


def _span(run: Cursor, subject: Subject) -> tuple[date | None, date | None]:
    if not subject.day:
        return None, None
    # The file may lack the columns that tell a fact's day.
    rows = f"FROM part UNION ALL BY NAME (FROM {subject.name} LIMIT 0)"
    return run.execute(f"SELECT min(({subject.day})::DATE), max(({subject.day})::DATE) FROM ({rows})").fetchall()[0]


def _told(differs: Difference) -> list[Found]:
    if differs.nothing:
        return [Found(of_tables.NOTHING_TO_DO)]
    return [Found(of_tables.ROWS_VANISH, said={"count": differs.vanish})] if differs.vanish else []


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was stored: the batch's name, None if there was nothing to do, and each table as it went in."""

    batch: str | None
    tables: tuple[TablePreview, ...]


class _NothingToDo(Exception):
    """Every row is stored already: the transaction is taken back."""


def store(
    warehouse: Warehouse, preview: Preview, *, by: str, demo: bool = False, now: datetime | None = None
) -> Receipt:
    """Store the good rows of a dry run as one batch, in one transaction, against what is stored at this moment."""
    ready = [table for table in preview.tables if table.source and table.facts is not None and table.facts.num_rows]
    at = now or datetime.now()
    stored: list[TablePreview] = []
    try:
        with warehouse.writing() as run:
            batch, name = _next_batch(run, at)
            run.execute("INSERT INTO batches VALUES (?, ?, ?, ?, ?, NULL, NULL)", [batch, name, at, by, demo])
            ((last_part,),) = run.execute("SELECT coalesce(max(part), 0) FROM parts").fetchall()
            stored += [
                _store_part(run, table, batch, last_part + number) for number, table in enumerate(ready, start=1)
            ]
            if all(table.difference.nothing for table in stored):
                raise _NothingToDo
            _note_uploads(run, preview, batch, at)
    except _NothingToDo:
        return Receipt(None, tuple(stored))
    return Receipt(name, tuple(stored))


def _next_batch(run: Cursor, at: datetime) -> tuple[int, str]:
    """A new batch's number, and its name: the day it was imported and its number within that day."""
    ((number, today),) = run.execute(
        "SELECT coalesce(max(batch), 0), count(*) FILTER (WHERE imported_at::DATE = ?) FROM batches", [at.date()]
    ).fetchall()
    return number + 1, f"{at:%Y%m%d}-{today + 1}"


def _store_part(run: Cursor, table: TablePreview, batch: int, part: int) -> TablePreview:
    assert table.source
    subject = table.source.subject
    run.register("part", table.facts)
    differs = difference(run, subject, table.columns_read)
    first, last = _span(run, subject)
    remember(run, subject, part)
    apply(run, subject, differs)
    run.unregister("part")
    run.execute(
        "INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            part, batch, subject.name, table.source.name,
            table.file, table.sheet, table.upload.path.name, list(table.columns_read),
            differs.new + differs.changed + differs.same, differs.new, differs.changed, differs.same,
            table.rejected, first, last,
        ],
    )  # fmt: skip
    return replace(table, difference=differs, first_day=first, last_day=last)


def _note_uploads(run: Cursor, preview: Preview, batch: int, at: datetime) -> None:
    for upload in dict.fromkeys(table.upload for table in preview.tables if table.source and table.upload.path.name):
        size = upload.path.stat().st_size
        run.execute(
            "INSERT INTO uploads VALUES (?, ?, ?, ?, ?, NULL)", [upload.name, upload.path.name, size, at, batch]
        )
