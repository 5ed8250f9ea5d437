"""Text as marks on a canvas: faces, wrapping, reading order."""
