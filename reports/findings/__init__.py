"""Words and rows that several slides share. Imports slide and numbers."""
