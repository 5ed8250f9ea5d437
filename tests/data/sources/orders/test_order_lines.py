"""The classic item report: no sub-order, no time, no amount paid; one order on several rows."""

from pathlib import Path

from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look, read_as, take
from tests.files import text_file

HEADINGS: list[object] = [
    "订单编号", "标题", "价格", "购买数量", "外部系统编号", "商品属性", "套餐信息", "备注", "订单状态", "商家编码",
]  # fmt: skip
ORDER = '="3601080613561600011"'


def line(title: str, items: int = 1, colour: str = "原木色", status: str = "交易成功") -> list[object]:
    return [ORDER, title, "168.00", items, "", f"颜色分类:{colour}", "", "送到 138****0000", status, "YX-LD01"]


def test_an_order_on_several_rows_keeps_its_lines(warehouse: Warehouse, tmp_path: Path) -> None:
    lines = [HEADINGS, line("藤编落地灯"), line("藤编落地灯", colour="黑色"), line("榉木托盘", 2)]
    table = take(warehouse, text_file(tmp_path / "ExportOrderDetailList201903121048.csv", lines))
    assert (read_as(table), table.new, table.rejected) == ("order_lines", 3, 0)
    assert warehouse.rows("SELECT order_id, title, properties, items, state FROM order_lines ORDER BY line") == [
        ("3601080613561600011", "榉木托盘", "颜色分类:原木色", 2, "done"),
        ("3601080613561600011", "藤编落地灯", "颜色分类:原木色", 1, "done"),
        ("3601080613561600011", "藤编落地灯", "颜色分类:黑色", 1, "done"),
    ]
    assert "备注" in table.headings_not_stored


def test_rows_in_another_order_change_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, line("藤编落地灯"), line("榉木托盘")]))
    again = look(warehouse, text_file(tmp_path / "b.csv", [HEADINGS, line("榉木托盘"), line("藤编落地灯")]))
    assert (again.new, again.changed, again.same, again.vanish) == (0, 0, 2, 0)


def test_a_line_that_left_the_order_goes(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, line("藤编落地灯"), line("榉木托盘")]))
    take(warehouse, text_file(tmp_path / "b.csv", [HEADINGS, line("榉木托盘")]))
    assert warehouse.rows("SELECT title FROM order_lines") == [("榉木托盘",)]


def test_a_row_pasted_twice_counts_once_and_is_named(warehouse: Warehouse, tmp_path: Path) -> None:
    table = take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, line("藤编落地灯"), line("藤编落地灯")]))
    assert (table.new, [skipped.row for skipped in table.skipped]) == (1, [3])


def test_two_statuses_of_one_line_are_refused(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [HEADINGS, line("藤编落地灯"), line("藤编落地灯", status="交易关闭")]
    table = look(warehouse, text_file(tmp_path / "a.csv", rows))
    assert (table.kept, table.rejected, {found.problem.code for found in table.problems}) == (
        0, 2, {"key_twice", "headings_not_stored"},
    )  # fmt: skip


def test_the_variant_with_a_time_knows_its_day(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = [[*HEADINGS, "创建时间"], [*line("藤编落地灯"), "2019/3/12 10:48"]]
    table = take(warehouse, text_file(tmp_path / "a.csv", rows))
    assert (read_as(table), str(table.first_day)) == ("order_lines", "2019-03-12")


def test_it_leaves_the_sub_orders_alone(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, text_file(tmp_path / "a.csv", [HEADINGS, line("藤编落地灯")]))
    assert warehouse.rows("SELECT count(*) FROM order_items") == [(0,)]
