"""What a table leaves open, what was assumed for it, and what storing it does."""

from data.problem import Problem
from text import Text

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

OTHER_MODE = Problem(
    "other_mode",
    "warning",
    Text("换了写入方式", "Another way of writing"),
    Text("您选了「{mode}」：{effect}", "You chose “{mode}”: {effect}"),
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

OF_ALL_SHOPS = Problem(
    "of_all_shops",
    "note",
    Text("记在全部门", "Of the whole department"),
    Text(
        "文件里没有店铺，按全部门的表收，不归到哪一家店。只属于一家店的，请加一列「店铺名称」。",
        "The file names no shop, so it is taken for the whole department and belongs to no single shop. "
        "If it is of one shop, add a column 店铺名称.",
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

IN_MINUTES = Problem(
    "in_minutes",
    "note",
    Text("以分钟计", "In minutes"),
    Text("表头写明以分钟计，已换成秒：{headings}。", "The heading says minutes; turned into seconds: {headings}."),
)

TABLES = (
    SHOP_NEEDED,
    DAY_NEEDED,
    SPAN_NOT_DAY,
    ROWS_VANISH,
    OTHER_MODE,
    ODD_BYTES,
    NOTHING_TO_DO,
    HEADINGS_NOT_STORED,
    SHOP_ASSUMED,
    OF_ALL_SHOPS,
    DAY_FROM_NAME,
    IN_WAN,
    IN_MINUTES,
)
