"""Text, markup and OpenDocument files, as back offices and people write them."""

from html import escape

from tests.spreadsheets.packed import archive
from tests.spreadsheets.workbooks import Rows, cells_of

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
OF_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def text(*lines: str, encoding: str = "gb18030") -> bytes:
    """Lines with the line ends of Windows."""
    return "".join(f"{line}\r\n" for line in lines).encode(encoding)


def page(rows: Rows) -> bytes:
    """A web page with one table, in GBK."""
    lines = _lines(rows, "<tr>", "<td>{}</td>", "</tr>\n")
    return f'<html><head><meta charset="gb2312"></head><body><table>\n{lines}</table></body></html>'.encode("gb18030")


def xml_2003(rows: Rows, sheet: str = "Sheet1") -> bytes:
    """An XML spreadsheet of 2003."""
    lines = _lines(rows, "<Row>", '<Cell><Data ss:Type="String">{}</Data></Cell>', "</Row>\n")
    return (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{OF_2003}"'
        f' xmlns:ss="{OF_2003}"><Worksheet ss:Name="{sheet}"><Table>\n{lines}</Table></Worksheet></Workbook>'
    ).encode()


def ods(rows: Rows, sheet: str = "Sheet1") -> bytes:
    """An OpenDocument spreadsheet."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = _lines(rows, "<table:table-row>", cell, "</table:table-row>")
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OFFICE}:office:1.0"'
        f' xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{sheet}">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    listed = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return archive({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": listed})


def _lines(rows: Rows, begin: str, cell: str, end: str) -> str:
    """Rows in markup; the place of a cell's text is {}."""
    return "".join(
        begin + "".join(cell.replace("{}", escape(str(text))) for text in cells_of(row)) + end for row in rows
    )
