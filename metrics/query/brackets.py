"""Brackets in SQL: where one that was opened is closed."""


def closing(text: str, start: int) -> int:
    """The place after the bracket that closes the one before `start`; IndexError where none does."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[start], 0)
        start += 1
    return start
