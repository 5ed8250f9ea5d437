"""A real board and a real browser."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.board import board
from tests.browser.chrome import found
from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)

expect.set_options(timeout=20_000)  # milliseconds: what is not there yet on a busy machine is waited for

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for all tests."""
    path = found()
    if path is None:
        pytest.fail("no Chrome, Chromium or Edge here: make test installs one, make check goes without")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="session")
def empty_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board without data, for tests that only look at it."""
    with board(tmp_path_factory.mktemp("empty") / "var", "--cold") as address:
        yield address


@pytest.fixture
def own_board(var: Path) -> Iterator[str]:
    """The address of an empty board that this test alone uses, with its data in `var`."""
    var.parent.mkdir(parents=True, exist_ok=True)
    with board(var, "--cold") as address:
        yield address


@pytest.fixture(scope="session")
def demo_year(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with the demo year that no board runs on; boards get copies."""
    return demo_years.imported(TODAY, tmp_path_factory.mktemp("year") / "var")


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures of the screens go; git leaves the folder out."""
    folder = Path(__file__).parents[2] / "var" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def on_the_demo_day(var: Path) -> Iterator[str]:
    """The address of a board on `var` that takes the demo's last day for yesterday."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPSBOARD_TODAY", TODAY.isoformat())
        with board(var, "--cold") as address:
            yield address


@pytest.fixture(scope="session")
def demo_board(demo_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board with the demo year, for tests that write nothing."""
    var = shutil.copytree(demo_year, tmp_path_factory.mktemp("demo") / "var")
    with on_the_demo_day(var) as address:
        yield address


@pytest.fixture
def own_demo_board(demo_year: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a board with the demo year that this test alone uses."""
    with on_the_demo_day(shutil.copytree(demo_year, tmp_path / "demo")) as address:
        yield address


@pytest.fixture
def locale() -> str:
    """The reader's language; a test asks for another with `@pytest.mark.parametrize("locale", ["en-US"])`."""
    return "zh-CN"


@pytest.fixture
def context(browser: Browser, locale: str) -> Iterator[BrowserContext]:
    """A reader at a desk, in the shop's time zone."""
    opened = browser.new_context(
        locale=locale, timezone_id="Asia/Shanghai", viewport={"width": 1440, "height": 900}, accept_downloads=True
    )
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of that reader."""
    return context.new_page()
