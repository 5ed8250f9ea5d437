"""Cells that hold an error, a formula that nobody computed, or a value merged over several."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.workbooks import Error, Formula, xlsx

DAILY = "统计日期|访客数|支付金额|支付转化率"
READ = "SELECT day, visitors, pay_amount FROM shop_daily ORDER BY day"

QUIRKS = (
    Quirk(
        "error_cells.xlsx",
        "a cell that shows #DIV/0! is missing, and that is said",
        xlsx([DAILY, ["2026-06-10", 6069, Error(), Error("#N/A")], ["2026-06-11", 5000, 12653, 0.0158]]),
        READ,
        [("2026-06-10", 6069, None), ("2026-06-11", 5000, 12653.0)],
        problems=("error_cells",),
    ),
    Quirk(
        "formulas_without_values.xlsx",
        "a formula that no program ever computed has no value, and that is said",
        xlsx([DAILY, ["2026-06-11", 6069, Formula("B2*2"), 0.0158]]),
        READ,
        [("2026-06-11", 6069, None)],
        problems=("uncached",),
    ),
    Quirk(
        "formulas_with_values.xlsx",
        "a formula counts as what it last came to",
        xlsx([DAILY, ["2026-06-11", Formula("6000+69", 6069), Formula("B2*2", 12138), Formula("1/0.5", "1.58%")]]),
        READ,
        [("2026-06-11", 6069, 12138.0)],
    ),
    Quirk(
        "dates_merged_downwards.xlsx",
        "a day merged over the rows of its agents is the day of each",
        xlsx(
            [
                "日期|旺旺昵称|有效接待人数|销售额",
                [date(2026, 6, 10), f"{SHOP}:小满", 82, 1200],
                [None, f"{SHOP}:小寒", 40, 300],
                [date(2026, 6, 11), f"{SHOP}:小满", 80, 1100],
                [None, f"{SHOP}:小寒", 41, 310],
            ],
            merged=("A2:A3", "A4:A5"),
        ),
        "SELECT day, agent, receptions FROM service ORDER BY ALL",
        [
            ("2026-06-10", "小寒", 40),
            ("2026-06-10", "小满", 82),
            ("2026-06-11", "小寒", 41),
            ("2026-06-11", "小满", 80),
        ],
    ),
    Quirk(
        "amount_merged_over_rows.xlsx",
        "an amount merged over two days is not counted twice",
        xlsx([DAILY, ["2026-06-10", 6069, 25000, 0.0158], ["2026-06-11", 5000, None, 0.0158]], merged=("C2:C3",)),
        READ,
        [("2026-06-10", 6069, 25000.0), ("2026-06-11", 5000, None)],
    ),
    Quirk(
        "dates_merged_across.xlsx",
        "a day merged over three columns is the day of each of them",
        xlsx(
            [
                ["", "", "", 46183, "", "", 46184, "", ""],
                "平台|店铺|服务分目标|物流分|商品分|服务分|物流分|商品分|服务分",
                ["天猫", SHOP, 4.8, 4.7, 4.8, 4.9, 4.6, 4.7, 4.8],
            ],
            merged=("D1:F1", "G1:I1"),
        ),
        "SELECT day, item, score FROM scores WHERE item = '服务分' ORDER BY day",
        [("2026-06-10", "服务分", 4.9), ("2026-06-11", "服务分", 4.8)],
    ),
)
