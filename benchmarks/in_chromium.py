"""What a reader waits for in Chromium, and what is sent to them."""

import base64
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.reading import rendered

CHART = ".ob-verdict img, [data-testid=stPlotlyChart] .main-svg path, [data-testid=stEChartsChart] canvas"
"""The first chart: on the morning page the month's curve, elsewhere the first of Plotly or ECharts."""

REDRAWN = """(name) => new Promise((done) => {
  const app = document.querySelector("[data-testid=stApp]");
  const shape = () => [...document.querySelectorAll("[data-testid=stPlotlyChart] svg.main-svg")]
    .map((each) => each.textContent + each.querySelectorAll("path").length).join();
  const button = [...document.querySelectorAll("button, label")].find((each) => each.textContent.trim() === name);
  const before = shape(), start = performance.now();
  button.click();
  const look = () => {
    const ready = shape() !== before && app.dataset.testScriptState === "notRunning";
    if (ready || performance.now() - start > 60000) done((performance.now() - start) / 1000);
    else requestAnimationFrame(look);
  };
  look();
})"""


@dataclass
class Sent:
    """Bytes that a page was sent: over the websocket, and as files, compressed as they travelled."""

    socket: int = 0
    files: int = 0


def reader(browser: Browser) -> BrowserContext:
    """A new reader whose browser holds nothing yet."""
    return browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1920, "height": 1080})


def first_chart(page: Page, address: str) -> float:
    """Seconds from asking for an address until its first chart stands."""
    page.goto("about:blank")
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(CHART).first.wait_for(state="attached", timeout=120_000)
    return time.perf_counter() - start


def cold_and_warm(browser: Browser, address: str, times: int) -> tuple[list[float], list[float]]:
    """Seconds to the first chart: for readers who were never here, and for one who was."""
    cold = []
    for _ in range(times):
        context = reader(browser)
        cold.append(first_chart(context.new_page(), address))
        context.close()
    context = reader(browser)
    page = context.new_page()
    first_chart(page, address)
    warm = [first_chart(page, address) for _ in range(times)]
    context.close()
    return cold, warm


def redraws(browser: Browser, address: str, names: tuple[str, str], times: int) -> list[float]:
    """Seconds from choosing another period until the page is drawn with it; `names` are the two that are chosen."""
    context = reader(browser)
    page = context.new_page()
    first_chart(page, address)
    rendered(page, 120)
    took: list[float] = []
    for turn in range(2 * times + 2):
        took.append(page.evaluate(REDRAWN, names[turn % 2]))
        page.wait_for_timeout(300)
    context.close()
    return took[2:]


def sent(browser: Browser, address: str) -> Sent:
    """What a first visit to an address is sent."""
    context = reader(browser)
    page = context.new_page()
    devtools, counted = context.new_cdp_session(page), Sent()

    def frame(event: dict) -> None:
        data = event["response"]["payloadData"]
        counted.socket += len(base64.b64decode(data)) if event["response"]["opcode"] == 2 else len(data)

    def file(event: dict) -> None:
        counted.files += int(event["encodedDataLength"])

    devtools.on("Network.webSocketFrameReceived", frame)
    devtools.on("Network.loadingFinished", file)
    devtools.send("Network.enable")
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=120_000)
    rendered(page, 120)
    page.wait_for_timeout(500)
    context.close()
    return counted
