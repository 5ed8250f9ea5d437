"""A key number on a slide: label, judgement, value, bullet bar, and what it is compared with."""

from typing import Any

from metrics.figure import figure
from palette import LIGHT
from reports.box import Box
from reports.powerpoint.marks import block, judged, rule
from reports.powerpoint.words import fitting, label, style, wide
from reports.slide import KeyNumber
from reports.stamp import PROVISIONAL_WORD
from text import Language

BAR = 26


def number(slide: Any, box: Box, of: KeyNumber, language: Language) -> None:
    """Draw one key number into its box."""
    rule(slide, box.x, box.y, box.width, 3, LIGHT.heavy)
    label(slide, Box(box.x, box.y + 16, box.width - 150, 42), of.label.to(language), 30, bold=True)
    _judgement(slide, box, of, language)
    _value(slide, Box(box.x, box.y + 62, box.width, 124), of, language)
    _bullet(slide, Box(box.x, box.y + 186, box.width, BAR), of)
    for at, line in enumerate(of.lines):
        ink = LIGHT.ink if at == 0 else LIGHT.ink2
        words = line.to(language)
        label(slide, Box(box.x, box.y + 228 + 40 * at, box.width, 40), words, fitting(words, 28, box.width), ink=ink)


def _judgement(slide: Any, box: Box, of: KeyNumber, language: Language) -> None:
    word = of.judgement.level.word.to(language)
    room = wide(word, 30) + 6
    judged(slide, of.judgement.level, box.x + box.width - room - 36, box.y + 24, 26, word)
    where = Box(box.x + box.width - room, box.y + 16, room, 42)
    label(slide, where, word, 30, bold=True, align="right", wrap=False)


def _value(slide: Any, box: Box, of: KeyNumber, language: Language) -> None:
    shown = figure(of.amount.value, of.amount.unit, language)
    said = " ".join([shown.unit, *([PROVISIONAL_WORD.to(language)] if of.amount.young else [])]).strip()
    room = box.width - wide(f" {said}", 30)
    frame = label(slide, box, shown.number, min(100, 100 * room / wide(shown.number, 100)), bold=True, anchor="bottom")
    if said:
        style(frame.paragraphs[0].add_run(), f" {said}", 30, ink=LIGHT.ink2)


def _bullet(slide: Any, box: Box, of: KeyNumber) -> None:
    value, target = of.amount.value, of.pace if of.pace is not None else of.target
    if value is None or not target:
        return
    longest = max(float(value), float(target)) * 1.12
    block(slide, box, LIGHT.band)
    block(slide, Box(box.x, box.y + BAR * 0.22, box.width * max(float(value), 0) / longest, BAR * 0.56), LIGHT.accent)
    if of.pace is not None:
        block(slide, Box(box.x, box.y + BAR - 4, box.width * float(target) / longest, 6), LIGHT.reference)
    else:
        block(slide, Box(box.x + box.width * float(target) / longest - 2, box.y - 3, 4, BAR + 6), LIGHT.ink)
