"""Every slide, both languages, both themes: nothing leaves the screen; pictures of them where they are wanted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import found
from tests.browser.conftest import Tab
from tests.browser.pictures import screen
from tests.browser.reading import goto, shown
from tests.browser.words import leaked

OUTSIDE = """() => { const found = [];
  for (const host of document.querySelectorAll('*')) {
    const stage = host.shadowRoot?.querySelector('dialog .stage > div.now svg'); if (!stage) continue;
    const all = stage.getBoundingClientRect();
    for (const each of stage.querySelectorAll('text')) {
      const box = each.getBoundingClientRect();
      if (box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1)
        found.push(each.textContent); } }
  return found; }"""


def presenting(page: Page, board: str, language: str) -> int:
    """Begin to present; the number of slides."""
    goto(page, f"{board}/week?lang={language}")
    cards = page.locator(".sorter button")
    expect(cards.first).to_be_visible(timeout=30_000)
    page.keyboard.press("p")
    expect(page.locator("dialog .stage > div.now svg")).to_be_visible()
    return cards.count()


@pytest.mark.parametrize(
    ("language", "theme"), [(language, theme) for language in ("zh", "en") for theme in ("light", "dark")]
)
def test_every_slide_is_whole(tab: Tab, demo_board: str, pictures: Path, language: str, theme: str) -> None:
    page = tab((1920, 1080), language, theme)
    count = presenting(page, demo_board, language)
    assert count > 15
    for at in range(count):
        expect(page.locator("dialog .stage > div.now svg")).to_be_visible()
        screen(page, pictures / f"slide-{at:02}-{language}-{theme}.png")
        assert page.evaluate(OUTSIDE) == [], at
        page.keyboard.press("ArrowRight")


def test_slides_follow_the_theme_while_they_are_shown(tab: Tab, demo_board: str) -> None:
    page = tab((1920, 1080), "zh", "light")
    presenting(page, demo_board, "zh")
    ground, title = page.locator("dialog .now svg > rect").first, page.locator("dialog .now svg text").first
    colours = "each => getComputedStyle(each).fill"
    assert (ground.evaluate(colours), title.evaluate(colours)) == ("rgb(255, 255, 255)", "rgb(69, 74, 79)")
    page.emulate_media(color_scheme="dark")
    expect(ground).to_have_css("fill", "rgb(20, 23, 26)")
    expect(title).to_have_css("fill", "rgb(196, 195, 189)")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_presenting_and_no_english_is_shown_to_a_chinese_room(
    tab: Tab, demo_board: str, theme: str
) -> None:
    page = tab((1440, 900), "zh", theme)
    presenting(page, demo_board, "zh")
    texts: list[str] = []
    for at, key in enumerate(["n", "d", *["ArrowRight", "n", "d"] * 7]):
        page.keyboard.press(key)
        texts += shown(page)
        assert at > 2 or found(page) == []
    assert any("备注" in each for each in texts)
    assert leaked(texts) == {}
