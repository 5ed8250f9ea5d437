"""Rows that hold no fact of their own: totals, means, notes, and facts told twice."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xls, xlsx

DAILY = "统计日期|访客数|支付金额(元)|支付买家数"
DAY = "2026-06-11|6,069|12,653.00|96"
DAY_READ = "SELECT day, visitors, pay_amount FROM shop_daily"
DAY_ROW = [("2026-06-11", 6069, 12653.0)]
LEVELS = "流量载体|一级来源|二级来源|三级来源|四级来源|访客数|访客数环比|支付金额|支付金额环比|uv价值环比"
AGENTS = "日期|旺旺昵称|旺旺分组|有效接待人数|平均响应时长（秒）|旺旺回复率|销售额"
AGENT = f"2026-06-11|{SHOP}:小满|售前|82|27.77|99.71%|1,200.00"
SUMMARIES = tuple(
    f"{word}|||82|27.77|99.71%|1,200.00"
    for word in ("汇总值", "平均值", "全店汇总值", "全店平均值", "同行同层优秀", "同行同层均值")
)
FEIGE = "客服账号|接待会话量|工作时间平响时长|全天平响时长|有效评价数|有效好评数|客服询单支付额"
WORKLOAD = "日期|值班/在岗客服数|咨询量|接待量|30s应答率|满意率|平均会话时长(分)|新平均响应(秒)"
WORKED = "|4|70|66|96.2%|98.0%|1.5|12"

QUIRKS = (
    Quirk(
        "total_on_top.xlsx",
        "the total of all products in the first row, without a day, is no product",
        xlsx(
            [
                "宝贝ID|宝贝名称|日期|支付金额|IPV|收加率",
                "|总计||13,000.00|9,000|20.00%",
                "737559603417|原木餐边柜|2026-06-11|12,653.00|6,069|766.67%",
            ]
        ),
        "SELECT item_id, dmp_amount, favoured_rate FROM products",
        [("737559603417", 12653.0, 7.6667)],
    ),
    Quirk(
        "total_in_the_middle.xls",
        "subtotals between the channels, whose deeper level says 汇总, are counted nowhere",
        xls(
            [
                LEVELS,
                "全部|淘内免费|汇总|汇总|汇总|1,500|1.00%|5,000.00|1.00%|0.50%",
                "全部|淘内免费|手淘搜索|汇总|汇总|1,204|1.00%|4,100.00|1.00%|0.50%",
                "全部|淘内免费|手淘搜索|自然搜索|-|1,204|1.00%|4,100.00|1.00%|0.50%",
                "全部|淘内免费|手淘推荐|-|-|480|1.00%|900.00|1.00%|0.50%",
            ],
            "全店流量来源",
        ),
        "SELECT channel_path, visitors FROM traffic ORDER BY visitors",
        [("淘内免费 › 手淘推荐", 480), ("淘内免费 › 手淘搜索 › 自然搜索", 1204)],
        day=date(2026, 6, 11),
    ),
    Quirk(
        "total_at_the_end.xlsx",
        "the sum and the mean below the agents are no agents",
        xlsx(["客服昵称|接待人数|平均响应(秒)|回复率", "小满|82|37.79|1.0", "汇总|82|37.79|1.0", "均值|82|37.79|1.0"]),
        "SELECT agent, receptions FROM service",
        [("小满", 82)],
        day=date(2026, 6, 11),
    ),
    Quirk(
        "six_summary_rows.xlsx",
        "the shop's and the trade's figures below the agents are skipped",
        xlsx([AGENTS, AGENT, *SUMMARIES], "数据信息"),
        "SELECT shop, agent, receptions, sales FROM service",
        [(SHOP, "小满", 82, 1200.0)],
    ),
    Quirk(
        "summary_rows_first_of_2026-06-11.xlsx",
        "the shop's sum and mean above the agents are skipped",
        xlsx(
            [
                FEIGE,
                "店铺汇总值|90|11秒|7小时41分52秒|9|8|3,000.00",
                "店铺平均值|45|11秒|2分30秒|4|4|1,500.00",
                "木语小满|90|11秒|2分30秒|9|8|3,000.00",
            ]
        ),
        "SELECT agent, receptions, all_day_avg_response_sec FROM service",
        [("木语小满", 90, 150.0)],
    ),
    Quirk(
        "shop_and_trade_rows_below_the_day.xlsx",
        "of a shop's file the row of the day is taken, those of the shop's mean and the trade's are not",
        xlsx(
            [
                "日期|咨询人数|接待人数|未回复人数|平均响应时长|旺旺回复率",
                "2026-06-11|98|82|1|27.77|99.71%",
                "汇总|98|82|1|27.77|99.71%",
                "全店均值|98|82|1|27.77|99.71%",
                "同行均值|60|50|2|40.00|98.00%",
            ]
        ),
        "SELECT day, consults, receptions FROM service_shop",
        [("2026-06-11", 98, 82)],
    ),
    Quirk(
        "first_fact_in_row_4.xlsx",
        "a shop's day of JD may stand two rows below its headings, behind sums",
        xlsx([WORKLOAD, f"汇总{WORKED}", f"均值{WORKED}", f"2026-06-11{WORKED}"], "整体数据"),
        "SELECT day, consults, avg_session_sec, avg_response_sec FROM service_shop",
        [("2026-06-11", 70, 90.0, 12.0)],
    ),
    Quirk(
        "notes_below.xlsx",
        "the total and the notes in the column of days below the products are skipped",
        xlsx(
            [
                "日期|商品ID|商品名称|推广场景|推广名称|总花费(元)|交易额(元)|曝光量|点击量",
                "2026-06-11|737559603417|原木餐边柜|商品推广|夏日|58.20|580.00|1,000|31",
                "总计|-|-|-|-|58.20|580.00|1,000|31",
                "注：推广商品的合计数据包含「全店托管」，与明细之和可能不同",
            ],
            "商品_分天数据_2026-06-11",
        ),
        "SELECT day, plan, spend FROM promotion",
        [("2026-06-11", "夏日", 58.2)],
    ),
    Quirk(
        "page_copied_with_a_total_2026-06-11.csv",
        "the table of a page, from its third row on, is read without the total below it",
        text(
            "推广计划",
            "共 1 个计划",
            "状态,商品名称,推广单元类型,计划名称,默认出价,展现量,点击量,点击率,花费,总成交金额",
            '推广中,原木餐边柜,商品,夏日,￥1.20,"1,000",31,3.10%,￥58.20,"￥1,580.00"',
            "合计,-,-,-,-,1000,31,3.10%,￥58.20,￥1580.00",
        ),
        "SELECT day, plan, spend, sales FROM promotion",
        [("2026-06-11", "夏日", 58.2, 1580.0)],
    ),
    Quirk(
        "same_row_twice.xlsx",
        "a row pasted twice counts once",
        xlsx([DAILY, DAY, DAY]),
        DAY_READ,
        DAY_ROW,
    ),
    Quirk(
        "one_day_twice_with_two_figures.xlsx",
        "of a day that is told twice and differently nothing is taken, for nobody knows which is right",
        xlsx([DAILY, DAY, DAY.replace("12,653", "12,658")]),
        problems=("key_twice",),
    ),
    Quirk(
        "spaced_totals.xlsx",
        "totals with spaces, a colon or a team before them are no agents",
        xlsx(
            [
                "客服昵称|接待人数|平均响应(秒)|回复率",
                "小满|82|37.79|1.0",
                "合 计|82|37.79|1.0",
                "总计：|82|37.79|1.0",
                "售前合计|82|37.79|1.0",
                "合计3条记录|82|37.79|1.0",
            ]
        ),
        "SELECT agent, receptions FROM service",
        [("小满", 82)],
        day=date(2026, 6, 11),
    ),
)
