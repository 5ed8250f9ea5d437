"""A reader whose system turns dark in the evening, with a page open."""

from playwright.sync_api import expect

from palette import DARK, LIGHT, Palette
from tests.browser.conftest import Tab
from tests.browser.reading import goto, rendered

PAINTED = """([wanted, gone]) => {
  const painted = new Set([...document.querySelectorAll('.js-plotly-plot .main-svg *')]
    .flatMap(each => [getComputedStyle(each).fill, getComputedStyle(each).stroke]));
  return wanted.every(colour => painted.has(colour)) && !gone.some(colour => painted.has(colour));
}"""


def of(palette: Palette) -> list[str]:
    """The colours of a palette that charts are painted in, as a browser tells them."""
    colours = (palette.accent, palette.ink, palette.reference)
    return [f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})" for colour in colours]


def test_charts_follow_the_page_when_its_theme_changes(tab: Tab, demo_board: str) -> None:
    page = tab((1440, 900))
    goto(page, f"{demo_board}/sales?lang=zh")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
    for now, before in ((LIGHT, DARK), (DARK, LIGHT), (LIGHT, DARK)):
        page.emulate_media(color_scheme="dark" if now is DARK else "light")
        rendered(page)
        page.wait_for_function(PAINTED, arg=[of(now), of(before)], timeout=20_000)
