"""Workbooks written part by part, so that what is odd in them is meant."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape

import xlwt

from tests.spreadsheets.packed import Parts, archive

Cells = Sequence[object]
Rows = Sequence["str | Cells"]
"""Rows; one written as a text holds texts with bars between them."""

DAY_ZERO, DAY_ZERO_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = (0, 14, 22, 46)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
    + "".join(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number in FORMATS)
    + "</cellXfs></styleSheet>"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is computed; `value` is what it last came to, None if no program ever computed it."""

    text: str
    value: float | str | None = None


@dataclass(frozen=True, slots=True)
class Error:
    """A cell that shows an error such as #DIV/0!."""

    shown: str = "#DIV/0!"


def cells_of(row: "str | Cells") -> Cells:
    """The cells of a row."""
    return row.split("|") if isinstance(row, str) else row


def place(row: int, column: int) -> str:
    """The address of a cell, both numbers counted from 0."""
    letters = chr(65 + column) if column < 26 else chr(64 + column // 26) + chr(65 + column % 26)
    return f"{letters}{row + 1}"


def xlsx(
    rows: Rows,
    sheet: str = "Sheet1",
    *,
    others: Mapping[str, Rows] | None = None,
    hidden: Sequence[str] = (),
    merged: Sequence[str] = (),
    dimension: str = "",
    since_1904: bool = False,
    parts: Parts | None = None,
    main: str = f"{TYPE}.sheet.main+xml",
    links: str = "",
) -> bytes:
    """A workbook; `others` are further sheets, `merged` and `dimension` of the first one, `parts` more of its parts."""
    sheets = {sheet: rows, **(others or {})}
    zero = DAY_ZERO_OF_1904 if since_1904 else DAY_ZERO
    hiding = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}"{hiding.get(name, "")} r:id="rId{at}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    targets = "".join(
        f'<Relationship Id="rId{at}" Type="{LINKS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{TYPE}.worksheet+xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    settings = '<workbookPr date1904="1"/>' if since_1904 else ""
    return archive(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>{overrides}</Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{settings}'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{targets}'
            f'<Relationship Id="rIdStyles" Type="{LINKS}/styles" Target="styles.xml"/>{links}</Relationships>',
            "xl/styles.xml": STYLES,
            **{
                f"xl/worksheets/sheet{at}.xml": _sheet(
                    lines, zero, merged if at == 1 else (), dimension if at == 1 else ""
                )
                for at, lines in enumerate(sheets.values(), start=1)
            },
            **(parts or {}),
        }
    )


def _sheet(rows: Rows, zero: datetime, merged: Sequence[str], dimension: str) -> str:
    lines = "".join(
        f'<row r="{at + 1}">{"".join(_cells(at, cells_of(row), zero))}</row>\n' for at, row in enumerate(rows) if row
    )
    size = f'<dimension ref="{dimension}"/>' if dimension else ""
    ranges = "".join(f'<mergeCell ref="{cells}"/>' for cells in merged)
    merges = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{size}<sheetData>{lines}</sheetData>{merges}</worksheet>'


def _cells(row: int, cells: Cells, zero: datetime) -> Iterator[str]:
    for column, value in enumerate(cells):
        if value is not None and value != "":
            yield f'<c r="{place(row, column)}"{_content(value, zero)}</c>'


def _content(value: object, zero: datetime) -> str:
    if isinstance(value, str):
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'
    if isinstance(value, Error):
        return f' t="e"><v>{value.shown}</v>'
    if isinstance(value, Formula):
        kind = ' t="str"' if isinstance(value.value, str) else ""
        recorded = "" if value.value is None else f"<v>{value.value}</v>"
        return f"{kind}><f>{escape(value.text)}</f>{recorded}"
    if isinstance(value, datetime):
        return f' s="2"><v>{(value - zero) / timedelta(days=1):.10g}</v>'
    if isinstance(value, date):
        return f' s="1"><v>{(datetime.combine(value, time()) - zero).days}</v>'
    if isinstance(value, timedelta):
        return f' s="3"><v>{value / timedelta(days=1):.15g}</v>'
    return f"><v>{value}</v>"


def xls(rows: Rows, sheet: str = "Sheet1", others: Mapping[str, Rows] | None = None, since_1904: bool = False) -> bytes:
    """A workbook in the binary format of 1997."""
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = since_1904
    for name, lines in {sheet: rows, **(others or {})}.items():
        page = book.add_sheet(name)
        for at, row in enumerate(lines):
            for column, value in enumerate(cells_of(row)):
                if isinstance(value, date):
                    page.write(at, column, value, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
                elif value is not None and value != "":
                    page.write(at, column, value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
