"""The judged number: label, judgement, key number, bullet bar, two lines."""

from dataclasses import dataclass

from metrics.judgement.limits import Level
from text import Language
from ui.pieces.marks import judgement
from ui.pieces.markup import NOTHING, Html, block, emphasised, inline, tag

LONG = 6
"""Characters from which on a key number is set smaller."""

ROOM = 1.1
"""How far a bar's track reaches beyond the greater of value and target."""


@dataclass(frozen=True, slots=True)
class BulletBar:
    """A value against its target on a scale from 0, to `reach` where several bars are to be compared.

    `pace` draws the target as a second bar below.
    """

    value: float
    target: float | None = None
    pace: bool = False
    young: bool = False
    reach: float | None = None


@dataclass(frozen=True, slots=True)
class TileContent:
    """What a judged number shows, in the reader's words; bold parts of the lines stand between double asterisks."""

    label: str
    number: str
    unit: str
    level: Level | None = None
    bar: BulletBar | None = None
    against: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    meaning: str = ""
    spark: Html = NOTHING


def tile(shown: TileContent, language: Language) -> Html:
    """A judged number."""
    judged = judgement(shown.level, language) if shown.level else ""
    number = tag("b", shown.number, look="ob-long" if len(shown.number) > LONG else "")
    return block(
        "ob-tile",
        block("ob-tile-top", inline("", shown.label), judged),
        block(
            "",
            block("ob-key", number, inline("", shown.unit), shown.spark),
            bullet(shown.bar) if shown.bar else "",
            _line(shown.against),
            _line(shown.compared),
        ),
        title=shown.meaning,
    )


def tiles(shown: list[TileContent], language: Language) -> Html:
    """Judged numbers beside one another; they fold on a narrow screen."""
    return block("ob-tiles", *(tile(each, language) for each in shown))


def bullet(bar: BulletBar) -> Html:
    """The bar of a value with its target as a tick, or as the bar below it."""
    reach = bar.reach or max(bar.value, bar.target or 0) * (ROOM if bar.target else 1) or 1
    place = f"--v:{max(0.0, bar.value) / reach:.1%};--t:{(bar.target or 0) / reach:.1%}"
    mark = "" if bar.target is None else tag("s") if bar.pace else tag("u")
    value = tag("i", look="ob-hatch" if bar.young else "")
    return block("ob-bar ob-bar-two" if bar.pace else "ob-bar", value, mark, style=place, aria_hidden="true")


def _line(parts: tuple[str, ...]) -> Html:
    return block("ob-against", *(inline("", emphasised(part)) for part in parts)) if parts else NOTHING
