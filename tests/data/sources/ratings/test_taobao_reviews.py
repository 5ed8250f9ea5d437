"""Reviews as Qianniu's page of reviews tells them: three scores beside a word, and whether the shop answered."""

from pathlib import Path

import pytest

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import text_file, xlsx

HEADINGS = headings("评价时间 评价等级 评价内容 描述相符 服务态度 物流服务 订单编号 商品标题 商家回复 回复状态")
ORDER = "3601080613561600011"


def test_the_word_goes_before_the_scores(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        HEADINGS,
        ["2026-06-11 10:20:05", "差评", "路上走了九天", 5, 5, 1, ORDER, "藤编落地灯", "抱歉", "已回复"],
        ["2026-06-11 11:20:05", "", "=_= 有划痕", 2, 5, 5, ORDER, "藤编落地灯", "", "未回复"],
        ["2026-06-11 12:20:05", "好评", "第二次买，\n一样好", 5, 5, 5, ORDER, "藤编落地灯", "", "未回复"],
    ]
    table = take(warehouse, text_file(tmp_path / "评价管理.csv", rows))
    assert (read_as(table), table.new, table.rejected) == ("reviews_taobao", 3, 0)
    assert warehouse.rows("SELECT tone, score_item, content, reply_status FROM reviews ORDER BY review_time") == [
        ("bad", 5.0, "路上走了九天", "已回复"),
        ("bad", 2.0, "=_= 有划痕", "未回复"),
        ("good", 5.0, "第二次买，\n一样好", "未回复"),
    ]


@pytest.mark.parametrize(
    "names",
    [
        "首次评价时间 评价类型 评论内容 宝贝标题 子订单编号 评价解释",
        "评论时间 好中差评 买家评论 宝贝名称 订单号 卖家回复",
    ],
)
def test_other_spellings_are_taken(warehouse: Warehouse, tmp_path: Path, names: str) -> None:
    rows: list[list[object]] = [
        headings(names),
        ["2026-06-11 10:20", "中评", "一般", "藤编落地灯", ORDER, "谢谢您的建议"],
    ]
    table = take(warehouse, xlsx(tmp_path / "评价.xlsx", rows))
    assert read_as(table) == "reviews_taobao"
    assert warehouse.rows("SELECT tone, title, reply FROM reviews") == [("neutral", "藤编落地灯", "谢谢您的建议")]


def test_collected_reviews_and_those_of_pinduoduo_stay_what_they_are(warehouse: Warehouse, tmp_path: Path) -> None:
    collected: list[list[object]] = [
        headings("平台 店铺 时间 订单编号 商品名称 评价内容 评分"),
        ["天猫", "甲旗舰店", "2026-06-07", ORDER, "藤编落地灯", "好", "好评"],
    ]
    other: list[list[object]] = [
        headings("评价ID 商品ID 订单编号 综合评分 描述评分 评价内容 评价时间 商家回复内容 回复状态"),
        ["1", "2", "260410-662259689903207", 0, 5, "好", 1775786400, "", "未回复"],
    ]
    assert read_as(look(warehouse, xlsx(tmp_path / "a.xlsx", collected, "抓取数据汇总"))) == "reviews"
    assert read_as(look(warehouse, xlsx(tmp_path / "b.xlsx", other))) == "reviews_pdd"
