"""Tables: figures to the right with equal-width digits, rows as cards on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.pieces.markup import Html, block, tag


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading; figures stand to the right, words to the left. `says` explains it on hovering."""

    label: str
    figures: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than its text: emphasised, or set back."""

    text: str
    look: str = ""


def strong(text: str) -> Cell:
    """A cell that carries the row's point."""
    return Cell(text, "ob-strong")


def thin(text: str) -> Cell:
    """A cell to be overlooked."""
    return Cell(text, "ob-thin")


def table(heads: Sequence[Head], rows: Sequence[Sequence[str | Cell]]) -> Html:
    """Rows under their heads; every row has as many cells as there are heads."""
    top = tag("tr", *(tag("th", head.label, look=_side(head), title=head.says) for head in heads))
    body = (tag("tr", *(_cell(head, cell) for head, cell in zip(heads, row, strict=True))) for row in rows)
    return tag("table", tag("thead", top), tag("tbody", *body), look="ob-table ob-cards")


def section(title: str, *parts: str, side: str = "", note: str = "") -> Html:
    """A rule, a title with what stands beside it and a note at its right, and below them the parts."""
    head = block(
        "ob-section-head",
        tag("b", title, role="heading", aria_level="2"),
        tag("span", side) if side else "",
        tag("span", note, look="ob-note ob-right") if note else "",
    )
    return block("ob-section", head, *parts)


def scrolled(name: str, content: Html) -> Html:
    """A long table in a window of its own, which the keyboard reaches under that name."""
    return block("ob-scroll", content, role="region", aria_label=name, tabindex="0")


def _side(head: Head) -> str:
    return "ob-num" if head.figures else ""


def _cell(head: Head, cell: str | Cell) -> Html:
    text, look = (cell.text, cell.look) if isinstance(cell, Cell) else (cell, "")
    return tag("td", text, look=" ".join(filter(None, (_side(head), look))), data_label=head.label)
