"""Examples: a few rows as files bring them, and what a metric makes of them when worked out by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from metrics.calendar.period import Period
from text import Text

SHOP = "甲店"
THU, FRI = date(2026, 6, 11), date(2026, 6, 12)
NOON = datetime(2026, 6, 11, 12)
BOTH = Period(THU, FRI)

Rows = tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Rows by the table they are stored in, all of one shop, and the figure that `metric` then is over `during`."""

    metric: str
    rows: Mapping[str, Rows]
    worked: Text
    gives: float
    during: Period = BOTH

    @property
    def stored(self) -> dict[str, list[dict[str, object]]]:
        """The rows in full, with their shop."""
        return {table: [{"shop": SHOP, **row} for row in rows] for table, rows in self.rows.items()}


def _days(*figures: Mapping[str, object]) -> Rows:
    return tuple({"day": day, **row} for day, row in zip((THU, FRI), figures, strict=False))


def _orders(*amounts: tuple[int, int]) -> Rows:
    return tuple(
        {"order_id": str(n), "created_time": NOON, "pay_time": NOON, "paid": paid, "refund": refund}
        for n, (paid, refund) in enumerate(amounts, 1)
    )


def _talk(number: int, waited: int | None) -> dict[str, object]:
    """A conversation begun on Thursday at noon and answered after so many seconds, or never."""
    answered = None if waited is None else NOON + timedelta(seconds=waited)
    return {"session_id": str(number), "agent": "小满", "asked_at": NOON, "replied_at": answered}


_QUOTA = {"team": "美工组", "person": "", "task": "海报", "low": 15, "every": "day", "minutes": 32}

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "sales": (
        Example(
            "pay_amount",
            {"orders": _orders((80, 20), (50, 0)), "shop_daily": _days({"pay_amount": 149}, {"pay_amount": 60})},
            Text(
                "周四有订单：80 + 20（退款加回）+ 50 = 150；周五没有订单，取日报 60；合计 210 元",
                "Thursday has its orders: 80 + 20 refunded + 50 = 150; Friday has none, so the report's 60; 210 yuan",
            ),
            210,
        ),
        Example(
            "avg_order_value",
            {"shop_daily": _days({"pay_amount": 3000, "pay_buyers": 10}, {"pay_amount": 5000, "pay_buyers": 40})},
            Text(
                "(3000 + 5000) ÷ (10 + 40) = 160 元；不是两天客单价 300 与 125 的平均",
                "(3000 + 5000) ÷ (10 + 40) = 160 yuan, and not the mean of the two days' 300 and 125",
            ),
            160,
        ),
        Example(
            "refund_amount_pay",
            {"orders": _orders((80, 20), (50, 0)), "shop_daily": _days({"refund_finished": 35})},
            Text(
                "周四付款的订单后来退了 20 元；当天完结的 35 元里有的是以前的订单",
                "20 yuan went back of Thursday's orders; some of the 35 settled that day were of earlier ones",
            ),
            20,
        ),
    ),
    "targets": (
        Example(
            "day_attain",
            {
                "shop_daily": _days({"pay_amount": 900}, {"pay_amount": 1200}),
                "targets": tuple(
                    {"period": str(day), "team": "", "person": "", "metric": "pay_amount", "amount": amount}
                    for day, amount in ((THU, 1000), (FRI, 1000))
                ),
            },
            Text("(900 + 1200) ÷ (1000 + 1000) = 105%", "(900 + 1200) ÷ (1000 + 1000) = 105%"),
            1.05,
        ),
    ),
    "refunds": (
        Example(
            "net_pay_amount",
            {
                "orders": _orders((80, 20), (50, 0)),
                "shop_daily": _days({"refund_finished": 35}, {"pay_amount": 500}),
            },
            Text(
                "周四支付 150，当天完结退款 35，净 115 元；周五不知道退款，不算。按付款日计的净支付是 80 + 50 = 130 元",
                "150 paid on Thursday and 35 refunds settled: 115 yuan; Friday's refunds are not known, so it does not"
                " count. Net by pay day of the same orders is 80 + 50 = 130 yuan",
            ),
            115,
        ),
    ),
    "buyers": (
        Example(
            "repeat_buyer_share",
            {"shop_daily": _days({"old_buyers": 3, "pay_buyers": 10}, {"old_buyers": 5, "pay_buyers": 40})},
            Text("(3 + 5) ÷ (10 + 40) = 16%", "(3 + 5) ÷ (10 + 40) = 16%"),
            0.16,
        ),
    ),
    "traffic": (
        Example(
            "pay_conversion",
            {"shop_daily": _days({"visitors": 1000, "pay_buyers": 10}, {"visitors": 100, "pay_buyers": 10})},
            Text(
                "(10 + 10) ÷ (1000 + 100) = 1.82%；不是 1% 与 10% 的平均",
                "(10 + 10) ÷ (1000 + 100) = 1.82%, and not the mean of 1% and 10%",
            ),
            20 / 1100,
        ),
        Example(
            "bounce_rate",
            {"shop_daily": _days({"visitors": 1000, "bounce_rate": 0.6}, {"visitors": 3000, "bounce_rate": 0.4})},
            Text(
                "日均值 (60% + 40%) ÷ 2 = 50%；按访客加权是 (600 + 1200) ÷ 4000 = 45%",
                "Daily mean (60% + 40%) ÷ 2 = 50%; by visitors it is (600 + 1200) ÷ 4000 = 45%",
            ),
            0.5,
        ),
    ),
    "conversion": (
        Example(
            "silent_conversion",
            {
                "shop_daily": _days({"visitors": 1000, "pay_buyers": 50}),
                "service": (
                    {"day": THU, "agent": "小满", "sales_buyers": 10},
                    {"day": THU, "agent": "谷雨", "sales_buyers": 5},
                ),
            },
            Text("(50 − 10 − 5) ÷ 1000 = 3.5%", "(50 − 10 − 5) ÷ 1000 = 3.5%"),
            0.035,
        ),
    ),
    "promotion": (
        Example(
            "ad_spend",
            {
                "promotion_plans": ({"day": THU, "scene": "关键词推广", "plan_id": "7001", "spend": 100},),
                "promotion_products": (
                    {"day": THU, "scene": "关键词推广", "plan_id": "7001", "item_id": "1", "spend": 60},
                    {"day": THU, "scene": "关键词推广", "plan_id": "7001", "item_id": "2", "spend": 40},
                ),
                "shop_daily": _days({"spend_keyword": 100, "commission": 7}, {"spend_keyword": 80, "commission": 5}),
            },
            Text(
                "周四：计划 100（商品报表、日报是同一笔）+ 淘客佣金 7；周五只有日报：80 + 5；合计 192 元",
                "Thursday: the plans' 100 (the product and daily reports tell it again) + commission 7; Friday has"
                " the daily report alone: 80 + 5; 192 yuan",
            ),
            192,
        ),
        Example(
            "ad_roi",
            {
                "promotion_plans": (
                    {"day": THU, "scene": "关键词推广", "plan_id": "7001", "spend": 100, "sales": 300},
                    {"day": THU, "scene": "货品全站推广", "plan_id": "7002", "spend": 50, "sales": 300},
                )
            },
            Text("(300 + 300) ÷ (100 + 50) = 4.00 倍", "(300 + 300) ÷ (100 + 50) = 4.00x"),
            4,
        ),
    ),
    "products": (
        Example(
            "featured_attain",
            {
                "featured": ({"day": THU, "item_id": "1", "target": 100}, {"day": THU, "item_id": "2", "target": 100}),
                "products": ({"day": THU, "item_id": "1", "pay_amount": 150},),
            },
            Text(
                "商品 1 卖 150，商品 2 当天没有成交算 0：150 ÷ 200 = 75%",
                "Product 1 sold 150, product 2 is not in the day's ranking and sold 0: 150 ÷ 200 = 75%",
            ),
            0.75,
        ),
    ),
    "service": (
        Example(
            "inquiry_pay_final_rate",
            {
                "service": (
                    {"day": THU, "agent": "小满", "inquirers": 40, "final_pay_buyers": 10},
                    {"day": THU, "agent": "谷雨", "inquirers": 60, "final_pay_rate": 0.5},
                )
            },
            Text(
                "谷雨只有付款率，60 × 50% = 30 人；(10 + 30) ÷ (40 + 60) = 40%",
                "The second agent has a rate alone: 60 × 50% = 30 people; (10 + 30) ÷ (40 + 60) = 40%",
            ),
            0.4,
        ),
        Example(
            "avg_response_sec",
            {
                "service": (
                    {"day": THU, "agent": "小满", "receptions": 100, "avg_response_sec": 30},
                    {"day": THU, "agent": "谷雨", "receptions": 20, "avg_response_sec": 90},
                )
            },
            Text(
                "导出的是每人的均值：(30 × 100 + 90 × 20) ÷ (100 + 20) = 40 秒；不是 30 与 90 的平均",
                "The export gives each agent's mean: (30 × 100 + 90 × 20) ÷ (100 + 20) = 40 s, not (30 + 90) ÷ 2",
            ),
            40,
        ),
        Example(
            "chat_first_response_p90",
            {"chats": tuple(_talk(n, wait) for n, wait in enumerate((10, 20, 30, 40, 200)))},
            Text(
                "五个会话等了 10、20、30、40、200 秒：均值 60，中位数 30，P90 = 40 + 0.6 × (200 − 40) = 136 秒",
                "Five waits of 10, 20, 30, 40, 200 s: mean 60, median 30, 90th = 40 + 0.6 × (200 − 40) = 136 s",
            ),
            136,
        ),
        Example(
            "chat_reply_3min_rate",
            {"chats": (_talk(1, 180), _talk(2, 181), _talk(3, None), {**_talk(4, None), "bot": "是"})},
            Text(
                "整 180 秒算及时；181 秒和没回复的不算；只有机器人的不在内：1 ÷ 3 = 33.3%",
                "180 s is in time, 181 s and no answer are not, a bot alone is left out: 1 ÷ 3 = 33.3%",
            ),
            1 / 3,
        ),
    ),
    "people": (
        Example(
            "seat_coverage",
            {
                "shifts": (
                    {"day": THU, "agent": "小满", "online_from": time(8), "online_until": time(16)},
                    {"day": THU, "agent": "谷雨", "online_from": time(14), "online_until": time(20)},
                )
            },
            Text(
                "服务时段 8:00-24:00 共 960 分钟；8:00-20:00 有人，重叠的两小时只算一次：720 ÷ 960 = 75%",
                "Service hours 8:00-24:00 are 960 minutes; somebody was there 8:00-20:00, two hours of it twice and"
                " counted once: 720 ÷ 960 = 75%",
            ),
            0.75,
        ),
        Example(
            "late_early_count",
            {
                "shifts": tuple(
                    {"day": THU, "agent": who, "shift": "早班 8:00-16:00", "online_from": begun, "online_until": ended}
                    for who, begun, ended in (("小满", time(8, 5), time(16)), ("谷雨", time(8), time(15, 30)))
                )
            },
            Text("小满 8:05 上线，迟到；谷雨 15:30 离线，早退：2 次", "小满 came at 8:05, 谷雨 left at 15:30: twice"),
            2,
        ),
    ),
    "cases": (
        Example(
            "fault_mttr_min",
            {
                "faults": tuple(
                    {"found_at": NOON, "fault": fault, "solved_at": NOON + timedelta(minutes=minutes)}
                    for fault, minutes in (("优惠券领不了", 30), ("客服分流断了", 90))
                )
            },
            Text("(30 + 90) ÷ 2 = 60 分钟", "(30 + 90) ÷ 2 = 60 minutes"),
            60,
        ),
        Example(
            "complaints_open",
            {
                "complaints": (
                    {"complaint_id": "1", "opened_at": NOON, "closed_at": NOON + timedelta(days=1)},
                    {"complaint_id": "2", "opened_at": NOON},
                )
            },
            Text(
                "周四结束时两件都没结；周五结了第 1 件，期末剩 1 件",
                "Both stood open at the end of Thursday; the first was closed on Friday, so 1 is left",
            ),
            1,
        ),
    ),
    "work": (
        Example(
            "quota_attain",
            {
                "quotas": (_QUOTA,),
                "shifts": tuple({"day": day, "agent": "小暑", "shift": on} for day, on in ((THU, "早班"), (FRI, "休"))),
                "workload": ({"day": THU, "team": "美工组", "person": "小暑", "task": "海报", "quantity": 12},),
            },
            Text(
                "一天 15 张，周四出勤、周五休息：12 ÷（15 × 1）= 80%",
                "15 a day, there on Thursday, off on Friday: 12 ÷ (15 × 1) = 80%",
            ),
            0.8,
        ),
        Example(
            "std_hour_util",
            {
                "quotas": (_QUOTA,),
                "shifts": ({"day": THU, "agent": "小暑", "online_from": time(9), "online_until": time(13)},),
                "workload": ({"day": THU, "team": "美工组", "person": "小暑", "task": "海报", "quantity": 6},),
            },
            Text(
                "每张 32 标准分钟，9:00 至 13:00 出勤：6 × 32 ÷ 240 = 80%",
                "32 standard minutes each, there from 9:00 to 13:00: 6 × 32 ÷ 240 = 80%",
            ),
            0.8,
        ),
        Example(
            "appraisal_score",
            {
                "appraisals": (
                    {"period": "2026-06", "person": "小暑", "item": "销售", "weight": 60, "score": 130, "cap": 120},
                    {"period": "2026-06", "person": "小暑", "item": "响应", "weight": 40, "score": 90},
                )
            },
            Text(
                "销售 130 分封顶 120，占 60；响应 90 分，占 40：（120 × 60 + 90 × 40）÷ 100 = 108 分",
                "Sales 130, capped at 120, weighs 60; replies 90 weigh 40: (120 × 60 + 90 × 40) ÷ 100 = 108",
            ),
            108,
            Period(date(2026, 6, 1), date(2026, 6, 30)),
        ),
    ),
    "fulfilment": (
        Example(
            "unshipped_yday",
            {
                "orders": (
                    {**_orders((80, 0))[0], "order_id": "1", "state": "to_ship"},
                    {**_orders((50, 0))[0], "order_id": "2", "state": "to_ship", "ship_time": NOON},
                    {**_orders((0, 30))[0], "order_id": "3", "state": "to_ship"},
                )
            },
            Text(
                "订单 1 在等发货；订单 2 已发货；订单 3 已全额退款：1 单",
                "Order 1 waits; order 2 was sent; order 3 was refunded in full: 1 order",
            ),
            1,
            Period(THU, THU),
        ),
        Example(
            "unshipped_48h",
            {
                "orders": tuple(
                    {**_orders((80, 0))[0], "order_id": str(n), "state": "to_ship", "pay_time": NOON + paid, **more}
                    for n, paid, more in (
                        (1, timedelta(days=-2), {}),
                        (2, timedelta(days=-2), {"ship_due": NOON + timedelta(days=9)}),
                        (3, timedelta(), {}),
                    )
                )
            },
            Text(
                "订单 1 付款满 48 小时还没发；订单 2 是预售，应发货时间未到；订单 3 刚付款：1 单",
                "Order 1 was paid 48 hours ago; order 2, a presale, has its own time; order 3 was just paid: 1 order",
            ),
            1,
        ),
    ),
    "reputation": (
        Example(
            "dsr_item",
            {"dsr": tuple({"day": day, "item": "描述", "score": score} for day, score in ((THU, 4.86), (FRI, 4.85)))},
            Text("取期内最后一天：4.85", "The last day of the period: 4.85"),
            4.85,
        ),
        Example(
            "bad_review_rate",
            {
                "reviews": tuple(
                    {"review_id": str(n), "review_time": NOON, "tone": tone}
                    for n, tone in enumerate(("bad", "good", "good", "neutral", None))
                )
            },
            Text("一条没写好坏，不算：1 ÷ 4 = 25%", "One says neither and does not count: 1 ÷ 4 = 25%"),
            0.25,
        ),
    ),
}
"""By the team whose metrics they explain."""
