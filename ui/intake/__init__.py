"""Bringing files in: the desk, the drop zone, what a preview says, the books of what was written."""
