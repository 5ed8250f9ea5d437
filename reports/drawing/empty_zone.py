"""The designed empty zone: a band that names the files it waits for, never a zero and never a grey chart."""

from collections.abc import Iterator

from reports.drawing.density import Density
from reports.drawing.marks import Box, Mark, Rect, Run, rule
from reports.drawing.text.faces import Face
from reports.drawing.text.writing import paragraph, tall
from text import Language, Text

HEAD = Text("还缺文件", "Files are missing")
FILES = Text("等{files}。", "Waits for {files}.")
THEN = Text("文件导入之后，这一页自动写好。", "The page fills itself once the files are imported.")
PAD = 56


def waiting(files: Text, box: Box, density: Density, language: Language) -> Iterator[Mark]:
    """The zone at the top of a box, as tall as its words need."""
    height = waiting_height(files, box.width, density, language)
    yield Rect(Box(box.x, box.y, box.width, height), "band")
    yield rule(box, box.y, "heavy", 3)
    y = box.y + PAD
    for runs, size in _paragraphs(files, density, language):
        yield from paragraph(runs, Box(box.x + PAD, y, box.width - 2 * PAD, 0), size, 1.4)
        y += tall(runs, box.width - 2 * PAD, size, 1.4) + 12


def waiting_height(files: Text, width: float, density: Density, language: Language) -> float:
    """How many pixels of the page the zone takes."""
    paragraphs = _paragraphs(files, density, language)
    return 2 * PAD + sum(tall(runs, width - 2 * PAD, size, 1.4) + 12 for runs, size in paragraphs) - 12


def _paragraphs(files: Text, density: Density, language: Language) -> list[tuple[tuple[Run, ...], float]]:
    waits = FILES.filled(files=files).to(language)
    return [
        ((Run(HEAD.to(language), Face.BOLD, "ink"),), density.label),
        ((Run(waits, Face.SANS, "ink"),), density.sentence),
        ((Run(THEN.to(language), Face.SANS, "ink2"),), density.small),
    ]
