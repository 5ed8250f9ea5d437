"""The board opens, empty, in the reader's language, on whatever page the address names."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import goto

MENU = "[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]"
WRONG = "[data-testid=stException], [data-testid=stAlertContentError]"


@pytest.mark.parametrize(("language", "morning"), [("zh", "晨会"), ("en", "Morning")])
def test_the_empty_board_opens_in_the_readers_language(page: Page, empty_board: str, morning: str) -> None:
    goto(page, empty_board)
    expect(page.locator(MENU).first).to_have_text(morning)
    expect(page.locator(WRONG)).to_have_count(0)


def test_a_bookmark_opens_within_the_frame_on_a_fresh_board(page: Page, own_board: str) -> None:
    goto(page, f"{own_board}/traffic")
    expect(page.locator(MENU).first).to_have_text("晨会")
    expect(page.locator(WRONG)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
