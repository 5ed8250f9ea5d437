"""抖店订单: one row a sub-order, with its own amount."""

from data.formats.kinds import COUNT, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, Column, Source, platform
from data.sources.orders import subjects
from data.sources.orders.states import ORDER_STATE, ORDER_STATES, REFUND_STATE_OF_ORDER, bare, is_any
from text import Text

# An order closed after payment was paid back, even where the file has no word of it.
CLOSED = is_any("status", ORDER_STATES["closed"])
REFUNDED = (
    f"(coalesce({is_any('refund_status', ('退款成功',))}, false)"
    f" OR ({CLOSED} AND refund_status IS NULL AND pay_time IS NOT NULL))"
)
PARTLY = f"contains({bare('refund_status')}, '部分退款')"
UNPAID = f"({is_any('status', ORDER_STATES['unpaid'])} OR {CLOSED} AND pay_time IS NULL)"

ORDERS_DOUYIN = Source(
    name="orders_douyin",
    subject=subjects.ORDER_ITEMS,
    title=Text("抖店订单", "Douyin orders"),
    exported_from=Text("抖店 › 订单 › 订单管理 › 导出", "Douyin shop › Orders › Export"),
    file_name="1791430000_{day}.csv",
    encoding="utf-8-sig",
    identified_by=("suborder_id", "order_id", "payable"),
    unlike=("售后单号", "退款编号"),
    columns=(
        SHOP,
        platform("抖音"),
        Column("suborder_id", ID, Text("子订单编号", "Sub-order number"), needed=True),
        Column("order_id", ID, Text("主订单编号", "Order number"), needed=True),
        Column("product_id", ID, Text("商品ID", "Product id")),
        Column("title", TEXT, Text("选购商品", "Title")),
        Column("properties", TEXT, Text("商品规格", "Properties")),
        Column("merchant_code", TEXT, Text("商家编码", "Merchant code")),
        Column("price", MONEY, Text("商品单价", "Price")),
        Column("items", COUNT, Text("商品数量", "Items")),
        Column("payable", MONEY, Text("订单应付金额", "Payable")),
        Column(
            "paid",
            MONEY,
            Text("退款后实付", "Paid after refund"),
            derived=f"CASE WHEN {UNPAID} OR {REFUNDED} THEN 0 ELSE payable END::DECIMAL(18,2)",
        ),
        Column("refund_status", TEXT, Text("售后状态", "Refund status")),
        REFUND_STATE_OF_ORDER,
        Column(
            "refund",
            MONEY,
            Text("退款金额", "Refund"),
            derived=f"CASE WHEN {REFUNDED} THEN payable WHEN {PARTLY} THEN NULL"
            " WHEN coalesce(status, refund_status) IS NOT NULL THEN 0 END::DECIMAL(18,2)",
        ),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("close_reason", TEXT, Text("取消原因", "Reason closed")),
        Column("created_time", TIME, Text("订单提交时间", "Ordered at")),
        Column("pay_time", TIME, Text("支付完成时间", "Paid at")),
        Column("ship_due", TIME, Text("承诺发货时间", "Ship by")),
        Column("ship_time", TIME, Text("发货时间", "Shipped at")),
        Column("done_time", TIME, Text("订单完成时间", "Completed at")),
        Column("author", TEXT, Text("达人昵称", "Creator")),
        Column("traffic_type", TEXT, Text("流量类型", "Kind of traffic")),
    ),
)

SOURCES = (ORDERS_DOUYIN,)
