"""What a reader does in the browser: open a page, wait until it is drawn, unfold it, read it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

MENU = (Path(__file__).parents[2] / "dashboard.py").read_text(encoding="utf-8")
PAGES = re.findall(r'"pages/\w+/(\w+)\.py"', MENU)
"""The addresses of all pages, in the order of the menu."""

FOLDED = "[data-testid=stPopoverButton]"
SHOWN = """() => {
  const said = [], names = ["placeholder", "aria-label", "title", "alt"];
  const read = (each) => {
    if (each.nodeType === Node.TEXT_NODE) { if (each.data.trim()) said.push(each.data.trim()); return; }
    if (each.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|NOSCRIPT|CANVAS)$/i.test(each.tagName)) return;
    const looks = getComputedStyle(each);
    if (looks.display === "none" || looks.visibility === "hidden") return;
    for (const name of names) if (each.getAttribute(name)) said.push(each.getAttribute(name));
    const hidden = looks.fontSize === "0px" || each.dataset.testid === "stIconMaterial";
    for (const child of (each.shadowRoot || each).childNodes)
      if (!hidden || child.nodeType === Node.ELEMENT_NODE) read(child);
  };
  read(document.body);
  return said;
}"""
APP = "[data-testid=stApp]"
SETTLED = """() => new Promise(done => {
  let before = "", same = 0;
  const look = () => {
    const main = document.querySelector("[data-testid=stMain]");
    const now = [main?.scrollHeight, main?.scrollWidth, document.getElementsByTagName("*").length].join();
    same = now === before ? same + 1 : 0;
    before = now;
    if (same < 8) requestAnimationFrame(look); else document.fonts.ready.then(() => done());
  };
  look();
})"""


def goto(page: Page, address: str) -> None:
    """Open an address of the board and wait until its page is drawn."""
    page.goto(address)
    rendered(page)


def rendered(page: Page, seconds: float = 60) -> None:
    """Wait until the page's script has run to its end."""
    app = page.locator(APP)
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=seconds * 1000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=seconds * 1000)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=seconds * 1000)


def settled(page: Page) -> None:
    """Wait until nothing has moved for eight frames."""
    page.evaluate(SETTLED)


def shown(page: Page) -> list[str]:
    """All that is written on the page, as far as it can be seen or is read out, the presenter's slides too."""
    texts: list[str] = page.evaluate(SHOWN)
    return texts


def unfolded(page: Page) -> list[str]:
    """All that is written on the page, with each popover and each expander opened once."""
    folded = page.locator(
        "[data-testid=stExpander] details:not([open]) > summary, details.ob-inset:not([open]) summary"
    )
    for _ in range(folded.count()):  # a page chosen in the menu may come with some of them open
        folded.first.click()
    rendered(page)
    assert folded.count() == 0
    text = shown(page)
    for button in page.locator(FOLDED).all():
        if button.is_visible():
            button.click()
            rendered(page)
            text += shown(page)
            page.keyboard.press("Escape")
    return text
