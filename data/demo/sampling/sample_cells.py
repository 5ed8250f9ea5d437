"""What stands in the cells of a sample file: a text for each kind of cell, varied from row to row."""

from collections.abc import Callable
from datetime import date, timedelta

from data.checking.template import example
from data.formats import kinds
from data.formats.kinds.kind import Kind
from data.formats.source import Column

VARIED = {
    **dict.fromkeys(("agent", "person", "account"), ("小满", "谷雨", "白露")),
    "word": ("藤编落地灯", "落地灯 客厅", "氛围灯"), "title": ("藤编落地灯", "榉木托盘", "棉麻窗帘"),
    "named": ("藤编落地灯/719850241635", "榉木托盘/731204417790", "棉麻窗帘/731204420916"),
    "plan": ("新品日常", "爆款拉新", "老客召回"), "level_1": ("平台流量", "广告流量", "自主访问"),
    "item": ("描述相符", "服务态度", "物流质量"), "indicator": ("揽收及时率", "物流到货时长", "旺旺人工响应时长"),
    "activity": ("6·18 大促", "店庆", "新品首发"), "task": ("海报", "主图", "详情页"),
    "fault": ("商品页打不开", "优惠券领不了", "客服分流断了"), "office": ("湖州服务商", "杭州服务商", "嘉兴服务商"),
    "check_item": ("价格与活动一致", "库存充足", "主图无误"),
}  # fmt: skip
"""Texts by the column's name, for rows that must differ in them."""

NUMBERED = {"系统单号": "XD26061100000"}
"""Beginnings of numbers that a program makes up in its own way, by heading."""

MOST_ARE_SERVED = ("reply", "satisf", "solved", "connected", "pickup")
SIZES = (("impression", 48_000), ("view", 9_600), ("ipv", 9_600), ("visitor", 3_200), ("click", 2_400))
SHARES = (("率", "96.42%"), ("占比", "18.30%"), ("满意度", "97.10%"), ("时长", "40.42小时"), ("同行", "超过92%同行"))

_BY_KIND: dict[Kind, Callable[[date, int], str]] = {
    kinds.DAY: lambda day, n: str(day - timedelta(n)),
    kinds.TIME: lambda day, n: f"{day - timedelta(n)} 10:2{n}:05",
    kinds.STAMP: lambda day, n: f"初次评价: {day - timedelta(n)} 10:2{n}",
    kinds.MONTH_FIRST: lambda day, n: f"{day - timedelta(n):%m-%d-%y}",
    kinds.HOURS: lambda day, n: f"{day:%Y%m%d}1{n}0000~{day:%Y%m%d}1{n}5959",
    kinds.SPAN: lambda day, n: f"{day - timedelta(n)}~{day + timedelta(9)}",
    kinds.PERIOD: lambda day, n: f"{day.year - n}-{day:%m}",
    kinds.MONEY: lambda day, n: f"{1234.5 + 111 * n:,.2f}",
    kinds.ID: lambda day, n: f"{kinds.ID.example[:-1]}{n + 1}",
}


def cell(column: Column, day: date, n: int) -> str:
    """A text that the column takes in row n, 0 to 2, of a file exported the morning after `day`."""
    if column.name in VARIED:
        return VARIED[column.name][n]
    if column.label.zh in NUMBERED:
        return f"{NUMBERED[column.label.zh]}{n + 1}"
    if column.kind in _BY_KIND:
        return _BY_KIND[column.kind](day, n)
    if column.kind is kinds.COUNT:
        return f"{next((size for word, size in SIZES if word in column.name), 36) + 7 * n:,}"
    if column.kind is kinds.RATE and any(word in column.name for word in MOST_ARE_SERVED):
        return "98.60%"
    return example(column)


def spread_cell(column: Column, heading: str, day: date, n: int) -> str:
    """A text under a heading that is itself a value: one that suits what it measures."""
    if column.kind is kinds.SHOWN:
        return next((text for word, text in SHARES if word in heading), column.kind.example)
    return cell(column, day, n)
