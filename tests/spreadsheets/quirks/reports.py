"""Facts that come in several files, sheets or rows."""

from datetime import date

from tests.spreadsheets.packed import archive
from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.texts import text
from tests.spreadsheets.workbooks import xls, xlsx

DAY = date(2026, 6, 11)
PLANS = "日期,场景名字,计划ID,计划名字,展现量,点击量,花费"
PRODUCTS = "日期,场景名字,计划ID,计划名字,主体ID,主体类型,主体名称,展现量,点击量,花费"

QUIRKS = (
    Quirk(
        "one_sheet_for_pc_and_one_for_phones.xls",
        "the carrier of a channel is the sheet it stands in",
        xls(
            [*["流量来源"] * 5, "来源|来源明细|访客数|访客数变化|支付金额", "淘内免费|手淘搜索|1,204|3.20%|4,100.00"],
            "无线流量来源",
            others={
                "PC流量来源": [
                    *["流量来源"] * 5,
                    "来源|来源明细|访客数|新访客|支付金额",
                    "淘内免费|淘宝搜索|60|40|120.00",
                ]
            },
        ),
        "SELECT carrier, channel, visitors FROM traffic ORDER BY visitors",
        [("PC", "淘宝搜索", 60), ("无线", "手淘搜索", 1204)],
        day=DAY,
    ),
    Quirk(
        "whole_day_and_working_hours.xlsx",
        "of response times of the whole day and of working hours the latter is the agent's, and both are kept",
        xlsx(["客服账号|接待会话量|工作时间平响时长|全天平响时长", "木语小满|90|11秒|2分30秒"]),
        "SELECT avg_response_sec, all_day_avg_response_sec FROM service",
        [(11.0, 150.0)],
        day=DAY,
    ),
    Quirk(
        "not_settled_yet.xlsx",
        "what settles three days later says 延迟统计, and a later file of that figure alone takes nothing away",
        xlsx(["日期|店铺|账户名|询单->最终付款成功率", f"2026-06-11|{SHOP}|小满|0.4211"]),
        "SELECT service_sec, final_pay_rate FROM service",
        [(28800.0, 0.4211)],
        after=("service_time_in_minutes_without_a_word.xlsx",),
    ),
    Quirk(
        "four_files_of_one_day.zip",
        "a shop's day that comes as four files is one row",
        archive(
            {
                "交易.xls": xls(
                    ["店铺", "", "", "统计日期|支付金额(元)|支付买家数", "2026-06-11|12,653.00|96"], "自助取数"
                ),
                "流量.xlsx": xlsx(["店铺", "", "", "统计日期|访客数|浏览量", "2026-06-11|6,069|9,116"], "自助取数"),
                "服务.xlsx": xlsx(
                    ["店铺", "", "", "统计日期|售中申请退款金额|售中申请退款买家数", "2026-06-11|320.00|4"], "自助取数"
                ),
                "其他.xlsx": xlsx(["店铺", "", "", "统计日期|评价数|有图评价数", "2026-06-11|31|8"], "自助取数"),
            }
        ),
        "SELECT day, pay_amount, visitors, refund_asked, reviews FROM shop_daily",
        [("2026-06-11", 12653.0, 6069, 320.0, 31)],
    ),
    Quirk(
        "one_spend_in_two_reports.zip",
        "the reports of plans and of products tell one spend: they stand in two tables and are not added",
        archive(
            {
                "计划报表.csv": text(PLANS, "2026-06-11,关键词推广,7301,餐边柜,1000,31,58.20"),
                "商品报表.csv": text(
                    PRODUCTS,
                    "2026-06-11,关键词推广,7301,餐边柜,737559603417,商品,餐边柜,600,20,40.20",
                    "2026-06-11,关键词推广,7301,餐边柜,737559603418,商品,桌布,400,11,18.00",
                ),
            }
        ),
        "SELECT (SELECT sum(spend) FROM promotion_plans), (SELECT sum(spend) FROM promotion_products)",
        [(58.2, 58.2)],
    ),
    Quirk(
        "one_spend_for_each_window.xlsx",
        "rows that tell one spend for each window of conversion are one spend",
        xlsx(
            [
                "日期|投放场景|转化周期|消耗(元)|曝光量|点击量|ROI",
                "2026-06-11|搜索|3天|58.20|1,000|31|2.10",
                "2026-06-11|搜索|15天|58.20|1,000|31|3.40",
            ],
            "数据总览",
        ),
        "SELECT plan, spend FROM promotion",
        [("搜索", 58.2)],
    ),
    Quirk(
        "put_off_by_the_customer.xlsx",
        "orders that customers want later are counted beside those that are late",
        xlsx(["办事处/服务商|总需配送订单|缺货|延期订单(顾客暂不要货)|配送完成率", "华东|120|3|14|0.8833"]),
        "SELECT office, due, out_of_stock, put_off_by_buyer, done_rate FROM deliveries",
        [("华东", 120, 3, 14, 0.8833)],
        day=DAY,
    ),
    Quirk(
        "title_and_id_in_one_cell.xlsx",
        "标题/719850241635 is a title and an id",
        xlsx(["商品名称/编码|问题订单量|有效订单量|问题订单率", "藤编落地灯/719850241635|3|120|2.50%"]),
        "SELECT item_id, title, troubled_rate FROM product_scores",
        [("719850241635", "藤编落地灯", 0.025)],
        day=DAY,
    ),
    Quirk(
        "slash_for_no_target.csv",
        "a target of / is none",
        text(
            "店铺,姓名,年月,目标销售额", f"{SHOP},小满,2026-06,300000", f"{SHOP},小寒,2026-06,/", encoding="utf-8-sig"
        ),
        "SELECT person, amount FROM targets ORDER BY amount",
        [("小满", 300000.0), ("小寒", None)],
    ),
    Quirk(
        "same_day_exported_again.xls",
        "a day exported again replaces the whole of it: a channel that is gone goes",
        xls([*["选词助手"] * 5, "搜索词|访客数|加购人数|支付金额", "边柜|300|12|900.00"]),
        "SELECT word, visitors FROM search_words",
        [("边柜", 300)],
        day=DAY,
        after=("day_without_marks_in_file_name_20260611.xls",),
    ),
)
