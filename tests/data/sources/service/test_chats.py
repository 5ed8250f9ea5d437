"""Chat logs, as service desks export them and as people keep them."""

from datetime import datetime
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file, xlsx

NOON = "2026-06-11 12:00:00"


def test_a_log_is_read_under_the_headings_of_several_desks(warehouse: Warehouse, tmp_path: Path) -> None:
    ours: list[list[object]] = [
        headings("店铺 会话编号 客服账号 买家 买家消息时间 首次人工回复时间 机器人回复"),
        [SHOP, "S-1", f"{SHOP}:小满", "tb1", NOON, "2026-06-11 12:00:20", "否"],
        [SHOP, "S-2", None, "tb2", "2026-06-11 12:01:00", None, "是"],
    ]
    theirs: list[list[object]] = [
        headings("会话ID 接待客服 买家昵称 咨询时间 转人工时间 首次响应时长 是否转接 订单编号"),
        ["S-3", "谷雨", "tb3", NOON, "2026-06-11 12:00:05", "1分5秒", "否", "3601080613561638173"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "聊天记录.xlsx", ours), shop=None)) == "chats"
    assert read_as(take(warehouse, text_file(tmp_path / "会话明细.csv", theirs))) == "chats"
    assert warehouse.rows(
        "SELECT session_id, agent, asked_at, handed_over_at, replied_at, waited_sec, bot FROM chats ORDER BY session_id"
    ) == [
        ("S-1", f"{SHOP}:小满", datetime(2026, 6, 11, 12), None, datetime(2026, 6, 11, 12, 0, 20), None, "否"),
        ("S-2", "", datetime(2026, 6, 11, 12, 1), None, None, None, "是"),
        ("S-3", "谷雨", datetime(2026, 6, 11, 12), datetime(2026, 6, 11, 12, 0, 5), None, 65.0, None),
    ]


def test_no_buyers_name_is_stored(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("会话编号 客服账号 买家 买家消息时间 首次人工回复时间 聊天内容"),
        ["S-1", "小满", "tb20260611", NOON, NOON, "我叫王小明"],
    ]
    table = take(warehouse, xlsx(tmp_path / "聊天记录.xlsx", rows))
    assert list(table.headings_not_stored) == ["聊天内容"]
    ((row,),) = warehouse.rows("SELECT chats::VARCHAR FROM chats")
    assert "tb20260611" not in row
    assert "王小明" not in row


def test_a_round_passed_on_has_a_row_with_each_agent(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("会话编号 客服账号 买家 买家消息时间 首次人工回复时间 转接"),
        ["S-1", "小满", "tb1", NOON, None, "谷雨"],
        ["S-1", "谷雨", "tb1", NOON, "2026-06-11 12:01:00", ""],
    ]
    path = xlsx(tmp_path / "聊天记录.xlsx", rows)
    assert take(warehouse, path).new == 2
    assert look(warehouse, path).same == 2


def test_a_moment_that_is_none_is_refused_with_its_row(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("会话编号 客服账号 买家消息时间 首次人工回复时间"),
        ["S-1", "小满", NOON, "刚才"],
        ["S-2", "小满", NOON, "2026-06-11 12:00:20"],
    ]
    table = take(warehouse, xlsx(tmp_path / "聊天记录.xlsx", rows))
    assert (table.kept, [found.row for found in table.problems if found.value == "刚才"]) == (1, [2])
