"""Pictures of what a reader sees, at full height."""

import os
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.reading import settled

WANTED = bool(os.environ.get("OPSBOARD_PICTURES"))
"""Whether pictures of the screens are put into `var/pictures`; drawing them takes a third of a page's time."""


def reader(browser: Browser, size: tuple[int, int], language: str = "zh", theme: str = "light") -> BrowserContext:
    """The browser of a reader with such a screen."""
    return browser.new_context(
        locale="zh-CN" if language == "zh" else "en-US", timezone_id="Asia/Shanghai",
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if theme == "dark" else "light",
    )  # fmt: skip


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
