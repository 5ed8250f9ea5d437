"""The slides of the weekly deck: each a function of the numbers of a week."""
