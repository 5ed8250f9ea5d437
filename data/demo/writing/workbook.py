"""A plain .xlsx in the fewest parts that every spreadsheet program opens: fast, and the same bytes every time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = str | int | float | date | None
Rows = Iterable[Sequence[Cell]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN = 'numFmtId="{}" fontId="0" fillId="0" borderId="0"'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    "</fills>"
    f'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf {_PLAIN.format(0)}/></cellStyleXfs>'
    f'<cellXfs count="2"><xf {_PLAIN.format(0)} xfId="0"/><xf {_PLAIN.format(14)} xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_DAY_ZERO = date(1899, 12, 30)


def write_workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write sheets by name; None and "" leave a cell empty, a date becomes a date cell. Returns the path."""
    with ZipFile(path, "w") as archive:
        for name, xml in _parts(sheets):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml, compresslevel=3)
    return path


def _parts(sheets: Mapping[str, Rows]) -> Iterable[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    overrides = {"workbook": "sheet.main", "styles": "styles"} | {f"worksheets/sheet{n}": "worksheet" for n in numbers}
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/xl/{p}.xml" ContentType="{_TYPE}.{t}+xml"/>' for p, t in overrides.items())
        + "</Types>",
    )
    yield "_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")})
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, sheets, strict=True)
    )
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets></workbook>'
    links = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
    yield "xl/_rels/workbook.xml.rels", _relations(links | {"rIdStyles": ("styles", "styles.xml")})
    yield "xl/styles.xml", _STYLES
    for n, rows in zip(numbers, sheets.values(), strict=True):
        yield f"xl/worksheets/sheet{n}.xml", _sheet(rows)


def _relations(links: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"/>' for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _sheet(rows: Rows) -> str:
    letters: list[str] = []
    lines = []
    for number, row in zip(count(1), rows, strict=False):
        letters += [_letter(n) for n in range(len(letters), len(row))]
        cells = "".join(
            [
                _cell(f"{letter}{number}", cell)
                for letter, cell in zip(letters, row, strict=False)
                if cell is not None and cell != ""
            ]
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, cell: str | float | date) -> str:
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    if isinstance(cell, date):
        return f'<c r="{place}" s="1"><v>{(cell - _DAY_ZERO).days}</v></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'


def _letter(n: int) -> str:
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
