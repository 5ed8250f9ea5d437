"""python -m tests.reports.make_fonts FOLDER: the shipped fonts, cut from the Noto CJK collections in a folder.

Run by hand when the fonts are to change; it needs fontTools, which the board itself does not.
"""

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).parents[2] / "reports" / "fonts"
CUT = {
    "sans": ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", True),
    "sans-bold": ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC Bold", False),
    "serif-bold": ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC Bold", False),
}
"""File, name in the collection, and whether it holds everything of GBK or only what GB 2312 has."""

SYMBOLS = (
    range(0x20, 0x17F),
    range(0x2010, 0x2044),
    range(0x2190, 0x219A),
    range(0x2460, 0x2474),
    range(0xFF01, 0xFFE6),
)
MARKS = "¥€−×÷±≈≠≤≥√∞‰℃№™○●◎◇◆□■△▲▽▼☆★✓✗"
TOLERANCE = 1.0
"""How far, in thousandths of the size, a TrueType curve may lie off the original."""


NO_PROGRAMS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)


def characters(whole: bool) -> set[int]:
    """The code points a font shall hold."""
    found = {code for span in SYMBOLS for code in span} | set(map(ord, MARKS))
    found |= set(map(ord, (HERE / "rare.txt").read_text(encoding="utf-8")))
    if whole:
        found |= set(range(0x4E00, 0xA000))
    plane = (code for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000)
    return found | {code for code in plane if len(chr(code).encode("gbk" if whole else "gb2312", "ignore")) == 2}


def cut(font: TTFont, wanted: set[int]) -> TTFont:
    """A font with only those characters and without what only typesetting programs use."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, desubroutinize=True, glyph_names=False)
    options.drop_tables += ["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def outlined(font: TTFont) -> TTFont:
    """The same font with TrueType curves, which every PDF writer can embed."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    del font["CFF "]
    font["post"].formatType = 3.0
    font["maxp"] = _maxima(len(order))
    font.sfntVersion = "\x00\x01\x00\x00"
    return font


def _maxima(glyphs: int) -> object:
    table = newTable("maxp")
    table.tableVersion, table.numGlyphs = 0x00010000, glyphs
    for field in NO_PROGRAMS:
        setattr(table, field, 0)
    table.maxZones = 1
    return table


def main(folder: Path) -> None:
    """Writes every font into the folder of the shipped ones."""
    for stem, (collection, name, whole) in CUT.items():
        faces = TTCollection(folder / collection, lazy=True).fonts
        face = next(each for each in faces if each["name"].getDebugName(4) == name)
        outlined(cut(face, characters(whole))).save(HERE / f"{stem}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
