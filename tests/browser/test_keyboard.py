"""Everybody can use it: the keyboard reaches what matters."""

from playwright.sync_api import Page, expect

from tests.browser.reading import goto


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


def test_tab_reaches_the_menu_the_filters_and_the_red_list(page: Page, demo_board: str) -> None:
    goto(page, f"{demo_board}/?lang=zh")
    expect(page.locator(".st-key-ob-red-0")).to_be_visible(timeout=30_000)
    seen = reached(page, 60)
    for wanted in ("stTopNavLink", "stSelectbox", "st-key-ob-red-0", "st-key-act-", "st-key-ob-end"):
        assert any(wanted in each for each in seen), wanted


def test_tab_reaches_the_period_and_the_tables_of_a_team(page: Page, demo_board: str) -> None:
    goto(page, f"{demo_board}/sales?lang=zh")
    expect(page.locator("[data-testid=stExpander]").first).to_be_visible(timeout=30_000)
    seen = reached(page, 70)
    for wanted in ("stButtonGroup", "stSelectbox", "ob-table", "stExpander"):
        assert any(wanted in each for each in seen), wanted
