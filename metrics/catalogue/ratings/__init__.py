"""Metrics of reviews, scores and experience."""
