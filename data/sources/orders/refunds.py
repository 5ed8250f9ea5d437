"""退款: one row a refund or after-sale request, of which an order may have several; and what they come to."""

from data.formats.kinds import COUNT, ID, MONEY, MONTH_FIRST, RATE, RATIO, SHOWN, TEXT, TIME
from data.formats.source import SHOP, TAOBAO, Column, Source, platform
from data.formats.subject import Subject
from data.sources.orders.states import REFUND_STATE
from text import Text

SUBJECT = Subject(
    "refunds",
    Text("退款", "Refunds"),
    grain=("shop", "refund_id"),
    day="apply_time",
    money="refund_total",
)

REFUNDS = Source(
    name="refunds",
    subject=SUBJECT,
    title=Text("退款管理", "Refunds"),
    exported_from=Text("千牛 › 交易 › 退款管理 › 导出", "Qianniu › Trade › Refunds › Export"),
    file_name="退款管理{day}.xlsx",
    sheet_names=("export",),
    identified_by=("refund_id",),
    identified_by_any=("apply_time", "refund_total", "status"),
    unlike=("售后单号",),
    columns=(
        SHOP,
        TAOBAO,
        Column("refund_id", ID, Text("退款编号", "Refund number"), needed=True),
        Column("order_id", ID, Text("订单编号", "Order number")),
        Column("product_id", ID, Text("商品id", "Product id")),
        Column("title", TEXT, Text("宝贝标题", "Title")),
        Column("properties", TEXT, Text("商品sku信息", "Properties")),
        Column("merchant_code", TEXT, Text("商家编码", "Merchant code")),
        Column("pay_time", TIME, Text("订单付款时间", "Paid at")),
        Column("apply_time", TIME, Text("退款申请时间", "Applied at")),
        Column("due_time", TIME, Text("超时时间", "Decide by")),
        Column("finish_time", TIME, Text("退款完结时间", "Finished at")),
        Column("order_paid", MONEY, Text("买家实际支付金额", "Paid")),
        # What leaves the shop; a part of it may go to the platform instead of the buyer.
        Column("refund_total", MONEY, Text("退款总额", "Refund")),
        Column("to_buyer", MONEY, Text("退给买家金额", "Refund to the buyer")),
        Column("to_platform", MONEY, Text("退给平台金额", "Refund to the platform")),
        Column("status", TEXT, Text("退款状态", "Status")),
        REFUND_STATE,
        Column("refund_type", TEXT, Text("售后类型", "Kind of request")),
        Column("goods_status", TEXT, Text("货物状态", "State of the goods")),
        Column("intervention", TEXT, Text("客服介入状态", "Platform's intervention")),
        Column("reason", TEXT, Text("买家退款原因", "Reason")),
        Column("reason_tag", TEXT, Text("退款原因标签", "Reason tag")),
        Column("liable", TEXT, Text("责任方", "Party liable")),
        Column("stage", TEXT, Text("售中或售后", "Before or after receipt")),
        Column("extent", TEXT, Text("部分退款/全额退款", "Part or whole")),
        Column("handling", TEXT, Text("手工退款/系统退款", "By hand or by rule")),
        Column("instant", TEXT, Text("是否零秒响应", "Answered at once")),
    ),
)

REFUNDS_DOUYIN = Source(
    name="refunds_douyin",
    subject=SUBJECT,
    title=Text("抖店售后", "Douyin after-sale requests"),
    exported_from=Text("抖店 › 售后 › 售后工作台 › 导出", "Douyin shop › After-sale › Export"),
    file_name="售后单{day}.csv",
    encoding="utf-8-sig",
    identified_by=("refund_id", "apply_time"),
    unlike=("内部订单号", "退款编号"),
    columns=(
        SHOP,
        platform("抖音"),
        Column("refund_id", ID, Text("售后单号", "Refund number"), needed=True),
        Column("order_id", ID, Text("订单号", "Order number")),
        Column("suborder_id", ID, Text("商品单号", "Sub-order number")),
        Column("product_id", ID, Text("商品ID", "Product id")),
        Column("title", TEXT, Text("商品名称", "Title")),
        Column("apply_time", TIME, Text("售后申请时间", "Applied at")),
        Column("finish_time", TIME, Text("售后完结时间", "Finished at")),
        Column("order_paid", MONEY, Text("应付金额（元）", "Payable")),
        Column("goods_refund", MONEY, Text("退商品金额（元）", "Refund of goods")),
        Column("freight_refund", MONEY, Text("退运费金额（元）", "Refund of freight")),
        Column("discount_refund", MONEY, Text("退支付优惠（元）", "Refund of the payment discount")),
        Column(
            "refund_total",
            MONEY,
            Text("退款总额", "Refund"),
            derived="(goods_refund + coalesce(freight_refund, 0))::DECIMAL(18,2)",
        ),
        Column("status", TEXT, Text("售后状态", "Status")),
        REFUND_STATE,
        Column("refund_type", TEXT, Text("售后类型", "Kind of request")),
        Column("goods_status", TEXT, Text("商品发货状态", "State of the goods")),
        Column("method", TEXT, Text("退款方式", "Way of refund")),
        Column("reason", TEXT, Text("售后原因", "Reason")),
    ),
)

REFUND_DAYS = Source(
    name="refund_days_pdd",
    subject=Subject("refund_days", Text("退款概况", "Refunds by day"), grain=("shop", "day"), money="refund"),
    title=Text("拼多多售后服务概况", "Pinduoduo refunds by day"),
    exported_from=Text("拼多多商家后台 › 售后管理 › 服务概况", "Pinduoduo › After-sale › Overview"),
    file_name="拼多多_{day}_{shop}_售后服务概况.xlsx",
    identified_by=("day",),
    identified_by_any=("dispute_refunds", "refunded_orders", "refund"),
    unlike=("成交金额", "咨询人数", "成交订单数", "访客数"),
    columns=(
        SHOP,
        platform("拼多多"),
        Column("day", MONTH_FIRST, Text("统计时间", "Day"), needed=True),
        Column("dispute_refunds", COUNT, Text("纠纷退款数", "Refunds after dispute")),
        Column("dispute_rate", RATE, Text("纠纷退款率", "Share after dispute")),
        Column("interventions", COUNT, Text("介入订单数", "Orders the platform stepped into")),
        Column("intervention_rate", RATE, Text("平台介入率", "Share the platform stepped into")),
        Column("quality_rate", RATE, Text("品质退款率", "Share refunded for quality")),
        # Written with its unit (2.5小时), or as a figure whose unit the heading does not tell: kept as shown.
        Column("mean_time", SHOWN, Text("平均退款时长", "Mean time to refund, as shown")),
        Column("refunded_orders", COUNT, Text("成功退款订单数", "Orders refunded")),
        Column("refund", MONEY, Text("成功退款金额", "Refunds finished")),
        # What is refunded on a day may be more than what is paid on it.
        Column("refund_rate", RATIO, Text("成功退款率", "Share refunded")),
        Column("return_time", SHOWN, Text("退货退款自主完结时长", "Time to settle returns, as shown")),
        Column("refund_time", SHOWN, Text("退款自主完结时长", "Time to settle refunds, as shown")),
    ),
)

DEDUCTIONS = Source(
    name="deductions_pdd",
    subject=Subject("deductions", Text("订单扣款", "Deductions"), grain=("shop", "order_id", "offence"), day=""),
    title=Text("拼多多订单扣款", "Pinduoduo deductions"),
    exported_from=Text("拼多多商家后台 › 订单 › 订单扣款", "Pinduoduo › Orders › Deductions"),
    file_name="订单扣款_{day}.xlsx",
    identified_by=("order_id", "offence", "amount"),
    columns=(
        SHOP,
        platform("拼多多"),
        Column("order_id", ID, Text("订单编号", "Order number"), also=("订单号",), needed=True),
        Column("offence", TEXT, Text("违规类型", "Offence"), needed=True),
        Column("amount", MONEY, Text("补偿金额", "Compensation"), needed=True),
    ),
)

SOURCES = (REFUNDS, REFUNDS_DOUYIN, REFUND_DAYS, DEDUCTIONS)
