"""Where a sheet's headings stand, and which columns they name."""

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.workbooks import xls, xlsx

DAILY = "统计日期|访客数|支付金额(元)|支付买家数"
DAY = "2026-06-11|6,069|12,653.00|96"
DAY_READ = "SELECT day, visitors, pay_amount FROM shop_daily"
DAY_ROW = [("2026-06-11", 6069, 12653.0)]
RANKING = "统计日期|商品ID|商品名称|商品状态|商品访客数|平均停留时长|商品详情页跳出率|支付金额|竞争力评分"
RANKED = "20260611|737559603417|原木餐边柜|当前在线|6,069|8.38|89.45%|12,653.00|-"
WEEKLY = "店铺名|日期|客服|咨询量|30s应答率|满意率|24小时下单金额"

QUIRKS = (
    Quirk(
        "heading_in_row_4.xls",
        "the shop's day is read below three lines of titles",
        xls(["【生意参谋平台】店铺", "导出时间：2026-06-12 09:00", "", DAILY, DAY], "自助取数"),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "heading_in_row_5.xls",
        "a ranking of products is read below four lines of titles",
        xls(["【生意参谋平台】商品", "商品排行", "", "", RANKING, RANKED], "【生意参谋平台】1"),
        "SELECT day, item_id, visitors, avg_stay_sec, bounce_rate, pay_amount, competitiveness FROM products",
        [("2026-06-11", "737559603417", 6069, 8.38, 0.8945, 12653.0, None)],
    ),
    Quirk(
        "heading_of_one_product_in_row_5.xls",
        "the report of one product, with its title in row 4, does not pass for the shop's",
        xls(["【生意参谋平台】商品", "", "", "原木餐边柜", DAILY, DAY], "自助取数"),
        problems=("sibling",),
    ),
    Quirk(
        "heading_in_row_6_of_2026-06-11.xls",
        "channels are read below five lines",
        xls(
            [
                *["店铺流量来源"] * 5,
                "来源|来源明细|访客数|访客数变化|支付金额|支付金额变化|UV价值|uv价值变化",
                "淘内免费|手淘搜索|1,204|3.20%|4,100.00|-1.00%|3.40|0.10%",
            ],
            "无线流量来源",
        ),
        "SELECT day, carrier, channel_path, visitors FROM traffic",
        [("2026-06-11", "无线", "淘内免费 › 手淘搜索", 1204)],
    ),
    Quirk(
        "heading_in_row_20.xlsx",
        "headings are looked for in the first twenty rows and more",
        xlsx([*["备注：月会用"] * 19, DAILY, DAY]),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "formula_note_above_heading.xlsx",
        "a note of how a figure is computed, written by hand above the headings, is no heading",
        xlsx(["||客单价=支付金额/支付买家数|", DAILY, DAY]),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "two_heading_rows.xlsx",
        "groups merged above names make one heading of two rows",
        xlsx(
            [
                "日期|总|||邀请||自主|",
                "|发出|收到|满意率|发出|收到|收到|满意率",
                "2026-06-11|60|42|95.2%|50|38|4|75.0%",
            ],
            merged=("A1:A2", "B1:D1", "E1:F1", "G1:H1"),
        ),
        "SELECT day, asked, reviews, satisfaction_rate, invited_reviews, own_reviews, own_satisfaction_rate"
        " FROM service_shop",
        [("2026-06-11", 60, 42, 0.952, 38, 4, 0.75)],
    ),
    Quirk(
        "headings_repeated_mid_sheet.xlsx",
        "headings that come again between the facts are skipped, and so are totals",
        xlsx(
            [
                WEEKLY,
                [SHOP, 46183, "木语01", 70, 0.9612, " ", 880],
                [SHOP, 46183, "总值", 70, 0.9612, 0.9021, 880],
                WEEKLY,
                [SHOP, 46184, "木语01", 40, 0.9524, 0.9021, 500],
                [SHOP, 46184, "均值", 40, 0.9524, 0.9021, 500],
            ],
        ),
        "SELECT day, agent, consults, satisfaction_rate FROM service ORDER BY day",
        [("2026-06-10", "木语01", 70, None), ("2026-06-11", "木语01", 40, 0.9021)],
    ),
    Quirk(
        "same_heading_twice.xlsx",
        "of two columns of one name the first is read; a change beside every figure is left alone",
        xlsx(["统计时间|成交金额|较上周期|成交订单数|较上周期|成交金额", "12-29-25|1,200.00|5.00%|12|-3.00%|9,999.00"]),
        "SELECT day, pay_amount, pay_orders FROM shop_daily",
        [("2025-12-29", 1200.0, 12)],
        notes=("headings_not_stored",),
    ),
    Quirk(
        "two_tables_in_one_sheet_of_2026-06-11.xlsx",
        "both tables of the sheet of DSR are read, each under its own headings",
        xlsx(
            [
                "店铺DSR",
                "指标|得分|趋势|行业均值|与行业对比|目标值|距目标值差距",
                "描述相符|4.86|上升|4.80|高于|4.9|0.04",
                "服务态度|4.85|持平|4.81|高于|4.9|0.05",
                "物流质量|4.84|下降|4.79|高于|4.9|0.06",
                "",
                "近七天",
                "日期|描述得分（较上日）|物流得分（较上日）|服务得分（较上日）",
                "2026-06-10|4.85（+0.01）|4.83（-0.01）|4.84（0.00）",
            ],
        ),
        "SELECT day, item, score FROM dsr ORDER BY ALL",
        [
            ("2026-06-10", "描述", 4.85),
            ("2026-06-10", "服务", 4.84),
            ("2026-06-10", "物流", 4.83),
            ("2026-06-11", "描述", 4.86),
            ("2026-06-11", "服务", 4.85),
            ("2026-06-11", "物流", 4.84),
        ],
        notes=("day_from_name",),
    ),
    Quirk(
        "rows_and_columns_begin_in_c5.xlsx",
        "a table that begins neither in the first row nor in the first column is read",
        xlsx([[], [], [], [], ["", "", *DAILY.split("|")], ["", "", *DAY.split("|")]]),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "dimension_a1.xlsx",
        "a sheet that claims to be one cell is read whole",
        xlsx([DAILY, DAY], dimension="A1"),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "columns_in_another_order.xlsx",
        "columns are known by their headings, wherever they stand",
        xlsx(["支付买家数|支付金额(元)|手工备注|访客数|统计日期", "96|12,653.00|晴|6,069|2026-06-11"]),
        DAY_READ,
        DAY_ROW,
        notes=("headings_not_stored",),
    ),
)
