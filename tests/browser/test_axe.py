"""Everybody can use it: axe-core finds nothing, light or dark, and the keyboard reaches what matters.

Whole pages are looked at by axe-core in `test_pictures.py`, where they are open anyway.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import goto

OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, "resultTypes": ["violations"],
}  # fmt: skip
"""Colour contrast of 4.5:1 is one of the rules of wcag2aa."""

UPLOADERS = "[data-testid=stFileUploaderDropzone] button"
"""Left out: Streamlit's English word in it is hidden and ours drawn by the style sheet, which browsers read out but axe
does not see; `test_the_zone_speaks_only_the_readers_language` finds the button by that name."""


def found(page: Page) -> list[str]:
    """What axe-core finds, a line for each element."""
    context = {"exclude": [[UPLOADERS]]}
    violations = Axe().run(page, context, OPTIONS).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:200]} {node['failureSummary'][:200]}"
        for each in violations
        for node in each["nodes"]
    ]


def reader(browser: Browser, theme: str) -> Page:
    """A tab of a reader with that theme."""
    context = browser.new_context(
        locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1440, "height": 900}, color_scheme=theme  # type: ignore[arg-type]
    )  # fmt: skip
    return context.new_page()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_first_page(browser: Browser, empty_board: str, theme: str) -> None:
    page = reader(browser, theme)
    goto(page, f"{empty_board}/?lang=zh")
    assert found(page) == []
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_presenting(browser: Browser, demo_board: str, theme: str) -> None:
    page = reader(browser, theme)
    goto(page, f"{demo_board}/week?lang=zh")
    expect(page.locator(".sorter button").first).to_be_visible(timeout=30_000)
    page.keyboard.press("p")
    for key in ("ArrowRight", "n", "d"):
        page.keyboard.press(key)
        assert found(page) == []
    page.context.close()


def reached(page: Page, times: int) -> list[str]:
    """The names of what the tab key comes to, with the keys of the containers around it."""
    seen = []
    for _ in range(times):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => { let said = '', at = document.activeElement; said = (at.innerText || at.ariaLabel || '') + ' ';"
                " for (; at; at = at.parentElement) said += at.className + ' ' + (at.dataset?.testid || '') + ' ';"
                " return said; }"
            )
        )
    return seen


def test_tab_reaches_the_menu_the_filters_and_the_red_list(browser: Browser, demo_board: str) -> None:
    page = reader(browser, "light")
    goto(page, f"{demo_board}/?lang=zh")
    expect(page.locator(".st-key-ob-red-0")).to_be_visible(timeout=30_000)
    seen = reached(page, 60)
    for wanted in ("stTopNavLink", "stSelectbox", "st-key-ob-red-0", "st-key-act-", "st-key-ob-end"):
        assert any(wanted in each for each in seen), wanted
    page.context.close()


def test_tab_reaches_the_period_and_the_tables_of_a_team(browser: Browser, demo_board: str) -> None:
    page = reader(browser, "light")
    goto(page, f"{demo_board}/sales?lang=zh")
    expect(page.locator("[data-testid=stExpander]").first).to_be_visible(timeout=30_000)
    seen = reached(page, 70)
    for wanted in ("stButtonGroup", "stSelectbox", "ob-table", "stExpander"):
        assert any(wanted in each for each in seen), wanted
    page.context.close()
