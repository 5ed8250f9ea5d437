"""What can be wrong with a row or a cell."""

from data.formats.problem import Problem
from text import Text

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

SHOP_BLANK = Problem(
    "shop_blank",
    "error",
    Text("没写店铺的行", "Rows that name no shop"),
    Text(
        "第 {row} 行没写店铺，表里别的行写了，不知道是不是同一家，先不收。请选「跟上一行同店」或选一家店，再看一遍。",
        "Row {row} names no shop though other rows do, so it is not stored: it may be of another. "
        "Choose “that of the row above” or a shop, and look again.",
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

ROWS = (
    BAD_CELL,
    MISSING_VALUE,
    SHOP_BLANK,
    ID_DAMAGED,
    SPAN_IN_CELL,
    YEAR_NEEDED,
    KEY_TWICE,
    SHIFTED_ROW,
)
