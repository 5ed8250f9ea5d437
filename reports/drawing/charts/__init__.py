"""Charts as marks on a canvas."""
