"""Pages as a reader sees them: through the frame, with and without data."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.demo_years import DemoYears

TODAY = date(2026, 6, 12)
SHOP = "云栖木语家居旗舰店"
FILES = (
    "天猫_20260611_*",
    "*店铺流量来源-2026-06-1*",
    "*客服绩效_*_20260611_*",
    "聊天记录_云栖木语家居旗舰店_*",
    "店铺DSR每日_*",
    "目标清单_*",
    "2026年目标_*",
    "ExportOrderList202606120814.xlsx",
)
DASHBOARD = Path(__file__).parents[2] / "dashboard.py"

FIRST = "today/morning"
"""The page of the board's own address."""

Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit reads the metadata of every installed package before each run of a test: half of a page's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day the board takes for today."""
    monkeypatch.setenv("OPSBOARD_TODAY", TODAY.isoformat())
    return TODAY


@pytest.fixture(scope="session")
def imported(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with a few of the demo's files in its warehouse."""
    return demo_years.some(TODAY, FILES, tmp_path_factory.mktemp("imported") / "var")


@pytest.fixture
def with_data(imported: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The board stands on the imported warehouse."""
    monkeypatch.setenv("OPSBOARD_VAR", str(imported))
    return imported


@pytest.fixture
def open_page() -> Open:
    """Opens a page through the frame: `open_page("teams/sales", lang="en", period="7d")`."""

    def opened_page(page: str, **address: str) -> AppTest:
        app = AppTest.from_file(str(DASHBOARD), default_timeout=120)
        for name, value in address.items():
            app.query_params[name] = value
        if page != FIRST:
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return opened_page


@pytest.fixture
def text_of() -> Callable[[AppTest], str]:
    """All HTML of a page as one string, without its style sheet."""
    return lambda app: "\n".join(each.proto.body for each in app.get("html") if "<style" not in each.proto.body)
