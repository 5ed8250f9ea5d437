"""Delimited text and markup."""
