"""Every page as it is seen: both languages, both themes, at a desk and on a phone.

Each page is opened by its address in Chinese and from the menu in English, and looked at in the light and in the dark.
Nothing is cut, axe-core finds nothing, and no words of the other language are on it, folded parts included. With
OPSBOARD_PICTURES set, pictures go into `var/pictures`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from data.sources import SOURCES
from data.store.board import opened
from tests.browser.axe import found
from tests.browser.pictures import taken
from tests.browser.readers import Readers
from tests.browser.reading import PAGES, goto, rendered, settled, unfolded
from tests.browser.words import CHINESE, MARKS, leaked

Theme = Literal["light", "dark"]
LANGUAGES = ("zh", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")
AXE = (("zh", "light"), ("en", "dark"))
"""What axe looks at: names depend on the language alone, contrast on the theme alone."""

ONLY_AT_A_DESK = ("targets", "quotas", "calendar", "rules")
"""Pages that are grids to be filled in, which Streamlit draws as wide as they are."""

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


@dataclass
class Visit:
    """What was found on a page by one who opened it, by shape of the screen where that matters."""

    wrong: int
    across: dict[str, int] = field(default_factory=dict)
    cut: dict[str, list[str]] = field(default_factory=dict)
    axe: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tabs(readers: Readers) -> Iterator[dict[str, Page]]:
    """A reader's tab for each language."""
    made = {language: readers.tab((1440, 900), language) for language in LANGUAGES}
    yield made
    for page in made.values():
        readers.left(page)


def place(board: str, name: str) -> str:
    return f"{board}/{'' if name == 'morning' else name}"


def address(board: str, name: str, language: str) -> str:
    return f"{place(board, name)}?lang={language}"


def opened_page(page: Page, url: str) -> Page:
    """The tab with the page drawn."""
    page.set_default_timeout(15_000)
    goto(page, url)
    return drawn(page)


def turned_to(page: Page, board: str, name: str, language: str) -> Page:
    """The tab with a page of that board, chosen in the menu if the board is open in it."""
    if not page.url.startswith(board):
        return opened_page(page, address(board, name, language))
    link = page.locator(f"a[data-testid^=stTopNav][href='{place(board, name)}']")
    for section in page.locator("[data-testid=stTopNavSection]").all():
        if not link.count():
            page.keyboard.press("Escape")
            section.click()
            expect(section).to_have_attribute("aria-expanded", "true")
    link.first.click()
    expect(page).to_have_url(re.compile(re.escape(address(board, name, language))))
    rendered(page)
    return drawn(page)


def drawn(page: Page) -> Page:
    expect(page.locator(".ob-title, .ob-first, .ob-name").first).to_be_visible(timeout=30_000)
    settled(page)
    return page


@pytest.fixture(
    scope="module", params=[(name, lang) for name in PAGES for lang in LANGUAGES], ids=lambda each: "-".join(each)
)
def visited(
    request: pytest.FixtureRequest, tabs: dict[str, Page], demo_board: str, pictures: Path
) -> tuple[str, str, Visit]:
    """The name of a page, a language, and what was found there."""
    name, language = request.param
    page = tabs[language]
    if language == "zh":
        opened_page(page, address(demo_board, name, language))
    else:
        turned_to(page, demo_board, name, language)
    visit = Visit(page.locator(WRONG).count())
    for theme in themes(page):
        page.emulate_media(color_scheme=theme)
        rendered(page)
        settled(page)
        picture = pictures / f"page-{name}-{language}-{theme}.png"
        looked_at(page, visit, f"desk-{theme}", picture, axe=(language, theme) in AXE)
    if name not in ONLY_AT_A_DESK:
        page.set_viewport_size({"width": 390, "height": 844})
        settled(page)
        taken(page, pictures / f"phone-{name}-{language}.png")
        visit.across["phone"] = page.evaluate(ACROSS)
        page.set_viewport_size({"width": 1440, "height": 900})
    settled(page)
    visit.texts = unfolded(page)
    return name, language, visit


def themes(page: Page) -> list[Theme]:
    """The theme the tab is in, and the other one: no page is drawn once more only to return to the first."""
    dark: bool = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    return ["dark", "light"] if dark else ["light", "dark"]


def looked_at(page: Page, visit: Visit, shape: str, picture: Path, *, axe: bool) -> None:
    """Take a picture and note what is wrong."""
    taken(page, picture)
    visit.across[shape] = page.evaluate(ACROSS)
    visit.cut[shape] = page.evaluate(CUT)
    if axe:
        visit.axe[shape] = found(page)


@pytest.fixture(scope="module")
def names(demo_year: Path) -> str:
    """All Chinese that the demo's files hold, and their headings and names: shops, products, people, channels."""
    with opened(demo_year) as warehouse:
        columns = warehouse.rows(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE data_type = 'VARCHAR' AND NOT ends_with(table_name, '_history')"
        )
        every = " UNION ".join(
            f'SELECT "{column}" AS said FROM "{table}" WHERE regexp_matches("{column}", \'[一-龥]\')'
            for table, column in columns
        )
        held = [text for (text,) in warehouse.rows(every)]
    return "\n".join(held)


def test_a_page_is_drawn_without_an_error(visited: tuple[str, str, Visit]) -> None:
    assert visited[2].wrong == 0


def test_a_page_does_not_reach_beyond_the_screen(visited: tuple[str, str, Visit]) -> None:
    assert {"desk-light", "desk-dark"} <= visited[2].across.keys()
    assert {shape: beyond for shape, beyond in visited[2].across.items() if beyond > 0} == {}


def test_nothing_on_a_page_is_cut(visited: tuple[str, str, Visit]) -> None:
    assert visited[2].cut == {"desk-light": [], "desk-dark": []}


def test_axe_finds_nothing(visited: tuple[str, str, Visit]) -> None:
    assert list(visited[2].axe.values()) == [[]]


def test_a_page_holds_no_words_of_the_other_language(visited: tuple[str, str, Visit], names: str) -> None:
    _, language, visit = visited
    assert len(visit.texts) > 30
    if language == "zh":
        assert leaked(visit.texts) == {}
        return
    text = visit.texts
    strange = {word: each for each in text for word in CHINESE.findall(each) if word not in names and word != "中文"}
    assert strange == {}
    assert [each for each in text if MARKS.search(each) and not CHINESE.search(each)] == []


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_chinese_page_holds_no_english(tabs: dict[str, Page], empty_board: str, name: str) -> None:
    text = unfolded(turned_to(tabs["zh"], empty_board, name, "zh"))
    assert len(text) > 15
    assert leaked(text) == {}


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_english_page_holds_no_chinese(tabs: dict[str, Page], empty_board: str, name: str) -> None:
    of_files = {word for source in SOURCES for word in CHINESE.findall(str(source))}
    recorded = {*of_files, "小满", "谷雨", "中文"}
    text = unfolded(turned_to(tabs["en"], empty_board, name, "en"))
    assert {word: each for each in text for word in CHINESE.findall(each) if word not in recorded} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_is_whole(
    tabs: dict[str, Page], empty_board: str, pictures: Path, language: str, theme: Theme
) -> None:
    tabs[language].emulate_media(color_scheme=theme)
    page = opened_page(tabs[language], address(empty_board, "morning", language))
    visit = Visit(page.locator(WRONG).count())
    looked_at(page, visit, theme, pictures / f"page-first-run-{language}-{theme}.png", axe=True)
    assert visit == Visit(0, {theme: 0}, {theme: []}, {theme: []})
