"""HTML whose text is escaped unless it is already markup."""

import re
from collections.abc import Iterable
from html import escape

_MOVED = re.compile(r"[↑↓][\d.,]*(?:%|个百分点|点| pp| points)?")


class Html(str):
    """Markup that is safe to show as it is."""

    __slots__ = ()


NOTHING = Html("")


def safe(part: str) -> Html:
    """A part of a page: markup as it is, any other text escaped, rises and falls in it marked as such."""
    return part if isinstance(part, Html) else Html(_MOVED.sub(_direction, escape(str(part))))


def _direction(moved: re.Match[str]) -> str:
    return f'<span class="{"ob-up" if moved[0][0] == "↑" else "ob-down"}">{moved[0]}</span>'


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
