"""Activities and featured products, as managers write them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import xlsx


def test_an_activity_says_its_days_in_one_cell_or_in_two(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("名称 起止 规则 快捷语 目标"),
        ["2026年618", "2026年5月20日 20:00-6月20日", "每满300减50", "亲，满300减50哦", "30万"],
        ["周三上新", "2026-06-10", "新品9折", None, None],
    ]
    table = take(warehouse, xlsx(tmp_path / "活动.xlsx", rows))
    assert (read_as(table), table.new, table.rejected) == ("activities", 2, 0)
    apart: list[list[object]] = [
        headings("活动名称 开始日期 结束日期 活动规则 报名截止 状态 负责人"),
        ["99大促", date(2026, 9, 5), date(2026, 9, 9), "跨店满减", "2026-08-20", "待报名", "小满"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "活动报名.xlsx", apart))) == "activities_by_dates"
    assert warehouse.rows("SELECT activity, first_day, last_day, target FROM activities ORDER BY first_day") == [
        ("2026年618", date(2026, 5, 20), date(2026, 6, 20), Decimal("300000.00")),
        ("周三上新", date(2026, 6, 10), date(2026, 6, 10), None),
        ("99大促", date(2026, 9, 5), date(2026, 9, 9), None),
    ]


def test_a_span_without_a_year_is_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [headings("名称 起止 规则"), ["618", "5月20日-6月20日", "每满300减50"]]
    table = look(warehouse, xlsx(tmp_path / "活动.xlsx", rows))
    assert (table.new, table.rejected) == (0, 1)


def test_featured_products_are_no_product_report_and_no_list_of_targets(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("日期 商品ID 商品名称 主推目标 卖点"),
        ["2026-06-12", "737559603417", "藤编落地灯", "5,000", "手工藤编"],
    ]
    assert read_as(take(warehouse, xlsx(tmp_path / "主推.xlsx", rows))) == "featured"
    assert warehouse.rows("SELECT day::VARCHAR, item_id, target, points FROM featured") == [
        ("2026-06-12", "737559603417", Decimal("5000.00"), "手工藤编")
    ]
    targets: list[list[object]] = [headings("月份 店铺 目标"), ["2026-06", "甲旗舰店", "30万"]]
    assert read_as(look(warehouse, xlsx(tmp_path / "目标.xlsx", targets))) == "targets"


def test_an_activity_tells_what_it_costs_and_what_is_ready(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("活动名称 活动时间 活动规则 活动费用 备货情况 页面情况 人员"),
        ["周末满减", "2026-06-12~2026-06-14", "满199减20", "1,500", "已到仓", "", "已排班"],
    ]
    take(warehouse, xlsx(tmp_path / "活动.xlsx", rows))
    assert warehouse.rows("SELECT cost, stock_ready, page_ready, staff_ready FROM activities") == [
        (Decimal("1500.00"), "已到仓", None, "已排班")
    ]
