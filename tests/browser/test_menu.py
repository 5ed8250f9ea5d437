"""The menu and what stands in the heads of pages: no name is folded away or cut."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import goto, shown

CUT = """() => [...document.querySelectorAll('.ob-tile-top > :first-child, .ob-part')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 || each.textContent.includes('…'))
  .map(each => each.textContent)"""
BLANK = """() => [...document.querySelectorAll('button:disabled p')]
  .filter(each => getComputedStyle(each).color === getComputedStyle(document.querySelector('.stApp')).backgroundColor)
  .map(each => each.textContent)"""
COVERED = """() => { const reader = document.querySelector('.st-key-ob-reader').getBoundingClientRect().left;
  return Math.max(...[...document.querySelectorAll('[data-testid=stHeader] nav :is(a, button)')]
    .map(each => each.getBoundingClientRect().right)) - reader; }"""


@pytest.mark.parametrize(
    ("language", "names"), [("zh", ["晨会", "导入", "计划"]), ("en", ["Morning", "Import", "Plans"])]
)
def test_every_page_stands_in_the_menu_of_a_laptop(
    page: Page, demo_board: str, language: str, names: list[str]
) -> None:
    goto(page, f"{demo_board}/sales?lang={language}")
    menu = page.locator("[data-testid=stHeader] nav, [data-testid=stHeader]").first
    for name in names:
        expect(menu.get_by_text(name, exact=True).first).to_be_in_viewport()
    expect(menu).not_to_contain_text("more")
    assert page.evaluate(COVERED) <= 0


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.parametrize(("language", "rest", "folded"), [("zh", "更多", "规则"), ("en", "More", "Rules")])
def test_on_a_narrower_screen_what_is_folded_away_stands_under_a_word_of_the_reader(
    page: Page, demo_board: str, language: str, rest: str, folded: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    goto(page, f"{demo_board}/calendar?lang={language}")
    button = page.locator(".rc-overflow-item-rest button")
    expect(button).to_be_in_viewport()
    assert button.locator("p").evaluate("each => getComputedStyle(each, '::after').content") == f'"{rest}"'
    assert not [text for text in shown(page) if text.endswith(" more")]
    assert page.evaluate(COVERED) <= 0
    button.click()
    expect(page.get_by_role("menuitem", name=folded)).to_be_in_viewport()


@pytest.mark.parametrize("name", ["sales", "service", "products", "reputation"])
def test_no_label_of_a_number_is_cut(page: Page, demo_board: str, name: str) -> None:
    goto(page, f"{demo_board}/{name}?lang=en")
    expect(page.locator(".ob-tile-top").first).to_be_visible(timeout=30_000)
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", ["targets", "rules"])
def test_a_button_that_waits_for_a_change_says_so(page: Page, demo_board: str, name: str) -> None:
    goto(page, f"{demo_board}/{name}?lang=zh")
    expect(page.locator("button:disabled").first).to_be_visible(timeout=30_000)
    assert page.evaluate(BLANK) == []
