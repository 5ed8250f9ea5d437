"""The pages of a week in their order. Imports slides and everything before them."""
