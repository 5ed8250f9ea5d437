"""Rows behind a number: the first of them on the page, all of them to take away."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from metrics.catalogue.orders.order_rows import MOST, Listing
from metrics.definition.metric import Unit
from metrics.wording.figure import MISSING, detail
from metrics.wording.rounding import Number
from text import Text
from ui.content import data_table
from ui.content.panel_content import Part, draw
from ui.panels import links
from ui.pieces.lines import empty_zone, page
from ui.pieces.markup import block
from ui.pieces.table import Cell, Head, section, table
from ui.session.language import say

SHOWN = 12
ALL = Text("共 {of} 行", "{of} rows")
SOME = Text("共 {of} 行，列出前 {shown} 行，其余在下载里", "{of} rows, the first {shown} here, all in the download")
CUT = Text("共 {of} 行，列出前 {shown} 行，下载里有前 {most} 行", "{of} rows, {shown} here, {most} in the download")
NO_ROWS = Text("期间没有明细", "No rows in these days")


def show(title: str, listing: Listing) -> None:
    """Draw what is `listed`."""
    draw(listed(title, listing))


def listed(title: str, listing: Listing) -> Iterator[Part]:
    """The rows of a listing under a title, with both downloads; where there are none a sentence."""
    if not listing.rows:
        yield page(empty_zone(title, say(NO_ROWS)))
        return
    heads = [Head(_head(head, unit), unit is not None) for head, unit in zip(listing.heads, listing.units, strict=True)]
    shown = [_line(row, listing) for row in listing.rows[:SHOWN]]
    phrase = ALL if listing.of <= SHOWN else SOME if listing.of <= MOST else CUT
    note = say(phrase.filled(of=f"{listing.of:,}", shown=SHOWN, most=f"{MOST:,}"))
    yield page(section(title, block("ob-wide", table(heads, shown)), note=note))
    yield data_table.only_files(
        title, [head.label for head in heads], [[_plain(value) for value in row] for row in listing.rows]
    )


def _head(head: Text, unit: Unit | None) -> str:
    """A column's name with the unit of its numbers, where the name does not say it."""
    text = say(head)
    unit_known = unit in (None, Unit.PEOPLE, Unit.ORDERS, Unit.TIMES, Unit.COUNT, Unit.HOURS) or text.endswith(
        ("）", ")")
    )
    return text if unit_known or unit is None else f"{text} {say(unit.word)}"


def _line(row: tuple, listing: Listing) -> list[str | Cell]:
    cells = [_written(value, unit) for value, unit in zip(row, listing.units, strict=True)]
    if listing.order is not None:
        cells[listing.order] = links.link(str(row[listing.order]), order=str(row[listing.order]))
    return list(cells)


def _written(value: object, unit: Unit | None) -> str:
    if value is None:
        return MISSING
    if isinstance(value, Text):
        return say(value)
    if unit is not None and isinstance(value, Number):
        return detail(value, unit).removesuffix("%")
    return f"{value:%m-%d %H:%M}" if isinstance(value, datetime) else str(value)


def _plain(value: object) -> object:
    """A cell as the file has it: numbers as numbers, days and moments as such."""
    if isinstance(value, Text):
        return say(value)
    return float(value) if isinstance(value, Decimal) else value
