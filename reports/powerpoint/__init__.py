"""The weekly deck as a PowerPoint file whose charts and tables can be edited."""

from reports.powerpoint.file import powerpoint

__all__ = ["powerpoint"]
