"""The shipped faces: how wide their characters are, and which face draws a character."""

import re
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
NO_GLYPH = "□"
_LOADING = Lock()


class Face(Enum):
    """A weight of a family; its value is the stem of its file."""

    SANS = "sans"
    BOLD = "sans-bold"
    SERIF = "serif-bold"


class Embedded(TTFont):
    """A font whose characters beyond the first 65,536 can be copied out of a PDF like all others."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Adds the font's objects to a document; ReportLab writes <2CC56> where PDF wants UTF-16: <D873DC56>."""
        super().addObjects(doc)
        for name, found in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:"):
                found.content = re.sub("<([0-9A-F]{5,6})>", _in_utf16, found.content)


def _in_utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def font(face: Face) -> TTFont:
    """The font of a face, ready to be embedded."""
    with _LOADING:
        loaded = Embedded(face.value, FONTS / f"{face.value}.ttf")
        registerFont(loaded)
    return loaded


@cache
def character_width(character: str, face: Face) -> float:
    """The width of one character in parts of the size; what no face has is as wide as the □ that stands for it."""
    face_used = face_of(character, face)
    return font(face_used or Face.SANS).face.charWidths[ord(character if face_used else NO_GLYPH)] / 1000


def width_of(text: str, face: Face) -> float:
    """The width of a text in parts of its size."""
    return sum(character_width(character, face) for character in text)


@cache
def face_of(character: str, face: Face) -> Face | None:
    """The face that draws a character: its own, else the plain one; None where neither has it."""
    return next((each for each in (face, Face.SANS) if ord(character) in font(each).face.charWidths), None)


def drawable(text: str, face: Face) -> list[tuple[str, Face]]:
    """The text in pieces of one face each, with a □ for what no face has."""
    pieces = []
    for face_used, characters in groupby(text, lambda character: face_of(character, face)):
        piece = "".join(characters)
        pieces.append((piece if face_used else NO_GLYPH * len(piece), face_used or Face.SANS))
    return pieces
