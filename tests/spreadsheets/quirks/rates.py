"""Rates with a sign, as fractions and in points."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import Rows, xlsx

DAY = date(2026, 6, 11)
AGENTS = "日期|旺旺昵称|有效接待人数|旺旺回复率|客户满意率"


def agents(*rates: object) -> Rows:
    """A report of as many agents as rates."""
    return [AGENTS, *(["2026-06-11", f"{SHOP}:小满{at}", 82, rate, ""] for at, rate in enumerate(rates))]


REPLIES = "SELECT reply_rate FROM service ORDER BY agent"

QUIRKS = (
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
        "rate_with_and_without_sign.xlsx",
        "a sign is of its own cell; the cells without one are of one scale",
        xlsx(agents("99.71%", 0.9811, "50%")),
        REPLIES,
        [(0.9971,), (0.9811,), (0.5,)],
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
)
