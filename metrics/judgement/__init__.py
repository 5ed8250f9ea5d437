"""Good, watch or bad: rules and limits, baselines, samples, anomalies and their causes, quotas.

Imports catalogue, query and everything before them.
"""
