"""From a spreadsheet file to a table. Knows no metric, no screen."""
