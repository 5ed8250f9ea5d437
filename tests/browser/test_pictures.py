"""A picture of every page and slide, both languages, both themes, in a folder that is not kept; nothing is cut.

axe-core looks at every page, too, in Chinese and in both themes.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import PAGES, goto
from tests.browser.test_axe import found

LOOKS = [(language, theme) for language in ("zh", "en") for theme in ("light", "dark")]
WRONG = "[data-testid=stException], [data-testid=stAlertContentError]"
ACROSS = """() => { const main = document.querySelector('[data-testid=stMain]');
  return main.scrollWidth - main.clientWidth; }"""
CUT = """() => {
  const right = document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().right;
  return [...document.querySelectorAll('.ob, .ob *, .js-plotly-plot')].filter(each => {
    const box = each.getBoundingClientRect(), looks = getComputedStyle(each);
    const clipped = each.children.length === 0 && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1
      && looks.overflowX !== 'visible' && looks.textOverflow !== 'ellipsis' && !/auto|scroll/.test(looks.overflowX);
    return box.width > 0 && looks.position !== 'fixed' && !each.closest('.ob-wide')
      && (clipped || box.right > right + 1); })
    .map(each => each.className + ' ' + each.textContent.slice(0, 40)); }"""
OUTSIDE = """() => { const found = [];
  for (const host of document.querySelectorAll('*')) {
    const stage = host.shadowRoot?.querySelector('dialog .stage > div.now svg'); if (!stage) continue;
    const all = stage.getBoundingClientRect();
    for (const each of stage.querySelectorAll('text')) {
      const box = each.getBoundingClientRect();
      if (box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1)
        found.push(each.textContent); } }
  return found; }"""


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where the pictures go; git leaves the folder out."""
    folder = Path(__file__).parents[2] / "var" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def reader(browser: Browser, size: tuple[int, int], language: str, theme: str) -> Page:
    """A tab of a reader with such a screen."""
    context = browser.new_context(
        locale="zh-CN" if language == "zh" else "en-US", timezone_id="Asia/Shanghai",
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme,  # type: ignore[arg-type]
    )  # fmt: skip
    return context.new_page()


def taken(page: Page, path: Path) -> None:
    """A picture of the whole page, as far down as it goes."""
    size = page.viewport_size or {"width": 1440, "height": 900}
    tall: int = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(size["height"], tall), 6000)})
    page.wait_for_timeout(400)
    page.screenshot(path=path)
    page.set_viewport_size(size)


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(
    browser: Browser, demo_board: str, pictures: Path, name: str, language: str, theme: str
) -> None:
    page = reader(browser, (1440, 900), language, theme)
    goto(page, f"{demo_board}/{'' if name == 'morning' else name}?lang={language}")
    expect(page.locator(".ob-title").first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(500)
    taken(page, pictures / f"page-{name}-{language}-{theme}.png")
    assert page.locator(WRONG).count() == 0
    assert page.evaluate(ACROSS) <= 0
    assert page.evaluate(CUT) == []
    if language == "zh":
        assert found(page) == []
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [each for each in PAGES if each not in ("targets", "quotas", "calendar", "rules")])
def test_a_page_is_whole_on_a_phone(
    browser: Browser, demo_board: str, pictures: Path, name: str, language: str
) -> None:
    page = reader(browser, (390, 844), language, "light")
    goto(page, f"{demo_board}/{'' if name == 'morning' else name}?lang={language}")
    expect(page.locator(".ob-title").first).to_be_visible(timeout=30_000)
    taken(page, pictures / f"phone-{name}-{language}.png")
    assert page.locator(WRONG).count() == 0
    assert page.evaluate(ACROSS) <= 0
    page.context.close()


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_the_first_page_is_whole(browser: Browser, empty_board: str, pictures: Path, language: str, theme: str) -> None:
    page = reader(browser, (1440, 900), language, theme)
    goto(page, f"{empty_board}/?lang={language}")
    expect(page.locator(".ob-first")).to_be_visible()
    taken(page, pictures / f"page-first-run-{language}-{theme}.png")
    assert page.evaluate(ACROSS) <= 0
    assert page.evaluate(CUT) == []
    page.context.close()


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_every_slide_is_whole(browser: Browser, demo_board: str, pictures: Path, language: str, theme: str) -> None:
    page = reader(browser, (1920, 1080), language, theme)
    goto(page, f"{demo_board}/week?lang={language}")
    cards = page.locator(".sorter button")
    expect(cards.first).to_be_visible(timeout=30_000)
    page.keyboard.press("p")
    for at in range(cards.count()):
        expect(page.locator("dialog .stage > div.now svg")).to_be_visible()
        page.screenshot(path=pictures / f"slide-{at:02}-{language}-{theme}.png")
        assert page.evaluate(OUTSIDE) == [], at
        page.keyboard.press("ArrowRight")
    page.context.close()
