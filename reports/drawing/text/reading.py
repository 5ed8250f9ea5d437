"""A slide in words, for who hears it read instead of seeing it."""

from collections.abc import Iterator

from metrics.wording.figure import spelled
from reports.slide.slide import Bars, Curve, Part, Slide, Table, Trend, Waterfall
from reports.slide.written import cell, heads, number, plain, scale_of_chart
from text import Language

STOP = {"zh": "。", "en": ". "}


def said(slide: Slide, language: Language) -> str:
    """Topic, numbers with their judgement, parts and findings, one sentence each."""
    return STOP[language].join(piece.strip("。. ") for piece in _pieces(slide, language)) + STOP[language].strip()


def _pieces(slide: Slide, language: Language) -> Iterator[str]:
    yield slide.topic.to(language)
    for key in slide.numbers:
        judgement = f"{key.judgement.level.word.to(language)} ({key.judgement.reason.to(language)})"
        yield f"{key.label.to(language)} {key.amount.said(language)} {judgement}"
    for part in slide.parts:
        yield " ".join(_part(part, language))
    for line in slide.lines:
        yield f"{line.word.to(language)} {plain(line.sentence.to(language))}"
    if slide.waits:
        yield slide.waits.to(language)


def _part(part: Part, language: Language) -> Iterator[str]:
    yield part.title.to(language)
    if isinstance(part, Table):
        yield from _rows(part, language)
        return
    scale = scale_of_chart(part, language)
    if isinstance(part, Trend):
        known = [value for value in part.weeks.values if value is not None]
        yield ", ".join(number(value, scale) for value in known)
    elif isinstance(part, Waterfall):
        yield ", ".join(f"{s.label.to(language)} {number(s.value, scale)}" for s in (*part.steps, part.result))
    elif isinstance(part, Bars):
        yield ", ".join(f"{bar.label.to(language)} {number(bar.value, scale)}" for bar in part.bars)
    elif isinstance(part, Curve):
        known = [value for value in (*part.done, *part.forecast) if value is not None]
        yield spelled(known[-1], part.unit, language) if known else ""
    yield scale.unit


def _rows(part: Table, language: Language) -> Iterator[str]:
    named = heads(part, language)
    for row in part.rows:
        yield ", ".join(cell(value, head, language) for value, head in zip(row, named, strict=True)) + ";"
