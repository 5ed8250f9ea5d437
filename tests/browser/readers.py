"""The browsers of readers and their tabs, kept from test to test.

A fresh browser compiles the board's scripts at every page it opens, five seconds for one with charts; a tab that had
the board open before takes two. What a page kept in the browser (cookies, stored names) is wiped when it is left.
"""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, ViewportSize

LOCALES = {"zh": "zh-CN", "en": "en-US"}
ZONE = "Asia/Shanghai"
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SECONDS = 30
"""How long what a test does in a page is waited for, where it does not say."""

FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


class Readers:
    """A browser for each language, started when it is first wanted."""

    def __init__(self, kind: BrowserType, path: str, folder: Path) -> None:
        self._kind, self._path, self._folder = kind, path, folder
        self._browsers: dict[str, BrowserContext] = {}
        self._resting: dict[str, list[Page]] = {language: [] for language in LOCALES}
        self._others: list[Browser] = []

    def tab(self, size: tuple[int, int], language: str = "zh", theme: str = "light") -> Page:
        """A tab of a reader with such a screen, in the shop's time zone."""
        browser, resting = self._browser(language), self._resting[language]
        page = resting.pop() if resting else browser.new_page()
        page.set_default_timeout(SECONDS * 1000)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        return page

    def newcomer(self, size: tuple[int, int]) -> Page:
        """A tab of a Chinese reader in a browser of its own, for tests that change the browser itself."""
        self._others.append(self._kind.launch(executable_path=self._path, args=list(QUIET)))
        viewport: ViewportSize = {"width": size[0], "height": size[1]}
        return self._others[-1].new_page(locale=LOCALES["zh"], timezone_id=ZONE, viewport=viewport)

    def left(self, page: Page) -> None:
        """Leave a page and forget what it kept in the browser; the tab is for the next reader."""
        if page.url.startswith("http"):
            page.evaluate(FORGET)
        page.goto("about:blank")
        page.context.clear_cookies()
        for language, browser in self._browsers.items():
            if page.context is browser:
                self._resting[language].append(page)

    def close(self) -> None:
        """End the browsers."""
        for browser in (*self._browsers.values(), *self._others):
            browser.close()

    def _browser(self, language: str) -> BrowserContext:
        if language not in self._browsers:
            self._browsers[language] = self._kind.launch_persistent_context(
                self._folder / language, executable_path=self._path, args=list(QUIET), locale=LOCALES[language],
                timezone_id=ZONE, accept_downloads=True,
            )  # fmt: skip
        return self._browsers[language]
