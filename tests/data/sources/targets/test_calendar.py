"""The promotion calendar, as shops keep it."""

from datetime import date
from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.data.sources.headings import headings
from tests.files import xlsx

HEADINGS = headings("活动 起 止 级别")


def test_a_promotion_is_a_years_and_moving_its_days_changes_that_row(warehouse: Warehouse, tmp_path: Path) -> None:
    first: list[list[object]] = [
        HEADINGS,
        ["双11", "2026-10-15", "2026-11-11", "S级"],
        ["店庆", "2026-8-8", "2026-8-10", ""],
    ]
    table = take(warehouse, xlsx(tmp_path / "日历.xlsx", first))
    assert (read_as(table), table.new, table.rejected) == ("promotions", 2, 0)
    moved: list[list[object]] = [
        headings("活动名称 开始日期 结束日期 高峰日 级别"),
        ["双11", date(2026, 10, 20), date(2026, 11, 12), date(2026, 11, 11), "S级"],
    ]
    again = take(warehouse, xlsx(tmp_path / "大促日历新.xlsx", moved))
    assert (read_as(again), again.new, again.changed) == ("promotions", 0, 1)
    assert warehouse.rows(
        "SELECT activity, year, first_day, last_day, peak_day FROM promotions ORDER BY first_day"
    ) == [
        ("店庆", 2026, date(2026, 8, 8), date(2026, 8, 10), None),
        ("双11", 2026, date(2026, 10, 20), date(2026, 11, 12), date(2026, 11, 11)),
    ]


def test_a_list_of_activities_with_rules_is_no_promotion_calendar(warehouse: Warehouse, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        headings("活动名称 开始日期 结束日期 活动规则 级别"), ["99大促", "2026-09-05", "2026-09-09", "跨店满减", "A级"],
    ]  # fmt: skip
    assert read_as(look(warehouse, xlsx(tmp_path / "活动.xlsx", rows))) == "activities_by_dates"
