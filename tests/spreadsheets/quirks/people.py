"""Who a row of customer service is about."""

from datetime import date

from tests.spreadsheets.quirk import SHOP, Quirk
from tests.spreadsheets.workbooks import xlsx

DAY = date(2026, 6, 11)
ACCOUNTS = "店铺|账号名|员工姓名|小组"

QUIRKS = (
    Quirk(
        "agent_by_account.xlsx",
        "an agent is the account, even where a name stands beside it",
        xlsx(
            [
                "客服昵称|账号名称|人工已接待人数|人工已接待会话量|满意率",
                "小满|木语:01|40|44|98.00%",
                "小满|木语:02|20|21|97.00%",
            ]
        ),
        "SELECT agent, receptions FROM service ORDER BY agent",
        [("木语:01", 44), ("木语:02", 21)],
        day=DAY,
    ),
    Quirk(
        "shop_in_account.xlsx",
        "the part of an account before the colon is the shop, whatever shop the reader has in mind",
        xlsx(["日期|旺旺昵称|有效接待人数|销售额", "2026-06-11|云栖木语生活专营店:小满|82|1,200.00"]),
        "SELECT shop, receptions FROM service",
        [("云栖木语生活专营店", 82)],
    ),
    Quirk(
        "appraisal_that_looks_like_a_score.xlsx",
        "指标 and 得分 beside a person and a month are an appraisal, no DSR",
        xlsx(["月|人|指标|得分", "2026-06|小满|响应|92", "2026-06|小满|转化|88.5"]),
        "SELECT period, person, item, score FROM appraisals ORDER BY item",
        [("2026-06", "小满", "响应", 92.0), ("2026-06", "小满", "转化", 88.5)],
    ),
    Quirk(
        "one_person_of_several_accounts.xlsx",
        "a roster gives one person several accounts",
        xlsx([ACCOUNTS, f"{SHOP}|木语:01|小满|售前", f"{SHOP}|木语:02|小满|售前"]),
        "SELECT account, person, team FROM roster ORDER BY account",
        [("木语:01", "小满", "售前"), ("木语:02", "小满", "售前")],
    ),
    Quirk(
        "one_agent_in_two_sheets.xlsx",
        "two sheets of one report tell of the same agents and make one row of each",
        xlsx(
            ["旺旺账号名称|平均响应时长|人工接待会话量|3分钟人工响应率", "小满|1分23秒|40|98.5%"],
            "按客服查看",
            others={"旺旺账号咨询接待能力明细": ["旺旺账号名称|旺旺评价量|满意评价量", "小满|20|19"]},
        ),
        "SELECT agent, receptions, avg_response_sec, reviews, satisfaction_rate FROM service",
        [("小满", 40, 83.0, 20, 0.95)],
        day=DAY,
    ),
)
