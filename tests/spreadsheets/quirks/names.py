"""Days that only a file's name or the reader tells."""

from datetime import date

from tests.spreadsheets.quirk import Quirk
from tests.spreadsheets.quirks.days import DAY, READ, days
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xls, xlsx

AGENTS = "客服昵称|接待人数|平均响应(秒)"


QUIRKS = (
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
)
