"""The week of customer service."""
