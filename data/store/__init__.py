"""The warehouse: its tables, how rows are merged, replayed and looked back at, its rollups and its clock.

`warehouse` is handed its tables; `board` alone imports sources, to write the board's own schema.
"""
