"""Durations in seconds, minutes, words and as a clock."""

from datetime import date, timedelta

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.workbooks import xls, xlsx

DAY = date(2026, 6, 11)
RESPONSE = "SELECT avg_response_sec FROM service ORDER BY agent"

QUIRKS = (
    Quirk(
        "durations_in_seconds.xls",
        "8.38 and 11秒 are seconds",
        xls(["客服昵称|接待人数|平均响应(秒)", ["小寒", 40, 8.38], ["小满", 82, "11秒"]]),
        RESPONSE,
        [(8.38,), (11.0,)],
        day=DAY,
    ),
    Quirk(
        "durations_in_minutes.xlsx",
        "bare numbers under (分) are minutes, and kept as seconds",
        xlsx(["日期|咨询人数|需要人工回复的咨询人数|平均响应时长(分)", ["2026-06-11", 120, 60, 1.5]]),
        "SELECT avg_response_sec FROM service_shop",
        [(90.0,)],
    ),
    Quirk(
        "durations_in_words.xlsx",
        "2分30秒, 8分48秒, 7小时41分52秒 and 40.42小时 are seconds",
        xlsx(
            ["客服昵称|接待人数|平均响应时长", "甲|1|2分30秒", "乙|1|8分48秒", "丙|1|7小时41分52秒", "丁|1|40.42小时"]
        ),
        "SELECT avg_response_sec FROM service ORDER BY 1",
        [(150.0,), (528.0,), (27712.0,), (145512.0,)],
        day=DAY,
    ),
    Quirk(
        "durations_as_clock.xlsx",
        "00:01:23 as a text and a cell of 1 minute 23 are both 83 seconds, and 36 hours are no date",
        xlsx(
            [
                "客服昵称|接待人数|平均响应时长",
                "甲|1|00:01:23",
                ["乙", 1, timedelta(seconds=83)],
                ["丙", 1, timedelta(hours=36)],
            ]
        ),
        "SELECT avg_response_sec FROM service ORDER BY 1",
        [(83.0,), (83.0,), (129600.0,)],
        day=DAY,
    ),
    Quirk(
        "service_time_in_minutes_without_a_word.xlsx",
        "the time in service that 赤兔 counts in whole minutes is kept in seconds",
        xlsx(
            ["日期|店铺|账户名|销售额|接待人数|服务总时长|挂起总时长", ["2026-06-11", SHOP, "小满", 5000, 82, 480, 35]]
        ),
        "SELECT service_sec, paused_sec FROM service",
        [(28800.0, 2100.0)],
    ),
)
