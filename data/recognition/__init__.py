"""Which format a block of cells is: matches of headings, blocks of a sheet, what titles and names say of shop and day,
and the mappings that somebody confirmed. Imports reading for its sheets and everything before it.
"""
