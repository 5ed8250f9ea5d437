"""The morning's account of a shop: tiles, story, seats, what is missing or pending, the running day.

Imports planning, explanation and everything before them.
"""
