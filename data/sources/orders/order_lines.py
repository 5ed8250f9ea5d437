"""订单宝贝: the lines of orders as Taobao's classic 宝贝报表 lists them, without sub-orders or amounts paid."""

from data.formats.kinds import COUNT, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.formats.subject import Subject
from data.sources.orders.states import ORDER_STATE
from text import Text

SUBJECT = Subject(
    "order_lines",
    Text("订单宝贝", "Order lines"),
    grain=("shop", "order_id", "line"),
    replaces=("shop", "order_id"),
    day="created_time",
)

# A number that follows from what was bought: it stays whatever the order of the rows, and equal rows share it.
LINE = "dense_rank() OVER (PARTITION BY order_id ORDER BY title, merchant_code, properties, package, price, items)"

ORDER_LINES = Source(
    name="order_lines",
    subject=SUBJECT,
    title=Text("宝贝报表（旧版）", "Order item report (classic)"),
    exported_from=Text(
        "卖家中心 › 已卖出的宝贝 › 批量导出 › 宝贝报表（旧版）", "Seller centre › Sold items › Export › Items (classic)"
    ),
    file_name="ExportOrderDetailList{day}.csv",
    identified_by=("order_id", "title", "items"),
    unlike=("子订单编号", "主订单编号", "买家实付金额", "买家实际支付金额", "退款编号", "评价内容"),
    columns=(
        SHOP,
        TAOBAO,
        Column("order_id", ID, Text("订单编号", "Order number"), needed=True),
        Column("line", COUNT, Text("行号", "Line"), derived=LINE),
        Column("title", TEXT, Text("标题", "Title"), needed=True),
        Column("properties", TEXT, Text("商品属性", "Properties")),
        Column("merchant_code", TEXT, Text("商家编码", "Merchant code"), also=("外部系统编号",)),
        Column("package", TEXT, Text("套餐信息", "Package")),
        Column("price", MONEY, Text("价格", "Price")),
        Column("items", COUNT, Text("购买数量", "Items")),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("created_time", TIME, Text("创建时间", "Ordered at"), also=("订单创建时间",)),
    ),
)

SOURCES = (ORDER_LINES,)
