"""订单商品: one row a sub-order, as 千牛 宝贝报表 exports them; a row's amount is its own."""

from data.formats.kinds import COUNT, ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.sources.orders import subjects
from data.sources.orders.states import NO_REFUND, ORDER_STATE, REFUND_STATE_OF_ORDER
from text import Text

ORDER_ITEMS = Source(
    name="order_items",
    subject=subjects.ORDER_ITEMS,
    title=Text("宝贝报表", "Order item report"),
    exported_from=Text(
        "千牛 › 交易 › 已卖出的宝贝 › 批量导出 › 宝贝报表", "Qianniu › Trade › Sold items › Export › Items"
    ),
    file_name="ExportOrderDetailList{day}.xlsx",
    sheet_names=("export",),
    identified_by=("suborder_id", "order_id", "paid"),
    unlike=("退款编号", "售后单号"),
    columns=(
        SHOP,
        TAOBAO,
        Column("suborder_id", ID, Text("子订单编号", "Sub-order number"), needed=True),
        Column("order_id", ID, Text("主订单编号", "Order number"), also=("订单编号",), needed=True),
        Column("product_id", ID, Text("商品ID", "Product id"), also=("宝贝ID",)),
        Column("title", TEXT, Text("商品标题", "Title"), also=("宝贝标题", "标题")),
        Column("properties", TEXT, Text("商品属性", "Properties")),
        Column("merchant_code", TEXT, Text("商家编码", "Merchant code")),
        Column("price", MONEY, Text("商品价格", "Price"), also=("价格",)),
        Column("items", COUNT, Text("购买数量", "Items")),
        Column("payable", MONEY, Text("买家应付货款", "Payable")),
        Column("paid", MONEY, Text("买家实付金额", "Paid after refund"), also=("买家实际支付金额",)),
        Column("refund_status", TEXT, Text("退款状态", "Refund status")),
        REFUND_STATE_OF_ORDER,
        # Holds ￥ amounts of refunds that were only applied for, too: see refund_status.
        Column("refund", MONEY, Text("退款金额", "Refund"), words=NO_REFUND),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("created_time", TIME, Text("订单创建时间", "Ordered at")),
        Column("pay_time", TIME, Text("订单付款时间", "Paid at")),
        Column("ship_time", TIME, Text("发货时间", "Shipped at")),
        Column("ship_due", TIME, Text("应发货时间", "Ship by")),
        Column("waybill", ID, Text("物流单号", "Waybill")),
        Column("carrier", TEXT, Text("物流公司", "Carrier")),
    ),
)

SOURCES = (ORDER_ITEMS,)
