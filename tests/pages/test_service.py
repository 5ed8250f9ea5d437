"""The service page: response ranges from the chat log, few conversations marked, gaps that wait for shifts."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput


def written(app: AppTest) -> str:
    """All of the page's own markup."""
    return " ".join(element.proto.body for element in app.get("html"))


def test_each_agents_range_is_drawn_and_few_conversations_are_marked(
    with_data: Path, open_page: Callable[..., AppTest]
) -> None:
    app = open_page("teams/service", period="7d")
    page = written(app)
    assert not app.exception
    assert "响应时间（逐会话）" in page
    assert "服务时段 08:00-24:00" in page
    assert page.count("ob-waits") >= 6
    assert "样本不足" in page


def test_in_english_no_chinese_heading_is_left(with_data: Path, open_page: Callable[..., AppTest]) -> None:
    page = written(open_page("teams/service", lang="en", period="7d"))
    assert "Response time of conversations" in page
    assert "Inquiries that paid" in page
    assert "Waits for: Shifts" in page
    assert "样本不足" not in page


def test_what_reputation_has_no_file_for_names_it(with_data: Path, open_page: Callable[..., AppTest]) -> None:
    page = written(open_page("teams/reputation"))
    for waits in ("等这些文件：体验分", "等这些文件：评价", "等这些文件：投诉登记、千牛待办", "等这些文件：故障"):
        assert waits in page


@pytest.fixture
def own(imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The board stands on a warehouse that this test may write to."""
    copytree(imported, tmp_path / "own")
    monkeypatch.setenv("OPSBOARD_VAR", str(tmp_path / "own"))


def hours_of(app: AppTest) -> TextInput:
    """Where the hours of service are written."""
    return next(each for each in app.text_input if str(each.key).startswith("setting-service_hours"))


@pytest.mark.usefixtures("own")
def test_hours_of_service_are_changed_on_the_page_and_nonsense_is_told(open_page: Callable[..., AppTest]) -> None:
    app = open_page("teams/service", period="7d")
    hours_of(app).set_value("8-23").run()
    assert "看不懂“8-23”，仍按 08:00-24:00" in [warning.value for warning in app.warning]
    hours_of(app).set_value("09:00-23:00").run()
    assert not app.exception
    assert "服务时段 09:00-23:00" in written(app)


@pytest.mark.usefixtures("own")
def test_what_one_reader_sets_is_not_undone_by_another_who_has_the_page_open(
    open_page: Callable[..., AppTest],
) -> None:
    app, other = open_page("teams/service", period="7d"), open_page("teams/service", period="7d")
    hours_of(other).set_value("09:00-23:00").run()
    app.run()
    assert hours_of(app).value == "09:00-23:00"
    assert "服务时段 09:00-23:00" in written(app)
