"""What is worked out once for all: every reader is shown what is theirs, and what is stored now."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from streamlit.testing.v1 import AppTest

from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.records.actions import Undertaking, undertake
from data.records.settings import SERVICE_HOURS, set_setting
from metrics.wording.masking import masks
from tests.demo_years import DemoYears
from tests.files import xlsx
from tests.pages.conftest import SHOP, TODAY, Open
from ui.cache import answers

FILES = ("天猫_20260611_*", "客服绩效_*_20260611_*", "聊天记录_云栖木语家居旗舰店_*", "2026年目标_*")
TextOf = Callable[[AppTest], str]


@pytest.fixture(scope="module")
def stored(demo_years: DemoYears, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day of the demo's shop and agents."""
    return demo_years.some(TODAY, FILES, tmp_path_factory.mktemp("remembered") / "var")


@pytest.fixture
def var(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The board stands on a warehouse of its own."""
    home = copytree(stored, tmp_path / "var")
    monkeypatch.setenv("OPSBOARD_VAR", str(home))
    return home


def charts(app: AppTest) -> str:
    """The figures of a page as they are sent."""
    return " ".join(each.proto.spec for each in app.get("plotly_chart"))


def test_a_reader_with_hidden_names_sees_none_after_one_who_sees_them(open_page: Open, text_of: TextOf) -> None:
    named = text_of(open_page("teams/service", lead="1"))
    hidden = text_of(open_page("teams/service", masked="1"))
    again = text_of(open_page("teams/service", lead="1"))
    shown = [name for name in masks(answers.warehouse()).by_name if len(name) > 1 and name in named]
    assert shown
    assert not [person for person in shown if person in hidden]
    assert again == named


def test_each_reader_has_the_own_language(open_page: Open, text_of: TextOf) -> None:
    chinese, english = (text_of(open_page("teams/sales", lang=lang)) for lang in ("zh", "en"))
    assert "为什么" in chinese
    assert "为什么" not in english
    assert ">Why<" in english


def test_each_reader_has_the_own_shop_and_days(open_page: Open, text_of: TextOf) -> None:
    one, every = (text_of(open_page("teams/sales", shop=shop)) for shop in (SHOP, "all"))
    assert f"{SHOP}　" in one
    assert "全部店铺　" in every
    day, week = (text_of(open_page("teams/sales", period=period)) for period in ("yesterday", "7d"))
    assert "6月11日" in day
    assert "6月5日" in week


def test_links_carry_the_own_choices_alone(open_page: Open, text_of: TextOf) -> None:
    mine = text_of(open_page("teams/service", compare="yoy", lead="1"))
    theirs = text_of(open_page("teams/service", lead="1"))
    assert re.search(r'href="\?[^"]*compare=yoy', mine)
    assert "compare=yoy" not in theirs


def test_a_choice_made_on_another_page_counts_although_the_address_lost_it(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/service", masked="1")
    app.query_params.pop("masked", None)
    app.switch_page("pages/teams/sales.py").run()
    app.switch_page("pages/teams/service.py").run()
    assert text_of(app) == text_of(open_page("teams/service", masked="1"))


def test_an_import_changes_an_open_page_at_once(open_page: Open, text_of: TextOf, tmp_path: Path) -> None:
    app = open_page("teams/sales")
    before = text_of(app)
    headings = ["统计日期", "店铺名称", "访客数", "支付金额", "支付买家数"]
    path = xlsx(tmp_path / "日报.xlsx", [headings, ["2026-06-11", SHOP, "1000", "7654.00", "80"]])
    board = answers.warehouse()
    store(board, preview(board, [Upload(path.name, path)]), by="测试")
    app.run()
    assert "7,654" not in before
    assert "7,654" in text_of(app)
    assert "7654" in charts(app)


def test_an_action_taken_is_on_the_page_at_once(open_page: Open, text_of: TextOf) -> None:
    app = open_page("teams/service")
    first, due = date(2026, 6, 11), date(2026, 6, 15)
    undertake(
        answers.warehouse(), Undertaking(SHOP, "first_response_sec", "换一套快捷语", "小满", first, due), by="小满"
    )
    app.run()
    assert "换一套快捷语" in text_of(app)


def test_a_setting_changed_by_another_reader_counts_at_once(open_page: Open, text_of: TextOf) -> None:
    before = text_of(open_page("teams/service"))
    set_setting(answers.warehouse(), SERVICE_HOURS.name, "10:00-20:00")
    assert "10:00-20:00" not in before
    assert "10:00-20:00" in text_of(open_page("teams/service"))


def test_what_is_new_on_a_day_is_not_shown_the_day_after(
    open_page: Open, text_of: TextOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("teams/sales")
    monkeypatch.setenv("OPSBOARD_TODAY", "2026-06-13")
    app.run()
    assert "6月12日" in text_of(app)
