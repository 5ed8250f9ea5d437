"""Metrics of sales, refunds, buyers, products, traffic and promotion."""
