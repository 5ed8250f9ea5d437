"""商品体验: which products bring trouble, as 千牛 体验问题订单率 and PXI export it; both look back over many days."""

from data.formats.kinds import COUNT, DAY, ID, RATE, SCORE, SHOWN, TEXT
from data.formats.source import SHOP, TAOBAO, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject("product_scores", Text("商品体验", "Experience by product"), grain=("shop", "day", "item_id"))

DAY_COLUMN = Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True, from_file_name=True)
TOTAL = Text("合计行", "a total row")

PRODUCT_TROUBLES = Source(
    name="product_troubles",
    subject=SUBJECT,
    title=Text("体验问题订单率", "Orders with trouble by product"),
    exported_from=Text(
        "千牛 › 店铺 › 真实体验分 › 体验问题订单率", "Qianniu › Shop › Experience score › Orders with trouble"
    ),
    file_name="体验问题订单率_{day}.xlsx",
    identified_by=("named", "troubled_orders"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        # Title and id in one cell: 藤编落地灯/719850241635.
        Column("named", TEXT, Text("商品名称/编码", "Title and product ID"), needed=True),
        Column(
            "item_id", ID, Text("商品ID", "Product ID"),
            derived="coalesce(nullif(regexp_extract(named, '/\\s*(\\d+)$', 1), ''), named)",
        ),
        Column("title", TEXT, Text("商品名称", "Product"), derived="regexp_replace(named, '\\s*/\\s*\\d+$', '')"),
        Column("troubled_orders", COUNT, Text("问题订单量", "Orders with trouble")),
        Column("orders", COUNT, Text("有效订单量", "Orders that count")),
        Column("troubled_rate", RATE, Text("问题订单率", "Share with trouble")),
        Column("troubled_by_item", COUNT, Text("商品问题订单量", "Trouble with the product")),
        Column("troubled_by_delivery", COUNT, Text("物流问题订单量", "Trouble with delivery")),
        Column("troubled_after_sale", COUNT, Text("售后问题订单量", "Trouble after sale")),
    ),
    skip_rows=(Skip("named", TOTALS, TOTAL),),
)  # fmt: skip

PRODUCT_EXPERIENCE = Source(
    name="product_experience",
    subject=SUBJECT,
    title=Text("商品体验分（PXI）", "Product experience (PXI)"),
    exported_from=Text("千牛 › 店铺 › 真实体验分 › 商品体验分", "Qianniu › Shop › Experience score › Products"),
    file_name="PXI_{day}.xlsx",
    identified_by=("item_id", "score"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        Column("item_id", ID, Text("商品ID", "Product ID"), needed=True),
        Column("title", TEXT, Text("商品名称", "Product")),
        Column("troubled_orders", COUNT, Text("问题订单数", "Orders with trouble")),
        Column("orders", COUNT, Text("成交订单数", "Orders")),
        Column("score", SCORE, Text("商品体验分", "Product experience score")),
        Column("standing", SHOWN, Text("排名情况", "Standing among its kind")),
    ),
    skip_rows=(Skip("title", TOTALS, TOTAL),),
)

SOURCES = (PRODUCT_TROUBLES, PRODUCT_EXPERIENCE)
