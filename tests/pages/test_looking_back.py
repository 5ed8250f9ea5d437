"""The numbers as they were known at a past moment, on any page."""

from datetime import datetime
from pathlib import Path

import pytest

from data.importing.imports import preview, store
from data.reading.upload import Upload
from tests.files import xlsx
from tests.pages.conftest import SHOP, Open
from ui.cache import answers

MAY = datetime(2026, 5, 12, 9)
HEADINGS = ["统计日期", "店铺名称", "访客数", "支付金额", "支付买家数"]


@pytest.fixture
def corrected(tmp_path: Path) -> None:
    """A day's report of nine o'clock, and at three in the afternoon the one that corrected it."""
    for hour, amount in ((9, "10000.00"), (15, "8000.00")):
        path = xlsx(tmp_path / f"日报{hour}.xlsx", [HEADINGS, ["2026-06-11", SHOP, "1000", amount, "80"]])
        outcome = preview(answers.warehouse(), [Upload(path.name, path)])
        store(answers.warehouse(), outcome, by="测试", now=datetime(2026, 6, 12, hour))


@pytest.mark.usefixtures("corrected")
def test_a_page_shows_what_was_known_then(open_page: Open) -> None:
    app = open_page("teams/sales", known="2026-06-12T09:05")
    assert not app.exception
    now = open_page("teams/sales")
    shown, today = ("".join(each.proto.body for each in page.get("html")) for page in (app, now))
    assert "1.00" in shown
    assert "8,000" in today
    assert "8,000" not in shown


@pytest.mark.usefixtures("corrected")
def test_a_page_that_writes_returns_to_the_present(open_page: Open) -> None:
    app = open_page("records/imports", known="2026-06-12T09:05")
    assert not app.exception
    assert "known" not in app.query_params


ORDER = ["订单编号", "总金额", "买家实际支付金额", "退款金额", "订单状态", "订单创建时间", "订单付款时间", "店铺名称"]


@pytest.fixture
def ordered(tmp_path: Path) -> None:
    """Orders of the first of May, exported on the twelfth."""
    paid = "2026-05-01 12:00:00"
    rows = [[f"31200000000000000{n}", "100.00", "100.00", "0.00", "交易成功", paid, paid, SHOP] for n in range(9)]
    path = xlsx(tmp_path / "ExportOrderList202605120900.xlsx", [ORDER, *rows])
    store(answers.warehouse(), preview(answers.warehouse(), [Upload(path.name, path)]), by="测试", now=MAY)


@pytest.mark.usefixtures("ordered")
def test_what_was_young_then_is_young_when_one_looks_back(open_page: Open) -> None:
    days = {"period": "own", "from": "2026-05-01", "to": "2026-05-01"}
    now, then = (open_page("teams/sales", **days, **moment) for moment in ({}, {"known": "2026-05-12T09:05"}))
    assert not then.exception
    shown, earlier = ("".join(each.proto.body for each in page.get("html")) for page in (now, then))
    assert "5月22日定稿" not in shown
    assert "5月22日定稿" in earlier
