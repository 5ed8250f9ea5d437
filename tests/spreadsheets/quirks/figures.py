"""Missing values, amounts, rates, scores and durations as files write them."""

from datetime import date, timedelta

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import Rows, xls, xlsx

DAY = date(2026, 6, 11)
CHITU = "客服昵称|接待人数|首次响应(秒)|平均接待时长|询单->最终付款成功率|销售额"
MISSING = ("", "-", "--", "—", "\t", "/", "NaN", "NULL", "#DIV/0!", "延迟统计", "--分--秒")
ITEMS = "子订单编号|主订单编号|商品标题|买家实付金额|退款状态|退款金额|订单付款时间"
AGENTS = "日期|旺旺昵称|有效接待人数|旺旺回复率|客户满意率"
DAILY = "统计日期|访客数|支付金额|跳失率|平均停留时长"


def agents(*rates: object) -> Rows:
    """A report of as many agents as rates."""
    return [AGENTS, *(["2026-06-11", f"{SHOP}:小满{at}", 82, rate, ""] for at, rate in enumerate(rates))]


REPLIES = "SELECT reply_rate FROM service ORDER BY agent"
STAY = "SELECT avg_stay_sec FROM shop_daily"
RESPONSE = "SELECT avg_response_sec FROM service ORDER BY agent"

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
        "rate_with_sign.xlsx",
        "99.71% is 0.9971, and 0.50% beside it is 0.005",
        xlsx(agents("99.71%", "0.50%", "100%")),
        REPLIES,
        [(0.9971,), (0.005,), (1.0,)],
    ),
    Quirk(
        "rate_as_fraction.xlsx",
        "in a column of fractions 1.0 is all",
        xlsx(agents(0.9971, 0.5, 1.0)),
        REPLIES,
        [(0.9971,), (0.5,), (1.0,)],
    ),
    Quirk(
        "rate_in_points.xlsx",
        "in a column of points without a sign 0.5 is half a hundredth",
        xlsx(agents(99.71, 0.5, 100)),
        REPLIES,
        [(0.9971,), (0.005,), (1.0,)],
    ),
    Quirk(
        "rate_of_unknown_scale.xlsx",
        "0.85 and 0.5 without a sign may be points or fractions: it is asked which, and nothing stored before",
        xlsx(agents(0.85, 0.5)),
        problems=("scale_needed",),
    ),
    Quirk(
        "rate_above_100_percent.xlsx",
        "766.67% and 686.56% are legal where a share may pass one",
        xlsx(["日期|宝贝ID|宝贝名称|IPV|收加率|复购率", "2026-06-11|737559603417|餐边柜|6,069|766.67%|686.56%"]),
        "SELECT favoured_rate, repurchase_rate FROM products",
        [(7.6667, 6.8656)],
    ),
    Quirk(
        "answer_ratio_above_1.xlsx",
        "the ratio of answers to questions passes one and is no rate in points",
        xlsx(["客服昵称|接待人数|答问比|回复率", ["小满", 82, 1.1933, 1.0], ["小寒", 40, 0.98, 0.9912]]),
        "SELECT answer_ratio, reply_rate FROM service ORDER BY agent",
        [(0.98, 0.9912), (1.1933, 1.0)],
        day=DAY,
    ),
    Quirk(
        "promotion_rate_as_fraction.csv",
        "click rates of a promotion report are fractions",
        text(
            "日期,场景名字,计划ID,展现量,点击量,花费,点击率,点击转化率",
            "2026-06-11,关键词推广,7301,1000,31,58.20,0.031,1.25",
        ),
        "SELECT click_rate, click_conversion FROM promotion_plans",
        [(0.031, 1.25)],
    ),
    Quirk(
        "delta_in_score_cell.xlsx",
        "4.85（+0.01） is the score 4.85",
        xlsx(
            [
                "日期|描述得分（较上日）|物流得分（较上日）|服务得分（较上日）",
                "2026-06-11|4.85（+0.01）|4.83(-0.01)|4.84（0.00）",
            ]
        ),
        "SELECT item, score FROM dsr ORDER BY item",
        [("描述", 4.85), ("服务", 4.84), ("物流", 4.83)],
    ),
    Quirk(
        "two_scores_in_one_cell.xlsx",
        "4.4/2.6 are two scores, / is no target, and every platform keeps its scale",
        xlsx(
            [
                ["", "", "", 46184, "", ""],
                "平台|店铺|服务分目标|物流分|商品分|服务分",
                ["拼多多", SHOP, "/", "4.4/2.6", 4.5, 4.6],
                ["抖音", SHOP, 90, 92, 93, 94],
                ["天猫", SHOP, 4.8, 4.7, 4.8, 4.9],
            ],
            merged=("D1:F1",),
        ),
        "SELECT platform, item, score, second_score, scale, target FROM scores WHERE item IN ('发货分', '服务分')"
        " ORDER BY ALL",
        [
            ("抖音", "服务分", 94.0, None, 100.0, 90.0),
            ("拼多多", "发货分", 4.4, 2.6, 5.0, None),
            ("拼多多", "服务分", 4.6, None, 5.0, None),
            ("淘宝天猫", "服务分", 4.9, None, 5.0, 4.8),
        ],
    ),
    Quirk(
        "scores_with_units.xlsx",
        "0.2105%, 40.42小时, 4.94分 and 超过92%同行 are a rate, seconds, a score and a rank",
        xlsx(
            [
                "日期|真实体验分|商品负反馈率|物流到货时长(小时)|同行排名",
                "2026-06-11|4.94分|0.2105%|40.42小时|超过92%同行",
            ]
        ),
        "SELECT item, score, unit FROM scores ORDER BY item",
        [
            ("同行排名", 0.92, "比率"),
            ("商品负反馈率", 0.002105, "比率"),
            ("物流到货时长", 145512.0, "秒"),
            ("真实体验分", 4.94, "分"),
        ],
    ),
    Quirk(
        "rank_as_long_fraction.xlsx",
        "a rank of 0.3208813287 and a score of 3.3955933567 are taken as they are",
        xlsx(
            [
                "数据更新日期|消费者服务体验分|同行排名|平台介入率（近30天）",
                ["2026-06-11", 3.3955933567, 0.3208813287, "0.10%"],
            ]
        ),
        "SELECT item, score, platform FROM scores ORDER BY item",
        [
            ("同行排名", 0.320881, "拼多多"),
            ("平台介入率（近30天）", 0.001, "拼多多"),
            ("消费者服务体验分", 3.395593, "拼多多"),
        ],
    ),
    Quirk(
        "durations_in_seconds.xls",
        "8.38 and 11秒 are seconds",
        xls(["客服昵称|接待人数|平均响应(秒)", ["小寒", 40, 8.38], ["小满", 82, "11秒"]]),
        RESPONSE,
        [(8.38,), (11.0,)],
        day=DAY,
    ),
    Quirk(
        "durations_in_minutes.xlsx",
        "bare numbers under (分) are minutes, and kept as seconds",
        xlsx(["日期|咨询人数|需要人工回复的咨询人数|平均响应时长(分)", ["2026-06-11", 120, 60, 1.5]]),
        "SELECT avg_response_sec FROM service_shop",
        [(90.0,)],
    ),
    Quirk(
        "durations_in_words.xlsx",
        "2分30秒, 8分48秒, 7小时41分52秒 and 40.42小时 are seconds",
        xlsx(
            ["客服昵称|接待人数|平均响应时长", "甲|1|2分30秒", "乙|1|8分48秒", "丙|1|7小时41分52秒", "丁|1|40.42小时"]
        ),
        "SELECT avg_response_sec FROM service ORDER BY 1",
        [(150.0,), (528.0,), (27712.0,), (145512.0,)],
        day=DAY,
    ),
    Quirk(
        "durations_as_clock.xlsx",
        "00:01:23 as a text and a cell of 1 minute 23 are both 83 seconds, and 36 hours are no date",
        xlsx(
            [
                "客服昵称|接待人数|平均响应时长",
                "甲|1|00:01:23",
                ["乙", 1, timedelta(seconds=83)],
                ["丙", 1, timedelta(hours=36)],
            ]
        ),
        "SELECT avg_response_sec FROM service ORDER BY 1",
        [(83.0,), (83.0,), (129600.0,)],
        day=DAY,
    ),
    Quirk(
        "service_time_in_minutes_without_a_word.xlsx",
        "the time in service that 赤兔 counts in whole minutes is kept in seconds",
        xlsx(
            ["日期|店铺|账户名|销售额|接待人数|服务总时长|挂起总时长", ["2026-06-11", SHOP, "小满", 5000, 82, 480, 35]]
        ),
        "SELECT service_sec, paused_sec FROM service",
        [(28800.0, 2100.0)],
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
