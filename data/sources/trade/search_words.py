"""引流搜索词: what people searched for before they came, as 生意参谋 选词助手 exports it.

A visitor may come by several words: their visitors are never added up.
"""

from data.formats.kinds import COUNT, DAY, MONEY, TEXT
from data.formats.source import SHOP, TAOBAO, Column, Source
from data.formats.subject import Subject
from text import Text

SUBJECT = Subject(
    "search_words",
    Text("引流搜索词", "Search words"),
    grain=("shop", "day", "word"),
    replaces=("shop", "day"),
)

SEARCH_WORDS = Source(
    name="search_words",
    subject=SUBJECT,
    title=Text("引流搜索词", "Search words"),
    exported_from=Text("生意参谋 › 选词助手 › 引流搜索词", "Business Advisor › Keywords › Words that bring visitors"),
    file_name="【生意参谋】选词助手-引流搜索词-店外-无线-{day}.xls",
    header_row=6,
    totals_of_span=True,
    identified_by=("word", "visitors"),
    unlike=("商品ID", "宝贝ID", "计划ID"),
    columns=(
        SHOP,
        TAOBAO,
        Column("day", DAY, Text("统计日期", "Day"), also=("日期",), needed=True, from_file_name=True),
        Column("word", TEXT, Text("搜索词", "Search word"), needed=True),
        Column("visitors", COUNT, Text("访客数", "Visitors")),
        Column("cart_users", COUNT, Text("加购人数", "Users adding to cart")),
        Column("fav_users", COUNT, Text("商品收藏人数", "Users adding to favourites")),
        Column("pay_buyers", COUNT, Text("支付买家数", "Paying buyers")),
        Column("pay_items", COUNT, Text("支付件数", "Paid items")),
        Column("pay_amount", MONEY, Text("支付金额", "Paid amount")),
    ),
)

SOURCES = (SEARCH_WORDS,)
