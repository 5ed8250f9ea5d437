"""Targets: the tree of them, spreading, week plans, pace and forecast.

Imports catalogue, query and everything before them.
"""
