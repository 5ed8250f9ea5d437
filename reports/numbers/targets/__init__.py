"""The week against its targets, and the week to come."""
