"""活动登记 and 主推商品: what ran last week, what runs, what comes, and the products that are pushed each day."""

from datetime import date, timedelta

from data.demo.facts.figures import Figures
from data.demo.facts.seasons import weight
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP
from data.demo.writing.workbook import Cell

Rows = list[list[Cell]]
Years = list[tuple[ShopYear, Figures]]

ACTIVITIES = (
    "店铺名称", "活动名称", "起止时间", "活动规则", "快捷语", "活动目标", "活动费用", "报名截止", "状态", "负责人",
    "备货", "页面准备", "人手",
)  # fmt: skip
READY, NOT_READY = ("已到仓", "已上线", "已排班"), ("差 300 件", "初稿", "未排班")
NOW, MONDAY = "today", "monday"
FOR_FLAGSHIP = (
    (NOW, -41, -39, "老客回馈日", "老客第二件 8 折", "亲，老客第二件 8 折哦", 1_800, READY),
    (NOW, -25, -22, "灯具专场", "灯具满 500 减 60", "亲，灯具满 500 减 60", 3_200, READY),
    (MONDAY, -6, -4, "会员日", "会员满 200 减 20，送香薰小样", "亲，会员满 200 减 20 再送小样哦", 2_400, READY),
    (NOW, -2, 4, "焕新家居周", "每满 300 减 50，可叠加店铺券", "亲，全店每满 300 减 50，还能叠券哦", 4_800, READY),
    (NOW, 2, 3, "周末满减", "满 199 减 20，仅两天", "亲，周末两天满 199 减 20", 1_500, ("已到仓", "已上线", "未排班")),
    (NOW, 9, 11, "新品首发", "新款灯具首发价 9 折", "亲，新款首发 9 折，限三天", 3_000, NOT_READY),
)
FOR_SECOND = (
    (NOW, -33, -31, "换季清仓", "清仓款 5 折起", "亲，清仓款 5 折起，售完即止", 900, READY),
    (MONDAY, -5, -3, "厨房专场", "餐具满 199 减 30", "亲，餐具满 199 减 30", 1_100, READY),
    (NOW, -1, 5, "收纳节", "收纳任选 2 件 85 折", "亲，收纳任选 2 件 85 折哦", 1_600, READY),
    (
        NOW,
        3,
        5,
        "枕芯买二送一",
        "乳胶枕买二送一",
        "亲，乳胶枕买二送一，同款发出",
        2_000,
        ("差 40 件", "已上线", "已排班"),
    ),
)
"""From today, or from this week's Monday: first and last day; name, rules, quick phrase, cost, what is ready."""

FEATURED = ("店铺名称", "日期", "商品ID", "商品名称", "日目标", "卖点", "负责人")
POINTS = ("手工藤编，三档调光", "水洗棉麻，裸睡不闷", "整块实木，免安装", "日式极简，送礼体面", "大豆蜡，无烟")
FEATURED_DAYS, AHEAD, HOPED = 45, 2, 1.06
"""The days back and ahead for which products are named, and what is hoped for beside what is usual."""


def activities(years: Years) -> Rows:
    """Every shop's activities of six weeks and the two to come."""
    rows: Rows = [[*ACTIVITIES]]
    for year, facts in years:
        flagship = year.shop is FLAGSHIP
        owner = "霜降" if flagship else "寒露"
        for number, plan in enumerate(FOR_FLAGSHIP if flagship else FOR_SECOND):
            announced_from, first, last, name, rules, phrase, cost, ready = plan
            zero = year.today - timedelta(days=year.today.weekday() if announced_from == MONDAY else 0)
            begins, ends = zero + timedelta(days=first), zero + timedelta(days=last)
            # People write spans in both ways.
            span = f"{begins}~{ends}" if number % 2 else f"{_in_words(begins)}-{_in_words(ends)}"
            due = begins - timedelta(days=5)
            row: list[Cell] = [year.shop.name, name, span, rules, phrase, _target(year, facts, begins, ends), cost]
            rows.append([*row, due, _status(year.today, begins, ends), owner, *ready])
    return rows


def featured(years: Years) -> Rows:
    """Three products a shop and day, the third of them in turn, up to tomorrow."""
    rows: Rows = [[*FEATURED]]
    for year, facts in years:
        usual = _usual(year, facts)
        shares = [product.price * product.weight for product in year.shop.products]
        for back in range(FEATURED_DAYS, -AHEAD, -1):
            day = year.today - timedelta(days=back)
            for n, place in enumerate((0, 3, 1 + day.toordinal() % 2)):
                product = year.shop.products[place]
                target = round(usual * weight(day) * shares[place] / sum(shares) * HOPED, -2)
                rows.append(
                    [year.shop.name, day, *product.id_and_title, target, POINTS[place], ("霜降", "寒露")[n % 2]]
                )
    return rows


def _in_words(day: date) -> str:
    return f"{day.year}年{day:%m}月{day:%d}日"


def _status(today: date, first: date, last: date) -> str:
    return "已结束" if last < today else "进行中" if first <= today else "待开始"


def _usual(year: ShopYear, facts: Figures) -> float:
    """What a usual day is paid, in yuan."""
    return int(facts.pay_amount.sum()) / 100 / sum(weight(day) for day in year.days.tolist())


def _target(year: ShopYear, facts: Figures, first: date, last: date) -> int:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return round(_usual(year, facts) * sum(weight(day) for day in days) * 1.1 / 1_000) * 1_000
