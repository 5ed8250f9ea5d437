"""The quotas page: the book as a grid, and what was done of it by person, team and task."""
