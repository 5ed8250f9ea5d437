"""The year as the platforms would export it. Imports facts and writing."""
