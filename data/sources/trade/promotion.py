"""推广: what a day of a promotion tool other than 万相台 cost and brought, on Taobao, JD and Pinduoduo.

The spend of a shop's day is the sum over tools and plans of the rows whose `breakdown` is empty. A row with a
breakdown (按商品, 按订单, 按创意, 按定向) tells spend again that the tool's other files hold already: it is never added
to them. Neither is spend here to be added to what `shop_daily` says of promotion or commission, nor 直通车 or
引力魔方 to 万相台, which took their place and reports them as scenes. JD's hourly file takes spans of one hour alone,
so that no row of a whole day tells its hours again. Sales are what each tool claims; one order may be claimed by
several, so they add up to no shop's sales.
"""

from data.formats.kinds import COUNT, DAY, MONEY, TEXT
from data.formats.quoting import quoted
from data.formats.source import Column
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject(
    "promotion",
    Text("推广", "Promotion"),
    grain=("shop", "day", "tool", "breakdown", "plan", "within"),
    money="spend",
)

WHOLE = "全部"
"""The plan of files that know none."""

TOTAL = Text("合计行", "a total row")


def tool(name: str) -> Column:
    """The column that says which tool a file reports on."""
    return Column("tool", TEXT, Text("工具", "Tool"), derived=quoted(name))


def breakdown(sql: str = "''") -> Column:
    """The column that says by what a file splits spend told elsewhere; empty where it is the tool's own."""
    return Column("breakdown", TEXT, Text("细分", "Breakdown"), derived=sql)


def within(sql: str = "''") -> Column:
    """The column that tells rows of one plan apart: a unit, a product, an hour; empty where a plan is one row."""
    return Column("within", TEXT, Text("计划以下", "Within the plan"), derived=sql)


def plan(*headings: str, needed: bool = False) -> Column:
    """The plan's column, under the first heading; without `needed`, files that know none are of one plan."""
    first, *also = headings or ("计划名称",)
    return Column("plan", TEXT, Text(first, "Plan"), also=tuple(also), needed=needed, default=None if needed else WHOLE)


def joined(*names: str) -> str:
    """SQL for the parts of a row's name that are there."""
    return f"concat_ws(' › ', {', '.join(names)})"


FIGURES = {
    "spend": (MONEY, "Spend"), "sales": (MONEY, "Sales attributed"), "direct_sales": (MONEY, "Direct sales"),
    "indirect_sales": (MONEY, "Indirect sales"), "net_sales": (MONEY, "Sales after refunds"),
    "sales_settled": (MONEY, "Sales settled"), "spend_settled": (MONEY, "Spend settled"),
    "ordered_sales": (MONEY, "Sales ordered"), "expected_spend": (MONEY, "Spend expected"),
    "commission": (MONEY, "Commission"), "service_fee": (MONEY, "Service fee"),
    "impressions": (COUNT, "Impressions"), "clicks": (COUNT, "Clicks"), "orders": (COUNT, "Orders attributed"),
    "direct_orders": (COUNT, "Direct orders"), "indirect_orders": (COUNT, "Indirect orders"),
    "net_orders": (COUNT, "Orders after refunds"), "orders_settled": (COUNT, "Orders settled"),
    "ordered": (COUNT, "Orders placed"), "buyers": (COUNT, "Buyers attributed"), "items": (COUNT, "Items sold"),
    "visitors": (COUNT, "Visitors brought"), "carts": (COUNT, "Added to cart"),
    "favourites": (COUNT, "Products added to favourites"), "shop_favourites": (COUNT, "Shop added to favourites"),
    "inquiries": (COUNT, "Inquiries brought"),
}  # fmt: skip
"""What a tool may tell, each with its kind and its English name."""


def figures(**headings: str) -> tuple[Column, ...]:
    """Columns of `FIGURES` by name, each with its headings, the best first, a space between them."""
    made = []
    for name, spelled in headings.items():
        kind, english = FIGURES[name]
        zh, *also = spelled.split()
        made.append(Column(name, kind, Text(zh, english), also=tuple(also)))
    return tuple(made)


def day(*headings: str, from_file_name: bool = False) -> Column:
    """The day's column, under the first heading."""
    first, *also = headings or ("日期", "统计日期", "时间")
    return Column("day", DAY, Text(first, "Day"), also=tuple(also), needed=True, from_file_name=from_file_name)
