"""A slide in words, for who hears it read instead of seeing it."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from metrics.wording.figure import spelled
from metrics.wording.scale import Scale
from reports.slide.slide import Bars, Curve, Part, Slide, Table, Trend, Waterfall
from reports.slide.written import cell, heads, number, plain, scale_of_chart
from text import Language

STOP = {"zh": "。", "en": ". "}


def spoken_text(slide: Slide, language: Language) -> str:
    """Topic, numbers with their judgement, parts and findings, one sentence each."""
    return STOP[language].join(piece.strip("。. ") for piece in _pieces(slide, language)) + STOP[language].strip()


def _pieces(slide: Slide, language: Language) -> Iterator[str]:
    yield slide.topic.to(language)
    for key in slide.numbers:
        judgement = f"{key.judgement.level.word.to(language)} ({key.judgement.reason.to(language)})"
        yield f"{key.label.to(language)} {key.amount.formatted(language)} {judgement}"
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
    else:
        scale = scale_of_chart(part, language)
        yield _values(part, scale, language)
        yield scale.unit


@singledispatch
def _values(part: Any, scale: Scale, language: Language) -> str:
    """The values of a chart, each with its name where it has one."""
    raise TypeError(f"no words for {type(part)}")


@_values.register
def _(part: Trend, scale: Scale, language: Language) -> str:
    return ", ".join(number(value, scale) for value in part.weeks.values if value is not None)


@_values.register
def _(part: Waterfall, scale: Scale, language: Language) -> str:
    return ", ".join(f"{s.label.to(language)} {number(s.value, scale)}" for s in (*part.steps, part.result))


@_values.register
def _(part: Bars, scale: Scale, language: Language) -> str:
    return ", ".join(f"{bar.label.to(language)} {number(bar.value, scale)}" for bar in part.bars)


@_values.register
def _(part: Curve, scale: Scale, language: Language) -> str:
    values = [value for value in (*part.done, *part.forecast) if value is not None]
    return spelled(values[-1], part.unit, language) if values else ""


def _rows(part: Table, language: Language) -> Iterator[str]:
    named = heads(part, language)
    for row in part.rows:
        yield ", ".join(cell(value, head, language) for value, head in zip(row, named, strict=True)) + ";"
