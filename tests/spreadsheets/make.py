"""Writes every odd file beside this script: python -m tests.spreadsheets.make."""

from pathlib import Path

from tests.spreadsheets.quirk import FOLDER, Quirk
from tests.spreadsheets.quirks import containers, encodings, figures, ids, layouts, spellings, times

QUIRKS: tuple[Quirk, ...] = (
    *containers.QUIRKS,
    *encodings.QUIRKS,
    *layouts.QUIRKS,
    *ids.QUIRKS,
    *figures.QUIRKS,
    *times.QUIRKS,
    *spellings.QUIRKS,
)


def write(to: Path) -> None:
    """Write every file into a folder."""
    for quirk in QUIRKS:
        (to / quirk.file).write_bytes(quirk.content)


if __name__ == "__main__":
    write(FOLDER)
