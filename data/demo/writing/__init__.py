"""Workbooks of plain cells, new and old."""
