"""What a table leaves open, what was assumed for it, and what storing it does."""

from data.formats.problem import Problem
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

SCALE_NEEDED = Problem(
    "scale_needed",
    "error",
    Text("比率的单位", "Which unit of rates"),
    Text(
        "「{column}」写的是 {value}，没有百分号：是 {points} 还是 {share}？请选一次，以后同样的表头都照此读。",
        "“{column}” says {value} without a sign: is that {points} or {share}? Choose once; the same headings are read"
        " that way from then on.",
    ),
)

HEADINGS_CHANGED = Problem(
    "headings_changed",
    "warning",
    Text("表头与上次不同", "Headings differ from last time"),
    Text(
        "与上次导入的同一种报表相比，少了：{gone}；多了：{fresh}。少的列这次没有数；如果只是改了名，请在「对列」里指给它。",
        "Compared with the last file of this kind these headings are gone: {gone}; and these are new: {fresh}. A column"
        " that is gone brings no figures; if it was only renamed, point to it under “Match columns”.",
    ),
)

AS_MAPPED = Problem(
    "as_told",
    "note",
    Text("按记住的读法", "Read as remembered"),
    Text("这行表头有人对过列，按记住的读作{title}。", "Somebody matched these headings: they are read as {title}."),
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

ERROR_CELLS = Problem(
    "error_cells",
    "warning",
    Text("出错的单元格", "Cells with errors"),
    Text(
        "这张表有 {count} 个单元格是 #DIV/0! 之类的错误值，当作没有数：{places}。数要紧就先改好公式再拖进来。",
        "{count} cells of this sheet hold errors such as #DIV/0! and are read as missing: {places}. "
        "If their figures matter, mend the formulas first.",
    ),
)

UNCACHED = Problem(
    "uncached",
    "warning",
    Text("没有算出结果的公式", "Formulas without a result"),
    Text(
        "这张表有 {count} 个公式没有存下结果，当作没有数：{places}。请用 Excel 或 WPS 打开，保存一次再拖进来。",
        "{count} formulas of this sheet were saved without their results and are read as missing: {places}. "
        "Open the file in a spreadsheet program, save it and drop it again.",
    ),
)

TABLES = (
    SHOP_NEEDED,
    DAY_NEEDED,
    SPAN_NOT_DAY,
    SCALE_NEEDED,
    HEADINGS_CHANGED,
    AS_MAPPED,
    ROWS_VANISH,
    OTHER_MODE,
    ODD_BYTES,
    ERROR_CELLS,
    UNCACHED,
    NOTHING_TO_DO,
    HEADINGS_NOT_STORED,
    SHOP_ASSUMED,
    OF_ALL_SHOPS,
    DAY_FROM_NAME,
    IN_WAN,
    IN_MINUTES,
)
