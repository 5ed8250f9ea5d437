"""All that can be wrong with a file, each a declaration in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from text import Text, same

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a file can have: its code, how grave it is, a title for groups, and a message that says what to do.

    An `error` refuses a row, a table or a file; a `warning` asks for a look; a `note` says what was assumed.
    """

    code: str
    severity: Severity
    title: Text
    template: Text


@dataclass(frozen=True, slots=True)
class Found:
    """A problem where it stands: the sheet's row, the column's heading and the cell's text, where it has them."""

    problem: Problem
    row: int | None = None
    column: str | None = None
    value: str | None = None
    said: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> Text:
        """What is wrong and what to do, in both languages."""
        places = {"row": self.row, "column": self.column, "value": self.value}
        return self.problem.template.filled(
            **{name: same(str(value)) if value not in (None, "") else same("—") for name, value in places.items()},
            **self.said,
        )


EMPTY_FILE = Problem(
    "empty_file",
    "error",
    Text("空文件", "Empty file"),
    Text("文件是空的。请在后台重新导出。", "The file is empty. Please export it again."),
)
UNREADABLE_FILE = Problem(
    "unreadable_file",
    "error",
    Text("打不开的文件", "Unreadable file"),
    Text(
        "这个文件打不开：它不是表格，或者已经损坏。请在后台重新导出，或用表格软件打开后另存为 xlsx。",
        "This file cannot be opened: it is no spreadsheet, or it is damaged. Export it again, or save it as xlsx.",
    ),
)
WEB_PAGE = Problem(
    "web_page",
    "error",
    Text("网页存成的表格", "A web page saved as a spreadsheet"),
    Text(
        "这个文件其实是网页或 XML，不是表格。请用 WPS 或 Excel 打开后另存为 xlsx 再拖进来。",
        "This file is a web page or XML, not a spreadsheet. Open it in Excel or WPS, save it as xlsx, and drop that.",
    ),
)
BINARY_WORKBOOK = Problem(
    "binary_workbook",
    "error",
    Text("xlsb 文件", "An xlsb file"),
    Text("xlsb 读不完整，不收。请另存为 xlsx。", "An xlsb file cannot be read reliably. Please save it as xlsx."),
)
PASSWORD = Problem(
    "password",
    "error",
    Text("有密码", "Password"),
    Text("文件有密码。请去掉密码后另存，再拖进来。", "The file has a password. Save it without one and drop it again."),
)
TOO_HEAVY = Problem(
    "too_heavy",
    "error",
    Text("太大的文件", "Too heavy"),
    Text(
        "这个文件展开后太大，读不下。请按日期分几次导出。",
        "The file is too large once unpacked. Export it in several parts by date.",
    ),
)
TOO_SLOW = Problem(
    "too_slow",
    "error",
    Text("读得太久", "Too slow"),
    Text(
        "读了两分钟还没读完，已停下。请按日期分几次导出。",
        "Reading took over two minutes and was stopped. Export it in several parts by date.",
    ),
)
NOT_RECOGNISED = Problem(
    "not_recognised",
    "error",
    Text("认不出的表", "Not recognised"),
    Text(
        "没认出这是哪种报表，没有收。读到的表头：{headings}。请对照模板的表头；目标表请在表名或标题里写上「目标」。",
        "This sheet was not recognised and is left out. Headings read: {headings}. Compare them with the template; "
        "a sheet of targets needs the word 目标 in its title or name.",
    ),
)
HIDDEN_SHEET = Problem(
    "hidden_sheet",
    "error",
    Text("隐藏的表", "Hidden sheet"),
    Text("这张表是隐藏的，没有收。要收就先取消隐藏。", "This sheet is hidden and is left out. Unhide it to import it."),
)
TWO_READINGS = Problem(
    "two_readings",
    "error",
    Text("分不清的表", "Two readings"),
    Text(
        "这张表既像{first}又像{second}，不知道该按哪一种读。请在后台重新导出。",
        "This sheet could be {first} or {second}. Please export it again with its usual headings.",
    ),
)
SHOP_NEEDED = Problem(
    "shop_needed",
    "error",
    Text("哪家店", "Which shop"),
    Text(
        "文件里没有店铺，店铺又不止一家。请选店铺再看一遍。",
        "The file names no shop, and there are several. Choose the shop and look again.",
    ),
)
DAY_NEEDED = Problem(
    "day_needed",
    "error",
    Text("哪一天", "Which day"),
    Text(
        "行里和文件名里都没有日期。请选日期再看一遍。",
        "Neither the rows nor the file's name hold a date. Choose the day and look again.",
    ),
)
SPAN_NOT_DAY = Problem(
    "span_not_day",
    "error",
    Text("不是一天", "Not one day"),
    Text(
        "文件名写的是 {first} 到 {last}，不是一天；按天的表不能收多天的合计。请逐日导出。",
        "The file's name says {first} to {last}, which is not one day; "
        "a daily table takes no totals of several. Export day by day.",
    ),
)
BAD_CELL = Problem(
    "bad_cell",
    "error",
    Text("读不懂的格子", "Cells that cannot be read"),
    Text(
        "第 {row} 行「{column}」写的是「{value}」，这里要{expects}。请改好这一格再拖进来。",
        "Row {row}, “{column}”: “{value}” is not {expects}. Correct the cell and drop the file again.",
    ),
)
MISSING_VALUE = Problem(
    "missing_value",
    "error",
    Text("缺了必填的格子", "Needed cells left empty"),
    Text(
        "第 {row} 行「{column}」是空的，这一格不能空。请补上再拖进来。",
        "Row {row}: “{column}” is empty and is needed. Fill it in and drop the file again.",
    ),
)
ID_DAMAGED = Problem(
    "id_damaged",
    "error",
    Text("编号被表格软件改坏了", "Numbers damaged by a spreadsheet program"),
    Text(
        "第 {row} 行「{column}」是「{value}」：编号被表格软件当成数字，后几位已经丢了，不收。"
        "请在后台重新导出，不要用表格软件另存。",
        "Row {row}, “{column}”: “{value}” was turned into a number by a spreadsheet program "
        "and has lost its last digits. Export it again and do not save it from a spreadsheet program.",
    ),
)
SPAN_IN_CELL = Problem(
    "span_in_cell",
    "error",
    Text("不是一天", "Not one day"),
    Text(
        "第 {row} 行「{column}」是「{value}」，是一段日期而不是一天。请逐日导出。",
        "Row {row}, “{column}”: “{value}” is a span of days, not one day. Export day by day.",
    ),
)
YEAR_NEEDED = Problem(
    "year_needed",
    "error",
    Text("哪一年", "Which year"),
    Text(
        "第 {row} 行「{column}」是「{value}」，没写年份。请在标题或文件名里写上年份，例如 2026年。",
        "Row {row}, “{column}”: “{value}” has no year. Write the year in the title or the file's name, such as 2026年.",
    ),
)
KEY_TWICE = Problem(
    "key_twice",
    "error",
    Text("同一条写了两遍，内容不同", "The same record twice, with different content"),
    Text(
        "第 {row} 行与第 {other} 行是同一条（{value}），内容却不同，不知道该信哪一行。请留下对的一行。",
        "Rows {row} and {other} are the same record ({value}) with different content. Keep the right one.",
    ),
)
SHIFTED_ROW = Problem(
    "shifted_row",
    "error",
    Text("错位的行", "Shifted rows"),
    Text(
        "第 {row} 行比表头多出格子（{value}），多半是逗号把列挤歪了。请在后台重新导出。",
        "Row {row} has more cells than the header ({value}); a comma has probably shifted its columns. "
        "Export it again.",
    ),
)
ROWS_VANISH = Problem(
    "rows_vanish",
    "warning",
    Text("会消失的行", "Rows that will go"),
    Text(
        "库里有 {count} 行不在这份文件里。这种表整天替换，写入后那 {count} 行会消失；撤回这一批就回来。",
        "{count} stored rows are not in this file. It replaces whole days, so they will go; "
        "withdrawing the batch brings them back.",
    ),
)
ODD_BYTES = Problem(
    "odd_bytes",
    "warning",
    Text("有认不出的字", "Unreadable characters"),
    Text(
        "文件里有些字节认不出，已用 � 代替。请检查店铺名和人名。",
        "Some bytes could not be read and stand as �. Check names of shops and people.",
    ),
)
NOTHING_TO_DO = Problem(
    "nothing_to_do",
    "note",
    Text("都已在库里", "Already stored"),
    Text("这份内容都已在库里，不用再写。", "All of this is stored already; there is nothing to write."),
)
HEADINGS_NOT_STORED = Problem(
    "headings_not_stored",
    "note",
    Text("没有收的列", "Columns left out"),
    Text("这些列没有用到，没有收：{headings}。", "These columns are not used and not stored: {headings}."),
)
SHOP_ASSUMED = Problem(
    "shop_assumed",
    "note",
    Text("店铺是推断的", "Shop assumed"),
    Text(
        "文件里没有店铺，记在「{shop}」。不对就选好店铺再看一遍。",
        "The file names no shop; it is stored under {shop}. If that is wrong, choose the shop.",
    ),
)
DAY_FROM_NAME = Problem(
    "day_from_name",
    "note",
    Text("日期取自文件名", "Day from the file's name"),
    Text("行里没有日期，按{origin}记在 {day}。", "The rows hold no date; they are stored under {day}, by {origin}."),
)
IN_WAN = Problem(
    "in_wan",
    "note",
    Text("以万元计", "In units of 10,000"),
    Text(
        "表里写明以万元为单位，已乘 10,000。", "The sheet says its amounts are in 万元; they were multiplied by 10,000."
    ),
)

PROBLEMS = (
    EMPTY_FILE, UNREADABLE_FILE, WEB_PAGE, BINARY_WORKBOOK, PASSWORD, TOO_HEAVY, TOO_SLOW, NOT_RECOGNISED, HIDDEN_SHEET,
    TWO_READINGS, SHOP_NEEDED, DAY_NEEDED, SPAN_NOT_DAY, BAD_CELL, MISSING_VALUE, ID_DAMAGED, SPAN_IN_CELL, YEAR_NEEDED,
    KEY_TWICE, SHIFTED_ROW, ROWS_VANISH, ODD_BYTES, NOTHING_TO_DO, HEADINGS_NOT_STORED, SHOP_ASSUMED, DAY_FROM_NAME,
    IN_WAN,
)  # fmt: skip

_BY_CODE = {problem.code: problem for problem in PROBLEMS}


def problem_named(code: str) -> Problem:
    """The problem of that code; KeyError if there is none."""
    return _BY_CODE[code]
