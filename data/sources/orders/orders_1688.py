"""1688 订单: one order on the rows of its items, its number and its amounts merged over them."""

from data.formats.kinds import ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, Column, Skip, Source, platform
from data.sources.orders import subjects
from data.sources.orders.states import ORDER_STATE
from text import Text

ORDERS_1688 = Source(
    name="orders_1688",
    subject=subjects.ORDERS,
    title=Text("1688 订单", "1688 orders"),
    exported_from=Text("1688 › 交易管理 › 已卖出的货品 › 导出", "1688 › Trade › Sold goods › Export"),
    file_name="1688订单{day}.xlsx",
    identified_by=("order_id", "paid"),
    identified_by_any=("total", "waybill"),
    unlike=("退款编号", "售后单号", "内部订单号"),
    columns=(
        SHOP,
        platform("1688"),
        # Two columns have this name, the first one merged. Nothing of an item is declared.
        Column("order_id", ID, Text("订单号", "Order number"), needed=True),
        Column("total", MONEY, Text("货品总价", "Total of the goods")),
        Column("paid", MONEY, Text("实付款（元）", "Paid"), also=("实付款",)),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("created_time", TIME, Text("订单创建时间", "Ordered at")),
        Column("pay_time", TIME, Text("订单付款时间", "Paid at")),
        Column("waybill", ID, Text("运单号", "Waybill")),
    ),
    skip_rows=(Skip("paid", (), Text("同一订单的另一件商品", "another item of the order above"), "blank"),),
)

SOURCES = (ORDERS_1688,)
