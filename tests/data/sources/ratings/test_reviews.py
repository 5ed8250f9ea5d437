"""Reviews: times behind a word or in Unix seconds, ratings in words or stars, and a manager's daily count."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, read_as, take
from tests.files import xlsx

COLLECTED: list[object] = ["平台", "店铺", "时间", "订单编号", "商品名称", "评价内容", "评分"]
PDD: list[object] = [
    "评价ID", "商品ID", "订单编号", "综合评分", "描述评分", "物流评分", "服务评分", "评价内容", "评价时间",
    "商家回复内容", "回复状态", "追评内容",
]  # fmt: skip


def review(time: object, rating: object = "好评", text: str = "灯光柔和") -> list[object]:
    return ["天猫", SHOP, time, "订单编号：3601080613561600011", "藤编落地灯", text, rating]


@pytest.mark.parametrize(
    ("time", "stored"),
    [
        ("初次评价: 2026-06-07 12:39:34", "2026-06-07 12:39:34"),
        ("2026年06月07日 12:39:34", "2026-06-07 12:39:34"),
        ("6/7/26 13:40", "2026-06-07 13:40:00"),
        ("46180", "2026-06-07 00:00:00"),
    ],
)
def test_every_form_of_a_time_is_read(warehouse: Warehouse, tmp_path: Path, time: str, stored: str) -> None:
    table = take(warehouse, xlsx(tmp_path / "评价.xlsx", [COLLECTED, review(time)], "抓取数据汇总"), shop=None)
    assert (read_as(table), table.rejected) == ("reviews", 0)
    assert warehouse.rows("SELECT platform, shop, review_time::VARCHAR, order_id FROM reviews") == [
        ("天猫", SHOP, stored, "3601080613561600011")
    ]


@pytest.mark.parametrize(
    ("rating", "score", "tone"),
    [("好评", None, "good"), ("差评", None, "bad"), (5, 5.0, "good"), ("3星", 3.0, "neutral"), ("2", 2.0, "bad"),
     ("", None, None), ("很满意", None, None)],
)  # fmt: skip
def test_words_and_stars_make_one_tone(
    warehouse: Warehouse, tmp_path: Path, rating: object, score: float | None, tone: str | None
) -> None:
    take(warehouse, xlsx(tmp_path / "a.xlsx", [COLLECTED, review("2026-06-07", rating)]))
    assert warehouse.rows("SELECT rating, score, tone FROM reviews") == [(str(rating) or None, score, tone)]


def test_collecting_the_same_reviews_again_changes_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [COLLECTED, review("2026-06-07"), review("2026-06-07", text="有点小"), review("2026-06-07")]
    first = take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert (first.new, len(first.skipped), first.rejected) == (2, 1, 0)
    again = take(warehouse, xlsx(tmp_path / "b.xlsx", [COLLECTED, *rows[1:3], review("2026-06-09")]))
    assert (again.new, again.same) == (1, 2)


def test_pinduoduo_stamps_reviews_in_seconds(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [
        PDD,
        ["8812345", "737559603417", "260410-662259689903207", 0, 5, 4, 5, "不错", "1780834774", "", "未回复", ""],
    ]
    table = take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert (read_as(table), table.rejected) == ("reviews_pdd", 0)
    assert warehouse.rows("SELECT review_id, order_id, review_time::VARCHAR, score, tone, platform FROM reviews") == [
        ("8812345", "260410-662259689903207", "2026-06-07 20:19:34", 5.0, "good", "拼多多")
    ]


def test_a_managers_count_is_a_row_a_day(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [["评价日期", "店铺", "评价总数"], ["2026/6/7", SHOP, 38], ["合计", "", 38]]
    table = take(warehouse, xlsx(tmp_path / "a.xlsx", rows))
    assert (read_as(table), len(table.skipped)) == ("review_counts", 1)
    assert warehouse.rows("SELECT shop, day::VARCHAR, reviews FROM review_counts") == [(SHOP, "2026-06-07", 38)]
