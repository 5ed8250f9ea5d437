"""The audit lists what two sources tell differently: tools, formats and reports, with both amounts and their files."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.store.board import opened
from data.store.warehouse import Warehouse
from metrics.__main__ import main
from metrics.calendar.period import Period, day
from metrics.definition.metric import Unit
from metrics.explanation.audit import Difference, audited, whole_span
from tests.data.sources.file_imports import SHOP, take
from tests.data.sources.headings import headings
from tests.files import Row, xlsx

DAY = date(2026, 6, 11)
ON = "2026-06-11"
SYCM: list[Row] = [headings("日期 旺旺昵称 有效接待人数 销售额"), [ON, f"{SHOP}:云朵", 400, "4,000.00"]]
CHITU: list[Row] = [
    headings("日期 客服昵称 接待人数 客服销售额"),
    [ON, "云朵", 410, "4,000.00"],
    [ON, "青禾", 500, 900],
]
REPORT: list[Row] = [headings("统计日期 访客数 支付金额 支付买家数"), [ON, 4620, 8000, 155]]
ORDERS: list[Row] = [
    headings("订单编号 买家实际支付金额 退款金额 订单状态 订单创建时间 订单付款时间"),
    ["4001", 7000, 0, "交易成功", f"{ON} 10:00:00", f"{ON} 10:01:00"],
]


def told(found: Sequence[Difference]) -> list[tuple[object, ...]]:
    return [(each.fact.zh, each.source.zh, each.one, each.rival.zh, each.other, each.files) for each in found]


def test_two_tools_that_tell_of_one_agent_are_named_with_both_figures(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "参谋.xlsx", SYCM))
    take(warehouse, xlsx(tmp_path / "赤兔.xlsx", CHITU))
    found = audited(warehouse, day(DAY), [SHOP])
    files = ("参谋.xlsx", "赤兔.xlsx")
    assert told(found) == [("接待人数", "生意参谋", Decimal(400), "赤兔", Decimal(410), files)]
    assert (found[0].shop, found[0].day, found[0].unit) == (SHOP, DAY, Unit.PEOPLE)


def test_a_check_of_the_reconciliation_that_does_not_hold_is_a_difference(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "日报.xlsx", REPORT))
    take(warehouse, xlsx(tmp_path / "订单.xlsx", ORDERS))
    assert told(audited(warehouse, day(DAY), [SHOP])) == [
        ("日报对订单", "店铺日报", Decimal(8000), "订单", Decimal(7000), ("日报.xlsx", "订单.xlsx"))
    ]
    assert audited(warehouse, day(DAY), ["别的店"]) == ()


def test_two_formats_of_one_key_are_compared_by_what_each_said_last(warehouse: Warehouse, tmp_path: Path) -> None:
    home: list[Row] = [
        headings("统计日期 支付金额 净支付金额 退款金额（完结时间） 访客数"),
        [ON, 7900, 7000, 900, 4620],
    ]
    take(warehouse, xlsx(tmp_path / "日报.xlsx", [*REPORT[:1], [ON, 4620, 1, 155]]))
    take(warehouse, xlsx(tmp_path / "日报.xlsx", REPORT))
    other = take(warehouse, xlsx(tmp_path / "首页.xlsx", home))
    assert other.source
    assert other.source.name == "shop_home"
    assert told(audited(warehouse, day(DAY), [SHOP])) == [
        ("店铺日报：支付金额", "店铺日报", Decimal(8000), "首页核心指标", Decimal(7900), ("日报.xlsx", "首页.xlsx"))
    ]


def test_the_command_prints_a_line_a_difference(var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(var) as board:
        take(board, xlsx(tmp_path / "参谋.xlsx", SYCM))
        take(board, xlsx(tmp_path / "赤兔.xlsx", CHITU))
        assert whole_span(board) == Period(DAY, DAY)
    assert main(["audit", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-06-11 至 2026-06-11，1 处两个来源说法不同：",
        f"2026-06-11 {SHOP} 接待人数：生意参谋 400人，赤兔 410人，差 −10人。文件：参谋.xlsx、赤兔.xlsx",
    ]
    assert main(["audit", "--json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["shop"], line["day"], line["one"], line["other"]) == (SHOP, ON, 400, 410)
    assert main(["audit", "--to", "2026-06-10", "--from", "2026-06-01", "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "2026-06-01 至 2026-06-10，没有两个来源说法不同的数。\n"


def test_without_files_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "There are no files yet.\n"
