"""The verbs: preview, store, withdraw; originals kept, the inbox swept, values entered on a page.

Imports everything before it in data.
"""
