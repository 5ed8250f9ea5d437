"""The shop that the reader sets next to the chosen one."""

from text import Text
from ui.cache import loaded
from ui.choices import filters
from ui.session import address
from ui.session.language import say

NAME, NONE, WIDTH = "vs_shop", "none", 260
TITLE = Text("对比店铺", "Compare shops")


def choose() -> None:
    """The list of shops to set next to the chosen one; nothing where there is no other."""
    shop = filters.shop()
    others = [each for each in loaded.shops() if each != shop]
    if shop is None or not others:
        return
    options = {NONE: say("对比店铺：不比", "Other shop: none")} | {
        each: say("对比：", "With: ") + each for each in others
    }
    address.pick(NAME, say(TITLE), options, NONE, width=WIDTH)


def other_shop() -> str | None:
    """The shop set next to the chosen one; None where there is none."""
    shop = filters.shop()
    chosen = address.kept(NAME)
    return chosen if shop and chosen in loaded.shops() and chosen != shop else None
