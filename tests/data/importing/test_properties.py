"""Whatever is imported and withdrawn, what is stored is what importing only the rest gives."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from data.formats.mode import Mode
from data.importing.batches import batches, withdraw
from data.importing.imports import in_modes, preview_table, store
from data.sources import source_named
from data.store.as_of import warehouse_as_of
from data.store.board import in_memory
from data.store.warehouse import Warehouse

ORDER_COLUMNS = ("买家实际支付金额", "退款金额", "订单状态")
ORDERS = source_named("orders")


@dataclass(frozen=True)
class ExportFile:
    """A file of orders (usually merged by key) or of traffic (usually replacing whole days), as rows by heading."""

    source: str
    rows: tuple[tuple[tuple[str, str], ...], ...]
    mode: Mode | None


modes = st.sampled_from([None, None, *Mode])
amounts = st.sampled_from(["0", "5.00", "7.50", "-"])
order_rows = st.dictionaries(
    st.sampled_from("12345"), st.tuples(amounts, amounts, st.sampled_from(["交易成功", "-"])), min_size=1
)


@st.composite
def order_files(draw: st.DrawFn) -> ExportFile:
    """Orders with some of the columns: a file that lacks one must not take it away."""
    columns = ("买家实际支付金额", *draw(st.lists(st.sampled_from(ORDER_COLUMNS[1:]), unique=True)))
    rows = tuple(
        (
            ("店铺名称", "甲店"),
            ("订单编号", key),
            ("订单付款时间", f"2026-06-0{key} 10:00:00"),
            *zip(columns, values, strict=False),
        )
        for key, values in draw(order_rows).items()
    )
    return ExportFile("orders", rows, draw(modes))


@st.composite
def traffic_files(draw: st.DrawFn) -> ExportFile:
    """Channels of one or two days."""
    cells = draw(
        st.dictionaries(st.tuples(st.sampled_from("12"), st.sampled_from("甲乙丙")), st.sampled_from("123"), min_size=1)
    )
    rows = tuple(
        (("店铺名称", "甲店"), ("统计日期", f"2026-06-0{day}"), ("一级来源", channel), ("访客数", visitors))
        for (day, channel), visitors in cells.items()
    )
    return ExportFile("traffic", rows, draw(modes))


steps = st.lists(st.one_of(order_files(), traffic_files(), st.integers(0, 9)), max_size=7)


def imported(warehouse: Warehouse, file: ExportFile, now: datetime | None = None) -> str | None:
    outcome = preview_table(warehouse, source_named(file.source), [dict(row) for row in file.rows], "made.xlsx")
    if file.mode:
        outcome = in_modes(warehouse, outcome, {0: file.mode})
    receipt = store(warehouse, outcome, by="test", now=now)
    assert [table.difference for table in receipt.tables] == [
        table.difference for table in outcome.tables if table.storable
    ]
    return receipt.batch


def state(warehouse: Warehouse) -> list[pa.Table]:
    return [warehouse.table(f"SELECT * FROM {name} ORDER BY ALL") for name in ("orders", "traffic")]


@settings(max_examples=25, deadline=None)
@given(steps)
def test_any_sequence_ends_as_importing_only_what_remains_does(sequence: list[ExportFile | int]) -> None:
    remaining = dict[str, ExportFile]()
    with closing(in_memory()) as warehouse, closing(in_memory()) as fresh:
        play(warehouse, sequence, remaining)
        for file in remaining.values():
            imported(fresh, file)
        assert state(warehouse) == state(fresh)
        assert [line.name for line in batches(warehouse) if not line.withdrawn_at] == list(reversed(remaining))


def play(warehouse: Warehouse, sequence: list[ExportFile | int], remaining: dict[str, ExportFile]) -> None:
    """Import the files and withdraw the batches that the numbers pick, keeping book of what remains."""
    for step in sequence:
        if isinstance(step, ExportFile):
            if batch := imported(warehouse, step):
                remaining[batch] = step
        elif remaining:
            batch = list(remaining)[step % len(remaining)]
            withdraw(warehouse, batch, by="test")
            del remaining[batch]


@settings(max_examples=12, deadline=None)
@given(steps)
def test_any_past_moment_can_be_looked_at_again(sequence: list[ExportFile | int]) -> None:
    seen = list[tuple[datetime, list[pa.Table]]]()
    living = list[str]()
    with closing(in_memory()) as warehouse:
        for minute, step in enumerate(sequence):
            moment = datetime(2026, 6, 30, 9) + timedelta(minutes=minute)
            if isinstance(step, ExportFile):
                living += filter(None, [imported(warehouse, step, moment)])
            elif living:
                withdraw(warehouse, living.pop(step % len(living)), by="test", now=moment)
            seen.append((moment, state(warehouse)))
        assert len(seen) == len(sequence)
        for moment, was in seen:
            with warehouse_as_of(warehouse, moment) as then:
                assert state(then) == was


@settings(max_examples=15, deadline=None)
@given(st.one_of(order_files(), traffic_files()))
def test_importing_a_file_again_changes_nothing(file: ExportFile) -> None:
    with closing(in_memory()) as warehouse:
        imported(warehouse, file)
        before = state(warehouse)
        assert imported(warehouse, file) is None
        assert state(warehouse) == before
