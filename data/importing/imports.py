"""The verbs of an import: preview, store, withdraw a batch."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from data.checking.preview import Preview, TablePreview
from data.checking.tables import tables_of, tables_of_sheet
from data.formats.mode import Mode
from data.formats.source import Source
from data.formats.subject import Subject
from data.importing.storing import compared, open_batch, written
from data.reading import workbook
from data.reading.cells import as_cells
from data.reading.upload import Upload
from data.reading.watched import Reader
from data.reading.workbook import OpenedFile, Sheet
from data.recognition.context import Given
from data.recognition.saved_mappings import mappings
from data.sources import HEADINGS, SUBJECTS
from data.store import clock
from data.store.rollups import bring_up
from data.store.turns import Waiting
from data.store.warehouse import Cursor, Warehouse
from text import Text

Progress = Callable[[float, Text], None]

READ = Text("读完 {file}", "Read {file}")
WRITING = Text("正在写入 {file}", "Writing {file}")
QUEUEING = Text("排队中：别人正在写入，轮到了自动接着做", "Queueing: somebody else is writing; it goes on by itself")
AT_ONCE = 2
SMALL = 5_000_000
"""Bytes up to which a file is checked beside another one."""

Seen = Callable[[int, Sequence[TablePreview]], None]
"""Told a file's number from 0, and its tables, when it was read."""


def preview(
    warehouse: Warehouse,
    uploads: Sequence[Upload],
    *,
    shop: str | None = None,
    day: date | None = None,
    shop_above: bool = False,
    passwords: Sequence[str] = (),
    progress: Progress | None = None,
    seen: Seen | None = None,
    reader: Reader = workbook.READER,
) -> Preview:
    """A dry run over the files, in the order given; nothing is stored. `seen` is told of each file that was read.

    Rows that name no shop are of `shop`, or with `shop_above` of the shop named above them. `passwords` are tried on
    encrypted files and kept nowhere.
    """
    given = Given(shop, day, shop_above, stored_shops(warehouse), mappings(warehouse))
    tables: list[TablePreview] = []
    paths = [upload.path for upload in uploads]
    read = workbook.opened(paths, passwords=passwords, headings=HEADINGS | given.mappings.headings, reader=reader)
    for number, (upload, of_file) in enumerate(zip(uploads, _checked(warehouse, uploads, read, given), strict=True)):
        tables += of_file
        if seen:
            seen(number, of_file)
        if progress:
            progress((number + 1) / len(uploads), READ.filled(file=upload.name))
    return _compared(warehouse, tables, _queueing(progress))


def _checked(
    warehouse: Warehouse, uploads: Sequence[Upload], read: Iterable[OpenedFile], given: Given
) -> Iterator[list[TablePreview]]:
    """The tables of each file, in order; small files are checked two at a time, as the database plans in one thread."""
    begun: deque[Future[list[TablePreview]]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for number, (upload, found) in enumerate(zip(uploads, read, strict=True), start=1):
            alone = upload.path.stat().st_size > SMALL
            yield from _results(begun, 0 if alone else AT_ONCE - 1)
            begun.append(threads.submit(tables_of, warehouse, upload, found, given))
            # What was read may be gone once the last file has been asked for.
            yield from _results(begun, 0 if alone or number == len(uploads) else AT_ONCE - 1)


def _results(begun: deque[Future[list[TablePreview]]], leave: int) -> Iterator[list[TablePreview]]:
    """What the first of those begun found, until so many are left."""
    while len(begun) > leave:
        yield begun.popleft().result()


def preview_table(warehouse: Warehouse, source: Source, rows: Sequence[dict[str, str]], title: str) -> Preview:
    """A dry run over rows typed on a page, by heading, as though they came in a file of that title.

    ValueError where the rows read as another format than `source`.
    """
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    cells = as_cells([headings, *([row.get(heading, "") for heading in headings] for row in rows)], first_row=1)
    sheet = Sheet("", title, hidden=False, odd_bytes=False, cells=cells)
    upload = Upload(title, Path())
    tables = tables_of_sheet(warehouse, upload, title, sheet, Given(stored_shops=stored_shops(warehouse)))
    wrong = [table.source for table in tables if table.source is not source]
    if wrong:
        raise ValueError(f"the rows read as {wrong}, not as {source.name}")
    return _compared(warehouse, tables)


def stored_shops(warehouse: Warehouse) -> tuple[str, ...]:
    """The shops that anything stored belongs to, by name."""
    every = " UNION ".join(f"SELECT shop FROM {subject.name}" for subject in SUBJECTS)
    return tuple(shop for (shop,) in warehouse.rows(f"SELECT shop FROM ({every}) WHERE shop <> '' ORDER BY shop"))


def in_modes(warehouse: Warehouse, preview: Preview, modes: Mapping[int, Mode]) -> Preview:
    """The dry run again with other modes for some of its tables, by their number; no file is read again."""
    tables = [replace(table, mode=modes.get(number)) for number, table in enumerate(preview.tables)]
    return _compared(warehouse, tables)


def _compared(warehouse: Warehouse, tables: Sequence[TablePreview], waiting: Waiting | None = None) -> Preview:
    """The tables with what each would change, the ones before it being stored; nothing of it stays."""
    subjects = [table.source.subject for table in tables if table.source]
    again = {subject for subject in subjects if subjects.count(subject) > 1}
    with warehouse.trying(waiting) as run:
        batch, _ = open_batch(run, clock.now(warehouse), "", demo=False)
        compared_tables = tuple(_compare(run, table, batch, again) if table.storable else table for table in tables)
        return Preview(compared_tables, warehouse.edition)


def _compare(run: Cursor, table: TablePreview, batch: int, again: Collection[Subject]) -> TablePreview:
    assert table.source
    if not table.is_usual:
        return written(run, table, batch)
    found = compared(run, table)
    if table.source.subject in again:
        written(run, found, batch, weighed=True)
    return found


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was stored: the batch's name, None if there was nothing to do, and each table as it went in."""

    batch: str | None
    tables: tuple[TablePreview, ...]


class _NothingToDo(Exception):
    """Every row is stored already: the transaction is taken back."""


def store(
    warehouse: Warehouse,
    preview: Preview,
    *,
    by: str,
    demo: bool = False,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Receipt:
    """Store the good rows of a dry run as one batch, in one transaction, against what is stored at this moment."""
    ready = [table for table in preview.tables if table.storable]
    at = now or clock.now(warehouse)
    stored: list[TablePreview] = []
    try:
        with warehouse.writing(_queueing(progress)) as run:
            unchanged = preview.edition == warehouse.edition
            batch, name = open_batch(run, at, by, demo)
            for number, table in enumerate(ready):
                if progress:
                    progress(number / len(ready), WRITING.filled(file=table.file))
                stored.append(written(run, table, batch, weighed=unchanged))
            if all(table.difference.nothing for table in stored):
                raise _NothingToDo
            bring_up(run)
            _note_uploads(run, preview, batch, at)
    except _NothingToDo:
        return Receipt(None, tuple(stored))
    return Receipt(name, tuple(stored))


def _queueing(progress: Progress | None) -> Waiting | None:
    return (lambda: progress(0.0, QUEUEING)) if progress else None


def _note_uploads(run: Cursor, preview: Preview, batch: int, at: datetime) -> None:
    for upload in dict.fromkeys(table.upload for table in preview.tables if table.source and table.upload.path.name):
        size = upload.path.stat().st_size
        run.execute(
            "INSERT INTO uploads VALUES (?, ?, ?, ?, ?, NULL)", [upload.name, upload.path.name, size, at, batch]
        )
