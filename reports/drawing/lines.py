"""Finding lines: a short word in accent, one sentence, a rule above each."""

from collections.abc import Iterator, Sequence

from reports.drawing.density import Density
from reports.drawing.marks import Box, Mark, Run, rule
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import important, wide
from reports.drawing.text.writing import paragraph, tall
from reports.slide.slide import FindingLine
from reports.slide.written import runs
from text import Language

LEADING = 1.4
LEAST_INDENT = 120


def lines(found: Sequence[FindingLine], box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The findings from the top of a box down."""
    indent, y = _indent(found, density, language), box.y
    for line in found:
        yield rule(box, y)
        sentence = Box(box.x + indent, y + density.air, box.width - indent, 0)
        word = Box(box.x, y + density.air, indent, 0)
        yield from paragraph((Run(line.word.to(language), Face.BOLD, "accent"),), word, density.sentence, LEADING)
        yield from paragraph(_sentence(line, language), sentence, density.sentence, LEADING)
        y += _height(line, box.width - indent, density, language)


def lines_height(found: Sequence[FindingLine], width: float, density: Density, language: Language) -> float:
    """How many pixels of the page they take in all."""
    indent = _indent(found, density, language)
    return sum(_height(line, width - indent, density, language) for line in found)


def _indent(found: Sequence[FindingLine], density: Density, language: Language) -> float:
    words = [wide((Run(line.word.to(language), Face.BOLD),), density.sentence) for line in found]
    return max([LEAST_INDENT, *(word + 1.5 * density.sentence for word in words)])


def _height(line: FindingLine, width: float, density: Density, language: Language) -> float:
    return tall(_sentence(line, language), width, density.sentence, LEADING) + 2 * density.air


def _sentence(line: FindingLine, language: Language) -> tuple[Run, ...]:
    return important(list(runs(line.sentence.to(language))))
