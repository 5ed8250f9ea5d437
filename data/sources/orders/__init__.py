"""Formats of orders, their items, refunds and incidents."""
