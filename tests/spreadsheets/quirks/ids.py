"""Long numbers that files wrap, label, pad, round or cut."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xlsx

CLASSIC = "订单编号,总金额,买家实际支付金额,订单付款时间,联系手机,物流单号"
ITEMS = "子订单编号|主订单编号|商品标题|购买数量|买家实付金额|退款金额|订单付款时间|商品ID"
ORDER_ID = "SELECT order_id FROM orders ORDER BY ALL"
PLANS = "日期,场景名字,计划ID,主体ID,主体名称,展现量,点击量,花费"

QUIRKS = (
    Quirk(
        "id_with_tab.csv",
        "a tab before every number keeps spreadsheet programs off, and is no part of it",
        text(
            "主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,支付完成时间,订单状态",
            '"\t6917926768823643751","\t6917926768823643762",窗帘,1,"\t3601080613561638173",59.90,2026-06-11,已发货',
            encoding="utf-8-sig",
        ),
        "SELECT order_id, suborder_id, product_id, payable FROM order_items",
        [("6917926768823643751", "6917926768823643762", "3601080613561638173", 59.9)],
    ),
    Quirk(
        "tab_behind_every_cell.csv",
        "a tab behind numbers and amounts is no part of them, and a lone tab is nothing",
        text(
            "商品,订单号,订单状态,商品总价(元),用户实付金额(元),商品数量(件),支付时间,发货时间,快递单号",
            '窗帘,"260611-607198974342268\t",待发货,"168.99\t","168.99\t","1\t","2026-06-11 10:00:00\t","\t","\t"',
        ),
        "SELECT order_id, total, items, pay_time, ship_time, waybill, state FROM orders",
        [("260611-607198974342268", 168.99, 1, "2026-06-11 10:00:00", None, None, "to_ship")],
    ),
    Quirk(
        "id_as_formula_text.csv",
        'a number written as ="…" is the number within',
        text(CLASSIC, '="3601080613561600011",168.00,168.00,2026-06-11 10:00:00,="13800000000",="0012345"'),
        "SELECT order_id, waybill FROM orders",
        [("3601080613561600011", "0012345")],
    ),
    Quirk(
        "id_with_apostrophe.csv",
        "an apostrophe before a number is no part of it",
        text(CLASSIC, "'3601080613561600011,168.00,168.00,2026-06-11 10:00:00,'18618486065,'0012345"),
        "SELECT order_id, waybill FROM orders",
        [("3601080613561600011", "0012345")],
    ),
    Quirk(
        "id_with_leading_zeros.csv",
        "a waybill keeps its leading zeros",
        text(CLASSIC, "3601080613561600011,168.00,168.00,2026-06-11 10:00:00,,0012345"),
        "SELECT waybill FROM orders",
        [("0012345",)],
    ),
    Quirk(
        "id_labelled.csv",
        "a number behind ID： is the number",
        text("商品id,商品名称,总咨询人数,移动端咨询人数", "ID：737559603417,原木餐边柜,12,10", encoding="utf-8"),
        "SELECT item_id, inquirers FROM products",
        [("737559603417", 12)],
        day=date(2026, 6, 11),
    ),
    Quirk(
        "order_number_labelled.xlsx",
        "a number behind 订单编号： is the number",
        xlsx(
            [
                "平台|店铺|时间|订单编号|商品名称|评价内容|评分",
                f"天猫|{SHOP}|初次评价: 2026-06-11|订单编号：3601080613561600011|餐边柜|结实|好评",
            ]
        ),
        "SELECT order_id FROM reviews",
        [("3601080613561600011",)],
    ),
    Quirk(
        "id_with_at_sign.xlsx",
        "an @ before a waybill is no part of it",
        xlsx(
            [
                "内部订单号|线上订单号|店铺名称|状态|快递单号",
                f"10011|3601080613561600011|{SHOP}|已发货|@435233529604913",
            ]
        ),
        "SELECT waybill FROM erp_orders",
        [("435233529604913",)],
    ),
    Quirk(
        "id_typed_as_number.xlsx",
        "a number of 19 digits that a workbook holds as a number has lost its end and is refused",
        xlsx(
            [
                ITEMS,
                [
                    3601080613561638173,
                    "3601080613561600011",
                    "餐边柜",
                    1,
                    168,
                    "无退款申请",
                    "2026-06-11",
                    "737559603417",
                ],
            ]
        ),
        problems=("id_damaged",),
    ),
    Quirk(
        "id_cut_to_15_digits.csv",
        "numbers that all end in zeros from the sixteenth digit on were cut, and are refused",
        text(CLASSIC, *(f"36010806135616{n}0000,168.00,168.00,2026-06-11 10:00:00,,1" for n in (1, 2, 3))),
        problems=("id_damaged",),
    ),
    Quirk(
        "id_in_scientific_notation.csv",
        "a number that a spreadsheet program saved as 3.60E+18 is refused, the whole one beside it is kept",
        text(
            CLASSIC, "3.60E+18,168.00,168.00,2026-06-11 10:00:00,,1", "3601080613561600022,59,59,2026-06-11 11:00:00,,2"
        ),
        ORDER_ID,
        [("3601080613561600022",)],
        problems=("id_damaged",),
    ),
    Quirk(
        "promoted_id_in_scientific_notation.csv",
        "a promoted product whose number became 7.37E+11 is refused",
        text(PLANS, "2026-06-11,关键词推广,7301,7.37E+11,餐边柜,1000,31,58.20"),
        problems=("id_damaged",),
    ),
    Quirk(
        "id_ending_in_point_zero.csv",
        "737559603417.0 is 737559603417",
        text("商品id,商品名称,总咨询人数", "737559603417.0,原木餐边柜,12"),
        "SELECT item_id FROM products",
        [("737559603417",)],
        day=date(2026, 6, 11),
    ),
    Quirk(
        "short_id_typed_as_number.xlsx",
        "a number of 12 digits that a workbook holds as a number is whole",
        xlsx(["统计日期|商品ID|商品名称|商品访客数", [20260611, 737559603417, "餐边柜", 6069]]),
        "SELECT item_id FROM products",
        [("737559603417",)],
    ),
    Quirk(
        "blank_among_long_ids.xlsx",
        "a blank cell among long numbers rounds none of them",
        xlsx(
            [
                ITEMS,
                "3601080613561638173|3601080613561638173|餐边柜|1|168|无退款申请|2026-06-11|",
                "3601080613561638175|3601080613561638173|桌布|1|59|无退款申请|2026-06-11|737559603417",
            ]
        ),
        "SELECT suborder_id, order_id, product_id FROM order_items ORDER BY ALL",
        [
            ("3601080613561638173", "3601080613561638173", None),
            ("3601080613561638175", "3601080613561638173", "737559603417"),
        ],
    ),
    Quirk(
        "one_order_number_twice.csv",
        "an order that stands twice with different amounts is refused",
        text(CLASSIC, *(f"3601080613561600011,{paid},{paid},2026-06-11 10:00:00,,1" for paid in ("168.00", "59.00"))),
        problems=("key_twice",),
    ),
    Quirk(
        "text_like_a_formula.csv",
        "a title that begins like a formula is stored as the text it is",
        text(
            "订单编号,总金额,买家实际支付金额,订单付款时间,宝贝标题", "3601080613561600011,168,168,2026-06-11,=1+1 套装"
        ),
        "SELECT titles FROM orders",
        [("=1+1 套装",)],
    ),
    Quirk(
        "personal_data.csv",
        "names, telephones and addresses are in no column that is stored, and a buyer is a hash",
        text(
            "订单编号,买家会员名,买家实际支付金额,收货人姓名,收货地址 ,联系手机,订单付款时间 ",
            "3601080613561600011,tb_某某,168.00,某某某,某省某市某路 1 号,'18600000000,2026-06-11 10:00:00",
        ),
        "SELECT typeof(buyer), row_to_json(orders)::VARCHAR LIKE '%某%', row_to_json(orders)::VARCHAR LIKE '%186%'"
        " FROM orders",
        [("UUID", False, False)],
        notes=("headings_not_stored",),
    ),
)
