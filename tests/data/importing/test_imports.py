"""Files in, rows out: recognition, bad cells, totals, the same file twice, batches withdrawn."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.checking.preview import Preview, TablePreview
from data.importing.batches import NoSuchBatch, batches, effect_of_withdrawing, withdraw
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.warehouse import Warehouse
from tests.files import text_file, xlsx

SHOP = "云栖木语家居旗舰店"
ORDER: list[object] = [
    "订单编号",
    "买家会员名",
    "总金额",
    "买家实际支付金额",
    "订单状态",
    "订单付款时间 ",
    "退款金额",
    "店铺名称",
]
DAILY: list[object] = ["统计日期", "访客数", "支付金额", "支付买家数"]


def look(warehouse: Warehouse, *paths: Path, shop: str | None = None, day: date | None = None) -> Preview:
    return preview(warehouse, [Upload(path.name, path) for path in paths], shop=shop, day=day)


def only(outcome: Preview) -> TablePreview:
    assert len(outcome.tables) == 1, outcome.tables
    return outcome.tables[0]


def take(warehouse: Warehouse, *paths: Path, shop: str | None = None, day: date | None = None) -> str:
    batch = store(warehouse, look(warehouse, *paths, shop=shop, day=day), by="test").batch
    assert batch
    return batch


def codes(table: TablePreview) -> list[str]:
    return [found.problem.code for found in table.problems]


def order(number: int, paid: str, refund: str = "0.00", when: str = "2026-06-11 10:00:00") -> list[object]:
    return [f"36010806135616{number:05d}", "小明", paid, paid, "交易成功", when, refund, SHOP]


def test_a_classic_order_file_in_gbk_is_read(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ORDER,
        order(11, "100.00"),
        [*order(12, "0.00", "169.00")[:4], "交易关闭", "2026-06-11 11:00:00", "169.00", SHOP],
    ]
    table = only(look(warehouse, text_file(tmp_path / "ExportOrderList.csv", rows)))
    assert (table.source and table.source.name, table.rows, table.new, table.rejected) == ("orders", 2, 2, 0)
    assert (table.shop, table.first_day) == (SHOP, date(2026, 6, 11))
    assert [(change.day, change.before, change.after) for change in table.days] == [
        (date(2026, 6, 11), None, Decimal("269.00"))
    ]


def test_the_dry_run_stores_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    look(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "100.00")]))
    assert warehouse.rows("SELECT count(*) FROM orders") == [(0,)]


def test_importing_twice_changes_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [ORDER, order(11, "100.00"), order(12, "50.00")])
    take(warehouse, path)
    again = look(warehouse, path)
    assert (only(again).new, only(again).changed, only(again).same) == (0, 0, 2)
    assert "nothing_to_do" in codes(only(again))
    assert store(warehouse, again, by="test").batch is None
    assert len(batches(warehouse)) == 1


def test_a_later_file_changes_orders_by_their_number(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "100.00"), order(12, "50.00")]))
    later = look(warehouse, text_file(tmp_path / "b.csv", [ORDER, order(12, "20.00", "30.00"), order(13, "7.00")]))
    table = only(later)
    assert (table.new, table.changed, table.same) == (1, 1, 0)
    assert [(change.before, change.after) for change in table.days] == [(Decimal("150.00"), Decimal("157.00"))]
    store(warehouse, later, by="test")
    assert warehouse.rows("SELECT sum(paid), sum(refund), count(*) FROM orders") == [
        (Decimal("127.00"), Decimal("30.00"), 3)
    ]


def test_withdrawing_brings_back_what_was_replaced(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "100.00"), order(12, "50.00")]))
    second = take(warehouse, text_file(tmp_path / "b.csv", [ORDER, order(12, "20.00", "30.00"), order(13, "7.00")]))
    (effect,) = effect_of_withdrawing(warehouse, second)
    assert (effect.back, effect.gone, effect.stay) == (1, 1, 0)
    assert warehouse.rows("SELECT count(*) FROM orders") == [(3,)], "looking at the effect withdraws nothing"
    withdraw(warehouse, second, by="test")
    rows = warehouse.rows("SELECT right(order_id, 2), paid, refund FROM orders ORDER BY order_id")
    assert rows == [("11", Decimal("100.00"), Decimal("0.00")), ("12", Decimal("50.00"), Decimal("0.00"))]
    with pytest.raises(NoSuchBatch):
        withdraw(warehouse, second, by="test")


def test_a_file_with_fewer_columns_takes_nothing_away(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "100.00")]))
    few: list[object] = ["订单编号", "买家实付金额", "订单付款时间", "店铺名称", "发货时间"]
    take(
        warehouse,
        xlsx(
            tmp_path / "b.xlsx",
            [few, ["3601080613561600011", "100", "2026-06-11 10:00:00", SHOP, "2026-06-12 09:00:00"]],
        ),
    )
    rows = warehouse.rows("SELECT status, ship_time IS NOT NULL, buyer IS NOT NULL FROM orders")
    assert rows == [("交易成功", True, True)]


def test_a_re_export_replaces_the_whole_day(warehouse: Warehouse, tmp_path: Path) -> None:
    heading: list[object] = ["统计日期", "一级来源", "二级来源", "访客数", "支付买家数"]
    first: list[list[object]] = [
        heading,
        ["2026-06-11", "平台流量", "手淘搜索", 100, 3],
        ["2026-06-11", "平台流量", "手淘推荐", 50, 1],
    ]
    take(warehouse, xlsx(tmp_path / "a.xlsx", first), shop=SHOP)
    again = look(
        warehouse, xlsx(tmp_path / "b.xlsx", [heading, ["2026-06-11", "平台流量", "手淘搜索", 120, 3]]), shop=SHOP
    )
    assert (only(again).changed, only(again).vanish) == (1, 1)
    assert "rows_vanish" in codes(only(again))
    batch = store(warehouse, again, by="test").batch
    assert warehouse.rows("SELECT channel, visitors FROM traffic") == [("手淘搜索", 120)]
    assert batch
    withdraw(warehouse, batch, by="test")
    assert sorted(warehouse.rows("SELECT channel, visitors FROM traffic")) == [("手淘推荐", 50), ("手淘搜索", 100)]


def test_bad_cells_set_their_row_aside_and_say_where(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["店铺日报 6月"],
        DAILY,
        ["2026-06-11", "4,620", "386,400.00", 155],
        ["2026-06-12", "约四千", "1.2万", 140],
    ]
    table = only(look(warehouse, xlsx(tmp_path / "日报.xlsx", rows), shop=SHOP))
    assert (table.header_row, table.rows, table.kept, table.rejected) == (2, 2, 1, 1)
    found = [(one.row, one.column, one.value) for one in table.problems if one.problem.severity == "error"]
    assert found == [(4, "访客数", "约四千"), (4, "支付金额", "1.2万")]
    assert "第 4 行「访客数」写的是「约四千」" in table.problems[0].message.zh
    assert table.rejected_rows[0].cells["支付金额"] == "1.2万"


def test_total_rows_and_repeated_headers_are_skipped_and_named(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        DAILY,
        ["2026-06-11", 10, 100, 1],
        ["合计", 10, 100, 1],
        DAILY,
        ["2026-06-12", 20, 200, 2],
        ["注：含退款", None, None, None],
    ]
    table = only(look(warehouse, xlsx(tmp_path / "a.xlsx", rows), shop=SHOP))
    assert (table.rows, table.new, table.rejected) == (5, 2, 0)
    assert [(one.row, one.why.zh) for one in table.skipped] == [
        (3, "合计行或说明行"),
        (4, "重复的表头"),
        (6, "合计行或说明行"),
    ]
    assert not table.set_aside


def test_an_order_number_that_a_spreadsheet_rounded_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    number, words = order(11, "100.00"), order(12, "100.00")
    number[0], words[0] = 3601080613561638173, "3.6E+18"
    table = only(look(warehouse, xlsx(tmp_path / "a.xlsx", [ORDER, number, words, order(13, "1.00")])))
    assert (table.new, table.rejected) == (1, 2)
    assert [(one.problem.code, one.row) for one in table.problems if one.row] == [("id_damaged", 2), ("id_damaged", 3)]


def test_an_order_number_whose_end_became_zeros_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    cut = order(11, "100.00")
    cut[0] = "3601080613561630000"
    table = only(look(warehouse, text_file(tmp_path / "a.csv", [ORDER, cut, order(12, "1.00")])))
    assert [(one.problem.code, one.row, one.value) for one in table.problems if one.row] == [
        ("id_damaged", 2, "3601080613561630000")
    ]


def test_one_record_twice_with_different_content_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [ORDER, order(11, "100.00"), order(11, "90.00"), order(12, "5.00"), order(12, "5.00")]
    table = only(look(warehouse, text_file(tmp_path / "a.csv", rows)))
    assert (table.rows, table.new, table.rejected, len(table.skipped)) == (4, 1, 2, 1)
    assert [(one.problem.code, one.row) for one in table.problems if one.row] == [("key_twice", 2), ("key_twice", 3)]


def test_a_comma_that_shifts_a_row_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    shifted = [*order(11, "100.00")[:4], "买家已付款", "等待卖家发货", "2026-06-11 10:00:00", "0.00", SHOP]
    table = only(look(warehouse, text_file(tmp_path / "a.csv", [ORDER, shifted, order(12, "1.00")])))
    assert table.new == 1
    assert ("shifted_row", 2) in [(one.problem.code, one.row) for one in table.problems]


def test_buyers_are_stored_as_hashes_only(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "1.00"), order(12, "2.00")]))
    assert warehouse.rows("SELECT count(DISTINCT buyer) FROM orders") == [(1,)]
    assert "小明" not in str(warehouse.rows("SELECT * FROM orders")) + str(
        warehouse.rows("SELECT * FROM orders_history")
    )


def test_columns_that_are_not_declared_are_named_and_not_stored(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [[*ORDER, "联系手机"], [*order(11, "1.00"), "13800000000"]]
    table = only(look(warehouse, text_file(tmp_path / "a.csv", rows)))
    assert table.headings_not_stored == ("联系手机",)
    assert not table.set_aside


def test_a_sheet_nobody_knows_is_refused_with_its_headings(warehouse: Warehouse, tmp_path: Path) -> None:
    table = only(look(warehouse, xlsx(tmp_path / "a.xlsx", [["日期", "展现量", "点击量"], ["2026-06-11", 100, 3]])))
    assert table.source is None
    assert codes(table) == ["not_recognised"]
    assert "日期、展现量、点击量" in table.problems[0].message.zh


@pytest.mark.parametrize(
    "heading", [["日期", "甲", "乙"], ["月份", "展现量", "点击量"], ["月份", "张三", "访客数"]], ids="、".join
)
def test_a_sheet_that_speaks_of_targets_is_not_read_as_people_and_months(
    warehouse: Warehouse, tmp_path: Path, heading: list[str]
) -> None:
    day = "2026-06-11" if heading[0] == "日期" else "2026-06"
    rows: list[list[object]] = [["2026年目标完成情况"], [*heading], [day, 100, 3]]
    assert "targets" not in {
        table.source.subject.name for table in look(warehouse, xlsx(tmp_path / "a.xlsx", rows)).tables if table.source
    }


def test_a_products_own_report_does_not_pass_for_the_shops(warehouse: Warehouse, tmp_path: Path) -> None:
    above: list[list[object]] = [["自助取数"], ["甲旗舰店"], []]
    rows: list[list[object]] = [DAILY, ["2018-05-01", 500, 1100, 11]]
    shop = only(look(warehouse, xlsx(tmp_path / "a.xlsx", [*above, *rows], sheet="自助取数")))
    product = only(look(warehouse, xlsx(tmp_path / "b.xlsx", [*above, ["藤编落地灯"], *rows], sheet="自助取数")))
    assert (shop.header_row, shop.new) == (4, 1)
    assert (codes(product), product.kept, product.set_aside) == (["sibling"], 0, True)
    assert "在第 5 行" in product.problems[0].message.zh


def test_a_hidden_sheet_is_never_imported(warehouse: Warehouse, tmp_path: Path) -> None:
    import openpyxl

    path = xlsx(tmp_path / "a.xlsx", [DAILY, ["2026-06-11", 10, 100, 1]], 旧=[DAILY, ["2026-06-10", 9, 90, 1]])
    workbook = openpyxl.load_workbook(path)
    workbook["旧"].sheet_state = "hidden"
    workbook.save(path)
    outcome = look(warehouse, path, shop=SHOP)
    assert [(table.sheet, table.new, codes(table)[-1:]) for table in outcome.tables] == [
        ("Sheet1", 1, []),
        ("旧", 0, ["hidden_sheet"]),
    ]


def test_the_shop_is_asked_for_where_there_are_several(warehouse: Warehouse, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [DAILY, ["2026-06-11", 10, 100, 1]])
    assert only(look(warehouse, path)).shop == "本店"
    take(warehouse, path, shop="甲旗舰店")
    assert only(look(warehouse, path)).shop == "甲旗舰店"
    take(warehouse, path, shop="乙专营店")
    refused = only(look(warehouse, path))
    assert (codes(refused), refused.kept, refused.rejected) == (["shop_needed"], 0, 1)
    named = xlsx(
        tmp_path / "天猫_20260611_丙家居旗舰店_生意参谋_店铺销售数据.xlsx", [DAILY, ["2026-06-11", 10, 100, 1]]
    )
    assert only(look(warehouse, named)).shop == "丙家居旗舰店"


def test_a_blank_shop_below_a_named_one_is_set_aside_until_the_reader_says_whose_it_is(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    heading: list[object] = ["店铺名称", *DAILY]
    rows: list[list[object]] = [
        heading,
        ["甲旗舰店", "2026-06-10", 10, 100, 1],
        [None, "2026-06-11", 20, 200, 2],
        ["乙专营店", "2026-06-10", 30, 300, 3],
        ["", "2026-06-12", 40, 400, 4],
    ]
    path = xlsx(tmp_path / "日报.xlsx", rows)
    table = only(look(warehouse, path))
    assert (table.kept, table.rejected) == (2, 2)
    assert [(found.problem.code, found.row) for found in table.problems] == [("shop_blank", 3), ("shop_blank", 5)]
    above = only(preview(warehouse, [Upload(path.name, path)], shop_above=True))
    assert (above.kept, above.rejected, codes(above)) == (4, 0, [])
    store(warehouse, preview(warehouse, [Upload(path.name, path)], shop_above=True), by="test")
    assert warehouse.rows("SELECT shop, visitors FROM shop_daily ORDER BY visitors") == [
        ("甲旗舰店", 10), ("甲旗舰店", 20), ("乙专营店", 30), ("乙专营店", 40),
    ]  # fmt: skip
    chosen = only(look(warehouse, path, shop="丙专卖店"))
    assert (chosen.kept, chosen.rejected) == (4, 0)


def test_where_no_row_names_a_shop_the_one_assumed_is_said(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [["店铺名称", *DAILY], [None, "2026-06-11", 20, 200, 2]]
    table = only(look(warehouse, xlsx(tmp_path / "日报.xlsx", rows)))
    assert (table.kept, codes(table)) == (1, ["shop_assumed"])


def test_rows_that_name_no_shop_are_set_aside_where_there_are_several(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [ORDER, order(11, "1.00"), [*order(12, "2.00")[:-1], "乙专营店"]]))
    heading: list[object] = ["日期", "旺旺昵称", "有效接待人数"]
    agents = xlsx(tmp_path / "b.xlsx", [heading, ["2026-06-11", "小满", 9], ["2026-06-11", f"{SHOP}:谷雨", 8]])
    blank = text_file(tmp_path / "c.csv", [ORDER, [*order(13, "3.00")[:-1], ""], order(14, "4.00")])
    for path, code in ((agents, "shop_needed"), (blank, "shop_blank")):
        table = only(look(warehouse, path))
        assert (table.kept, table.rejected, table.shop) == (1, 1, SHOP)
        assert code in codes(table)
    assert only(look(warehouse, agents, shop=SHOP)).kept == 2


def test_a_weekly_file_does_not_pass_for_a_day(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [["客服昵称", "接待人数", "首次响应(秒)"], ["小满", 82, 27.77]]
    week = xlsx(tmp_path / "自定义报表_客服_2026-04-20至2026-04-26.xlsx", rows)
    assert codes(only(look(warehouse, week, shop=SHOP))) == ["span_not_day"]
    day = xlsx(tmp_path / "自定义报表_客服_2026-04-20至2026-04-20.xlsx", rows)
    assert only(look(warehouse, day, shop=SHOP)).first_day == date(2026, 4, 20)
    none = xlsx(tmp_path / "客服.xlsx", rows)
    assert codes(only(look(warehouse, none, shop=SHOP))) == ["day_needed"]
    assert only(look(warehouse, none, shop=SHOP, day=date(2026, 4, 21))).first_day == date(2026, 4, 21)


def test_minutes_in_a_heading_become_seconds(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["日期", "客服昵称", "接待人数", "平均响应时长（分）"],
        ["2026-06-11", "小满", 82, "1.5"],
    ]
    path = xlsx(tmp_path / "a.xlsx", rows)
    assert "in_minutes" in codes(only(look(warehouse, path, shop=SHOP)))
    take(warehouse, path, shop=SHOP)
    assert warehouse.rows("SELECT avg_response_sec FROM service") == [(90.0,)]


def test_the_second_of_two_equal_files_has_nothing_to_do(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [ORDER, order(11, "100.00")]
    outcome = look(warehouse, text_file(tmp_path / "a.csv", rows), text_file(tmp_path / "a - 副本.csv", rows))
    assert [(table.new, table.same) for table in outcome.tables] == [(1, 0), (0, 1)]


def test_withdrawing_one_of_two_batches_that_say_the_same_leaves_it_said(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [ORDER, order(11, "100.00")]
    first = take(warehouse, text_file(tmp_path / "a.csv", rows))
    take(warehouse, text_file(tmp_path / "b.csv", [*rows, order(12, "1.00")]))
    withdraw(warehouse, first, by="test")
    assert warehouse.rows("SELECT count(*) FROM orders") == [(2,)]
