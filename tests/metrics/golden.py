"""Every metric on the demo year; `python -m tests.metrics.golden > tests/metrics/golden.tsv` writes it anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.question import answer
from tests.demo_years import DemoYears

TODAY = date(2026, 11, 21)
SPANS = {"day": Period(date(2026, 11, 20), date(2026, 11, 20)), "month": Period(date(2026, 10, 1), date(2026, 10, 31))}
DIMENSIONS = ((), ("shop",), ("shop", "channel"), ("shop", "agent"), ("shop", "tool"), ("shop", "product"))
WHOLE = DIMENSIONS[:2]


def lines(warehouse: Warehouse) -> Iterator[str]:
    """A line for each metric, span and shop, and for each agent, channel, tool or product of yesterday, in tabs.

    A metric that can only be asked by something of which there is nothing has one line without a value.
    """
    for metric in METRICS:
        spans = [(name, span, by) for name, span in SPANS.items() for by in DIMENSIONS if name == "day" or by in WHOLE]
        texts = [line for name, span, by in spans for line in _answers(warehouse, metric, name, span, by)]
        yield from texts or [f"{metric.name}\tday\t"]


def _answers(warehouse: Warehouse, metric: Metric, name: str, span: Period, by: tuple[str, ...]) -> Iterator[str]:
    try:
        rows = answer(warehouse, [metric], span, by=by).to_pylist()
    except Unanswerable:
        return
    for row in rows:
        value = row[metric.name]
        shown = "" if value is None else f"{float(value):.10g}"
        yield "\t".join((metric.name, name, *(str(row[each]) for each in by), shown))


if __name__ == "__main__":
    with (
        TemporaryDirectory() as folder,
        opened(DemoYears(Path(folder)).imported(TODAY, Path(folder) / "var")) as year,
    ):
        print("\n".join(lines(year)))
