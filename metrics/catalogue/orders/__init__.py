"""Metrics of fulfilment: late and waiting orders, delivery, cases."""
