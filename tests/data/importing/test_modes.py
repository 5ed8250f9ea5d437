"""Other ways of writing than a table's usual one: what they change, what they say first, and how they are undone."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from data.checking.preview import Preview
from data.formats.mode import Mode
from data.importing.batches import withdraw
from data.importing.imports import in_modes, preview, store
from data.reading.upload import Upload
from data.store.as_of import warehouse_as_of
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import metric_named
from metrics.query.question import answer
from tests.data.sources.file_imports import take
from tests.files import xlsx

SHOP = "云栖木语家居旗舰店"
HEADINGS: list[object] = ["订单编号", "买家实际支付金额", "退款金额", "订单付款时间", "店铺名称"]


def orders(folder: Path, name: str, *rows: tuple[str, str, int]) -> Path:
    """A file of orders: number, amount paid, day of June."""
    reported: list[list[object]] = [
        [f"36010806135616{number:>05}", paid, "0.00", f"2026-06-{day:02d} 10:00:00", SHOP] for number, paid, day in rows
    ]
    return xlsx(folder / name, [HEADINGS, *reported])


def look(warehouse: Warehouse, path: Path) -> Preview:
    return preview(warehouse, [Upload(path.name, path)])


def chosen(warehouse: Warehouse, path: Path, mode: Mode) -> Preview:
    return in_modes(warehouse, look(warehouse, path), {0: mode})


def stored(warehouse: Warehouse) -> list[tuple[str, Decimal]]:
    return [
        (number[-1], paid) for number, paid in warehouse.rows("SELECT order_id, paid FROM orders ORDER BY order_id")
    ]


def test_appending_leaves_what_is_stored_alone(warehouse: Warehouse, tmp_path: Path) -> None:
    take(warehouse, orders(tmp_path, "订单一.xlsx", ("1", "100.00", 11)))
    outcome = chosen(warehouse, orders(tmp_path, "订单二.xlsx", ("1", "900.00", 11), ("2", "50.00", 11)), Mode.APPEND)
    table = outcome.tables[0]
    assert (table.new, table.changed, table.same, table.vanish) == (1, 0, 1, 0)
    assert [(change.day, change.before, change.after) for change in table.days] == [
        (date(2026, 6, 11), Decimal("100.00"), Decimal("150.00"))
    ]
    assert "一条都不改" in next(found for found in table.problems if found.problem.code == "other_mode").message.zh
    store(warehouse, outcome, by="test")
    assert stored(warehouse) == [("1", Decimal("100.00")), ("2", Decimal("50.00"))]


def test_replacing_a_span_drops_its_orders_and_only_those(warehouse: Warehouse, tmp_path: Path) -> None:
    take(
        warehouse,
        orders(
            tmp_path, "订单一.xlsx", ("1", "100.00", 10), ("2", "200.00", 11), ("3", "300.00", 12), ("4", "9.00", 13)
        ),
    )
    corrected = orders(tmp_path, "订单二.xlsx", ("5", "50.00", 11), ("3", "301.00", 12))
    outcome = chosen(warehouse, corrected, Mode.SLICE)
    table = outcome.tables[0]
    assert (table.new, table.changed, table.same, table.vanish) == (1, 1, 0, 1)
    batch = store(warehouse, outcome, by="test").batch
    assert stored(warehouse) == [
        ("1", Decimal("100.00")), ("3", Decimal("301.00")), ("4", Decimal("9.00")), ("5", Decimal("50.00")),
    ]  # fmt: skip
    assert batch
    withdraw(warehouse, batch, by="test")
    assert [number for number, _ in stored(warehouse)] == ["1", "2", "3", "4"]


def test_a_choice_of_the_usual_mode_is_no_other_mode(warehouse: Warehouse, tmp_path: Path) -> None:
    outcome = chosen(warehouse, orders(tmp_path, "订单.xlsx", ("1", "1.00", 10)), Mode.KEY)
    assert "other_mode" not in [found.problem.code for found in outcome.tables[0].problems]


def test_a_metric_can_be_asked_as_it_was_known(warehouse: Warehouse, tmp_path: Path) -> None:
    pay_amount, june_11 = metric_named("pay_amount"), Period(date(2026, 6, 11), date(2026, 6, 11))
    for hour, paid in ((9, "100.00"), (15, "80.00")):
        outcome = look(warehouse, orders(tmp_path, f"订单 {hour}.xlsx", ("1", paid, 11)))
        store(warehouse, outcome, by="test", now=datetime(2026, 6, 12, hour))
    assert answer(warehouse, [pay_amount], june_11)["pay_amount"].to_pylist() == [80]
    with warehouse_as_of(warehouse, datetime(2026, 6, 12, 9, 5)) as then:
        assert answer(then, [pay_amount], june_11)["pay_amount"].to_pylist() == [100]
    with warehouse_as_of(warehouse, datetime(2026, 6, 12, 8, 50)) as then:
        assert answer(then, [pay_amount], june_11)["pay_amount"].to_pylist() == [None]
