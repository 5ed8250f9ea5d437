"""The Chrome, Chromium or Edge of this machine."""

import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    Path(r"C:\Program Files\Google\Chrome\Application\chrome.exe"),
    Path(r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"),
)


def found() -> str | None:
    """The path of the first browser that is there; None when there is none."""
    named = (shutil.which(name) for name in NAMES)
    placed = (str(place) for place in PLACES if place.exists())
    return next((path for path in (*named, *placed) if path), None)
