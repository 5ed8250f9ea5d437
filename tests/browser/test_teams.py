"""A reader clicks from a team to one product and back, on a real board."""

from playwright.sync_api import Page, expect

from tests.browser.reading import goto, rendered


def test_a_click_on_a_product_opens_its_orders_and_the_way_back_leads_to_the_team(page: Page, demo_board: str) -> None:
    goto(page, f"{demo_board}/products?period=30d&masked=1")
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
