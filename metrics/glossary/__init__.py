"""The catalogue as rows, for the page of definitions, the documents and the command line.

Imports judgement and everything before it.
"""
