"""A key number on a slide: label, judgement, value, bullet bar, and what it is compared with."""

from collections.abc import Sequence
from typing import Any

from metrics.wording.figure import figure
from palette import LIGHT
from reports.powerpoint.marks import block, hatched, judged, rule
from reports.powerpoint.words import fitting, label, rows, style, wide
from reports.slide.box import Box
from reports.slide.slide import KeyNumber
from reports.slide.stamp import PROVISIONAL_WORD
from text import Language

BAR = 26
ABOVE, WITHOUT_BAR = 228, 194
"""How far below its rule the lines of a key number begin."""


def number(slide: Any, box: Box, of: KeyNumber, above: float, language: Language) -> None:
    """Draw one key number into its box, its lines so far below its rule."""
    rule(slide, box.x, box.y, box.width, 3, LIGHT.heavy)
    text, room = of.label.to(language), box.width - wide(of.judgement.level.word.to(language), 30) - 54
    size = fitting(text, 30, room)
    lines = 2 if wide(text, size) > room else 1
    where = Box(box.x, box.y + 16 - 8 * (lines - 1), room, 42 * lines)
    label(slide, where, text, size, bold=True)
    _judgement(slide, box, of, language)
    _value(slide, Box(box.x, box.y + 62, box.width, 124), of, language)
    _bullet(slide, Box(box.x, box.y + 186, box.width, BAR), of)
    y = box.y + above
    for at, line in enumerate(of.lines):
        ink = LIGHT.ink if at == 0 else LIGHT.ink2
        words = line.to(language)
        tall = _tall(words, box.width)
        label(slide, Box(box.x, y, box.width, tall), words, fitting(words, 28, box.width), ink=ink)
        y += tall


def row(slide: Any, box: Box, every: Sequence[KeyNumber], language: Language) -> float:
    """Draw key numbers side by side; returns how many pixels of the page they take with the gap below them."""
    above = ABOVE if any(of.amount.value is not None and (of.pace or of.target) for of in every) else WITHOUT_BAR
    across = box.across(max(len(every), 3), 48)
    for of, each in zip(every, across, strict=False):
        number(slide, each, of, above, language)
    return above + max(sum(_tall(line.to(language), across[0].width) for line in of.lines) for of in every) + 24


def _tall(words: str, width: float) -> float:
    return 32 * rows(words, fitting(words, 28, width), width) + 8


def _judgement(slide: Any, box: Box, of: KeyNumber, language: Language) -> None:
    word = of.judgement.level.word.to(language)
    room = wide(word, 30) + 6
    judged(slide, of.judgement.level, box.x + box.width - room - 36, box.y + 24, 26, word)
    where = Box(box.x + box.width - room, box.y + 16, room, 42)
    label(slide, where, word, 30, bold=True, align="right", wrap=False)


def _value(slide: Any, box: Box, of: KeyNumber, language: Language) -> None:
    shown = figure(of.amount.value, of.amount.unit, language)
    text = " ".join([shown.unit, *([PROVISIONAL_WORD.to(language)] if of.amount.young else [])]).strip()
    small = 24 if of.amount.young else 30
    room = box.width - wide(f" {text}", small)
    frame = label(slide, box, shown.number, min(100, 100 * room / wide(shown.number, 100)), bold=True, anchor="bottom")
    if text:
        style(frame.paragraphs[0].add_run(), f" {text}", small, ink=LIGHT.ink2)


def _bullet(slide: Any, box: Box, of: KeyNumber) -> None:
    value, target = of.amount.value, of.pace if of.pace is not None else of.target
    if value is None or not target:
        return
    longest = max(float(value), float(target)) * 1.12
    block(slide, box, LIGHT.band)
    bar = Box(box.x, box.y + BAR * 0.22, box.width * max(float(value), 0) / longest, BAR * 0.56)
    if of.amount.young:
        hatched(slide, bar, LIGHT.accent)
    else:
        block(slide, bar, LIGHT.accent)
    if of.pace is not None:
        block(slide, Box(box.x, box.y + BAR - 4, box.width * float(target) / longest, 6), LIGHT.reference)
    else:
        block(slide, Box(box.x + box.width * float(target) / longest - 2, box.y - 3, 4, BAR + 6), LIGHT.ink)
