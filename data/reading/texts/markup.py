"""Web pages and XML that back offices save under the name .xls, to sheets of text cells."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pyarrow as pa

from data.reading.cells import as_cells
from data.reading.texts.text_file import decoded

SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
XML_HEAD = re.compile(r"^\s*\ufeff?\s*<\?xml[^>]*\?>")
ENDING = ("table", "tr", "td", "th")
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


class NoTable(Exception):
    """Markup without a table in it."""


def sheets(content: bytes) -> list[tuple[str, pa.Table]]:
    """Each table's name, empty in a web page, and its cells as texts; raises NoTable where there is none."""
    text = _text(content)
    found = _of_workbook(text) if "urn:schemas-microsoft-com:office:spreadsheet" in text[:4096] else _of_page(text)
    if not found:
        raise NoTable
    return found


def _text(content: bytes) -> str:
    named = DECLARED.search(content[:4096])
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("gb18030" if named[1].lower().startswith(b"gb") else named[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content)[0]


class _Tables(HTMLParser):
    """The rows of every table of a page; a cell over several columns leaves the ones it covers empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; the one before may lack its end."""
        if tag in ENDING:
            self._end_cell()
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._cell, self._span = [], _whole(dict(attrs).get("colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, and with a row or a table its last one."""
        if tag in ENDING:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take up a cell's text."""
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.tables[-1][-1] += ["".join(self._cell).strip(), *[""] * (self._span - 1)]
            self._cell = None


def _whole(text: str | None, most: int = 1000) -> int:
    return min(int(text), most) if text and text.isdigit() and int(text) else 1


def _of_page(text: str) -> list[tuple[str, pa.Table]]:
    page = _Tables()
    page.feed(text)
    page.close()
    return [("", as_cells(rows, first_row=1)) for rows in page.tables if any(map(any, rows))]


def _of_workbook(text: str) -> list[tuple[str, pa.Table]]:
    """The sheets of an XML spreadsheet of 2003, which leaves out empty rows and cells and numbers the next one."""
    try:
        workbook = ElementTree.fromstring(XML_HEAD.sub("", text, count=1))
    except ElementTree.ParseError as error:
        raise NoTable from error
    return [
        (sheet.get(f"{SPREADSHEET}Name", ""), as_cells(_rows(sheet), first_row=1))
        for sheet in workbook.iter(f"{SPREADSHEET}Worksheet")
    ]


def _rows(sheet: ElementTree.Element) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in sheet.iter(f"{SPREADSHEET}Row"):
        rows += [[] for _ in range(_index(row, LAST_ROW) - 1 - len(rows))]
        cells: list[str] = []
        for cell in row.iter(f"{SPREADSHEET}Cell"):
            cells += [""] * (_index(cell, LAST_COLUMN) - 1 - len(cells))
            cells.append("".join(cell.itertext()).strip())
        rows.append(cells)
    return rows


def _index(element: ElementTree.Element, most: int) -> int:
    return _whole(element.get(f"{SPREADSHEET}Index"), most)
