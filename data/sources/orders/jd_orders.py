"""京东订单: 京麦's order list, where an order's amounts stand on every row of its items."""

from data.formats.kinds import BUYER, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, Column, Source, platform
from data.sources.orders import subjects
from data.sources.orders.states import ORDER_STATE, ORDER_STATES, is_any
from text import Text

# JD takes what the buyer pays from his balance off the amount payable.
GROSS = "(payable + coalesce(balance_paid, 0))"
UNPAID, CLOSED = (is_any("status", ORDER_STATES[state]) for state in ("unpaid", "closed"))

ORDERS_JD = Source(
    name="orders_jd",
    subject=subjects.ORDERS,
    title=Text("京东订单", "JD orders"),
    exported_from=Text("京麦 › 订单管理 › 订单查询 › 导出", "JD Jingmai › Orders › Export"),
    file_name="京东订单{day}.xlsx",
    identified_by=("order_id", "total", "payable"),
    unlike=("售后单号", "退款编号", "内部订单号"),
    # Nothing of an item is declared: the rows of one order become equal, and one of them is kept.
    columns=(
        SHOP,
        platform("京东"),
        Column("order_id", ID, Text("订单号", "Order number"), needed=True),
        Column("buyer", BUYER, Text("下单帐号", "Buyer"), also=("下单账号",)),
        Column("total", MONEY, Text("订单金额", "Total")),
        Column("payable", MONEY, Text("应付金额", "Payable")),
        Column("balance_paid", MONEY, Text("余额支付", "Paid from the balance")),
        Column("receivable", MONEY, Text("商家应收", "Due to the seller")),
        Column(
            "paid",
            MONEY,
            Text("退款后实付", "Paid after refund"),
            derived=f"CASE WHEN {UNPAID} OR {CLOSED} THEN 0 ELSE {GROSS} END::DECIMAL(18,2)",
        ),
        # The file has no refund column: what is known is that a cancelled order is paid back.
        Column(
            "refund",
            MONEY,
            Text("退款金额", "Refund"),
            derived=f"CASE WHEN {CLOSED} AND pay_time IS NOT NULL THEN {GROSS} END::DECIMAL(18,2)",
        ),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("created_time", TIME, Text("下单时间", "Ordered at")),
        Column("pay_time", TIME, Text("付款确认时间", "Paid at")),
        Column("done_time", TIME, Text("订单完成时间", "Completed at")),
        Column("payment", TEXT, Text("支付方式", "Way of payment")),
        Column("order_type", TEXT, Text("订单类型", "Order type")),
    ),
)

SOURCES = (ORDERS_JD,)
