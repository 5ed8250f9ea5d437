"""Slides as tests read them: a part, the words of a row, the sum of what a waterfall adds up."""

import re
from decimal import Decimal

from metrics.judgement.limits import Judgement
from reports.deck.deck import APPENDIX
from reports.numbers.query import WeekQuery
from reports.slide.slide import Bars, Cell, Slide, Table, Trend, Waterfall
from text import Text


def table(page: Slide) -> Table:
    """The first table of a slide."""
    return next(part for part in page.parts if isinstance(part, Table))


def bars(page: Slide) -> Bars:
    """The first bars of a slide."""
    return next(part for part in page.parts if isinstance(part, Bars))


def trend(page: Slide) -> Trend:
    """The first trend of a slide."""
    return next(part for part in page.parts if isinstance(part, Trend))


def waterfall(page: Slide) -> Waterfall:
    """The waterfall of a slide."""
    return next(part for part in page.parts if isinstance(part, Waterfall))


def whole(key: str, query: WeekQuery) -> Slide:
    """A page of the appendix."""
    found = APPENDIX[key](query)
    assert found, f"no page {key}"
    return found


def words(row: tuple[Cell, ...]) -> list[object]:
    """A row as a Chinese reader sees it, numbers as they are."""
    return [
        cell.level.word.zh if isinstance(cell, Judgement) else cell.zh if isinstance(cell, Text) else cell
        for cell in row
    ]


def added_up(of: Waterfall) -> Decimal:
    """The reference and every step, to the cent."""
    return sum((Decimal(str(step.value)) for step in (of.reference, *of.steps)), Decimal(0))


def bare(words: str) -> str:
    """Words without white space, which a PDF or a picture may put anywhere."""
    return re.sub(r"\s", "", words)
