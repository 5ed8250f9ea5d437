"""The weekly deck as a workbook whose rates and sums are live formulas."""

from reports.workbook.file import workbook

__all__ = ["workbook"]
