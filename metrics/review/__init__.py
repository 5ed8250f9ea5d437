"""The morning review: the red list with its runs, steps and waits, and its minutes.

Imports morning and everything before it.
"""
