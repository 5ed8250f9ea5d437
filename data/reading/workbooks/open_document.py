"""Workbooks of OpenDocument whose XML was written with a line for each cell, which the reader takes for text."""

import re
import zipfile
from pathlib import Path

from data.reading.workbooks.sheet_xml import DAMAGED

CONTENT = "content.xml"
BETWEEN = re.compile(rb">\s+<(?=/?table:)")
INDENTED = re.compile(rb"<table:table-row[^>]*>\s+<")


def tightened(path: Path) -> Path:
    """A copy of an indented workbook without the white space between its cells; the workbook itself if it has none."""
    try:
        with zipfile.ZipFile(path) as archive:
            content = archive.read(CONTENT)
            if not INDENTED.search(content):
                return path
            copy = path.with_name(f"{path.name}-tightened")
            with zipfile.ZipFile(copy, "w") as tight:
                for name in {"mimetype", "META-INF/manifest.xml"} & set(archive.namelist()):
                    tight.writestr(name, archive.read(name))
                tight.writestr(CONTENT, BETWEEN.sub(b"><", content))
    except DAMAGED:
        return path
    return copy
