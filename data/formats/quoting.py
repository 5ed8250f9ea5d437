"""Strings as SQL writes them."""


def quoted(word: str) -> str:
    """A string as an SQL literal."""
    return "'" + word.replace("'", "''") + "'"
