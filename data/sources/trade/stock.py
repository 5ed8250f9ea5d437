"""库存: how many items of each product are there to sell, as people keep or export it by product."""

from data.formats.kinds import COUNT, DAY, ID, TEXT
from data.formats.source import SHOP, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

STOCK = Source(
    name="stock",
    subject=Subject("stock", Text("库存", "Stock"), grain=("shop", "day", "item_id")),
    title=Text("库存表", "Stock list"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="库存_{day}.xlsx",
    identified_by=("item_id", "stock"),
    unlike=("商品访客数", "支付金额", "总咨询人数", "计划ID", "订单编号", "花费", "日目标", "目标件数"),
    columns=(
        SHOP,
        Column("day", DAY, Text("日期", "Day"), also=("统计日期", "盘点日期"), needed=True, from_file_name=True),
        Column("item_id", ID, Text("商品ID", "Product ID"), also=("宝贝ID",), needed=True),
        Column("title", TEXT, Text("商品名称", "Product"), also=("宝贝名称", "宝贝标题", "商品标题")),
        Column(
            "stock", COUNT, Text("库存", "In stock"), also=("库存数", "库存数量", "可用库存", "可售库存", "总库存"),
            needed=True,
        ),
    ),
    skip_rows=(Skip("title", TOTALS, Text("合计行", "a total row")),),
)  # fmt: skip

SOURCES = (STOCK,)
"""The formats of stock."""
