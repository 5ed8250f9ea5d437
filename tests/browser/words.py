"""Which words on a screen belong to which language."""

import re
from functools import cache

from data.sources import SOURCES

LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
MARKS = re.compile(r"[，。；：！？（）「」]")
PLACES = re.compile(r"\S+\.(?:xlsx|xls|csv|zip|com)\b|/\S+/\S+|口径 [0-9a-f]{6}")
"""File names, folders, addresses, and the stamp of a deck's definitions."""

OF_THE_TRADE = {"DSR", "ROI", "UV", "SKU", "GMV", "PXI", "PC", "QQ", "ID", "IPV"}
OF_COMPUTERS = {"Excel", "PowerPoint", "PDF", "CSV", "xlsx", "csv", "KB", "MB", "Esc", "English"}
STREAMLITS = {
    "App pages", "Choose an option", "Choose options", "Open", "Choose date", "Show password", "Hide password",
    "Decrement", "Increment", "file upload", "Add row", "Show/hide columns", "Download as CSV", "Search", "Fullscreen",
    "Close fullscreen", "Clear all", "Add files", "add icon", "Clear value", "Close",
}  # fmt: skip
"""What Streamlit has its own controls read out as, or says in the toolbar of its grid; no option changes it."""
STREAMLITS_TOO = re.compile(r"^(Help for|Remove|year,|month,|day,|Selected) ")


@cache
def headings() -> set[str]:
    """The Latin words in the headings of the files that are read, for the pages that list them."""
    texts = [also for source in SOURCES for column in source.columns for also in (column.label.zh, *column.also)]
    return set(LATIN.findall(" ".join(texts)))


def leaked(texts: list[str]) -> dict[str, str]:
    """The Latin words that are no Chinese reader's, each with where it stands."""
    own = [each for each in texts if each not in STREAMLITS and not STREAMLITS_TOO.match(each)]
    recorded = OF_THE_TRADE | OF_COMPUTERS | headings()
    return {word: each for each in own for word in LATIN.findall(PLACES.sub(" ", each)) if word not in recorded}
