"""订单: one row an order, as Taobao and Tmall's 已卖出的宝贝 exports them, all generations."""

from data.formats.kinds import BUYER, COUNT, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.sources.orders import subjects
from data.sources.orders.states import NO_REFUND, ORDER_STATE
from text import Text

ORDERS = Source(
    name="orders",
    subject=subjects.ORDERS,
    title=Text("订单报表", "Order report"),
    exported_from=Text(
        "千牛 › 交易 › 已卖出的宝贝 › 批量导出 › 订单报表", "Qianniu › Trade › Sold items › Export › Orders"
    ),
    file_name="ExportOrderList{day}.csv",
    sheet_names=("export",),
    identified_by=("order_id", "paid"),
    identified_by_any=("pay_time", "created_time"),
    unlike=("子订单编号", "退款编号", "评价内容", "售后单号"),
    columns=(
        SHOP,
        TAOBAO,
        Column("order_id", ID, Text("订单编号", "Order number"), also=("主订单编号",), needed=True),
        Column("buyer", BUYER, Text("买家会员名", "Buyer"), also=("买家昵称", "买家旺旺")),
        Column("total", MONEY, Text("总金额", "Total")),
        # After refund: in the public file paid + refund = total on every refunded row.
        Column("paid", MONEY, Text("买家实际支付金额", "Paid after refund"), also=("买家实付金额",)),
        Column("refund", MONEY, Text("退款金额", "Refund"), words=NO_REFUND),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("created_time", TIME, Text("订单创建时间", "Ordered at")),
        Column("pay_time", TIME, Text("订单付款时间", "Paid at"), also=("付款时间",)),
        Column("ship_time", TIME, Text("发货时间", "Shipped at")),
        Column("ship_due", TIME, Text("应发货时间", "Ship by")),
        Column("receipt_time", TIME, Text("确认收货时间", "Received at")),
        Column("items", COUNT, Text("宝贝总数量", "Items"), also=("购买数量",)),
        Column("titles", TEXT, Text("宝贝标题", "Titles"), also=("商品标题",)),
        Column("close_reason", TEXT, Text("订单关闭原因", "Reason closed")),
        # The public file keeps only the province of the address; a full address stops at its first word.
        Column("waybill", ID, Text("物流单号", "Waybill")),
        Column("carrier", TEXT, Text("物流公司", "Carrier")),
    ),
)

SOURCES = (ORDERS,)
