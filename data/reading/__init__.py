"""Bytes of a file to sheets of text cells, in a process of their own that is watched and limited.

Imports formats alone: which headings are read it is handed.
"""
