"""Breaking a sentence into lines as Chinese is set: no line starts with a closing mark, no number leaves its unit."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reports.drawing.marks import Run
from reports.drawing.text.faces import Face, character_width

CLOSING = "、，。；：？！）】》」』〉”’…—%‰℃·,.;:?!)]}>›»〕～"
OPENING = "（【《「『〈“‘¥([{‹«〔#"
UNITS = "万亿元点天人单次件分秒小时周月日号年倍个份种百家条"
_NUMBER = rf"[+−-]?\d[\d,.:/]*(?:[{UNITS}%]+|[KMBx]?(?: yuan)?\b)?"
_WORD = r"[^\W\d_\u2e80-\uffef\U00020000-\U0003ffff][^\s\u2e80-\uffef\U00020000-\U0003ffff]*"
_BEFORE = (
    rf"\s+|(?:[{re.escape(OPENING)}]\s?)*(?:[万亿][{UNITS}]|个?百分点|分钟|小时|{_NUMBER}|{_WORD}|[↑↓][\d,.]+[%点]?|"
)
_AFTER = rf")(?:\s*[{re.escape(CLOSING)}])*"
NAME = 14
"""So many Chinese characters in a row are a name in a sentence of Latin words, and are not parted."""

_ATOM = re.compile(f"{_BEFORE}.{_AFTER}", re.DOTALL)
_AMONG_LATIN = re.compile(rf"{_BEFORE}[\u2e80-\u9fff]{{1,{NAME}}}|.{_AFTER}", re.DOTALL)
_LATIN, _CHINESE = re.compile(r"[A-Za-z]"), re.compile(r"[\u2e80-\u9fff]")

Styled = list[tuple[str, Run]]
"""Characters, each with the run that it takes face and colour from."""


def styled(runs: Sequence[Run]) -> Styled:
    """The characters of some runs."""
    return [(character, run) for run in runs for character in run.text]


def wrapped(runs: Sequence[Run], width: float, size: float) -> list[tuple[Run, ...]]:
    """Lines no wider than `width`, as many as it takes; a word wider than a line is broken inside."""
    return list(_lines(tuple(runs), width / size))


@lru_cache(4096)
def _lines(runs: tuple[Run, ...], width: float) -> tuple[tuple[Run, ...], ...]:
    lines: list[Styled] = [[]]
    used = 0.0
    for piece, needed in _pieces(runs, width):
        space = piece[0][0].isspace()
        if lines[-1] and not space and used + needed > width + 1e-6:
            lines.append([])
            used = 0.0
        if lines[-1] or not space:
            lines[-1] += piece
            used += needed
    return tuple(_joined(_trimmed(line)) for line in lines if _trimmed(line))


def _pieces(runs: tuple[Run, ...], width: float) -> Iterator[tuple[Styled, float]]:
    """What stays in one line, with its width: whole atoms, and each character of those wider than a line."""
    for atom, wide in _measured(runs):
        if wide <= width or atom[0][0].isspace():
            yield atom, wide
        else:
            yield from (([each], _wide([each], 1)) for each in atom)


@lru_cache(1024)
def _measured(runs: tuple[Run, ...]) -> tuple[tuple[Styled, float], ...]:
    return tuple((atom, _wide(atom, 1)) for atom in _atoms(styled(runs)))


def balanced(runs: Sequence[Run], width: float, size: float) -> list[tuple[Run, ...]]:
    """The same number of lines, as equally long as can be."""
    lines = wrapped(runs, width, size)
    narrow, wide = width / 2, width
    while len(lines) > 1 and wide - narrow > size / 2:
        middle = (narrow + wide) / 2
        if len(wrapped(runs, middle, size)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrapped(runs, wide, size) if len(lines) > 1 else lines


def wide(runs: Sequence[Run], size: float) -> float:
    """How many pixels of the page the runs take in one line."""
    return _wide(styled(runs), size)


def widest_atom(runs: Sequence[Run], size: float) -> float:
    """How many pixels of the page the widest piece takes that is not broken."""
    return max((_wide(_trimmed(atom), size) for atom in _atoms(styled(runs))), default=0.0)


def important(words: Sequence[tuple[str, bool]], face: Face = Face.SANS) -> tuple[Run, ...]:
    """Runs of a sentence whose important pieces are bold."""
    return tuple(Run(text, Face.BOLD if bold else face) for text, bold in words)


def _atoms(characters: Styled) -> list[Styled]:
    text = "".join(character for character, _ in characters)
    pieces = _AMONG_LATIN if len(_LATIN.findall(text)) > len(_CHINESE.findall(text)) else _ATOM
    return [characters[found.start() : found.end()] for found in pieces.finditer(text)]


def _wide(characters: Styled, size: float) -> float:
    return sum(character_width(character, run.face) for character, run in characters) * size


def _trimmed(characters: Styled) -> Styled:
    end = len(characters)
    while end and characters[end - 1][0].isspace():
        end -= 1
    return characters[:end]


def _joined(characters: Styled) -> tuple[Run, ...]:
    runs: list[Run] = []
    for character, run in characters:
        if runs and (runs[-1].face, runs[-1].colour) == (run.face, run.colour):
            runs[-1] = Run(runs[-1].text + character, run.face, run.colour)
        else:
            runs.append(Run(character, run.face, run.colour))
    return tuple(runs)
