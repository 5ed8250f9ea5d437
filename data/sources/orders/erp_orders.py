"""ERP订单: what 聚水潭, 旺店通 or 万里牛 knows of an order or an after-sale request, by its own number.

They split and join the platforms' orders, so their rows stand in tables of their own.
"""

from data.formats.kinds import ID, MONEY, TEXT, TIME
from data.formats.source import SHOP, Column, Source
from data.formats.subject import Subject
from data.sources.orders.states import ORDER_STATE, REFUND_STATE, REFUND_STATE_OF_ORDER
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
    identified_by=("erp_order_id",),
    identified_by_any=("status", "waybill"),
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

ERP_ORDERS_WDT = Source(
    name="erp_orders_wdt",
    subject=SUBJECT,
    title=Text("旺店通订单", "Wangdiantong orders"),
    exported_from=Text("旺店通 › 订单 › 订单明细 › 导出", "Wangdiantong › Orders › Details › Export"),
    file_name="旺店通订单_{day}.xlsx",
    identified_by=("erp_order_id", "order_id"),
    identified_by_any=("status", "waybill"),
    # Nothing of an item is declared, as above.
    columns=(
        SHOP,
        Column("erp_order_id", ID, Text("订单编号", "ERP order number"), needed=True),
        Column("order_id", ID, Text("原始单号", "Order number"), needed=True),
        Column("platform", TEXT, Text("订单来源", "Platform")),
        Column("order_type", TEXT, Text("订单类型", "Order type")),
        Column("warehouse", TEXT, Text("仓库", "Warehouse")),
        Column("status", TEXT, Text("订单状态", "Status")),
        ORDER_STATE,
        Column("refund_status", TEXT, Text("订单退款状态", "Refund status")),
        REFUND_STATE_OF_ORDER,
        Column("payable", MONEY, Text("应收金额", "Payable")),
        Column("created_time", TIME, Text("交易时间", "Ordered at")),
        Column("pay_time", TIME, Text("付款时间", "Paid at")),
        Column("ship_time", TIME, Text("发货时间", "Shipped at")),
        Column("waybill", ID, Text("物流单号", "Waybill")),
        Column("carrier", TEXT, Text("物流公司", "Carrier")),
    ),
)

# 系统单号, 原订单号, 系统订单号 and 出入库单号 as public code reads them; the other headings are readings of its pages.
ERP_ORDERS_WLN = Source(
    name="erp_orders_wln",
    subject=SUBJECT,
    title=Text("万里牛订单", "Wanliniu orders"),
    exported_from=Text(
        "万里牛 › 订单 › 订单明细 › 导出（除单号外的表头没有公开样张；认不出的列用对列手工对一次）",
        "Wanliniu › Orders › Details › Export (no public copy but for the numbers: match by hand what is not"
        " recognised)",
    ),
    file_name="万里牛订单明细_{day}.xlsx",
    identified_by=("erp_order_id", "order_id"),
    unlike=("内部订单号", "原始单号", "主订单编号"),
    # Nothing of an item is declared, as above; 原订单号 holds several with bars between them where orders were joined.
    columns=(
        SHOP,
        Column("erp_order_id", ID, Text("系统单号", "ERP order number"), also=("系统订单号",), needed=True),
        Column(
            "order_id", ID, Text("原订单号", "Order number"), needed=True,
            also=("原始订单号", "线上单号", "线上订单号", "平台订单号"),
        ),
        Column("platform", TEXT, Text("平台", "Platform"), also=("店铺类型", "来源平台", "订单来源")),
        Column("order_type", TEXT, Text("订单类型", "Order type")),
        Column("warehouse", TEXT, Text("仓库名称", "Warehouse"), also=("仓库", "发货仓库")),
        Column(
            "status", TEXT, Text("线上订单状态", "Status"), also=("线上状态", "系统订单状态", "订单状态", "系统状态")
        ),
        ORDER_STATE,
        Column("refund_status", TEXT, Text("退款状态", "Refund status"), also=("售后状态",)),
        REFUND_STATE_OF_ORDER,
        Column("payable", MONEY, Text("应收金额", "Payable"), also=("应付金额", "订单金额")),
        Column("paid", MONEY, Text("实付金额", "Paid"), also=("实际支付", "实收金额", "已付金额")),
        Column("created_time", TIME, Text("下单时间", "Ordered at"), also=("订单时间", "拍单时间", "创建时间")),
        Column("pay_time", TIME, Text("付款时间", "Paid at"), also=("支付时间",)),
        Column("ship_time", TIME, Text("发货时间", "Shipped at"), also=("发货日期",)),
        Column("waybill", ID, Text("快递单号", "Waybill"), also=("物流单号", "运单号")),
        Column("carrier", TEXT, Text("快递公司", "Carrier"), also=("物流公司", "快递")),
    ),
)  # fmt: skip

ERP_REFUNDS = Source(
    name="erp_refunds",
    subject=Subject(
        "erp_refunds",
        Text("ERP售后", "ERP after-sale requests"),
        grain=("shop", "erp_refund_id", "suborder_id", "merchant_code"),
        day="created_time",
    ),
    title=Text("聚水潭售后单", "Jushuitan after-sale requests"),
    exported_from=Text("聚水潭 › 售后 › 售后单 › 导出", "Jushuitan › After-sale › Export"),
    file_name="售后单_{day}.xlsx",
    identified_by=("erp_refund_id", "erp_order_id"),
    columns=(
        SHOP,
        Column("erp_refund_id", ID, Text("售后单号", "ERP refund number"), needed=True),
        Column("erp_order_id", ID, Text("内部订单号", "ERP order number")),
        Column("order_id", ID, Text("线上订单号", "Order number")),
        Column("suborder_id", ID, Text("线上子订单编号", "Sub-order number"), default=""),
        Column("merchant_code", TEXT, Text("商品编码", "Merchant code"), default=""),
        # In the words of the platform that the order came from.
        Column("status", TEXT, Text("线上状态", "Status on the platform")),
        REFUND_STATE,
        Column("goods_status", TEXT, Text("货物状态", "State of the goods")),
        Column("created_time", TIME, Text("申请时间", "Asked at"), also=("创建时间", "登记时间")),
    ),
)

SOURCES = (ERP_ORDERS, ERP_ORDERS_WDT, ERP_ORDERS_WLN, ERP_REFUNDS)
