"""投诉登记, 运营日志 and 页面检查: complaints that wait, faults with what they cost, pages that were wrong."""

from datetime import datetime, timedelta

import numpy as np

from data.demo.facts.shop_year import DAY, ShopYear
from data.demo.writing.workbook import Cell

Rows = list[list[Cell]]

COMPLAINTS = (
    "店铺名称", "投诉编号", "订单编号", "投诉类型", "投诉状态", "投诉时间", "处理截止时间", "完结时间", "处理人",
    "责任方",
)  # fmt: skip
DAYS, HOURS_TO_CLOSE = 75, 48
KINDS = ("未按约定时间发货", "商品与描述不符", "少件/漏发", "态度问题", "承诺未兑现", "物流问题")
FAULT_OF = ("商家", "商家", "物流", "买家", "商家", "物流")
LATE, HOURLESS = 0.08, 17
"""The share that is closed after its time is up; the place of one closed without a time, as registers have them."""

STILL_OPEN = ((99, "商品与描述不符"), (26, "少件/漏发"), (6, "未按约定时间发货"))
"""Hours before the end of the last day at which complaints were opened that nobody has closed, and their kinds."""

FAULTS = ("店铺名称", "故障", "发现", "响应", "排除", "影响", "预计损失", "建议", "建议状态", "实施", "归属")
HAPPENED: tuple[tuple[int, str, int, int | None, str, list[Cell]], ...] = (
    (1, "20:15", 6, None, "手机端优惠券领不了", ["领券页报错，下单减少", 2_600, "券上线前用两台手机试领", "待定", "",
     "推广执行部"]),
    (3, "10:02", 4, 47, "主推商品主图加载失败", ["商品页跳出变多", 1_900, "主图换源后先看一遍", "已实施", "已换图床",
     "美工组"]),
    (6, "14:30", 2, 14, "客服分流断了", ["新进线无人接", 800, "备用分流规则", "实施中", "规则已写，待测", "客服组"]),
    (11, "09:05", 11, 96, "赠品库存没同步", ["已拍下的没有赠品", 1_200, "活动前核对赠品库存", "已实施", "加进检查表",
     "产品组"]),
    (19, "21:40", 3, 25, "限时折扣提前结束", ["价格恢复原价", 3_400, "结束时间两人复核", "已实施", "已加复核栏",
     "策划商务组"]),
    (34, "16:20", 9, 70, "详情页尺寸表写错", ["问尺寸的人变多", 600, "尺寸表由产品组签字", "未采纳", "", "产品组"]),
    (52, "11:11", 5, 31, "直通车余额用完", ["关键词流量停了", 2_100, "余额低于三天花费提醒", "已实施", "已设提醒",
     "推广执行部"]),
    (68, "19:00", 8, 133, "仓库打单系统连不上", ["当晚晚发 80 单", 0, "备用打单电脑", "实施中", "已报预算", "产品组"]),
)  # fmt: skip
"""Days before today, the time found, minutes to the answer and to the repair, and what was written down."""

CHECKS = ("店铺名称", "检查日期", "检查项目", "检查页面", "检查结果", "检查人", "整改时间", "说明")
CHECKED = ("价格与活动一致", "库存充足", "主图无误", "优惠券能领", "详情页链接有效")
PAGES, CHECKERS = ("首页", "活动页", "详情页"), ("霜降", "寒露")
CHECK_DAYS, WRONG = 30, 0.07
FOUND = ("价格比活动价高", "主推款只剩几件", "主图还是上一期", "券已抢完没换", "链接跳到下架商品")


def complaints(years: list[ShopYear]) -> Rows:
    """The complaints of two and a half months: closed, closed late, still open within their time and past it."""
    return [[*COMPLAINTS], *(row for year in years for row in _of_shop(year))]


def _of_shop(year: ShopYear) -> Rows:
    rng = np.random.RandomState(year.shop.seed + 101)
    end = datetime.combine(year.today, datetime.min.time())
    past = [end - timedelta(days=n, minutes=int(rng.randint(60, 800))) for n in range(DAYS, 4, -2)]
    opened = [(at, KINDS[int(rng.randint(len(KINDS)))], True) for at in past]
    opened += [(end - timedelta(hours=hours, minutes=20), kind, False) for hours, kind in STILL_OPEN]
    paid = np.flatnonzero(year.orders.paid)
    rows: Rows = []
    for n, (at, kind, closed) in enumerate(opened):
        order = paid[np.searchsorted(year.orders.paid_at[paid], np.datetime64(at, "s") - 5 * DAY) - 1]
        due = at + timedelta(hours=HOURS_TO_CLOSE)
        took = rng.uniform(50, 70) if rng.random_sample() < LATE else rng.uniform(3, 44)
        done = str(at + timedelta(minutes=int(took * 60))) if closed and n != HOURLESS else ""
        status = "已完结" if closed else "处理中" if due < end else "待处理"
        number = f"TS{at:%Y%m%d}{year.shop.shop_id[-3:]}{n:03d}"
        agent = year.shop.agents[n % len(year.shop.agents)].name
        row: list[Cell] = [year.shop.name, number, str(year.orders.ids[order]), kind, status, str(at), str(due), done]
        rows.append([*row, agent, FAULT_OF[KINDS.index(kind)] if closed else ""])
    return rows


def faults(years: list[ShopYear]) -> Rows:
    """The log of faults: the flagship's mostly, one of them still open this morning."""
    rows: Rows = [[*FAULTS]]
    for n, (back, clock, answered, solved, fault, about) in enumerate(HAPPENED):
        year = years[n % 4 == 2]
        hour, minute = map(int, clock.split(":"))
        at = datetime.combine(year.today - timedelta(days=back), datetime.min.time()).replace(hour=hour, minute=minute)
        times = [str(at + timedelta(minutes=part)) if part is not None else "" for part in (0, answered, solved)]
        rows.append([year.shop.name, fault, *times, *about])
    return rows


def page_checks(years: list[ShopYear]) -> Rows:
    """A month of working days, each shop's five checks; what was wrong lately is not put right yet."""
    rng, today = np.random.RandomState(20_262), years[0].today
    rows: Rows = [[*CHECKS]]
    for day in (today - timedelta(days=n) for n in range(CHECK_DAYS, 0, -1)):
        if day.weekday() == 6 and day != today - timedelta(days=1):
            continue
        for place, year in enumerate(years):
            for n, check in enumerate(CHECKED):
                page, luck = PAGES[int(rng.randint(len(PAGES)))], rng.random_sample()
                wrong = luck < WRONG or (day == today - timedelta(days=1) and n == 3 - 2 * place)
                fixed = f"{day} 17:{int(rng.randint(10, 60))}:00" if (today - day).days > 2 else ""
                cells: list[Cell] = (
                    ["不合格", CHECKERS[place], fixed, FOUND[n]] if wrong else ["合格", CHECKERS[place], "", ""]
                )
                rows.append([year.shop.name, day, check, page, *cells])
    return rows
