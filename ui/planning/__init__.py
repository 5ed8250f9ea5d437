"""The targets page: what is planned, what does not add up, spreading, proposing and approving."""
