"""Quirk: one odd file, what is in it, and what must come out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SHOP = "云栖木语家居旗舰店"
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Quirk:
    """A file named for its quirk, the sentence of what must come out of it, and its bytes.

    Once it is stored, `query` gives `rows`; nothing is stored where both are left out. `problems` are the codes of the
    errors and warnings it meets, `notes` those of notes it must have among others. `shop` and `day` are what the
    reader says of it, `passwords` what he offers, and `after` names the files that are stored before it.
    """

    file: str
    sentence: str
    content: bytes
    query: str = ""
    rows: Sequence[tuple[object, ...]] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    shop: str | None = SHOP
    day: date | None = None
    passwords: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
