"""A gap split into its causes, accounts of a score, reconciliation and actions looked back on.

Imports judgement and everything before it.
"""
