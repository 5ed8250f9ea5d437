"""The slides of a deck drawn once, as marks on a canvas, and rendered for the screen or for paper."""
