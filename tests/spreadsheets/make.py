"""Writes every odd file beside this script: python -m tests.spreadsheets.make."""

from pathlib import Path

from tests.spreadsheets.quirk import FOLDER, Quirk
from tests.spreadsheets.quirks import (
    cells,
    containers,
    encodings,
    figures,
    ids,
    layouts,
    locks,
    spellings,
    times,
    trade,
)

QUIRKS: tuple[Quirk, ...] = (
    *containers.QUIRKS,
    *encodings.QUIRKS,
    *layouts.QUIRKS,
    *spellings.QUIRKS,
    *ids.QUIRKS,
    *figures.QUIRKS,
    *times.QUIRKS,
    *cells.QUIRKS,
    *locks.QUIRKS,
    *trade.QUIRKS,
)


def write(to: Path) -> None:
    """Write every file into a folder."""
    for quirk in QUIRKS:
        (to / quirk.file).write_bytes(quirk.content)


if __name__ == "__main__":
    write(FOLDER)
