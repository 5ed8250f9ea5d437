"""待办与配送: what waits to be done or delivered at a moment, as counters; they are of a day and never added up."""

from data.formats.kinds import COUNT, DAY, RATIO, TEXT
from data.formats.source import SHOP, SHOP_IF_ONE, TAOBAO, TOTALS, Column, Skip, Source
from data.formats.subject import Subject
from data.sources.service.people import BY_HAND
from text import Text

DAY_COLUMN = Column("day", DAY, Text("日期", "Day"), also=("统计日期",), needed=True, from_file_name=True)

TO_DO = Source(
    name="to_do",
    subject=Subject("to_do", Text("待办", "To do"), grain=("shop", "day")),
    title=Text("千牛首页待办", "Qianniu's counters of things to do"),
    exported_from=Text("千牛 › 首页 › 待办", "Qianniu › Home › To do"),
    file_name="千牛待办_{day}.xlsx",
    identified_by=("to_ship",),
    identified_by_any=("ship_soon", "ship_late", "refunds_open", "complaints_open"),
    unlike=("订单编号", "订单号", "客服昵称"),
    columns=(
        SHOP,
        TAOBAO,
        DAY_COLUMN,
        Column("to_ship", COUNT, Text("待发货", "To ship")),
        Column("ship_soon", COUNT, Text("发货即将超时", "To ship soon or be late")),
        Column("ship_late", COUNT, Text("发货超时包裹", "Shipped late")),
        Column("pickup_odd", COUNT, Text("揽收异常", "Not picked up")),
        Column("transit_odd", COUNT, Text("运输异常", "Stuck on the way")),
        Column("delivery_odd", COUNT, Text("派送异常", "Stuck in delivery")),
        Column("refunds_open", COUNT, Text("待处理售后", "After-sale requests open")),
        Column("complaints_open", COUNT, Text("待处理投诉", "Complaints open")),
    ),
)

DELIVERIES = Source(
    name="deliveries",
    subject=Subject("deliveries", Text("配送日报", "Deliveries by day"), grain=("shop", "day", "office")),
    title=Text("配送日报", "Deliveries by day"),
    exported_from=BY_HAND,
    hand_made=True,
    file_name="配送日报_{day}.xlsx",
    identified_by=("office",),
    identified_by_any=("due", "delivered_yesterday", "done_rate"),
    columns=(
        SHOP_IF_ONE,
        DAY_COLUMN,
        Column("office", TEXT, Text("办事处/服务商", "Office or carrier"), also=("办事处", "服务商"), needed=True),
        Column("due", COUNT, Text("总需配送订单", "Orders to deliver")),
        Column("delivered_in_month", COUNT, Text("已配送订单(本月)", "Delivered this month")),
        Column("due_in_month", COUNT, Text("需配送订单(本月)", "To deliver this month")),
        Column("shipped", COUNT, Text("已发货", "Shipped")),
        Column("at_shop", COUNT, Text("到店数据", "Arrived at the shop")),
        Column("out_of_stock", COUNT, Text("缺货", "Out of stock")),
        # The customer asked for a later day: never to be counted as late.
        Column("put_off_by_buyer", COUNT, Text("延期订单(顾客暂不要货)", "Put off by the customer")),
        Column("delivered_yesterday", COUNT, Text("昨日实际配送订单", "Delivered yesterday")),
        Column("due_yesterday", COUNT, Text("昨日应配送订单", "Due yesterday")),
        Column("due_today", COUNT, Text("今日应配送订单", "Due today")),
        Column("lines_today", COUNT, Text("今日已配送商品行", "Lines delivered today")),
        Column("done_rate", RATIO, Text("配送完成率", "Delivered of due")),
    ),
    skip_rows=(Skip("office", TOTALS, Text("合计行", "a total row")),),
)

SOURCES = (TO_DO, DELIVERIES)
