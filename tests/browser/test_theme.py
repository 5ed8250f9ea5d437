"""A reader whose system turns dark in the evening, with a page open."""

from playwright.sync_api import Browser, expect

from palette import DARK, LIGHT
from tests.browser.pictures import reader
from tests.browser.reading import drawn, goto

PAINTED = """() => [...document.querySelectorAll('.js-plotly-plot .main-svg *')]
  .flatMap(each => [getComputedStyle(each).fill, getComputedStyle(each).stroke])"""


def of(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_charts_follow_the_page_when_its_theme_changes(browser: Browser, demo_board: str) -> None:
    page = reader(browser, (1440, 900)).new_page()
    goto(page, f"{demo_board}/sales?lang=zh")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
    for now, before in ((LIGHT, DARK), (DARK, LIGHT), (LIGHT, DARK)):
        page.emulate_media(color_scheme="dark" if now is DARK else "light")
        drawn(page)
        painted = set(page.evaluate(PAINTED))
        assert {of(now.accent), of(now.ink), of(now.reference)} <= painted
        assert not {of(before.accent), of(before.ink), of(before.reference)} & painted
    page.context.close()
