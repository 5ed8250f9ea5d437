"""A reader clicks from a team to one product and back, on a real board."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.board import board
from tests.browser.reading import goto, rendered
from tests.demo_years import DemoYears
from tests.pages.conftest import TODAY

FILES = ("天猫_20260611_云栖木语家居*", "商品排行汇总_云栖木语家居*", "ExportOrderDetailList_云栖木语家居*")


@pytest.fixture
def selling(demo_years: DemoYears, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a board with a shop's products and their orders."""
    monkeypatch.setenv("OPSBOARD_TODAY", TODAY.isoformat())
    with board(demo_years.some(TODAY, FILES, tmp_path / "var"), "--cold") as address:
        yield address


def test_a_click_on_a_product_opens_its_orders_and_the_way_back_leads_to_the_team(page: Page, selling: str) -> None:
    goto(page, f"{selling}/products?period=30d&masked=1")
    page.locator("a.ob-link", has_text="榉木托盘").first.click()
    rendered(page)
    expect(page.locator("h1")).to_contain_text("榉木托盘")
    assert "product=731204417790" in page.url
    assert "period=30d" in page.url
    assert "masked=1" in page.url
    page.locator("a.ob-link[href*='order=']").first.click()
    rendered(page)
    expect(page.locator("h1")).to_contain_text("订单 ")
    page.locator(".ob-way-back a").click()
    rendered(page)
    expect(page.locator("h1")).to_contain_text("商品：")
    assert "product=" not in page.url
    assert "period=30d" in page.url
