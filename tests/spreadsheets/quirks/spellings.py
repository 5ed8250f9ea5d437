"""Headings and words that platforms spell in more than one way."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xlsx

DAY = date(2026, 6, 11)
ORDER = "3601080613561600011,168.00,168.00,2026-06-11 10:00:00"

QUIRKS = (
    Quirk(
        "headings_with_trailing_spaces.csv",
        "white space behind a heading does not hide it",
        text(
            "订单编号,总金额,买家实际支付金额,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ", f"{ORDER},餐边柜,1,0012345"
        ),
        "SELECT pay_time, titles, waybill FROM orders",
        [("2026-06-11 10:00:00", "餐边柜", "0012345")],
    ),
    Quirk(
        "heading_with_trailing_tab.csv",
        "a tab behind a heading does not hide it",
        text(
            "日期\t,数据内容,点击量(即进店量),点击人数(即进店人数),付款金额,付款笔数,付款支出费用",
            "2026-06-11,全部,310,290,5800.00,34,182.50",
        ),
        "SELECT day, tool, clicks, spend FROM promotion",
        [("2026-06-11", "淘宝客", 310, 182.5)],
    ),
    Quirk(
        "unseen_characters_in_headings.xlsx",
        "characters without width in a heading or around an id do not hide them",
        xlsx(
            ["订单\u200b编号|\ufeff总金额|买家实际支付金额|订单付款时间", f"\u200b{ORDER.replace(',', '|')}"],
        ),
        "SELECT order_id, paid FROM orders",
        [("3601080613561600011", 168.0)],
    ),
    Quirk(
        "marks_of_direction_around_values.xlsx",
        "a number copied from a chat brings marks of direction along, which are no part of it",
        xlsx(
            [
                "\u202d订单编号\u202c|总金额|买家实际支付金额|订单付款时间",
                "\u202d3601080613561600011\u202c|\u202a168.00|\u2068￥168.00\u2069|2026-06-11 10:00:00\u202c",
            ]
        ),
        "SELECT order_id, paid::DOUBLE, pay_time::VARCHAR FROM orders",
        [("3601080613561600011", 168.0, "2026-06-11 10:00:00")],
    ),
    Quirk(
        "date_of_zeros.csv",
        "a moment of zeros is none",
        text(
            "订单编号,总金额,买家实际支付金额,订单付款时间",
            ORDER,
            "3601080613561600012,99.00,0.00,0000-00-00 00:00:00",
        ),
        "SELECT pay_time, paid FROM orders ORDER BY order_id",
        [("2026-06-11 10:00:00", 168.0), (None, 0.0)],
    ),
    Quirk(
        "mixed_brackets.xlsx",
        "a heading whose bracket opens wide and closes narrow is known",
        xlsx(
            ["日期|旺旺昵称|有效接待人数|首次响应时长（秒)|平均响应时长(秒）", f"2026-06-11|{SHOP}:小满|82|27.77|37.79"]
        ),
        "SELECT first_response_sec, avg_response_sec FROM service",
        [(27.77, 37.79)],
    ),
    Quirk(
        "mixed_commas.csv",
        "commas of both widths, and the bars that replaced one, mean the same status",
        text(
            "订单编号,总金额,买家实际支付金额,订单付款时间,订单状态",
            f'{ORDER},"买家已付款,等待卖家发货"',
            f"{ORDER.replace('00011', '00022')},卖家已发货，等待买家确认",
            f"{ORDER.replace('00011', '00033')},卖家已发货｜｜｜等待买家确认",
        ),
        "SELECT state, status FROM orders ORDER BY order_id",
        [
            ("to_ship", "买家已付款,等待卖家发货"),
            ("shipped", "卖家已发货，等待买家确认"),
            ("shipped", "卖家已发货｜｜｜等待买家确认"),
        ],
    ),
    Quirk(
        "case_variants.xlsx",
        "商品id is 商品ID, and uv价值环比 hides nothing",
        xlsx(["统计日期|商品id|商品名称|商品访客数|uv价值环比", "2026-06-11|737559603417|餐边柜|6,069|1.20%"]),
        "SELECT item_id, visitors FROM products",
        [("737559603417", 6069)],
    ),
    Quirk(
        "full_width_headings.xlsx",
        "headings in full-width letters and digits are known",
        xlsx(["日期|旺旺账号名称|人工接待会话量|３分钟人工响应率", "2026-06-11|小满|82|98.50%"]),
        "SELECT receptions, reply_3min_rate FROM service",
        [(82, 0.985)],
    ),
    Quirk(
        "units_in_headings.xlsx",
        "(元) behind a heading, of either width, is a unit and no other column",
        xlsx(["统计日期|访客数|支付金额（元）|下单金额(元)", "2026-06-11|6,069|12,653.00|13,000.00"]),
        "SELECT pay_amount, order_amount FROM shop_daily",
        [(12653.0, 13000.0)],
    ),
    Quirk(
        "brackets_that_tell_two_columns_apart.xlsx",
        "退款金额（完结时间） and 退款金额（支付时间） are two amounts",
        xlsx(
            [
                "统计日期|支付金额|访客数|退款金额（完结时间）|退款金额（支付时间）",
                "2026-06-11|12,653.00|6,069|320.00|150.00",
            ]
        ),
        "SELECT refund_finished, refund_of_paid FROM shop_daily",
        [(320.0, 150.0)],
    ),
    Quirk(
        "heading_of_another_generation.xlsx",
        "买家实付金额 is 买家实际支付金额, and 支付单号 in place of 支付宝交易号 is in no one's way",
        xlsx(
            [
                "订单编号|支付单号|支付详情|买家实付金额|订单状态|订单付款时间|店铺名称|发货时间|确认收货打款金额",
                f"3601080613561600011|20260611|余额|168.00|交易成功|2026-06-11 10:00:00|{SHOP}||168.00",
            ]
        ),
        "SELECT shop, paid, state FROM orders",
        [(SHOP, 168.0, "done")],
    ),
    Quirk(
        "rates_of_two_names.xlsx",
        "询单->最终付款成功率 and 询单->最终付款转化率 are one rate, 客户满意比 and 客户满意率 another",
        xlsx(["客服昵称|聊天人数(原咨询人数)|接待人数|询单->最终付款成功率|客户满意比", "小满|98|82|42.00%|97.00%"]),
        "SELECT consults, final_pay_rate, satisfaction_rate FROM service",
        [(98, 0.42, 0.97)],
        day=DAY,
    ),
    Quirk(
        "misspelt_headings_2026-06-11.xlsx",
        "础服务基总评分, as the sheet that people keep spells it, is known",
        xlsx(["店铺|无忧购总评分|础服务基总评分|础服务物流体验", f"{SHOP}|4.8|4.7|4.6"]),
        "SELECT item, score FROM scores ORDER BY score",
        [("基础服务物流体验", 4.6), ("基础服务总评分", 4.7), ("无忧购总评分", 4.8)],
    ),
    Quirk(
        "headings_with_their_explanation.xlsx",
        "指标(指标名称) is 指标, 得分(评分) is 得分",
        xlsx(
            ["指标(指标名称)|得分(评分)|趋势(趋势提示)|行业均值", "描述相符|4.86|上升|4.80", "服务态度|4.85|持平|4.81"]
        ),
        "SELECT item, score FROM dsr ORDER BY score",
        [("服务", 4.85), ("描述", 4.86)],
        day=DAY,
    ),
    Quirk(
        "words_where_targets_stand.xlsx",
        "已达标 in place of the next target is kept, and 115.64小时 behind a score is no score",
        xlsx(
            [
                "考核维度|考核得分|考核指标|指标得分|指标表现|考核标准|下一档目标值",
                "物流体验|4.5|物流到货时长|4.4|115.64小时|越低越好|已达标",
            ]
        ),
        "SELECT item, score, shown, next_target FROM scores",
        [("物流到货时长得分", 4.4, "115.64小时", "已达标")],
        day=DAY,
    ),
    Quirk(
        "sign_in_heading.xlsx",
        "评分≤3订单数 is a heading like any other",
        xlsx(["日期|咨询人数|需要人工回复的咨询人数|评分≤3订单数", "2026-06-11|120|60|2"]),
        "SELECT low_ratings FROM service_shop",
        [(2,)],
    ),
    Quirk(
        "renamed_column.xlsx",
        "an export of which a column was renamed is stored without it and says what is gone and what is new",
        xlsx(["统计日期|访客人数|支付金额(元)|支付买家数", "2026-06-12|6,120|12,700.00|97"]),
        "SELECT day, visitors, pay_amount FROM shop_daily ORDER BY day",
        [("2026-06-11", 6069, 12653.0), ("2026-06-12", None, 12700.0)],
        problems=("headings_changed",),
        after=("heading_in_row_4.xls",),
    ),
    Quirk(
        "nobody_knows_these_headings.xlsx",
        "a sheet of unknown headings is refused, with its headings repeated",
        xlsx(["品名|库位|箱规|备注", "餐边柜|A-01|2|轻放"]),
        problems=("not_recognised",),
    ),
    Quirk(
        "shop_not_named.xlsx",
        "a ranking of products names no shop: where two are known, it is asked for",
        xlsx(["统计日期|商品ID|商品名称|商品访客数", "2026-06-12|737559603417|餐边柜|6,069"]),
        "SELECT count(*) FROM products",
        [(0,)],
        problems=("shop_needed",),
        shop=None,
        after=("two_shops_in_one_file.xlsx",),
    ),
    Quirk(
        "two_shops_in_one_file.xlsx",
        "rows that name their shop are that shop's",
        xlsx(
            [
                "店铺|日期|推广费用|访客数|浏览量|支付转化率|备注",
                "云栖木语家居旗舰店|2026-06-11|820.00|6,069|9,116|0.0158|",
                "云栖木语生活专营店|2026-06-11|310.00|2,204|3,020|0.0121|雨",
            ]
        ),
        "SELECT shop, visitors, spend_total FROM shop_daily ORDER BY visitors",
        [("云栖木语生活专营店", 2204, 310.0), (SHOP, 6069, 820.0)],
        shop=None,
    ),
    Quirk(
        "unknown_status.csv",
        "a status that nobody has seen is kept as it is, without a state",
        text("订单编号,总金额,买家实际支付金额,订单付款时间,订单状态", f"{ORDER},交易待复核"),
        "SELECT status, state FROM orders",
        [("交易待复核", None)],
    ),
)
