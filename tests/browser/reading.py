"""What a reader does in the browser: open a page, wait until it is drawn."""

from playwright.sync_api import Page, expect

APP = "[data-testid=stApp]"


def goto(page: Page, address: str) -> None:
    """Open an address of the board and wait until its page is drawn."""
    page.goto(address)
    drawn(page)


def drawn(page: Page, seconds: float = 30) -> None:
    """Wait until the page's script has run to its end."""
    app = page.locator(APP)
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=seconds * 1000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=seconds * 1000)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=seconds * 1000)
