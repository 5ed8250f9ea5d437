"""Days and moments as files write them."""

from datetime import date, datetime

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import Cells, xls, xlsx

DAILY = "统计日期|访客数|支付金额"
READ = "SELECT day FROM shop_daily ORDER BY day"
DAY = [("2026-06-11",)]


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
        "months_without_a_year.xlsx",
        "months without a year, in a sheet that names none, are refused",
        xlsx(["目标", "店铺|姓名|月份|目标", f"{SHOP}|小满|6月|30万"]),
        problems=("year_needed",),
    ),
    Quirk(
        "year_quarter_and_month_apart.xlsx",
        "a target's year, quarter and month in three columns make its period, the finest that is filled",
        xlsx(
            [
                "年|季|月|店铺|小组|姓名|金额",
                [2026, 2, 6, SHOP, "客服组", "小满", 300000],
                ["2026年", "第二季度", "", SHOP, "", "", 900000],
                ["2026", "", "", SHOP, "", "", 3600000],
            ]
        ),
        "SELECT period, person, amount FROM targets ORDER BY amount",
        [("2026-06", "小满", 300000.0), ("2026-Q2", "", 900000.0), ("2026", "", 3600000.0)],
    ),
    Quirk(
        "months_of_a_year_in_the_title.xlsx",
        "months across are those of the year that the title names",
        xlsx(["2026年销售目标", "姓名|6月|7月|合计", "小满|30万|32万|62万", "合计|30万|32万|62万"]),
        "SELECT period, person, amount FROM targets ORDER BY period",
        [("2026-06", "小满", 300000.0), ("2026-07", "小满", 320000.0)],
    ),
)
