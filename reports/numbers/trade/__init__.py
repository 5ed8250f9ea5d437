"""The week of sales, traffic and promotion."""
