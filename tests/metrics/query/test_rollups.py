"""Daily facts that are kept up to date give what the single rows give, whatever is imported and withdrawn."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.formats.mode import Mode
from data.importing.batches import batches, withdraw
from data.importing.imports import in_modes, preview, preview_table, store
from data.reading.upload import Upload
from data.records.settings import set_setting
from data.sources import SUBJECTS, source_named
from data.store import rollups as stored
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory
from data.store.rollups import standing
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue import METRICS
from metrics.catalogue.orders.delivery import UNSHIPPED_48H
from metrics.catalogue.rollups import ROLLUPS
from metrics.catalogue.trade.sales import PAID_DAY, PAY_AMOUNT
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.definition.rollups import Materialized
from metrics.query.question import answer
from metrics.query.rollups import keep, quick, tables, use
from tests.demo_years import DemoYears

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
SPLITS: tuple[tuple[str, ...], ...] = ((), ("day",), ("shop",), ("shop", "week"), ("month",))


@dataclass(frozen=True)
class FormatRows:
    """Rows by heading, as one format holds them, and the mode a reader chose."""

    source: str
    rows: tuple[tuple[tuple[str, str], ...], ...]
    mode: Mode | None


modes = st.sampled_from([None, None, *Mode])
shops = st.sampled_from(["甲店", "乙店"])
amounts = st.sampled_from(["0", "5.00", "7.55", "-"])
times = st.sampled_from(
    ["2026-06-01 23:58:00", "2026-06-02 00:03:00", "2026-06-02 12:00:00", "2026-06-04 09:00:00", "-"]
)
states = st.sampled_from(["交易成功", "买家已付款，等待卖家发货", "-"])
refunds = st.sampled_from(["退款成功", "没有申请退款", "-"])
keys = st.lists(st.sampled_from("123456"), min_size=1, max_size=5, unique=True)


@st.composite
def order_files(draw: st.DrawFn) -> FormatRows:
    """Orders made and paid around midnight, some columns lacking."""
    columns = {"退款金额": amounts, "订单状态": states, "订单创建时间": times, "买家会员名": st.sampled_from("ab")}
    held = draw(st.lists(st.sampled_from(sorted(columns)), unique=True))
    return FormatRows(
        "orders", tuple(_row(draw, key, {name: columns[name] for name in held}) for key in draw(keys)), draw(modes)
    )


def _row(draw: st.DrawFn, key: str, columns: dict[str, st.SearchStrategy[str]]) -> tuple[tuple[str, str], ...]:
    values = {"店铺名称": draw(shops), "订单编号": key, "订单付款时间": draw(times), "买家实际支付金额": draw(amounts)}
    return tuple({**values, **{name: draw(values) for name, values in columns.items()}}.items())


@st.composite
def item_files(draw: st.DrawFn) -> FormatRows:
    """Sub-orders, of which one order may have several, paid on different days."""
    rows = tuple(
        tuple(
            {
                "店铺名称": draw(shops), "子订单编号": key, "主订单编号": draw(st.sampled_from("123")),
                "买家应付货款": "7.55", "买家实际支付金额": draw(amounts), "退款金额": draw(amounts),
                "退款状态": draw(refunds), "订单状态": draw(states), "订单创建时间": draw(times),
                "订单付款时间": draw(times), "商品ID": "9",
            }.items()
        )
        for key in draw(keys)
    )  # fmt: skip
    return FormatRows("order_items", rows, draw(modes))


@st.composite
def report_files(draw: st.DrawFn) -> FormatRows:
    """The shop's report of some days."""
    days = draw(st.lists(st.sampled_from("1234"), min_size=1, unique=True))
    rows = tuple(
        (("店铺名称", draw(shops)), ("统计日期", f"2026-06-0{day}"), ("访客数", "9"), ("支付金额", draw(amounts)))
        for day in days
    )
    return FormatRows("shop_daily", rows, draw(modes))


@st.composite
def target_files(draw: st.DrawFn) -> FormatRows:
    """Targets of months and days."""
    periods = draw(st.lists(st.sampled_from(["2026-06", "2026-06-02", "2026-05"]), min_size=1, unique=True))
    rows = tuple((("店铺名称", draw(shops)), ("周期", period), ("目标", "90.00")) for period in periods)
    return FormatRows("targets", rows, None)


steps = st.lists(
    st.one_of(order_files(), item_files(), report_files(), target_files(), st.integers(0, 9)), min_size=1, max_size=7
)


def play(warehouse: Warehouse, sequence: list[FormatRows | int]) -> Iterator[None]:
    """Import the files, and withdraw the batches that the numbers pick."""
    for step in sequence:
        alive = [line.name for line in batches(warehouse) if not line.withdrawn_at]
        if isinstance(step, int):
            if alive:
                withdraw(warehouse, alive[step % len(alive)], by="test")
        else:
            outcome = preview_table(warehouse, source_named(step.source), [dict(row) for row in step.rows], "made.xlsx")
            store(warehouse, in_modes(warehouse, outcome, {0: step.mode}) if step.mode else outcome, by="test")
        yield


def kept(warehouse: Warehouse) -> dict[str, list[tuple]]:
    """The rows of every rollup."""
    return {one.name: warehouse.rows(f"SELECT * FROM {one.name} ORDER BY ALL") for one in tables(ROLLUPS)}


def worked_out(warehouse: Warehouse) -> dict[str, list[tuple]]:
    """The same from the single rows, without a rollup's help."""
    slow = {one.name: one.sql for one in tables(ROLLUPS)}
    slow |= {each.name: each.sql for each in ROLLUPS.declared if isinstance(each, Materialized)}
    return {name: warehouse.rows(f"SELECT * FROM ({sql}) ORDER BY ALL") for name, sql in slow.items()}


def imported(warehouse: Warehouse, source: str, *rows: dict[str, str], now: datetime | None = None) -> None:
    """Store rows by heading as a file would be."""
    store(warehouse, preview_table(warehouse, source_named(source), rows, "made.xlsx"), by="test", now=now)


def item(number: str, paid: str, day: str, **more: str) -> dict[str, str]:
    """A sub-order of order 1."""
    values = {"店铺名称": "甲店", "子订单编号": number, "主订单编号": "1", "买家应付货款": paid}
    return {**values, "买家实际支付金额": paid, "订单付款时间": f"{day} 12:00:00", **more}


@settings(max_examples=8, deadline=None)
@given(steps)
def test_whatever_is_imported_and_withdrawn_every_rollup_holds_what_its_query_gives(
    sequence: list[FormatRows | int],
) -> None:
    with closing(in_memory()) as warehouse:
        keep(warehouse, ROLLUPS)
        for _ in play(warehouse, sequence):
            assert standing(warehouse).keys() == {one.name for one in tables(ROLLUPS)}
        assert rounded(kept(warehouse)) == rounded(worked_out(warehouse))


def test_small_files_kept_as_a_whole_follow_every_change_of_what_they_are_made_of(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    day = {"店铺名称": "甲店", "日期": "2026-06-01"}
    queried = {"店铺名称": "甲店", "会话编号": "1", "买家消息时间": "2026-06-01 23:59:50", "客服账号": "甲店:早"}
    imported(warehouse, "service", {**day, "旺旺昵称": "甲店:早", "有效接待人数": "9", "销售额": "5.00"})
    imported(warehouse, "chats", {**queried, "首次人工回复时间": "2026-06-02 00:00:05"})
    imported(warehouse, "roster", {"账号名": "早", "员工姓名": "小满", "小组": "一组"})
    assert warehouse.rows("SELECT agent, team FROM daily_agents") == [("小满", "一组")]
    assert warehouse.rows("SELECT agent, wait FROM waited") == [("小满", 15)]
    assert warehouse.rows("SELECT day, hour, rounds FROM hours_asked") == [(date(2026, 6, 1), 23, 1)]
    withdraw(warehouse, batches(warehouse)[0].name, by="test")
    assert warehouse.rows("SELECT agent FROM daily_agents") == [("早",)]
    assert kept(warehouse) == worked_out(warehouse)


def test_a_sub_order_paid_later_counts_for_the_day_of_its_order(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-01"), item("12", "3.00", "2026-06-04"))
    assert warehouse.rows("SELECT day, kept_0 FROM daily_sales") == [(date(2026, 6, 1), 10)]
    imported(warehouse, "order_items", item("12", "5.00", "2026-06-04"))
    assert warehouse.rows("SELECT day, kept_0 FROM daily_sales") == [(date(2026, 6, 1), 12)]
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-05"))
    assert warehouse.rows("SELECT day, kept_0 FROM daily_sales") == [(date(2026, 6, 4), 12)]


def test_an_order_report_of_another_day_leaves_the_days_sub_orders(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-04"))
    order = {"店铺名称": "甲店", "订单编号": "2", "买家实际支付金额": "9.00", "订单付款时间": "2026-06-05 12:00:00"}
    imported(warehouse, "orders", {**order, "订单创建时间": "2026-06-04 23:59:00"})
    assert kept(warehouse) == worked_out(warehouse)
    paid = warehouse.rows("SELECT day, pay_amount FROM daily_paid ORDER BY day")
    assert paid == [(date(2026, 6, 4), 7), (date(2026, 6, 5), 9)]


def test_an_order_without_a_time_of_its_own_counts_with_its_sub_orders(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    order = {"店铺名称": "甲店", "订单编号": "1", "买家实际支付金额": "9.00", "订单付款时间": "-"}
    waits = {"订单状态": "买家已付款，等待卖家发货"}
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-04", **waits))
    imported(warehouse, "orders", {**order, "退款金额": "9.00", "买家实际支付金额": "0", **waits})
    assert kept(warehouse) == worked_out(warehouse)
    imported(warehouse, "orders", {**order, "订单付款时间": "2026-06-01 12:00:00", **waits})
    assert kept(warehouse) == worked_out(warehouse)
    assert warehouse.rows("SELECT day FROM slow_orders") == [(date(2026, 6, 1),)]


def test_another_promise_is_another_number_of_late_orders(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    waits = {"订单状态": "买家已付款，等待卖家发货"}
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-01", **waits))
    imported(warehouse, "order_items", item("12", "7.00", "2026-06-03", **waits, 主订单编号="2"))
    for hours, late in (("48", 1), ("72", 0), ("24", 1)):
        set_setting(warehouse, "promised_hours", hours)
        assert standing(warehouse).keys() == {one.name for one in tables(ROLLUPS)}
        assert kept(warehouse) == worked_out(warehouse)
        assert answer(warehouse, [UNSHIPPED_48H], JUNE)["unshipped_48h"].to_pylist() == [late]


def test_a_rollup_read_as_a_whole_depends_on_nothing_that_imports_and_plans_do_not_tell_of() -> None:
    recorded = {*(subject.name for subject in SUBJECTS), "batches", "parts", "plan_versions", "settings"}
    assert all(set(one.reads) <= recorded for one in tables(ROLLUPS))
    assert {"orders", "targets"} <= {table for one in tables(ROLLUPS) for table in one.reads}


def test_a_program_that_knows_no_rollups_leaves_them_behind_and_they_are_made_anew(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    with warehouse.writing() as run:
        run.execute("INSERT INTO parts (part, batch) VALUES (7, 7)")
        run.execute("INSERT INTO shop_daily (shop, day, pay_amount) VALUES ('甲店', '2026-06-01', 5)")
    assert standing(warehouse) == {}
    assert answer(warehouse, [PAY_AMOUNT], JUNE)["pay_amount"].to_pylist() == [5]
    keep(warehouse, ROLLUPS)
    assert kept(warehouse) == worked_out(warehouse)
    assert warehouse.rows("SELECT pay_amount FROM daily_paid") == [(5,)]


def test_a_warehouse_that_was_handed_nothing_answers_from_its_rows_and_keeps_nothing(warehouse: Warehouse) -> None:
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-01"))
    assert answer(warehouse, [PAY_AMOUNT], JUNE)["pay_amount"].to_pylist() == [7]
    assert standing(warehouse) == {}
    assert quick(warehouse, PAID_DAY.sql) == PAID_DAY.sql
    keep(warehouse, ROLLUPS)
    assert quick(warehouse, PAID_DAY.sql) == "SELECT * FROM daily_paid"


def test_a_program_may_use_what_is_kept_and_leave_it_to_others_to_bring_it_up_to_date(warehouse: Warehouse) -> None:
    use(warehouse, ROLLUPS)
    assert standing(warehouse) == {}
    assert quick(warehouse, PAID_DAY.sql) == PAID_DAY.sql
    stored.keep(warehouse, tables(ROLLUPS))
    assert quick(warehouse, PAID_DAY.sql) == "SELECT * FROM daily_paid"


def test_another_declaration_is_worked_out_anew(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    with warehouse.writing() as run:
        run.execute("UPDATE rollups SET sql = sql || ' -- as it was' WHERE name = 'daily_paid'")
        run.execute("DROP TABLE daily_paid")
    assert answer(warehouse, [PAY_AMOUNT], JUNE)["pay_amount"].to_pylist() == [None]
    keep(warehouse, ROLLUPS)
    assert warehouse.rows("SELECT * FROM daily_paid") == []


def test_a_past_moment_has_the_daily_facts_of_that_moment(warehouse: Warehouse) -> None:
    keep(warehouse, ROLLUPS)
    imported(warehouse, "order_items", item("11", "7.00", "2026-06-01"), now=datetime(2026, 6, 2, 9))
    imported(warehouse, "order_items", item("11", "4.00", "2026-06-01"), now=datetime(2026, 6, 3, 9))
    with closing(warehouse_as_of(warehouse, datetime(2026, 6, 2, 12))) as then:
        for _ in range(2):
            assert answer(then, [PAY_AMOUNT], JUNE)["pay_amount"].to_pylist() == [7]
            keep(then, ROLLUPS)
        assert kept(then) == worked_out(then)


@pytest.fixture(scope="module")
def demo(demo_years: DemoYears) -> Iterator[Warehouse]:
    """The demo's files, imported with daily facts kept up to date all along."""
    paths = demo_years.files(date(2026, 6, 12))
    with closing(in_memory()) as made:
        keep(made, ROLLUPS)
        for half in (paths[::2], paths[1::2]):
            store(made, preview(made, [Upload(path.name, path) for path in half]), by="test")
        yield made


def test_the_demo_shops_have_the_daily_facts_that_their_rows_give(demo: Warehouse) -> None:
    assert kept(demo)["daily_sales"] == worked_out(demo)["daily_sales"] != []
    assert rounded(kept(demo)) == rounded(worked_out(demo))
    assert all(rows for name, rows in kept(demo).items() if name not in {"daily_soon"}), "the demo has all of it"


def rounded(tables: dict[str, list[tuple]]) -> dict[str, list[tuple]]:
    """Every table with its floats rounded."""
    return {name: [tuple(map(close, row)) for row in rows] for name, rows in tables.items()}


def close(value: object) -> object:
    """Sums of floats may end differently from one run to the next."""
    return f"{value:.9g}" if isinstance(value, float) else value


@pytest.mark.parametrize("by", SPLITS)
def test_every_metric_answers_the_same_with_and_without_daily_facts(demo: Warehouse, by: tuple[str, ...]) -> None:
    quick = [reported(demo, metric, by) for metric in METRICS]
    with demo.writing() as run:
        run.execute("UPDATE rollups SET stamp = 'left behind ' || stamp")
    slow = [reported(demo, metric, by) for metric in METRICS]
    with demo.writing() as run:
        run.execute("UPDATE rollups SET stamp = replace(stamp, 'left behind ', '')")
    assert quick == slow
    assert any(rows for rows in slow)


def reported(warehouse: Warehouse, metric: Metric, by: tuple[str, ...]) -> object:
    """The types and rows of an answer, or why there is none."""
    try:
        found = answer(warehouse, [metric], JUNE, by)
    except Unanswerable as refused:
        return refused.text
    return found.schema.types, [tuple(map(close, row.values())) for row in found.to_pylist()]
