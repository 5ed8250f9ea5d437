"""Odd files as they really come, each named for its quirk, and what must come out of each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from data.checking.preview import Preview
from data.formats.problems.of_tables import ROWS_VANISH
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from tests.spreadsheets.make import QUIRKS, write
from tests.spreadsheets.quirk import FOLDER, Quirk

BIGGEST = 20_000
NOT_ODD = (".py", "")


@pytest.fixture(scope="module")
def dry_runs() -> dict[str, Preview]:
    """The dry run of every file over an empty warehouse; files of which the reader says the same are one drop."""
    found: dict[str, Preview] = {}
    with in_memory() as warehouse:
        for _, combined in groupby(sorted(QUIRKS, key=texts), key=texts):
            found |= dropped(warehouse, list(combined))
    return found


def texts(quirk: Quirk) -> tuple[str, str, tuple[str, ...]]:
    """What the reader says of a file: shop, day and passwords."""
    return quirk.shop or "", str(quirk.day or ""), quirk.passwords


def dropped(warehouse: Warehouse, quirks: list[Quirk]) -> dict[str, Preview]:
    """The dry run of each file by its name."""
    uploads = [Upload(quirk.file, FOLDER / quirk.file) for quirk in quirks]
    first = quirks[0]
    outcome = preview(warehouse, uploads, shop=first.shop, day=first.day, passwords=first.passwords)
    return {
        upload.name: replace(outcome, tables=tuple(table for table in outcome.tables if table.upload is upload))
        for upload in uploads
    }


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.file)
def test_out_of_an_odd_file_comes_what_its_sentence_says(
    warehouse: Warehouse, quirk: Quirk, dry_runs: dict[str, Preview]
) -> None:
    for name in quirk.after:
        store(warehouse, dry_runs[name], by="test")
    outcome = dropped(warehouse, [quirk])[quirk.file] if quirk.after else dry_runs[quirk.file]
    receipt = store(warehouse, outcome, by="test")
    codes = {found.problem.code: found.problem.severity for _, found in outcome.problems}
    # What vanishes depends on the other files of the drop.
    severe = {code for code, severity in codes.items() if severity != "note"} - {ROWS_VANISH.code}
    assert severe == set(quirk.problems), quirk.sentence
    assert codes.keys() >= set(quirk.notes), quirk.sentence
    if quirk.query:
        assert list(queried(warehouse, quirk.query)) == list(quirk.rows), quirk.sentence
    else:
        assert receipt.batch is None, quirk.sentence


def queried(warehouse: Warehouse, query: str) -> Iterator[tuple[object, ...]]:
    """The rows as the tables of quirks write them: figures to six decimals, days and times as text."""
    for row in warehouse.rows(query):
        yield tuple(map(plain, row))


def plain(value: object) -> object:
    """One value of such a row."""
    if isinstance(value, float | Decimal):
        return round(float(value), 6)
    return str(value) if isinstance(value, date | datetime | time) else value


def test_every_file_has_its_expectation_and_every_expectation_its_file() -> None:
    files = [path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in NOT_ODD]
    assert sorted(files) == sorted(quirk.file for quirk in QUIRKS)


def test_the_files_are_what_the_script_writes_and_small(tmp_path: Path) -> None:
    write(tmp_path)
    for quirk in QUIRKS:
        kept = (FOLDER / quirk.file).read_bytes()
        assert kept == (tmp_path / quirk.file).read_bytes(), quirk.file
        assert len(kept) < BIGGEST, quirk.file
