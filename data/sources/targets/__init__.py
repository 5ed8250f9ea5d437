"""Formats of targets, activities and calendars, mostly kept by hand."""
