"""Headers found: in one row, or in two of which the upper holds groups merged over their columns."""

from data.reading.cells import as_cells
from data.reading.workbook import Sheet
from data.recognition.block import Block
from data.recognition.recognition import blocks
from data.sources import source_named


def only(*rows: list[str], file: str = "a.xlsx") -> Block:
    width = max(map(len, rows))
    cells = as_cells([[*row, *[""] * (width - len(row))] for row in rows], first_row=1)
    (block,) = blocks(Sheet("", "Sheet1", hidden=False, odd_bytes=False, cells=cells), file)
    return block


REVIEWS = (
    ["日期", "总", "", "邀请", "", "", "自主", ""],
    ["", "发出", "收到", "发出", "收到", "满意率", "收到", "满意率"],
    ["2026-06-11", "60", "42", "50", "38", "95.2%", "4", "75.0%"],
)


def test_groups_above_names_make_one_header_of_two_rows() -> None:
    block = only(["客服接待评价"], *REVIEWS)
    assert block.match
    assert (block.match.source.name, block.header_row, block.rows.num_rows) == ("service_shop_reviews", 3, 1)
    assert block.match.headings["invited_asked"] == "邀请发出"
    assert block.match.places["own_satisfaction_rate"] == "c7"
    assert block.match.left_over == ()


def test_a_group_written_again_over_every_column_is_one_group() -> None:
    block = only(
        ["日期", "总", "总", "邀请", "邀请"], ["", "发出", "收到", "发出", "收到"], ["2026-06-11", "6", "4", "5", "3"]
    )
    assert block.match
    assert (block.match.source.name, block.match.headings["invited_reviews"]) == ("service_shop_reviews", "邀请收到")


def test_names_with_their_group_in_one_row_are_the_same_header() -> None:
    block = only(["日期", "总_发出", "邀请_发出", "自主_收到"], ["2026-06-11", "60", "50", "4"])
    assert block.match
    assert (block.match.source.name, block.header_row) == ("service_shop_reviews", 1)


def test_a_sheet_whose_header_is_one_row_is_read_as_before() -> None:
    block = only(
        ["6月", "", "店铺", ""], ["统计日期", "访客数", "支付金额", "支付买家数"], ["2026-06-11", "9", "9", "1"]
    )
    assert block.match
    assert (block.match.source.name, block.header_row) == ("shop_daily", 2)
    assert block.header == ("统计日期", "访客数", "支付金额", "支付买家数")


def test_a_row_of_facts_is_no_second_heading_row() -> None:
    headings = ["统计日期", "商品ID", "", "访客数", "备注", ""]
    block = only(headings, ["", "7375", "x", "", "y", "z"], ["2026-06-11", "7376", "", "9", "", ""])
    assert (block.match, block.header_row) == (None, 1)


def test_two_rows_that_say_nothing_known_stay_unknown() -> None:
    assert only(["", "甲", "", "乙", ""], ["子", "丑", "寅", "卯", "辰"], ["1", "2", "3", "4", "5"]).match is None


def test_dates_over_three_columns_each_stand_before_every_name_below_them() -> None:
    block = only(
        ["", "", "", "46184", "", "", "46185", "", ""],
        ["平台", "店铺", "服务分目标", *["物流分", "商品分", "服务分"] * 2],
        ["天猫", "云栖木语家居旗舰店", "4.8", "4.7", "4.8", "4.9", "4.7", "4.8", "4.9"],
    )
    assert block.match
    assert block.match.source is source_named("scores_wide")
    assert list(block.match.spread.values())[::5] == ["46184物流分", "46185服务分"]
