"""Spreadsheets, small and big, new and old."""
