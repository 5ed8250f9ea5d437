"""Metrics of targets: plans, shape, pace, budgets, people's shares."""
