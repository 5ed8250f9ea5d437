"""Why rows that sum a service file up are skipped."""

from text import Text

SUMMARY = Text("汇总行", "a summary row")
