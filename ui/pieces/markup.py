"""HTML whose text is escaped unless it is already markup."""

from collections.abc import Iterable
from html import escape


class Html(str):
    """Markup that is safe to show as it is."""

    __slots__ = ()


NOTHING = Html("")


def safe(part: str) -> Html:
    """A part of a page: markup as it is, any other text escaped."""
    return part if isinstance(part, Html) else Html(escape(str(part)))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Parts one after another, plain text among them escaped."""
    return Html(safe(between).join(safe(part) for part in parts))


def tag(name: str, *parts: str, look: str = "", **attributes: str) -> Html:
    """An element with CSS classes `look`; underscores in attribute names stand for hyphens."""
    given = {"class": look, **{key.strip("_").replace("_", "-"): value for key, value in attributes.items()}}
    written = "".join(f' {key}="{escape(value)}"' for key, value in given.items() if value)
    return Html(f"<{name}{written}>{joined(parts)}</{name}>")


def block(look: str, *parts: str, **attributes: str) -> Html:
    """A div with CSS classes `look`."""
    return tag("div", *parts, look=look, **attributes)


def inline(look: str, *parts: str, **attributes: str) -> Html:
    """A span with CSS classes `look`."""
    return tag("span", *parts, look=look, **attributes)


def emphasised(sentence: str) -> Html:
    """A sentence in which what stands between double asterisks is bold."""
    pieces = sentence.split("**")
    return joined(tag("b", piece) if place % 2 else safe(piece) for place, piece in enumerate(pieces))
