"""How formats are declared: subjects and sources with their columns, headings, modes and mappings, and the problems
that a file can have. Imports only text, and its own kinds before everything else.
"""
