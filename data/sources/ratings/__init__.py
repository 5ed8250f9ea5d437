"""Formats of reviews and scores."""
