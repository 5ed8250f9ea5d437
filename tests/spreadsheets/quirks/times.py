"""Days and moments as files write them, and spans that must not pass for a day."""

from datetime import date, datetime

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import Cells, xls, xlsx

DAILY = "统计日期|访客数|支付金额"
READ = "SELECT day FROM shop_daily ORDER BY day"
DAY = [("2026-06-11",)]
RANKING = "统计日期|商品ID|商品名称|商品访客数|支付金额"
AGENTS = "客服昵称|接待人数|平均响应(秒)"
HOURS = "点击时间|展现数|点击数|花费|总订单行|总订单金额"
SKUS = "日期|跟单SKU ID|跟单SKU名称|花费|展现数|点击数"


def days(*written: object) -> list["str | Cells"]:
    """A shop's days, written so."""
    return [DAILY, *([day, 6069, 12653] for day in written)]


QUIRKS = (
    Quirk(
        "dates_of_every_form.xlsx",
        "eight ways to write a day are days",
        xlsx(
            days(
                "2026-06-01",
                "2026/6/2",
                "20260603",
                "2026.06.04",
                "2026年6月5日",
                "6/6/26",
                "46180",
                "2026-06-08 00:00:00",
            )
        ),
        READ,
        [(f"2026-06-0{number}",) for number in range(1, 9)],
    ),
    Quirk(
        "time_without_seconds.csv",
        "2016/5/23 22:02 is a moment",
        text("订单编号,总金额,买家实际支付金额,订单付款时间 ", "1930679858170647,168,168,2016/5/23 22:02"),
        "SELECT pay_time FROM orders",
        [("2016-05-23 22:02:00",)],
    ),
    Quirk(
        "yyyymmdd_as_number.xlsx",
        "the number 20260611 is a day and no serial",
        xlsx(days(20260611)),
        READ,
        DAY,
    ),
    Quirk("serial_dates.xlsx", "46184 without a format is a day", xlsx(days(46184)), READ, DAY),
    Quirk(
        "serial_dates.csv",
        "46184 in a text is a day",
        text("计划基本信息,时间,展现,点击,消耗,点击率(%),成交订单金额", "夏日,46184,1000,31,58.20,3.10,580.00"),
        "SELECT day, tool, spend FROM promotion",
        [("2026-06-11", "钻展", 58.2)],
    ),
    Quirk("date_cells.xlsx", "cells that are dates are days", xlsx(days(date(2026, 6, 11))), READ, DAY),
    Quirk(
        "moment_cells_rounded.xlsx",
        "a moment that a workbook keeps as a fraction of a day is the second meant",
        xlsx(
            [
                "订单编号|总金额|买家实付金额|订单付款时间",
                ["3601080613561600011", 168, 168, datetime(2026, 6, 11, 13, 40, 59)],
            ]
        ),
        "SELECT pay_time FROM orders",
        [("2026-06-11 13:40:59",)],
    ),
    Quirk(
        "dates_since_1904.xlsx",
        "a workbook that counts its days from 1904 gives the day that it shows",
        xlsx(days(date(2026, 6, 11)), since_1904=True),
        READ,
        DAY,
    ),
    Quirk("date_cells.xls", "dates in a workbook of 1997 are days", xls(days(date(2026, 6, 11))), READ, DAY),
    Quirk(
        "dates_since_1904.xls",
        "a workbook of 1997 that counts its days from 1904 gives the day that it shows",
        xls(days(date(2026, 6, 11)), since_1904=True),
        READ,
        DAY,
    ),
    Quirk(
        "mm_dd_yy.csv",
        "12-29-25 is the 29th of December",
        text("统计时间,成交金额,较上周期,成交订单数,较上周期", "12-29-25,1200.00,5.00%,12,1.00%"),
        READ,
        [("2025-12-29",)],
    ),
    Quirk(
        "month_first_with_slashes.xlsx",
        "6/7/26 13:40 is the 7th of June",
        xlsx(["平台|店铺|时间|订单编号|评价内容|评分", f"京东|{SHOP}|6/7/26 13:40|9810011|结实|5"]),
        "SELECT review_time FROM reviews",
        [("2026-06-07 13:40:00",)],
    ),
    Quirk(
        "moment_behind_words.xlsx",
        "初次评价: before a moment is no part of it",
        xlsx(
            [
                "平台|店铺|时间|订单编号|评价内容|评分",
                f"天猫|{SHOP}|初次评价: 2026年06月07日 12:39:34|9810011|结实|好评",
            ]
        ),
        "SELECT review_time, tone FROM reviews",
        [("2026-06-07 12:39:34", "good")],
    ),
    Quirk(
        "unix_seconds.xlsx",
        "seconds since 1970 are a moment of the shop's clock",
        xlsx(
            [
                "评价ID|商品ID|订单编号|综合评分|描述评分|评价内容|评价时间",
                ["1001", "737559603417", "260410-662259689903207", 0, 5, "结实", 1781150400],
            ]
        ),
        "SELECT review_time, score FROM reviews",
        [("2026-06-11 12:00:00", 5.0)],
    ),
    Quirk(
        "day_in_file_name_2026-06-11.xls",
        "where no row says the day, that of the file's name is taken and shown for confirmation",
        xls(
            [
                *["无线店铺流量来源"] * 5,
                "来源|来源明细|访客数|访客数变化|支付金额",
                "淘内免费|手淘搜索|1,204|3.20%|4,100.00",
            ],
            "无线流量来源",
        ),
        "SELECT day, visitors FROM traffic",
        [("2026-06-11", 1204)],
        notes=("day_from_name",),
    ),
    Quirk(
        "day_without_marks_in_file_name_20260611.xls",
        "20260611 in a name is a day",
        xls([*["选词助手"] * 5, "搜索词|访客数|加购人数|支付金额", "餐边柜|1,204|60|4,100.00"]),
        "SELECT day, word, visitors FROM search_words",
        [("2026-06-11", "餐边柜", 1204)],
        notes=("day_from_name",),
    ),
    Quirk(
        "one_day_as_span_in_file_name_2026-06-11_2026-06-11.xlsx",
        "a name that says from one day to the same day is of that day",
        xlsx([AGENTS, "小满|82|37.79"]),
        "SELECT day FROM service",
        DAY,
        notes=("day_from_name",),
    ),
    Quirk(
        "seconds_in_file_name_1791430000.csv",
        "the seconds that 抖店 puts before its names are no day",
        text(*(row.replace("|", ",") for row in (AGENTS, "小满|82|37.79"))),
        problems=("day_needed",),
    ),
    Quirk(
        "day_of_download_in_file_name_2026-06-12.xlsx",
        "the day in the rows counts, not that of the download in the file's name",
        xlsx(days("2026-06-11")),
        READ,
        DAY,
    ),
    Quirk(
        "no_day_at_all.xlsx",
        "where neither rows nor name say the day, it is asked for",
        xlsx([AGENTS, "小满|82|37.79"]),
        problems=("day_needed",),
    ),
    Quirk(
        "day_chosen_by_the_reader.xlsx",
        "the day that the reader gives stands where the file says none",
        xlsx([AGENTS, "小满|82|37.79"]),
        "SELECT day FROM service",
        DAY,
        day=date(2026, 6, 11),
    ),
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
    Quirk(
        "months_without_a_year.xlsx",
        "months without a year, in a sheet that names none, are refused",
        xlsx(["目标", "店铺|姓名|月份|目标", f"{SHOP}|小满|6月|30万"]),
        problems=("year_needed",),
    ),
    Quirk(
        "months_of_a_year_in_the_title.xlsx",
        "months across are those of the year that the title names",
        xlsx(["2026年销售目标", "姓名|6月|7月|合计", "小满|30万|32万|62万", "合计|30万|32万|62万"]),
        "SELECT period, person, amount FROM targets ORDER BY period",
        [("2026-06", "小满", 300000.0), ("2026-07", "小满", 320000.0)],
    ),
)
