"""Formats of sales, traffic, promotion, products and stock."""
