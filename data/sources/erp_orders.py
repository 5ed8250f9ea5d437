"""ERP订单: what 聚水潭 knows of an order, by its own number, since it splits and joins the platform's."""

from data.kinds import ID, MONEY, TEXT, TIME
from data.source import SHOP, Column, Source, Subject
from data.sources.states import ORDER_STATE
from text import Text

SUBJECT = Subject(
    "erp_orders",
    Text("ERP订单", "ERP orders"),
    grain=("shop", "erp_order_id"),
    day="created_time",
)

ERP_ORDERS = Source(
    name="erp_orders",
    subject=SUBJECT,
    title=Text("聚水潭订单", "Jushuitan orders"),
    exported_from=Text("聚水潭 › 订单 › 订单列表 › 导出", "Jushuitan › Orders › Export"),
    file_name="订单_{day}.xlsx",
    known_by=("erp_order_id",),
    known_by_any=("status", "waybill"),
    unlike=("售后单号", "退款编号"),
    # Nothing of an item is declared: the rows of one order become equal, and one of them is kept.
    columns=(
        SHOP,
        Column("erp_order_id", ID, Text("内部订单号", "ERP order number"), needed=True),
        Column("order_id", ID, Text("线上订单号", "Order number")),
        Column("platform", TEXT, Text("平台站点", "Platform")),
        Column("order_type", TEXT, Text("订单类型", "Order type")),
        Column("status", TEXT, Text("状态", "Status"), also=("订单状态",)),
        ORDER_STATE,
        Column("payable", MONEY, Text("应付金额", "Payable")),
        Column("paid", MONEY, Text("已付金额", "Paid")),
        Column("created_time", TIME, Text("下单时间", "Ordered at")),
        Column("ship_time", TIME, Text("发货日期", "Shipped at"), also=("发货时间",)),
        Column("waybill", ID, Text("快递单号", "Waybill")),
        Column("carrier", TEXT, Text("快递公司", "Carrier"), also=("物流公司",)),
    ),
)

SOURCES = (ERP_ORDERS,)
