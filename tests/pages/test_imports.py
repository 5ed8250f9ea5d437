"""The import page: a look first, then writing, then taking back; and what the targets page saves."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.importing import preview_table, store
from data.sources.targets import TARGETS
from tests.files import xlsx
from tests.pages.conftest import SHOP, TODAY, Open
from ui import answers
from ui.plans import grid

TextOf = Callable[[AppTest], str]
REPORT = "天猫_20260611_云栖木语家居旗舰店_生意参谋_店铺销售数据.xlsx"
ROWS = 188


@pytest.fixture
def report(imported: Path) -> Path:
    """A shop's daily report of half a year."""
    return imported.parent / "files" / REPORT


@pytest.fixture
def dropped(open_page: Open, report: Path) -> AppTest:
    """The import page of an empty board after the report was dropped on it."""
    app = open_page("records/imports")
    app.file_uploader[0].upload(report.name, report.read_bytes()).run()
    assert not app.exception
    return app


def test_a_dropped_file_is_shown_before_anything_is_written(dropped: AppTest, text_of: TextOf) -> None:
    assert f"认出 1 份，{ROWS} 行可以写入" in text_of(dropped)
    assert dropped.button("write").label == f"写入 {ROWS} 行"
    assert answers.shops() == ()


def test_a_file_lights_up_yesterday_only_if_it_speaks_of_it(open_page: Open, tmp_path: Path, text_of: TextOf) -> None:
    heading: list[object] = ["统计日期", "访客数", "支付金额"]
    app = open_page("records/imports")
    for day, then in ((TODAY - timedelta(days=30), "0/6"), (TODAY - timedelta(days=1), "0/6，写入后 1/6")):
        path = xlsx(tmp_path / f"{day}_甲旗舰店.xlsx", [heading, [str(day), 100, 2000]])
        app.file_uploader[0].upload(path.name, path.read_bytes()).run()
        assert then in text_of(app)


def test_writing_ends_in_a_receipt_and_lights_up_the_morning(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    assert f"已写入 {ROWS} 行，批次" in text_of(dropped)
    dropped.switch_page("pages/today/morning.py").run()
    assert not dropped.exception
    assert SHOP in text_of(dropped)


def test_the_same_file_again_is_nothing_to_do(dropped: AppTest, report: Path, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    dropped.file_uploader[0].upload(report.name, report.read_bytes()).run()
    assert "认出 1 份，没有要写的" in text_of(dropped)
    assert dropped.button("write").disabled


def test_abandoning_clears_the_desk_and_writes_nothing(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("abandon").click().run()
    assert "认出" not in text_of(dropped)
    assert answers.shops() == ()


def test_withdrawing_says_what_it_does_before_it_does_it(dropped: AppTest, text_of: TextOf) -> None:
    dropped.button("write").click().run()
    withdraw = next(button for button in dropped.button if button.label == "撤回")
    withdraw.click().run()
    assert f"店铺日报：{ROWS} 行消失" in text_of(dropped)
    assert answers.shops() == (SHOP,)
    next(button for button in dropped.button if button.label.startswith("确定撤回")).click().run()
    assert not dropped.exception
    assert answers.shops() == ()


def test_a_file_that_is_no_spreadsheet_is_refused_in_words(open_page: Open, text_of: TextOf) -> None:
    app = open_page("records/imports", lang="en")
    app.file_uploader[0].upload("notes.xlsx", b"not a spreadsheet at all").run()
    assert not app.exception
    assert "None of these files was recognised" in text_of(app)
    assert "left out" in text_of(app)


def test_a_file_without_its_shop_asks_for_it_once_there_are_several(open_page: Open, with_data: Path) -> None:
    app = open_page("records/imports")
    app.file_uploader[0].upload("日报.csv", "统计日期,访客数,支付金额\n2026-06-10,12,34.5\n".encode()).run()
    assert not app.exception
    assert SHOP in app.selectbox[-1].options
    app.selectbox[-1].set_value(SHOP)
    next(button for button in app.button if button.label == "按这个再看一遍").click().run()
    assert not app.exception
    assert not app.button("write").disabled


def test_a_month_set_on_the_targets_page_comes_back_in_its_grid(var: Path) -> None:
    rows = [{"店铺名称": SHOP, "小组": "", "姓名": "", "月份": "2026-06", "目标": "1000000.00"}]
    found = preview_table(answers.warehouse(), TARGETS, rows, "2026年目标")
    store(answers.warehouse(), found, by="测试")
    row = grid(2026).iloc[0]
    assert (row["shop"], row["team"], row["person"], row["6"]) == (SHOP, "", "", 1_000_000.0)
