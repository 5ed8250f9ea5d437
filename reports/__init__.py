"""Outlets that are no screen: the weekly deck and what is made of it."""
