"""A recognised block against its format: what its cells and rows are, and what is wrong with them.

The SQL that casts, the checks, the preview of a file and the workbooks that are given back. Imports recognition and
everything before it; stores nothing.
"""
