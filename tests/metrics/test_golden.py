"""Every metric on the demo year. A difference means that a definition changed, and CHANGELOG.md has to say so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.demo import demo_facts
from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.catalogue.trade.sales import NET_PAY_AMOUNT_PAY, PAY_ORDERS, REFUND_AMOUNT
from metrics.query.question import answer
from tests.demo_years import DemoYears
from tests.metrics.golden import TODAY, lines

GOLDEN = Path(__file__).with_name("golden.tsv")


@pytest.fixture(scope="module")
def year(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with opened(demo_years.imported(TODAY, tmp_path_factory.mktemp("demo") / "var")) as warehouse:
        yield warehouse


def test_every_metric_says_of_the_demo_year_what_it_said_before(year: Warehouse) -> None:
    text = list(lines(year))
    assert text == GOLDEN.read_text(encoding="utf-8").splitlines()
    assert {line.split("\t")[0] for line in text} == {metric.name for metric in METRICS}


def test_the_demo_year_reads_as_it_was_made(year: Warehouse) -> None:
    queried = (NET_PAY_AMOUNT_PAY, REFUND_AMOUNT, PAY_ORDERS)
    found = answer(year, queried, Period(date(2025, 11, 1), TODAY), by=("shop", "day")).to_pylist()
    read = {
        (row["shop"], row["day"]): (
            row["net_pay_amount_pay"] + row["refund_amount_pay"],
            row["refund_amount_pay"],
            row["pay_orders"],
        )
        for row in found
        if row["pay_orders"]
    }
    made = {(fact.shop, fact.day): (fact.pay_amount, fact.refund, fact.pay_orders) for fact in demo_facts(TODAY)}
    assert read == made
