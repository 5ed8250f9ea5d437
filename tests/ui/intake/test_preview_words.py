"""A preview names rows and cells as a reader would: spans, thousands, cents, shares and seconds."""

from pathlib import Path

import pytest

from data.checking.preview import TablePreview
from data.formats.problem import LocatedProblem
from data.formats.problems.of_rows import KEY_TWICE
from data.sources import source_named
from data.store.warehouse import Warehouse
from tests.data.sources.file_imports import look
from tests.data.sources.headings import headings
from tests.files import xlsx
from text import Language
from ui.intake.preview import cells
from ui.intake.preview.wording import Group, place


@pytest.fixture
def table(warehouse: Warehouse, tmp_path: Path) -> TablePreview:
    """A daily report of one row."""
    return look(
        warehouse,
        xlsx(tmp_path / "日报.xlsx", [headings("统计日期 访客数 支付金额 支付买家数"), ["2026-06-11", 9, 8, 1]]),
    )


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        ([5], "第 5 行", "row 5"),
        ([5, 6, 7], "第 5 到 7 行", "rows 5 to 7"),
        ([5, 7, 8], "第 5、7、8 行", "row 5、7、8"),
        ([2, 4, 6, 8, 10], "第 2、4、6、8… 行", "row 2、4、6、8…"),
    ],
)
def test_rows_in_a_row_are_a_span_and_others_are_named(rows: list[int], zh: str, en: str, table: TablePreview) -> None:
    found = tuple((table, LocatedProblem(KEY_TWICE, row, "访客数", "9")) for row in rows)
    group = Group(KEY_TWICE, (table,), found)
    assert place(group, "zh") == f"日报.xlsx，Sheet1，{zh}，「访客数」"
    assert place(group, "en") == f"日报.xlsx, Sheet1, {en}, “访客数”"


@pytest.mark.parametrize(
    ("column", "text", "language", "shown"),
    [
        ("pay_amount", "12345.5", "zh", "12,345.50"),
        ("visitors", "12345", "zh", "12,345"),
        ("inquiry_rate", "0.1234", "zh", "12.34%"),
        ("avg_stay_sec", "42.0", "zh", "42 秒"),
        ("avg_stay_sec", "42.0", "en", "42 s"),
        ("platform", "淘宝天猫", "zh", "淘宝天猫"),
    ],
)
def test_a_cell_is_written_by_what_it_holds(column: str, text: str, language: Language, shown: str) -> None:
    assert cells.value(source_named("shop_home"), column, text, language) == shown
