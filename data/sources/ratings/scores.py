"""体验分: what platforms score a shop's service by, each score and each figure behind it one row a day."""

from data.formats.kinds import DAY, NUMBER, SCORE, SHOWN, TEXT
from data.formats.source import SHOP, TAOBAO, Column, Matrix, Source, platform
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject("scores", Text("体验分", "Experience scores"), grain=("shop", "platform", "day", "item"))

_NUMBER = r"try_cast(regexp_extract(shown, '-?[\d.]+([eE]-?\d+)?') AS DOUBLE)"
_SIGNED = "regexp_matches(shown, '[%％]')"
_IS_RATE = "regexp_matches({item}, '率$|率[(（]|占比$|排名$|同行$|满意度$')"
_IS_TIME = "regexp_matches({item}, '时长$|时间$')"
# Without a sign, the largest value of an item shows whether its rates are in points, as in a column of its own.
_SHARE = f"(CASE WHEN max({_NUMBER}) FILTER (WHERE NOT {_SIGNED}) OVER (PARTITION BY {{item}}) > 1 THEN 100 ELSE 1 END)"
SCORED = (
    f"CASE WHEN starts_with(shown, '落后') THEN 1 - {_NUMBER} / 100 WHEN {_SIGNED} THEN {_NUMBER} / 100"
    f" WHEN shown LIKE '%小时' THEN {_NUMBER} * 3600 WHEN shown LIKE '%分钟' THEN {_NUMBER} * 60"
    f" WHEN shown LIKE '%天' THEN {_NUMBER} * 86400 WHEN {_IS_RATE} THEN {_NUMBER} / {_SHARE}"
    f" WHEN {{item}} IN ('物流到货时长', '退款处理时长') THEN {_NUMBER} * 3600 ELSE {_NUMBER} END"
)
UNIT = f"CASE WHEN {_SIGNED} OR {_IS_RATE} THEN '比率' WHEN {_IS_TIME} THEN '秒' ELSE '分' END"

DAY_COLUMN = Column(
    "day", DAY, Text("日期", "Day"), also=("统计日期", "数据更新日期"), needed=True, from_file_name=True
)
ITEM = Column("item", TEXT, Text("指标", "Item"))
SHOWN_COLUMN = Column("shown", SHOWN, Text("展示值", "As shown"), words={"-999": None, "-999.0": None, "-999.00": None})
FIGURES = (
    "访客数",
    "支付金额",
    "咨询人数",
    "客服销售额",
    "旺旺昵称",
    "客服昵称",
    "客服",
    "商品ID",
    "商品id",
    "订单编号",
)
"""Headings of files of other facts that hold a rate of these beside them."""

JD_ALONE = (
    "总评分", "物流履约率", "用户评价", "客服咨询", "交易纠纷", "咚咚30s应答率", "咚咚平均响应时长", "48小时揽件及时率",
)  # fmt: skip
"""What only JD scores, out of 10: beside one of these 售后体验 is JD's, whatever the file is called."""

TMALL_ALONE = ("真实体验分", "综合体验分", "宝贝质量", "商品体验", "纠纷体验", "咨询体验", "无忧购总评分")


def measured(scale: str, item: str = "item") -> tuple[Column, ...]:
    """The figure, its unit (分, 比率 from 0 to 1, or 秒) and the most it can be, from its text and SQL for its item."""
    unit = UNIT.format(item=item)
    return (
        Column("score", SCORE, Text("得分", "Score"), derived=SCORED.format(item=item)),
        Column("unit", TEXT, Text("单位", "Unit"), derived=unit),
        Column(
            "scale",
            NUMBER,
            Text("满分", "Full score"),
            derived=f"CASE {unit} WHEN '分' THEN ({scale})::DOUBLE WHEN '比率' THEN 1.0 END",
        ),
    )


def same(*headings: str) -> dict[str, str]:
    """Headings that are items under their own name."""
    return {heading: heading for heading in headings}


SCORES_TABLE = Source(
    name="scores_table",
    subject=SUBJECT,
    title=Text("综合体验分（指标表）", "Tmall experience score (table of items)"),
    exported_from=Text("千牛 › 店铺 › 综合体验分", "Qianniu › Shop › Experience score"),
    file_name="综合体验分_{day}.xlsx",
    identified_by=("indicator", "score"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        Column("dimension", TEXT, Text("考核维度", "Dimension")),
        Column("dimension_score", SCORE, Text("考核得分", "Score of the dimension")),
        Column("indicator", TEXT, Text("考核指标", "Indicator"), needed=True),
        # The figure behind the score goes by the indicator's own name in other files.
        Column("item", TEXT, Text("指标", "Item"), derived="indicator || '得分'"),
        Column("score", SCORE, Text("指标得分", "Score"), needed=True),
        Column("unit", TEXT, Text("单位", "Unit"), derived="CASE WHEN score IS NOT NULL THEN '分' END"),
        Column("scale", NUMBER, Text("满分", "Full score"), derived="CASE WHEN score IS NOT NULL THEN 5.0::DOUBLE END"),
        Column("shown", SHOWN, Text("指标表现", "As shown")),
        Column("next_target", TEXT, Text("下一档目标值", "Next target")),
    ),
)

SCORES_TMALL = Source(
    name="scores_tmall",
    subject=SUBJECT,
    title=Text("真实体验分、综合体验分", "Tmall experience scores"),
    exported_from=Text("千牛 › 店铺 › 真实体验分", "Qianniu › Shop › Experience score"),
    file_name="真实体验分_{day}.xlsx",
    identified_by=(),
    identified_by_any=("day", "shop"),
    unlike=(*FIGURES, *JD_ALONE),
    columns=(SHOP, TAOBAO, DAY_COLUMN, ITEM, SHOWN_COLUMN, *measured("5")),
    matrix=Matrix(
        into="item",
        value="shown",
        headings={
            **same(
                "真实体验分", "综合体验分", "宝贝质量", "物流速度", "服务保障", "商品体验", "物流体验", "咨询体验",
                "售后体验", "纠纷体验", "商品负反馈率", "商品好评率", "48小时揽收及时率", "物流到货时长",
                "3分钟人工响应率", "旺旺满意度", "退款处理时长", "平台求助率", "平台判责率", "当日/次日达订单占比",
                "首次品退率", "商品DSR差评率", "揽收及时率", "旺旺人工响应时长", "平台售后任务处理时长", "同行排名",
                "无忧购总评分", "无忧购商品体验", "无忧购物流体验", "无忧购售后体验", "无忧购纠纷投诉",
                "无忧购咨询体验", "一键求助满意率", "三年质保48H响应率", "三年质保15天完结率",
            ),
            "物流到货时长(小时)": "物流到货时长", "退款处理时长(小时)": "退款处理时长",
            # The sheet that people keep spells it so.
            "础服务基总评分": "基础服务总评分", "础服务商品体验": "基础服务商品体验",
            "础服务物流体验": "基础服务物流体验", "础服务售后体验": "基础服务售后体验",
            "础服务纠纷投诉": "基础服务纠纷投诉", "础服务咨询体验": "基础服务咨询体验",
        },
    ),
)  # fmt: skip

SCORES_PDD = Source(
    name="scores_pdd",
    subject=SUBJECT,
    title=Text("拼多多消费者体验", "Pinduoduo consumer experience"),
    exported_from=Text("拼多多 › 数据中心 › 消费者体验", "Pinduoduo › Data › Consumer experience"),
    file_name="消费者体验_{day}.xlsx",
    identified_by=("day",),
    unlike=FIGURES,
    columns=(SHOP, platform("拼多多"), DAY_COLUMN, ITEM, SHOWN_COLUMN, *measured("5")),
    matrix=Matrix(
        into="item",
        value="shown",
        headings=same(
            "消费者服务体验分", "同行排名", "服务态度体验分", "基础服务体验分", "商品服务体验分", "发货服务体验分",
            "物流服务体验分", "平台介入率（近30天）",
        ),
    ),
)  # fmt: skip

SCORES_JD = Source(
    name="scores_jd",
    subject=SUBJECT,
    title=Text("京东风向标", "JD service scores"),
    exported_from=Text("京麦 › 店铺 › 风向标", "JD › Shop › Scores"),
    file_name="京东风向标_{day}.xlsx",
    identified_by=(),
    identified_by_any=("day", "shop"),
    unlike=(*FIGURES, *TMALL_ALONE),
    columns=(SHOP, platform("京东"), DAY_COLUMN, ITEM, SHOWN_COLUMN, *measured("10")),
    matrix=Matrix(
        into="item",
        value="shown",
        headings={
            **same(
                "风向标总分", "总评分", "售后体验", "物流履约率", "用户评价", "客服咨询", "交易纠纷", "超过同行",
                "咚咚30s应答率", "咚咚平均响应时长", "48小时揽件及时率",
            ),
        },
    ),
)  # fmt: skip

SOURCES = (SCORES_TABLE, SCORES_TMALL, SCORES_PDD, SCORES_JD)
