"""Spans of days and hours, which must not pass for a day."""

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xls, xlsx

DAY = [("2026-06-11",)]
RANKING = "统计日期|商品ID|商品名称|商品访客数|支付金额"
AGENTS = "客服昵称|接待人数|平均响应(秒)"
HOURS = "点击时间|展现数|点击数|花费|总订单行|总订单金额"
SKUS = "日期|跟单SKU ID|跟单SKU名称|花费|展现数|点击数"

QUIRKS = (
    Quirk(
        "week_in_file_name_2026-06-01_2026-06-07.xls",
        "a file of a week does not pass for a day",
        xls(
            [
                *["无线店铺流量来源"] * 5,
                "来源|来源明细|访客数|访客数变化|支付金额",
                "淘内免费|手淘搜索|8,204|3.20%|24,100.00",
            ],
            "无线流量来源",
        ),
        problems=("span_not_day",),
    ),
    Quirk(
        "week_in_file_name_but_one_day_in_rows_2026-06-01_2026-06-07.xls",
        "the one day that stands in every row of a week's ranking makes no day of it",
        xls([*["商品"] * 4, RANKING, "20260607|737559603417|餐边柜|42,000|88,000.00"]),
        problems=("span_not_day",),
    ),
    Quirk(
        "week_in_title.xlsx",
        "a week in a line above the headings does not pass for a day",
        xlsx(["日期：2026-04-20至2026-04-26", AGENTS, "小满|574|37.79"]),
        problems=("span_not_day",),
    ),
    Quirk(
        "export_time_above_headings_2026-06-11.xlsx",
        "when the file was made, in a line above the headings, is not the day that it is about",
        xlsx(["导出时间：2026-06-12 08:50:00", AGENTS, "小满|574|37.79"]),
        "SELECT day, agent FROM service",
        [("2026-06-11", "小满")],
    ),
    Quirk(
        "span_in_cell.xlsx",
        "a week in the column of days is refused, row by row",
        xlsx([RANKING, "2026-06-01~2026-06-07|737559603417|餐边柜|42,000|88,000.00"]),
        problems=("span_in_cell",),
    ),
    Quirk(
        "span_of_one_day_in_cell.xlsx",
        "a span that begins and ends on one day is that day",
        xlsx([RANKING, "2026-06-11~2026-06-11|737559603417|餐边柜|6,069|12,653.00"]),
        "SELECT day FROM products",
        DAY,
    ),
    Quirk(
        "month_as_span_in_cell.xlsx",
        "20260501~20260531 is no day",
        xlsx([SKUS, "20260501~20260531|100011|餐边柜|58.20|1000|31"]),
        problems=("span_in_cell",),
    ),
    Quirk(
        "span_in_words_in_cell.xlsx",
        "2024年1月1日-2024年1月7日 is no day",
        xlsx(["店铺名|日期|客服|咨询量|30s应答率", f"{SHOP}|2024年1月1日-2024年1月7日|木语01|400|95.12%"]),
        problems=("span_in_cell",),
    ),
    Quirk(
        "hours_in_cell.xlsx",
        "an hour within one day counts on that day, each hour once; the total below does not",
        xlsx(
            [
                HOURS,
                "20260611000000~20260611005959|500|15|20.10|1|168.00",
                "20260611010000~20260611015959|400|12|18.00|0|0.00",
                "汇总|900|27|38.10|1|168.00",
            ]
        ),
        "SELECT day, within, spend FROM promotion ORDER BY within",
        [("2026-06-11", "00:00", 20.1), ("2026-06-11", "01:00", 18.0)],
    ),
    Quirk(
        "hours_over_midnight.xlsx",
        "a span from one day into the next is refused",
        xlsx([HOURS, "20260611230000~20260612005959|500|15|20.10|1|168.00"]),
        problems=("bad_cell",),
    ),
    Quirk(
        "day_in_order_number.csv",
        "an order whose times are all blank counts on the day in its number",
        text(
            "商品,订单号,订单状态,商品总价(元),用户实付金额(元),商品数量(件),支付时间,发货时间",
            "窗帘,260531-607198974342268,已发货，待收货,59.90,59.90,1,\t,\t",
        ),
        "SELECT pay_time, state FROM orders",
        [("2026-05-31 00:00:00", "shipped")],
    ),
)
