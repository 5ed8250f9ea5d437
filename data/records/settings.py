"""What a shop sets for itself, each a declaration; the values are rows of the warehouse."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from zoneinfo import available_timezones

from data.formats.quoting import quoted
from data.store import clock
from data.store.rollups import bring_up
from data.store.warehouse import Warehouse
from text import Text

UNREADABLE = Text("看不懂“{value}”，仍按 {kept}", "“{value}” cannot be read; still {kept}")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, the value it has until somebody changes it, and what it is for.

    A value must look like the pattern and be one of `among`; what is said of another one is filled with it as `value`
    and with what still counts as `kept`.
    """

    name: str
    default: str
    title: Text
    help: Text
    pattern: str = ""
    among: Callable[[], Set[str]] | None = None
    refusal: Text = UNREADABLE

    def takes(self, value: str) -> bool:
        """Whether a value looks as it must."""
        if self.among and value.strip() not in self.among():
            return False
        return not self.pattern or re.fullmatch(self.pattern, value.strip()) is not None


CLOCK, TO = r"([01]?\d|2[0-4])[:：][0-5]\d", r"[-~～—–至到]+"
"""A time of day, and what stands between two of them: 08:00-24:00."""

KEEP_UPLOADS = Setting(
    "keep_uploads_days",
    "90",
    Text("原文件保留天数", "Days to keep original files"),
    Text(
        "拖进来的原文件留在这台机器上，过了这些天自动删除；已经写入的数据不受影响。",
        "Dropped files stay on this machine and are deleted after so many days; what was imported stays.",
    ),
)

KEEP_INBOX = Setting(
    "keep_inbox_days",
    "90",
    Text("收件箱里的文件保留天数", "Days to keep files of the inbox"),
    Text(
        "收件箱里读过的文件移到 done 或 refused，过了这些天自动删除；已经写入的数据不受影响。",
        "Files that the inbox has put into done or refused are deleted after so many days; what was imported stays.",
    ),
)

SERVICE_HOURS = Setting(
    "service_hours",
    "08:00-24:00",
    Text("客服服务时段", "Hours of service"),
    Text(
        "3分钟响应率等只数这段时间里买家发来的消息。平台说法不一：有的按 8:00-24:00，有的按 9:00-23:00。",
        "Response rates count what buyers wrote within these hours. Platforms disagree: 8:00-24:00 or 9:00-23:00.",
    ),
    rf"{CLOCK}\s*{TO}\s*{CLOCK}",
)

PROMISED_HOURS = Setting(
    "promised_hours",
    "48",
    Text("承诺发货小时数", "Hours promised for shipment"),
    Text(
        "付款后多少小时没发货算超时；订单自带应发货时间的（例如预售）按订单。",
        "An order not shipped so many hours after payment is late, unless it names a time of its own, as presales do.",
    ),
    r"\d+(\.\d+)?",
)

SHIFT_TIMES = Setting(
    "shift_times",
    "",
    Text("班次时间", "Times of shifts"),
    Text(
        "每个班次的起止，例如：早班 08:00-16:00；晚班 16:00-24:00。迟到早退按它算；班次里自己写了时间的不用填。",
        "When each shift begins and ends, such as 早班 08:00-16:00；晚班 16:00-24:00; needed to tell who was late."
        " Not for shifts whose names hold their times.",
    ),
    rf"|\S+?[:：\s]*{CLOCK}\s*{TO}\s*{CLOCK}([；;，,、\s]+\S+?[:：\s]*{CLOCK}\s*{TO}\s*{CLOCK})*",
)


def zones() -> Set[str]:
    """The names of the world's time zones; those that mean the machine's, or none, are left out."""
    return available_timezones() - {"localtime", "Factory"}


TIME_ZONE = Setting(
    clock.SETTING,
    clock.DEFAULT,
    Text("看板的时区", "The board's time zone"),
    Text(
        "今天是哪天、批次和会议的时刻、几点发报告，都按这个时区的钟，不管这台电脑设在哪里。已经记下的时刻不改。",
        "Which day is today, the moments of batches and meetings and when reports go out follow this zone's clock,"
        " wherever this machine is set to. Moments that were written down stay as they are.",
    ),
    among=zones,
    refusal=Text(
        "没有“{value}”这个时区，仍按 {kept}。请写时区的英文名，例如 Asia/Shanghai、Asia/Singapore。",
        "There is no time zone “{value}”; still {kept}. Write a zone's name, such as Asia/Shanghai or Asia/Singapore.",
    ),
)

SETTINGS = (KEEP_UPLOADS, KEEP_INBOX, SERVICE_HOURS, PROMISED_HOURS, SHIFT_TIMES, TIME_ZONE)


def setting(warehouse: Warehouse, name: str) -> str:
    """The value of a setting; KeyError if it is not declared."""
    declared = {one.name: one for one in SETTINGS}[name]
    rows = warehouse.rows("SELECT value FROM settings WHERE name = ?", [name])
    return rows[0][0] if rows else declared.default


def set_in_sql(declared: Setting) -> str:
    """SQL for the value of a setting as text, the default where nobody has changed it."""
    stored = f"(SELECT any_value(value) FROM settings WHERE name = {quoted(declared.name)})"
    return f"coalesce({stored}, {quoted(declared.default)})"


def set_setting(warehouse: Warehouse, name: str, value: str) -> None:
    """Change a setting; KeyError if it is not declared, ValueError if the value does not look as it must."""
    declared = {one.name: one for one in SETTINGS}[name]
    if not declared.takes(value):
        raise ValueError(f"{name}: {value}")
    with warehouse.writing() as run:
        run.execute("DELETE FROM settings WHERE name = ?", [declared.name])
        run.execute("INSERT INTO settings VALUES (?, ?)", [declared.name, value.strip()])
        bring_up(run, "settings")
