"""Writes every odd file beside this script: python -m tests.spreadsheets.make."""

from pathlib import Path

from tests.spreadsheets.quirk import FOLDER, Quirk
from tests.spreadsheets.quirks import (
    amounts,
    cells,
    containers,
    days,
    durations,
    encodings,
    headers,
    ids,
    locks,
    names,
    orders,
    people,
    rates,
    reports,
    scores,
    spans,
    spellings,
    totals,
)

QUIRKS: tuple[Quirk, ...] = (
    *containers.QUIRKS,
    *encodings.QUIRKS,
    *headers.QUIRKS,
    *totals.QUIRKS,
    *spellings.QUIRKS,
    *ids.QUIRKS,
    *amounts.QUIRKS,
    *rates.QUIRKS,
    *scores.QUIRKS,
    *durations.QUIRKS,
    *days.QUIRKS,
    *names.QUIRKS,
    *spans.QUIRKS,
    *cells.QUIRKS,
    *locks.QUIRKS,
    *orders.QUIRKS,
    *people.QUIRKS,
    *reports.QUIRKS,
)


def write(to: Path) -> None:
    """Write every file into a folder."""
    for quirk in QUIRKS:
        (to / quirk.file).write_bytes(quirk.content)


if __name__ == "__main__":
    write(FOLDER)
