"""Every format has a sample, made from its declaration, that is read back as that format."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.checking.preview import Preview, TablePreview
from data.demo.sampling.samples import write_samples
from data.formats.source import Source
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.sources import SOURCES
from data.store.board import in_memory
from data.store.warehouse import Warehouse

TODAY = date(2026, 6, 12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples")


@pytest.fixture(scope="module")
def uploads(folder: Path) -> list[Upload]:
    return [Upload(path.name, path) for path in write_samples(folder, TODAY)]


@pytest.fixture(scope="module")
def house() -> Iterator[Warehouse]:
    made = in_memory()
    yield made
    made.close()


@pytest.fixture(scope="module")
def found(house: Warehouse, uploads: list[Upload]) -> Preview:
    return preview(house, uploads)


def named(source: Source) -> str:
    return source.name


def test_no_two_samples_share_a_name(uploads: list[Upload]) -> None:
    assert len({upload.name for upload in uploads}) == len(uploads) == len(SOURCES)


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_a_sample_is_recognised_and_every_row_of_it_is_kept(
    source: Source, uploads: list[Upload], found: Preview
) -> None:
    upload = uploads[SOURCES.index(source)]
    (table,) = [table for table in found.tables if table.upload == upload]
    assert table.source is source
    assert errors(table) == []
    assert table.kept > 0
    assert table.rejected == 0


def errors(table: TablePreview) -> list[str]:
    return [one.message.zh for one in table.problems if one.problem.severity == "error"]


def test_summary_rows_of_samples_are_skipped(found: Preview) -> None:
    skipping = {table.source.name for table in found.tables if table.source and table.skipped}
    assert {"service", "service_douyin", "product_list", "promotion_pdd", "orders_1688", "targets"} <= skipping


def test_storing_a_sample_again_changes_nothing(house: Warehouse, found: Preview) -> None:
    assert found.tables
    for table in found.tables:
        alone = Preview((table,))
        assert store(house, alone, by="test").batch
        assert store(house, alone, by="test").batch is None


def test_old_workbooks_are_in_the_container_of_old_workbooks(folder: Path, uploads: list[Upload]) -> None:
    old = [uploads[SOURCES.index(source)].path for source in SOURCES if source.contained == "xls"]
    assert len(old) > 3
    assert {path.read_bytes()[:8] for path in old} == {bytes.fromhex("d0cf11e0a1b11ae1")}
