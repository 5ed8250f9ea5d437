"""A real board and a real browser."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.board import board, free_port
from tests.browser.chrome import found
from tests.browser.readers import Readers
from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)

expect.set_options(timeout=20_000)  # milliseconds: what is not there yet on a busy machine is waited for

Tab = Callable[..., Page]


@pytest.fixture(scope="session")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Readers]:
    """The browsers of a Chinese and of an English reader, for all tests."""
    path = found()
    if path is None:
        pytest.fail("no Chrome, Chromium or Edge here: make test installs one, make check goes without")
    with sync_playwright() as playwright:
        made = Readers(playwright.chromium, path, tmp_path_factory.mktemp("profiles"))
        yield made
        made.close()


@pytest.fixture
def tab(readers: Readers) -> Iterator[Tab]:
    """Opens a tab for a reader with such a screen: `tab((1440, 900), "en", "dark")`; tabs are left after the test."""
    opened: list[Page] = []

    def _tab(size: tuple[int, int], language: str = "zh", theme: str = "light") -> Page:
        opened.append(readers.tab(size, language, theme))
        return opened[-1]

    yield _tab
    for each in opened:
        readers.left(each)


@pytest.fixture(scope="session")
def empty_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board without data, for tests that only look at it."""
    with board(tmp_path_factory.mktemp("empty") / "var", "--cold") as address:
        yield address


@pytest.fixture(scope="session")
def trial_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board without data, for tests that drop files and write none of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPSBOARD_TODAY", TODAY.isoformat())
        with board(tmp_path_factory.mktemp("trial") / "var", "--cold") as address:
            yield address


@pytest.fixture(scope="session")
def own_port() -> int:
    """Where boards of a single test listen, one after another: a browser knows their scripts by the address."""
    return free_port()


@pytest.fixture
def own_board(var: Path, own_port: int) -> Iterator[str]:
    """The address of an empty board that this test alone uses, with its data in `var`."""
    var.parent.mkdir(parents=True, exist_ok=True)
    with board(var, "--cold", port=own_port) as address:
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
def on_the_demo_day(var: Path, port: int = 0) -> Iterator[str]:
    """The address of a board on `var` that takes the demo's last day for yesterday."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPSBOARD_TODAY", TODAY.isoformat())
        with board(var, "--cold", port=port) as address:
            yield address


@pytest.fixture(scope="session")
def demo_board(demo_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board with the demo year, for tests that write nothing."""
    var = shutil.copytree(demo_year, tmp_path_factory.mktemp("demo") / "var")
    with on_the_demo_day(var) as address:
        yield address


@pytest.fixture
def own_demo_board(demo_year: Path, tmp_path: Path, own_port: int) -> Iterator[str]:
    """The address of a board with the demo year that this test alone uses."""
    with on_the_demo_day(shutil.copytree(demo_year, tmp_path / "demo"), own_port) as address:
        yield address


@pytest.fixture
def language() -> str:
    """The reader's language; a test asks for another with `@pytest.mark.parametrize("language", ["en"])`."""
    return "zh"


@pytest.fixture
def page(tab: Tab, language: str) -> Page:
    """A tab of a reader at a desk."""
    return tab((1440, 900), language)
