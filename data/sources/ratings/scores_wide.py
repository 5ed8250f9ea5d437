"""体验分 of all platforms in one wide sheet: a date merged over three columns, below it 物流分, 商品分 and 服务分."""

from data.formats.kinds import DAY, NUMBER, SHOWN, TEXT
from data.formats.source import Column, Matrix, Source
from data.sources.ratings.scores import SUBJECT, measured
from text import Text

SCORES = "物流分|商品分|服务分"
NAMED = f"regexp_extract(heading, '({SCORES})$')"
DAY_SQL = DAY.cast(f"regexp_replace(heading, '_?({SCORES})$', '')")
# Under the same three headings JD's own shops and Pinduoduo have other figures.
ITEM = (
    "CASE WHEN platform = '京东自营' THEN"
    f" CASE {NAMED} WHEN '物流分' THEN '平均响应时间' WHEN '商品分' THEN '应答率' ELSE '满意度' END"
    f" WHEN platform = '拼多多' AND {NAMED} = '物流分' THEN '发货分' ELSE {NAMED} END"
)
SCALE = "CASE platform WHEN '京东' THEN 10 WHEN '抖音' THEN 100 ELSE 5 END"
PLATFORMS = {"POP": "京东", "京东POP": "京东", "天猫": "淘宝天猫", "淘宝": "淘宝天猫", "抖店": "抖音"}

SCORES_WIDE = Source(
    name="scores_wide",
    subject=SUBJECT,
    title=Text("各平台服务分宽表", "Service scores of all platforms"),
    exported_from=Text("自己做的表", "Kept by hand"),
    hand_made=True,
    heading_groups=("2026-06-11",),
    file_name="{day}服务分数据.xlsx",
    identified_by=("platform", "shop"),
    columns=(
        Column("platform", TEXT, Text("平台", "Platform"), needed=True, words=PLATFORMS),
        Column("shop", TEXT, Text("店铺", "Shop"), also=("店铺名称",), needed=True),
        Column("service_target", NUMBER, Text("服务分目标", "Target of the service score")),
        Column("heading", TEXT, Text("日期和分项", "Date and item")),
        Column("day", DAY, Text("日期", "Day"), derived=DAY_SQL),
        Column("item", TEXT, Text("指标", "Item"), derived=ITEM),
        Column("shown", SHOWN, Text("展示值", "As shown")),
        *measured(SCALE, item=f"({ITEM})"),
        # Pinduoduo: 物流分 behind 发货分, 基础分 behind 服务分.
        Column(
            "second_score",
            NUMBER,
            Text("斜杠后的分", "Score after the slash"),
            derived="try_cast(nullif(split_part(shown, '/', 2), '') AS DOUBLE)",
        ),
        Column(
            "target",
            NUMBER,
            Text("目标", "Target"),
            derived=f"CASE WHEN {NAMED} = '服务分' THEN service_target END",
        ),
    ),
    matrix=Matrix(
        into="heading",
        value="shown",
        like=rf"(20\d\d.*|[45]\d{{4}}(\.0)?_?)({SCORES})",
        examples=("2026-06-11物流分", "2026-06-11商品分", "2026-06-11服务分"),
    ),
)

SOURCES = (SCORES_WIDE,)
