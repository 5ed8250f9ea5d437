"""拼多多订单: one row an order; what was paid back is told by the statuses alone."""

from data.formats.kinds import COUNT, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, Column, Source, platform
from data.sources.orders import subjects
from data.sources.orders.states import ORDER_STATE, ORDER_STATES, REFUND_STATE_OF_ORDER, bare, is_any
from text import Text

UNPAID = is_any("status", ("待付款", "已取消"))
REFUNDED = f"({is_any('status', ORDER_STATES['refunded'])} OR {is_any('refund_status', ('退款成功',))})"
PARTLY = f"contains({bare('refund_status')}, '部分退款成功')"

PAID = f"CASE WHEN {UNPAID} OR {REFUNDED} THEN 0 ELSE buyer_paid END::DECIMAL(18,2)"
# How much of an order was paid back in part, the file does not tell.
REFUND = (
    f"CASE WHEN {UNPAID} THEN 0 WHEN {REFUNDED} THEN buyer_paid WHEN {PARTLY} THEN NULL"
    " WHEN coalesce(status, refund_status) IS NOT NULL THEN 0 END::DECIMAL(18,2)"
)
# The first six digits of an order's number are its day: 260531-607198974342268.
ORDERED_ON = "try_strptime(regexp_extract(order_id, '^(\\d{6})-', 1), '%y%m%d')"
PAY_TIME = (
    f"CASE WHEN NOT coalesce({UNPAID}, false) THEN"
    f" coalesce(payment_time, group_time, CASE WHEN status IS NOT NULL THEN {ORDERED_ON} END) END"
)

ORDERS_PDD = Source(
    name="orders_pdd",
    subject=subjects.ORDERS,
    title=Text("拼多多订单", "Pinduoduo orders"),
    exported_from=Text("拼多多商家后台 › 发货管理 › 订单查询 › 批量导出", "Pinduoduo › Orders › Export"),
    file_name="orders_export{day}.csv",
    identified_by=("order_id", "buyer_paid"),
    unlike=("售后编号", "内部订单号"),
    columns=(
        SHOP,
        platform("拼多多"),
        Column("order_id", ID, Text("订单号", "Order number"), needed=True),
        Column("titles", TEXT, Text("商品", "Title"), also=("商品名称",)),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("refund_status", TEXT, Text("售后状态", "Refund status")),
        REFUND_STATE_OF_ORDER,
        Column("total", MONEY, Text("商品总价(元)", "Total")),
        Column("buyer_paid", MONEY, Text("用户实付金额(元)", "Paid by the buyer")),
        Column("receivable", MONEY, Text("商家实收金额(元)", "Due to the seller")),
        Column("paid", MONEY, Text("退款后实付", "Paid after refund"), derived=PAID),
        Column("refund", MONEY, Text("退款金额", "Refund"), derived=REFUND),
        Column("payment_time", TIME, Text("支付时间", "Payment")),
        Column("group_time", TIME, Text("拼单成功时间", "Group complete"), also=("订单成交时间",)),
        Column("pay_time", TIME, Text("付款时间", "Paid at"), derived=PAY_TIME),
        Column("ship_due", TIME, Text("承诺发货时间", "Ship by")),
        Column("ship_time", TIME, Text("发货时间", "Shipped at")),
        Column("receipt_time", TIME, Text("确认收货时间", "Received at")),
        Column("items", COUNT, Text("商品数量(件)", "Items")),
        Column("waybill", ID, Text("快递单号", "Waybill")),
        Column("carrier", TEXT, Text("快递公司", "Carrier")),
    ),
)

SOURCES = (ORDERS_PDD,)
