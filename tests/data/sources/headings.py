"""A header as it stands in the documentation of a format: its headings with a space between them."""


def headings(text: str) -> list[object]:
    """The cells of the header."""
    return [*text.split()]
