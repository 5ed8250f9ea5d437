"""Workbooks and archives out of their parts, also such as no library would write."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
BOOK = f"""<workbook {NAMESPACE} xmlns:r="{RELATIONS}"><sheets>
<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"""
LINKS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
ROOT = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, rows: str, shared: str = "", **others: bytes) -> Path:
    """A workbook of one sheet out of raw XML; `others` are further parts by name."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/sharedStrings.xml": f"<sst {NAMESPACE}>{shared}</sst>",
        SHEET: rows
        if rows.startswith("<?xml")
        else f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>",
        **others,
    }
    return archive(path, parts)


def archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip archive of files by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path
