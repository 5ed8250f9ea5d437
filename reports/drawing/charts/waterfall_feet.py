"""What stands under the bars of a waterfall: the name of each step and a note, centred."""

from collections.abc import Iterator, Sequence

from reports.drawing.density import Density
from reports.drawing.marks import SMALLEST, Box, Run, Words
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import widest_atom
from reports.drawing.text.writing import paragraph, tall
from reports.slide.slide import WaterfallStep
from text import Language

ABOVE, SIDE_GAP, LEADING = 14, 3, 1.3


def feet(steps: Sequence[WaterfallStep], box: Box, density: Density, language: Language) -> Iterator[Words]:
    """Names and notes from the top of a box down, one place as wide as the next."""
    place = box.width / len(steps)
    size, small = _sizes(steps, place, density, language)
    for at, step in enumerate(steps):
        room = Box(box.x + at * place + SIDE_GAP, box.y + ABOVE, place - 2 * SIDE_GAP, 0)
        name, note = _name(step, language), _note(step, language)
        yield from paragraph(name, room, size, LEADING, "middle")
        under = Box(room.x, room.y + tall(name, room.width, size, LEADING), room.width, 0)
        yield from paragraph(note, under, small, LEADING, "middle")


def feet_height(steps: Sequence[WaterfallStep], width: float, density: Density, language: Language) -> float:
    """How many pixels of the page the tallest of them takes."""
    place = width / len(steps)
    size, small = _sizes(steps, place, density, language)
    room = place - 2 * SIDE_GAP
    names = (tall(_name(step, language), room, size, LEADING) for step in steps)
    notes = (tall(_note(step, language), room, small, LEADING) for step in steps)
    return ABOVE + max(name + note for name, note in zip(names, notes, strict=True))


def _sizes(steps: Sequence[WaterfallStep], place: float, density: Density, language: Language) -> tuple[float, float]:
    """Of names, as large as leaves every word whole, and of notes."""
    widest = max(widest_atom(_name(step, language), 1) for step in steps)
    whole = int((place - 2 * SIDE_GAP) / widest) if widest else 30
    return max(SMALLEST, min(30, density.label, whole)), max(SMALLEST, min(26, density.small))


def _name(step: WaterfallStep, language: Language) -> tuple[Run, ...]:
    return (Run(step.label.to(language), Face.BOLD),)


def _note(step: WaterfallStep, language: Language) -> tuple[Run, ...]:
    return (Run(step.note.to(language) if step.note else "", Face.SANS, "ink2"),)
