"""Two formats of one subject tell the same day of one shop: no metric adds them up or loses what one of them tells."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from data.demo.sampling.samples import TMALL, write_sample
from data.formats.source import Source
from data.formats.subject import Subject
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.sources import SOURCES, SUBJECTS
from data.store.board import in_memory
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.query.question import answers
from metrics.query.requests import Question

TODAY = date(2026, 6, 12)
DAY = date(2026, 6, 11)
SPAN = Period(date(2026, 6, 1), DAY)

APART = {
    "orders": "each platform has orders of its own",
    "promotion": "each tool spends money of its own",
    "reviews": "each platform has reviews of its own",
    "targets": "the samples name other persons",
}
"""Subjects whose formats tell of different things, by why: their sums are right."""


def reading(subject: Subject) -> list[Metric]:
    """The metrics whose facts read a subject's table; those that tell its sources apart are meant to add up."""
    of_subject = [metric for metric in METRICS if re.search(rf"\b{subject.name}\b", metric.facts.sql)]
    return [metric for metric in of_subject if "source" not in metric.never_across]


UNASKED = ("product_inquiries", "product_list", "product_troubles", "product_experience", "refunds_douyin")
"""Formats that no metric reads by themselves."""

PAIRS = [
    (subject, *pair)
    for subject in SUBJECTS
    if subject.name not in APART and reading(subject)
    for pair in combinations(
        [source for source in SOURCES if source.subject is subject and source.name not in UNASKED], 2
    )
]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sample file of each format that has a rival, by its name."""
    sources = {source.name: source for _, *pair in PAIRS for source in pair}
    return {name: write_sample(source, tmp_path_factory.mktemp(name), TODAY) for name, source in sources.items()}


Figures = dict[tuple[object, ...], float]


def figures(subject: Subject, *files: Path) -> Figures:
    """What the metrics of a subject say once a shop's files are imported: by name and what they must be split by."""
    metrics = reading(subject)
    with in_memory() as warehouse:
        for file in files:
            store(warehouse, preview(warehouse, [Upload(file.name, file)], shop=TMALL, day=DAY), by="test")
        given = answers(warehouse, [Question([metric], SPAN, metric.never_across) for metric in metrics])
    found = {}
    for metric, table in zip(metrics, given, strict=True):
        for row in [] if isinstance(table, Unanswerable) else table.to_pylist():
            value = row.pop(metric.name)
            if value is not None:
                found[metric.name, *row.values()] = float(value)
    return found


@pytest.fixture(scope="module")
def alone(samples: dict[str, Path]) -> Callable[[Subject, Source], Figures]:
    """What the metrics say of one format's file, worked out once."""
    return cache(lambda subject, source: figures(subject, samples[source.name]))


@pytest.mark.parametrize(("subject", "former", "latter"), PAIRS, ids=lambda each: each.name)
def test_two_formats_of_one_day_are_never_added_up(
    subject: Subject,
    former: Source,
    latter: Source,
    samples: dict[str, Path],
    alone: Callable[[Subject, Source], Figures],
) -> None:
    apart = alone(subject, former), alone(subject, latter)
    together = figures(subject, samples[former.name], samples[latter.name])
    assert together
    # A newer report of channels replaces the older one of its carrier as a whole.
    assert subject.replaces or apart[0].keys() | apart[1].keys() <= together.keys()
    for key, value in together.items():
        either = [told[key] for told in apart if key in told]
        assert not either or min(either) - 1e-6 <= value <= max(either) + 1e-6, key
