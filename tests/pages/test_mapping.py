"""Sheets the board cannot tell: asked on the import page, remembered, forgotten; and other ways of writing."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.recognition.saved_mappings import remembered
from tests.files import Row, xlsx
from tests.pages.conftest import Open
from ui.cache import answers

ORDERS: list[Row] = [
    ["订单号码", "实收的钱", "付款时间点"],
    ["3601080613561638173", "88.00", "2026-06-11 10:00:00"],
]


def drop(app: AppTest, path: Path) -> AppTest:
    """The import page after a file was dropped on it."""
    app.file_uploader[0].upload(path.name, path.read_bytes()).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label.startswith(label)).click().run()
    assert not app.exception


def test_an_unknown_sheet_is_matched_once(open_page: Open, tmp_path: Path) -> None:
    app = drop(open_page("records/imports"), xlsx(tmp_path / "导出.xlsx", ORDERS))
    kind = next(box for box in app.selectbox if "订单报表" in box.options)
    assert kind.options[kind.index or 0] == "订单报表"
    press(app, "记住，再看一遍")
    assert app.button("write").label == "写入 1 行"
    press(app, "写入")
    assert answers.warehouse().rows("SELECT order_id FROM orders") == [("3601080613561638173",)]
    tomorrow = [ORDERS[0], ["3601080613561638174", "18.00", "2026-06-12 10:00:00"]]
    app = drop(open_page("records/imports"), xlsx(tmp_path / "明天.xlsx", tomorrow))
    assert app.button("write").label == "写入 1 行"


def test_what_is_remembered_can_be_forgotten_on_the_page(open_page: Open, tmp_path: Path) -> None:
    app = drop(open_page("records/imports"), xlsx(tmp_path / "导出.xlsx", ORDERS))
    press(app, "记住，再看一遍")
    press(app, "忘掉")
    assert remembered(answers.warehouse()) == []


def test_a_doubtful_rate_is_asked_about(open_page: Open, tmp_path: Path) -> None:
    rows: list[Row] = [["统计日期", "访客数", "支付金额", "跳失率"], ["2026-06-11", "100", "88.00", "0.85"]]
    app = drop(open_page("records/imports"), xlsx(tmp_path / "取数.xlsx", rows))
    assert app.button("write").disabled
    assert app.radio[0].label == "「跳失率」写的 0.85 是"
    app.radio[0].set_value(app.radio[0].options[0]).run()
    press(app, "写入")
    assert answers.warehouse().rows("SELECT bounce_rate FROM shop_daily") == [(0.0085,)]


def test_another_way_of_writing_is_said_before_it_is_done(open_page: Open, tmp_path: Path) -> None:
    headings = ["订单编号", "买家实际支付金额", "退款金额", "订单付款时间"]
    first = [headings, ["1", "10.00", "0.00", "2026-06-11 10:00:00"], ["2", "20.00", "0.00", "2026-06-11 11:00:00"]]
    app = drop(open_page("records/imports"), xlsx(tmp_path / "一.xlsx", first))
    press(app, "写入")
    app = drop(open_page("records/imports"), xlsx(tmp_path / "二.xlsx", first[:2]))
    assert app.button("write").disabled
    way = next(box for box in app.selectbox if box.key and box.key.startswith("mode-"))
    way.set_value(way.options[1]).run()
    assert app.button("write").label == "写入 1 行"
    press(app, "写入")
    assert answers.warehouse().rows("SELECT order_id FROM orders") == [("1",)]
