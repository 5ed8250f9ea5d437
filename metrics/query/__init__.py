"""The engine: SQL written from declarations, asked in batches, answered from rollups.

It is handed its catalogue and imports only calendar, definition and wording.
"""
