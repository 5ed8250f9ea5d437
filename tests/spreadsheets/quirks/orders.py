"""Orders and refunds: amounts told on several rows, words for a state, what was paid back."""

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xlsx

JD = "订单号|商品ID|商品名称|订购数量|下单时间|付款确认时间|订单金额|应付金额|商家应收|订单状态"
ITEMS = (
    "子订单编号|主订单编号|商品标题|买家实付金额|退款状态|退款金额|订单状态|订单付款时间|发货时间|应发货时间|物流单号"
)
PAID = "2026-06-11 10:00:00"
PDD = "商品,订单号,订单状态,商品总价(元),用户实付金额(元),商品数量(件),支付时间,发货时间,承诺发货时间,售后状态"
REFUNDS = "订单编号|退款编号|退款申请时间|退款完结时间|退款总额|退给买家金额|退给平台金额|退款状态"
CLASSIC = (
    *("订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "买家支付积分", "总金额", "返点积分"),
    *(
        "买家实际支付金额",
        "买家实际支付积分",
        "订单状态",
        "买家留言",
        "收货人姓名",
        "收货地址 ",
        "运送方式",
        "联系电话 ",
    ),
    *("联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 ", "物流公司", "订单备注"),
    *("宝贝总数量", "店铺Id", "店铺名称", "订单关闭原因", "卖家服务费", "买家服务费", "发票抬头", "是否手机订单"),
    *("分阶段订单信息", "特权订金订单id", "是否上传合同照片", "是否上传小票", "是否代付", "定金排名", "修改后的sku"),
    *("修改后的收货地址", "异常信息", "天猫卡券抵扣", "集分宝抵扣", "是否是O2O交易", "新零售交易类型"),
    *("新零售导购门店名称", "新零售导购门店id", "新零售发货门店名称", "新零售发货门店id", "退款金额", "预约门店"),
    *("确认收货时间", "打款商家金额", "含应开票给个人的个人红包"),
)
ORDERED = {
    "订单编号": '="3601080613561600011"',
    "总金额": "227.00",
    "买家实际支付金额": "207.00",
    "退款金额": "20.00",
    "订单状态": "交易成功",
    "订单创建时间": PAID,
    "订单付款时间 ": PAID,
    "宝贝标题 ": "餐边柜，桌布",
    "宝贝种类 ": "2",
    "宝贝总数量": "3",
    "物流单号 ": "YT001",
    "店铺名称": SHOP,
    "打款商家金额": "207.00元",
}

QUIRKS = (
    Quirk(
        "order_amount_on_every_item_row.xlsx",
        "JD repeats an order's amounts on every row of its items: they count once",
        xlsx(
            [
                JD,
                "9810011|1001|餐边柜|1|2026-06-11 09:58:00|2026-06-11 10:00:00|227.00|227.00|210.00|等待出库",
                "9810011|1002|桌布|2|2026-06-11 09:58:00|2026-06-11 10:00:00|227.00|227.00|210.00|等待出库",
            ]
        ),
        "SELECT count(*), sum(total), min(state) FROM orders",
        [(1, 227.0, "to_ship")],
    ),
    Quirk(
        "own_amount_on_every_suborder_row.xlsx",
        "Taobao's sub-orders have amounts of their own, which add up to the order",
        xlsx(
            [
                ITEMS,
                f"3601080613561600012|3601080613561600011|餐边柜|168.00||无退款申请|交易成功|{PAID}|||",
                f"3601080613561600013|3601080613561600011|桌布|59.00||无退款申请|交易成功|{PAID}|||",
            ]
        ),
        "SELECT order_id, sum(paid) FROM order_items GROUP BY order_id",
        [("3601080613561600011", 227.0)],
    ),
    Quirk(
        "one_order_on_several_rows_without_amounts.csv",
        "the lines of the classic item report are kept, all of them",
        text(
            "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码",
            "3601080613561600011,餐边柜,168.00,1,A1,原木色,,,交易成功,A1",
            "3601080613561600011,桌布,59.00,2,B1,米色,,,交易成功,B1",
        ),
        "SELECT order_id, title, items FROM order_lines ORDER BY title",
        [("3601080613561600011", "桌布", 2), ("3601080613561600011", "餐边柜", 1)],
    ),
    Quirk(
        "order_number_merged_over_its_items.xlsx",
        "of an order of 1688, whose number is merged over its items, the first row is the order",
        xlsx(
            [
                "订单号|实付款（元）|货品总价|订单状态|订单号|Offer_ID|运单号",
                "2601001|227.00|230.00|等待卖家发货|2601001|7001|",
                "||||2601001|7002|",
                "2601002|59.00|59.00|交易成功|2601002|7003|YT001",
            ],
            merged=("A2:A3", "B2:B3", "C2:C3", "D2:D3"),
        ),
        "SELECT order_id, paid, platform FROM orders ORDER BY order_id",
        [("2601001", 227.0, "1688"), ("2601002", 59.0, "1688")],
    ),
    Quirk(
        "order_of_the_erp_on_several_rows.xlsx",
        "an order that the ERP writes once an item is one order",
        xlsx(
            [
                "内部订单号|线上订单号|店铺名称|已付金额|状态|商品编码|数量",
                f"10011|3601080613561600011|{SHOP}|227.00|已发货|A1|1",
                f"10011|3601080613561600011|{SHOP}|227.00|已发货|B1|2",
            ]
        ),
        "SELECT erp_order_id, paid, state FROM erp_orders",
        [("10011", 227.0, "shipped")],
    ),
    Quirk(
        "all_54_columns.csv",
        "the classic order report is read whole, with its spaces behind headings",
        text(",".join(CLASSIC), ",".join(ORDERED.get(heading, "") for heading in CLASSIC)),
        "SELECT order_id, total, paid, refund, state, pay_time, titles, items, waybill FROM orders",
        [("3601080613561600011", 227.0, 207.0, 20.0, "done", PAID, "餐边柜，桌布", 3, "YT001")],
        notes=("headings_not_stored",),
    ),
    Quirk(
        "several_titles_in_one_cell.csv",
        "the titles of an order of several products are one text",
        text(
            "订单编号,总金额,买家实际支付金额,订单付款时间,宝贝标题,宝贝总数量",
            f"3601080613561600011,227,227,{PAID},餐边柜，桌布，落地灯,4",
        ),
        "SELECT titles, items FROM orders",
        [("餐边柜，桌布，落地灯", 4)],
    ),
    Quirk(
        "paid_is_after_refund.csv",
        "an order that was paid back whole has paid 0 and refund 169: together what was paid",
        text(
            "订单编号,总金额,买家实际支付金额,退款金额,订单状态,订单付款时间",
            f"3601080613561600011,169.00,0.00,169.00,交易关闭,{PAID}",
        ),
        "SELECT paid, refund, paid + refund, state FROM orders",
        [(0.0, 169.0, 169.0, "closed")],
    ),
    Quirk(
        "waybill_is_not_shipped.xlsx",
        "a waybill without a time of shipping leaves the order to be shipped",
        xlsx(
            [
                ITEMS,
                "3601080613561600012|3601080613561600011|餐边柜|168.00||无退款申请|买家已付款,等待卖家发货"
                f"|{PAID}||2026-06-13 10:00:00|YT0012345",
            ]
        ),
        "SELECT state, waybill, ship_time, ship_due FROM order_items",
        [("to_ship", "YT0012345", None, "2026-06-13 10:00:00")],
    ),
    Quirk(
        "refunded_before_shipping_is_no_backlog.csv",
        "未发货，退款成功 says 未发货 and is none of those to be shipped",
        text(
            PDD,
            f"窗帘,260611-607198974342268,未发货，退款成功,59.90,59.90,1,{PAID},\t,2026-06-13 10:00:00,退款成功",
            f"窗帘,260611-607198974342269,待发货,59.90,59.90,1,{PAID},\t,2026-06-13 10:00:00,无售后或售后取消",
        ),
        "SELECT state, paid, refund FROM orders ORDER BY order_id",
        [("refunded", 0.0, 59.9), ("to_ship", 59.9, 0.0)],
    ),
    Quirk(
        "partly_refunded_without_an_amount.csv",
        "how much of an order was paid back in part, Pinduoduo's file does not tell: unknown, not all of it",
        text(
            PDD,
            "窗帘,260611-607198974342268,已收货,59.90,59.90,1,2026-06-11 10:00:00,2026-06-12 10:00:00,\t,部分退款成功",
        ),
        "SELECT paid, refund FROM orders",
        [(59.9, None)],
    ),
    Quirk(
        "deleted_orders.xlsx",
        "(删除)等待出库 was never shipped, (删除)等待确认收货 mostly was",
        xlsx(
            [
                JD,
                "9810011|1001|餐边柜|1|2026-06-11 09:58:00|2026-06-11 10:00:00|168.00|168.00|160.00|(删除)等待出库",
                "9810012|1001|餐边柜|1|2026-06-11 09:58:00|2026-06-11 10:00:00|168.00|168.00|160.00|(删除)等待确认收货",
            ]
        ),
        "SELECT state, paid FROM orders ORDER BY order_id",
        [("closed", 0.0), ("shipped", 168.0)],
    ),
    Quirk(
        "two_words_for_cancelled.xlsx",
        "取消 and 已取消 are one state",
        xlsx(["内部订单号|线上订单号|店铺名称|状态|快递单号", f"10011|1|{SHOP}|取消|", f"10012|2|{SHOP}|已取消|"]),
        "SELECT state FROM erp_orders",
        [("closed",), ("closed",)],
    ),
    Quirk(
        "masked_receivers.csv",
        "receivers masked as ##密文 are stored no more than others, and - is nothing",
        text(
            "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,收件人,收件人手机号,省,订单状态,售后状态",
            "\t69179267688236437,\t69179267688236438,窗帘,1,59.90,##密文,$$密文,****,待发货,-",
            encoding="utf-8",
        ),
        "SELECT row_to_json(order_items)::VARCHAR LIKE '%密文%', refund_status, state FROM order_items",
        [(False, None, "to_ship")],
        notes=("headings_not_stored",),
    ),
    Quirk(
        "several_refunds_of_one_order.xlsx",
        "refunds are told apart by their own number, and what the buyer gets from what leaves the shop",
        xlsx(
            [
                REFUNDS,
                f"3601080613561600011|24601|{PAID}||20.00|15.00|5.00|买家已经申请退款，等待卖家同意",
                f"3601080613561600011|24602|{PAID}|2026-06-12 10:00:00|30.00|30.00|0.00|退款成功",
            ]
        ),
        "SELECT refund_id, refund_total, to_buyer, state FROM refunds ORDER BY refund_id",
        [("24601", 20.0, 15.0, "applied"), ("24602", 30.0, 30.0, "done")],
    ),
    Quirk(
        "after_sale_request_of_the_erp.xlsx",
        "an after-sale request of the ERP is no order",
        xlsx(
            [
                "售后单号|内部订单号|线上订单号|线上状态|货物状态|商品编码",
                "S1001|10011|3601080613561600011|退款成功|已退货|A1",
            ]
        ),
        "SELECT (SELECT count(*) FROM erp_orders), (SELECT count(*) FROM erp_refunds)",
        [(0, 1)],
    ),
)
