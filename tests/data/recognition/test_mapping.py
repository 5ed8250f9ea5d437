"""Headings nobody declared, headings that fit two formats, rates without a unit: asked once, then remembered."""

from decimal import Decimal
from pathlib import Path

from data.checking.preview import TablePreview
from data.formats.mapping import Mapping, RateScale, keyed
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.recognition.saved_mappings import forget, remember, remembered
from data.recognition.suggestions import guessed, lacking, nearest
from data.sources import source_named
from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import SHOP, look, read_as, take
from tests.files import Row, xlsx

HEADINGS = ["订单号码", "实收的钱", "付款的时间", "退了多少", "赠品"]
PLACES = {"order_id": "订单号码", "paid": "实收的钱", "pay_time": "付款的时间", "refund": "退了多少"}
ORDER = ["3601080613561638173", "88.00", "2026-06-11 10:00:00", "12.00", "杯垫"]


def codes(table: TablePreview) -> set[str]:
    return {found.problem.code for found in table.problems}


def test_a_sheet_nobody_knows_is_read_once_its_columns_are_matched(warehouse: Warehouse, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "导出.xlsx", [HEADINGS, ORDER])
    unknown = look(warehouse, path)
    assert "not_recognised" in codes(unknown)
    assert unknown.block
    remember(warehouse, unknown.block.header, Mapping("orders", PLACES), by="小满")
    table = take(warehouse, path)
    assert (read_as(table), table.new, table.headings_not_stored) == ("orders", 1, ("赠品",))
    assert "as_told" in codes(table)
    assert warehouse.rows("SELECT order_id, paid, refund FROM orders") == [
        ("3601080613561638173", Decimal("88.00"), Decimal("12.00"))
    ]


def test_the_same_headings_are_known_next_time_in_any_order(warehouse: Warehouse, tmp_path: Path) -> None:
    remember(warehouse, HEADINGS, Mapping("orders", PLACES), by="小满")
    turned = [list(reversed(HEADINGS)), list(reversed(ORDER))]
    assert read_as(take(warehouse, xlsx(tmp_path / "明天.xlsx", [["六月订单"], *turned]))) == "orders"
    assert warehouse.rows("SELECT paid FROM orders") == [(Decimal("88.00"),)]


def test_one_heading_more_is_another_sheet(warehouse: Warehouse, tmp_path: Path) -> None:
    remember(warehouse, HEADINGS, Mapping("orders", PLACES), by="小满")
    path = xlsx(tmp_path / "别的.xlsx", [[*HEADINGS, "金额单位"], [*ORDER, "分"]])
    assert "not_recognised" in codes(look(warehouse, path))


def test_what_was_remembered_can_be_forgotten(warehouse: Warehouse, tmp_path: Path) -> None:
    remember(warehouse, HEADINGS, Mapping("orders", PLACES), by="小满")
    (line,) = remembered(warehouse)
    assert (line.by, line.mapping.source, line.mapping.places) == ("小满", "orders", PLACES)
    forget(warehouse, line.headings)
    assert remembered(warehouse) == []
    assert "not_recognised" in codes(look(warehouse, xlsx(tmp_path / "导出.xlsx", [HEADINGS, ORDER])))


def test_of_two_equal_headings_the_one_that_was_pointed_at_counts(warehouse: Warehouse, tmp_path: Path) -> None:
    headings: Row = ["订单号码", "金额", "金额", "付款的时间"]
    assert keyed(["订单号码", "金额", "金额"])[1:] == ["金额", "金额\t2"]
    places = {"order_id": "订单号码", "paid": "金额\t2", "pay_time": "付款的时间"}
    remember(warehouse, [str(text) for text in headings], Mapping("orders", places), by="小满")
    take(warehouse, xlsx(tmp_path / "导出.xlsx", [headings, [ORDER[0], "100.00", "80.00", ORDER[2]]]))
    assert warehouse.rows("SELECT paid FROM orders") == [(Decimal("80.00"),)]


def test_the_likeliest_format_and_columns_are_guessed() -> None:
    headings = ["订单号码", "实收金额(元)", "订单付款时间点", "退款额", "店铺"]
    orders = nearest(headings)[0]
    assert orders.name == "orders"
    places = guessed(orders, headings)
    assert (places["order_id"], places["pay_time"], places["refund"]) == ("订单号码", "订单付款时间点", "退款额")
    assert [column.name for column in lacking(orders, ["paid"])] == ["order_id"]


def test_a_sheet_that_fits_two_formats_is_asked_about_once(warehouse: Warehouse, tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "导出.xlsx", [["统计日期", "访客数", "发现", "响应"], ["2026-06-11", "100", "10:00", "10:05"]]
    )
    first = look(warehouse, path)
    (found,) = [found for found in first.problems if found.problem.code == "two_readings"]
    assert "店铺日报" in found.message.zh
    assert first.block
    remember(warehouse, first.block.header, Mapping("shop_daily"), by="小满")
    table = look(warehouse, path)
    assert read_as(table) == "shop_daily"
    assert "two_readings" not in codes(table)


def rate_file(folder: Path, *rates: str) -> Path:
    rows: list[Row] = [[f"2026-06-{day:02d}", "1000", "88.00", rate] for day, rate in enumerate(rates, start=1)]
    return xlsx(folder / "取数.xlsx", [["统计日期", "访客数", "支付金额", "跳失率"], *rows])


def test_a_rate_that_may_be_85_percent_or_less_than_one_is_asked_about(warehouse: Warehouse, tmp_path: Path) -> None:
    path = rate_file(tmp_path, "0.85", "0.5")
    table = look(warehouse, path)
    (found,) = [found for found in table.problems if found.problem.code == "scale_needed"]
    assert "0.85% 还是 85%" in found.message.zh
    assert not table.storable
    assert table.block
    remember(warehouse, table.block.header, Mapping("shop_daily", scales={"bounce_rate": RateScale.POINTS}), by="小满")
    take(warehouse, path)
    assert warehouse.rows("SELECT bounce_rate FROM shop_daily ORDER BY day") == [(0.0085,), (0.005,)]


def test_a_rate_with_four_decimals_or_a_sign_or_over_one_leaves_nothing_open(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    for rates in (["0.0335", "0.04"], ["3.35%", "0.5%"], ["3.35", "0.5"]):
        take(warehouse, rate_file(tmp_path, *rates))
        assert warehouse.rows("SELECT bounce_rate FROM shop_daily WHERE day = '2026-06-01'") == [(0.0335,)]


def test_a_renamed_column_is_told_and_the_rest_is_imported(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, xlsx(tmp_path / "一.xlsx", [["统计日期", "访客数", "支付金额"], ["2026-06-10", "90", "1.00"]]))
    renamed = xlsx(tmp_path / "二.xlsx", [["统计日期", "访客总人数", "支付金额"], ["2026-06-11", "100", "2.00"]])
    outcome = preview(warehouse, [Upload(renamed.name, renamed)], shop=SHOP)
    (found,) = [found for _, found in outcome.problems if found.problem.code == "headings_changed"]
    assert "少了：访客数；多了：访客总人数" in found.message.zh
    store(warehouse, outcome, by="test")
    assert warehouse.rows("SELECT visitors, pay_amount FROM shop_daily WHERE day = '2026-06-11'") == [
        (None, Decimal("2.00"))
    ]


def test_every_format_can_be_guessed_from_its_own_headings() -> None:
    for name in ("orders", "traffic", "service", "refunds", "workload", "products"):
        source = source_named(name)
        headings = [column.label.zh for column in source.columns if column.headings]
        assert source in nearest(headings)[:3], name
