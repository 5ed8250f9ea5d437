"""Odd files as they really come, each named for its quirk, and what must come out of each."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from data.importing import preview, store
from data.preview import Preview
from data.uploads import Upload
from data.warehouse import Warehouse
from tests.spreadsheets.make import QUIRKS, write
from tests.spreadsheets.quirk import FOLDER, Quirk

BIGGEST = 20_000
NOT_ODD = (".py", "")


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.file)
def test_out_of_an_odd_file_comes_what_its_sentence_says(warehouse: Warehouse, quirk: Quirk) -> None:
    for name in quirk.after:
        (before,) = (other for other in QUIRKS if other.file == name)
        taken(warehouse, before)
    outcome = taken(warehouse, quirk)
    codes = {found.problem.code: found.problem.severity for _, found in outcome.problems}
    assert {code for code, severity in codes.items() if severity != "note"} == set(quirk.problems), quirk.sentence
    assert codes.keys() >= set(quirk.notes), quirk.sentence
    if quirk.query:
        assert [tuple(map(plain, row)) for row in warehouse.rows(quirk.query)] == list(quirk.rows), quirk.sentence
    else:
        assert outcome.to_store == 0, quirk.sentence


def taken(warehouse: Warehouse, quirk: Quirk) -> Preview:
    """Store a file; the dry run before it."""
    upload = Upload(quirk.file, FOLDER / quirk.file)
    outcome = preview(warehouse, [upload], shop=quirk.shop, day=quirk.day)
    store(warehouse, outcome, by="test")
    return outcome


def plain(value: object) -> object:
    """A value as the tables of quirks write it: amounts and figures to six decimals, days and times as text."""
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
