"""店铺日报 as 生意参谋 自助取数 exports it: three generations of headings, text with commas, no column for the shop."""

from pathlib import Path

from data.demo.exports.dsr import scores
from data.demo.exports.promotion import AUDIENCE, KEYWORD, WHOLE_SITE, spend
from data.demo.facts.arrays import day_texts, each, grouped, percents, thousands, whole, yuan
from data.demo.facts.figures import Figures, noise
from data.demo.facts.shop_year import ShopYear
from data.demo.facts.shops import FLAGSHIP
from data.demo.writing.workbook import Cell, write_workbook

Columns = dict[str, list[Cell]]


def write(year: ShopYear, facts: Figures, to: Path) -> list[Path]:
    """Two files a shop, each half a year; the flagship's earlier half has the headings of 2019."""
    half = len(year.days) // 2
    first, second = slice(0, half), slice(half, None)
    if year.shop is FLAGSHIP:
        return [_old(year, _headings_2019(year, facts), first, to), _new(year, _headings_2026(year, facts), second, to)]
    columns = _headings_other(year, facts)
    return [_new(year, columns, part, to) for part in (first, second)]


def _new(year: ShopYear, columns: Columns, part: slice, to: Path) -> Path:
    last = day_texts(year.days[part])[-1].replace("-", "")
    path = to / f"天猫_{last}_{year.shop.name}_生意参谋_店铺销售数据.xlsx"
    return write_workbook(path, {"Sheet1": [list(columns), *_rows(columns, part)]})


def _old(year: ShopYear, columns: Columns, part: slice, to: Path) -> Path:
    days = day_texts(year.days[part])
    path = to / f"自助取数_{year.shop.name}_{days[0].replace('-', '')}_{days[-1].replace('-', '')}.xlsx"
    title: list[list[Cell]] = [["自助取数-店铺-自然日"], [f"统计周期：{days[0]} 至 {days[-1]}"], []]
    return write_workbook(path, {"自助取数": [*title, list(columns), *_rows(columns, part)]})


def _rows(columns: Columns, part: slice) -> list[tuple[Cell, ...]]:
    return list(zip(*(cells[part] for cells in columns.values()), strict=True))


def _headings_2019(year: ShopYear, facts: Figures) -> Columns:
    mobile, pc = whole(facts.visitors * 0.94), facts.visitors - whole(facts.visitors * 0.94)
    return {
        "统计日期": [*day_texts(year.days)],
        "PC端访客数": [*thousands(pc)],
        "无线端访客数": [*thousands(mobile)],
        "访客数": [*thousands(facts.visitors)],
        "浏览量": [*thousands(whole(facts.visitors * noise(year, 3, 3.4, 4.2)))],
        "跳失率": [f"{rate:.2f}%" for rate in noise(year, 4, 58, 66)],
        "平均停留时长": [f"{seconds:.2f}" for seconds in noise(year, 5, 21, 27)],
        "加购人数": [*thousands(whole(facts.visitors * noise(year, 6, 0.075, 0.095)))],
        "PC端支付金额(元)": [*grouped(facts.reported * 3 // 100)],
        "无线端支付金额(元)": [*grouped(facts.reported - facts.reported * 3 // 100)],
        "支付金额(元)": [*grouped(facts.reported)],
        "支付买家数": [*thousands(facts.pay_buyers)],
        "支付转化率": [*percents(facts.pay_buyers, facts.visitors)],
        "客单价": [*each(facts.reported, facts.pay_buyers)],
        "支付父订单数": [*facts.pay_orders.tolist()],
        "支付子订单数": [*facts.suborders.tolist()],
        "支付件数": [*facts.pay_items.tolist()],
        "下单金额(元)": [*grouped(facts.order_amount)],
        "下单买家数": [*thousands(facts.order_buyers)],
        "成功退款金额": [*grouped(facts.refund_finished)],
        "直通车消耗": [*yuan(spend(year, facts)[KEYWORD])],
        "淘宝客佣金": [*yuan(whole(facts.reported * noise(year, 8, 0.01, 0.02)))],
    }


def _headings_2026(year: ShopYear, facts: Figures) -> Columns:
    return {
        "统计日期": [*day_texts(year.days)],
        "访客数": [*thousands(facts.visitors)],
        "无线端访客数": [*thousands(whole(facts.visitors * 0.94))],
        "浏览量": [*thousands(whole(facts.visitors * noise(year, 3, 3.4, 4.2)))],
        "商品访客数": [*thousands(whole(facts.visitors * 0.91))],
        "平均停留时长": [*noise(year, 5, 21, 27).round(2).tolist()],
        "跳失率": [f"{rate:.2f}%" for rate in noise(year, 4, 58, 66)],
        "加购人数": [*thousands(whole(facts.visitors * noise(year, 6, 0.075, 0.095)))],
        "加购件数": [*thousands(whole(facts.visitors * noise(year, 6, 0.09, 0.12)))],
        "商品收藏买家数": [*whole(facts.visitors * noise(year, 9, 0.02, 0.03)).tolist()],
        "下单金额": [*grouped(facts.order_amount)],
        "下单买家数": [*facts.order_buyers.tolist()],
        "支付金额": [*grouped(facts.reported)],
        "支付买家数": [*thousands(facts.pay_buyers)],
        "支付件数": [*facts.pay_items.tolist()],
        "支付子订单数": [*facts.suborders.tolist()],
        "支付转化率": [*percents(facts.pay_buyers, facts.visitors)],
        "客单价": [*each(facts.reported, facts.pay_buyers)],
        "UV价值": [*each(facts.reported, facts.visitors)],
        "支付新买家数": [*(facts.pay_buyers - facts.old_buyers).tolist()],
        "支付老买家数": [*facts.old_buyers.tolist()],
        "全站推广花费": [*yuan(spend(year, facts)[WHOLE_SITE])],
        "关键词推广花费": [*yuan(spend(year, facts)[KEYWORD])],
        "精准人群推广花费": [*yuan(spend(year, facts)[AUDIENCE])],
        "智能场景花费": ["-"] * len(year.days),
        "淘宝客佣金": [*yuan(whole(facts.reported * noise(year, 8, 0.01, 0.02)))],
        "成功退款金额": [*grouped(facts.refund_finished)],
        "评价数": [*whole(facts.pay_orders * noise(year, 12, 0.1, 0.2)).tolist()],
        "老买家支付金额": [*grouped(whole(facts.reported * noise(year, 15, 0.24, 0.33)))],
        "会员总数": [*thousands(38_000 + whole(facts.pay_buyers * 0.3).cumsum())],
        "新增会员数": [*thousands(whole(facts.pay_buyers * 0.3))],
        "会员成交金额": [*grouped(whole(facts.reported * noise(year, 16, 0.35, 0.45)))],
        "关注店铺人数": [*whole(facts.visitors * noise(year, 13, 0.004, 0.008)).tolist()],
    }


def _headings_other(year: ShopYear, facts: Figures) -> Columns:
    item, service, delivery = ([f"{score / 100:.2f}" for score in column] for column in scores(year).T)
    negative = whole(noise(year, 14, 0, 2.4))
    return {
        "日期": [*day_texts(year.days)],
        "访客数": [*facts.visitors.tolist()],
        "浏览量": [*thousands(whole(facts.visitors * noise(year, 3, 3.1, 3.9)))],
        "支付金额": [*grouped(facts.reported)],
        "支付买家数": [*facts.pay_buyers.tolist()],
        "支付转化率": [*percents(facts.pay_buyers, facts.visitors)],
        "客单价": [*each(facts.reported, facts.pay_buyers)],
        "跳失率": [f"{rate:.2f}%" for rate in noise(year, 4, 60, 68)],
        "平均停留时长": [*noise(year, 5, 18, 24).round(2).tolist()],
        "人均浏览量": [*noise(year, 3, 3.1, 3.9).round(2).tolist()],
        "UV价值": [*each(facts.reported, facts.visitors)],
        "商品访客数": [*whole(facts.visitors * 0.9).tolist()],
        "支付老买家数": [*facts.old_buyers.tolist()],
        "商品收藏买家数": [*whole(facts.visitors * noise(year, 9, 0.02, 0.03)).tolist()],
        "加购人数": [*whole(facts.visitors * noise(year, 6, 0.07, 0.09)).tolist()],
        "成功退款金额": [*grouped(facts.refund_finished)],
        "评价数": [*(negative + whole(facts.pay_orders * noise(year, 12, 0.1, 0.2))).tolist()],
        "负面评价数": [*negative.tolist()],
        "描述相符评分": [*item],
        "物流服务评分": [*delivery],
        "服务态度评分": [*service],
        "淘宝客佣金": [*yuan(whole(facts.reported * noise(year, 8, 0.01, 0.02)))],
        "关键词推广消耗": [*yuan(spend(year, facts)[KEYWORD])],
        "全站推广": [*yuan(spend(year, facts)[WHOLE_SITE])],
    }
