"""Files to numbers: from a small sample of every format each number of service, people and cases answers."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.demo.sampling.samples import write_samples
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.records.settings import SHIFT_TIMES, set_setting
from data.store.board import in_memory
from data.store.warehouse import Warehouse
from metrics.calendar.period import last_days
from metrics.catalogue.orders import cases, delivery
from metrics.catalogue.ratings import experience, reputation, reviews
from metrics.catalogue.service import chats, people, response, service, service_shop
from metrics.definition.metric import Metric
from metrics.query.question import answer

TODAY = date(2026, 6, 12)
FAMILIES = (service, response, chats, service_shop, people, delivery, experience, reputation, reviews, cases)
NAMES_OF_MANY_PLATFORMS = {item.name for item in experience.ITEMS if item.platform == experience.DOUYIN}
"""Scores that stand under the same headings for every platform; the sample's row is of another."""

METRICS = [metric for family in FAMILIES for metric in family.METRICS if metric.name not in NAMES_OF_MANY_PLATFORMS]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    paths = write_samples(tmp_path_factory.mktemp("samples"), TODAY)
    with in_memory() as warehouse:
        store(warehouse, preview(warehouse, [Upload(path.name, path) for path in paths]), by="test")
        set_setting(warehouse, SHIFT_TIMES.name, "早班 08:00-16:00")
        yield warehouse


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_some_format_brings_what_it_is_computed_from(sampled: Warehouse, metric: Metric) -> None:
    by = [dimension for dimension in ("shop", "platform", "score_item") if dimension in metric.facts.dimensions]
    rows = answer(sampled, [metric], last_days(TODAY, 30), by).to_pylist()
    assert [row for row in rows if row[metric.name] is not None]
