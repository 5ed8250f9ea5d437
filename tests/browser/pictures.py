"""Pictures of what a reader sees, at full height."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.reading import settled

WANTED = bool(os.environ.get("OPSBOARD_PICTURES"))
"""Whether pictures of the screens are put into `var/pictures`; drawing them takes a third of a page's time."""


def screen(page: Page, path: Path) -> None:
    """A picture of what is on the screen, where pictures are wanted."""
    if WANTED:
        page.screenshot(path=path)


def taken(page: Page, path: Path) -> None:
    """A picture of the whole page, as far down as it goes, where pictures are wanted."""
    if not WANTED:
        return
    size = page.viewport_size or {"width": 1440, "height": 900}
    tall: int = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(size["height"], tall), 6000)})
    settled(page)
    page.screenshot(path=path)
    page.set_viewport_size(size)
