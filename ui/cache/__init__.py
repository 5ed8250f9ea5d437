"""The warehouse, and values worked out once and kept until something is written. Imports pieces and session."""
