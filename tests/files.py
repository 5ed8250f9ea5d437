"""Spreadsheet files as back offices and people write them, made for a test."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl

Row = Sequence[object]


def xlsx(path: Path, rows: Sequence[Row], sheet: str = "Sheet1", **others: Sequence[Row]) -> Path:
    """A workbook; `others` are further sheets by name."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, lines in {sheet: rows, **others}.items():
        page = workbook.create_sheet(name)
        for line in lines:
            page.append(list(line))
    workbook.save(path)
    return path


def text_file(path: Path, rows: Sequence[Row], encoding: str = "gb18030", delimiter: str = ",") -> Path:
    """A CSV file as a back office writes it."""
    lines = io.StringIO()
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    path.write_bytes(lines.getvalue().encode(encoding))
    return path
