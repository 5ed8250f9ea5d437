"""From a spreadsheet file to a table."""
