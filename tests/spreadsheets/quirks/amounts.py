"""Missing values, amounts and counts as files write them."""

from datetime import date

from tests.spreadsheets.quirk import Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xlsx

DAY = date(2026, 6, 11)
CHITU = "客服昵称|接待人数|首次响应(秒)|平均接待时长|询单->最终付款成功率|销售额"
MISSING = ("", "-", "--", "—", "\t", "/", "NaN", "NULL", "#DIV/0!", "延迟统计", "--分--秒")
ITEMS = "子订单编号|主订单编号|商品标题|买家实付金额|退款状态|退款金额|订单付款时间"
DAILY = "统计日期|访客数|支付金额|跳失率|平均停留时长"

QUIRKS = (
    Quirk(
        "missing_words.xlsx",
        "every word for missing is no value, and never nought",
        xlsx([CHITU, *(f"小满{at:02}|82|{word}|{word}|{word}|{word}" for at, word in enumerate(MISSING))]),
        "SELECT count(*), count(first_response_sec), count(avg_session_sec), count(final_pay_rate), count(sales)"
        " FROM service",
        [(len(MISSING), 0, 0, 0, 0)],
        problems=("error_cells",),
        day=DAY,
    ),
    Quirk(
        "nan_for_no_chats.xlsx",
        "an agent of JD without chats has NaN for response times: none",
        xlsx(
            ["客服|接待量|平均响应时长（新）|30s应答率", ["木语01", 60, 12.5, "96.2%"], ["木语02", 0, "NaN", "NaN"]],
            "整体数据",
        ),
        "SELECT agent, receptions, avg_response_sec, reply_30s_rate FROM service ORDER BY agent",
        [("木语01", 60, 12.5, 0.962), ("木语02", 0, None, None)],
        day=DAY,
    ),
    Quirk(
        "minus_999_for_no_score_jd.xlsx",
        "-999 is no score",
        xlsx(["日期|风向标总分|咚咚30s应答率|咚咚平均响应时长", ["2026-06-11", 9.2, 98.5, -999]], "京东风向标"),
        "SELECT item, score FROM scores ORDER BY item",
        [("咚咚30s应答率", 0.985), ("风向标总分", 9.2)],
    ),
    Quirk(
        "words_in_money.xlsx",
        "无退款申请 in a column of money is nought, ￥20.00 is twenty",
        xlsx(
            [
                ITEMS,
                "3601080613561600012|3601080613561600011|餐边柜|168.00|没有申请退款|无退款申请|2026-06-11",
                "3601080613561600013|3601080613561600011|桌布|39.00|退款成功|￥20.00|2026-06-11",
            ]
        ),
        "SELECT paid, refund FROM order_items ORDER BY suborder_id",
        [(168.0, 0.0), (39.0, 20.0)],
    ),
    Quirk(
        "other_words_in_money.xlsx",
        "a word that nobody knows is no amount: the row is set aside and says so",
        xlsx([ITEMS, "3601080613561600012|3601080613561600011|餐边柜|见附件|退款成功|无退款申请|2026-06-11"]),
        problems=("bad_cell",),
    ),
    Quirk(
        "money_with_signs_and_commas.csv",
        "1,234.00, ￥20.00, ¥1,234.5, 20元 and full-width digits are amounts",
        text(
            "统计日期,访客数,支付金额",
            '2026-06-07,1,"1,234.00"',
            "2026-06-08,1,￥20.00",
            '2026-06-09,1,"¥1,234.5"',
            "2026-06-10,1,20元",
            "2026-06-11,1,１２３４．５",
        ),
        "SELECT pay_amount FROM shop_daily ORDER BY day",
        [(1234.0,), (20.0,), (1234.5,), (20.0,), (1234.5,)],
    ),
    Quirk(
        "fees_in_yuan_words.csv",
        "an export of 2016 with 0元 among its fees is read",
        text(
            "订单编号,总金额,买家实际支付金额,订单状态,订单付款时间,订单关闭原因,卖家服务费,是否手机订单",
            "1930679858170647,168,168,买家已付款，等待卖家发货,2016/5/23 22:02,订单未关闭,0元,手机订单",
        ),
        "SELECT order_id, pay_time, state, close_reason FROM orders",
        [("1930679858170647", "2016-05-23 22:02:00", "to_ship", "订单未关闭")],
    ),
    Quirk(
        "money_in_wan.xlsx",
        "amounts under a heading that says 万元 are multiplied by 10,000",
        xlsx(["统计日期|访客数|支付金额（万元）", "2026-06-11|6069|1.2653"]),
        "SELECT visitors, pay_amount FROM shop_daily",
        [(6069, 12653.0)],
        notes=("in_wan",),
    ),
    Quirk(
        "count_as_decimal.xlsx",
        "96.0 and 1,234 are counts, 96.5 is none",
        xlsx([DAILY, "2026-06-10|96.0|1|55%|8.38", "2026-06-11|1,234|1|55%|8.38", "2026-06-12|96.5|1|55%|8.38"]),
        "SELECT visitors FROM shop_daily ORDER BY day",
        [(96,), (1234,)],
        problems=("bad_cell",),
    ),
)
