"""Buyers: how many came back, and the shop's members and followers."""

from metrics.catalogue.trade.sales import SAYS_REPORT, SHOP_REPORT
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio_of_sums
from text import Text

MEMBERSHIP = Facts(
    "membership", SHOP_REPORT.label, "SELECT shop, day, members FROM shop_daily WHERE members IS NOT NULL"
)

REPEAT_BUYER_SHARE = Metric(
    "repeat_buyer_share",
    Text("老买家占比", "Repeat buyer share"),
    Text(
        "付款买家中以前买过的比例；多日为合计相除",
        "The share of paying buyers who had bought before; over days sum by sum",
    ),
    Text("支付老买家数 ÷ 支付买家数", "returning buyers ÷ paying buyers"),
    SHOP_REPORT,
    ratio_of_sums("old_buyers", "pay_buyers"),
    Unit.PERCENT,
    source_note=SAYS_REPORT,
)
REPEAT_SALES_SHARE = Metric(
    "repeat_sales_share",
    Text("老买家销售占比", "Repeat sales share"),
    Text("支付金额中老买家付的比例", "The share of what was paid that returning buyers paid"),
    Text("老买家支付金额 ÷ 支付金额，同取店铺日报", "paid by returning buyers ÷ paid amount, both of the shop report"),
    SHOP_REPORT,
    ratio_of_sums("old_buyers_amount", "pay_amount"),
    Unit.PERCENT,
    source_note=SAYS_REPORT,
)
MEMBERS = Metric(
    "members",
    Text("会员总数", "Members"),
    Text(
        "期内最后一天的会员数；同一人可是几家店的会员", "Members on the last day; one may be a member of several shops"
    ),
    Text("店铺日报的会员总数", "the report's members"),
    MEMBERSHIP,
    "max(members)",
    Unit.PEOPLE,
    never_across=("shop",),
    latest=True,
    source_note=SAYS_REPORT,
)
MEMBERS_NEW = Metric(
    "members_new",
    Text("新增会员", "New members"),
    Text("入会的人次", "Buyers who joined"),
    Text("新增会员数之和", "sum of new members"),
    SHOP_REPORT,
    "sum(members_new)::BIGINT",
    Unit.PEOPLE,
    adds_up=True,
    source_note=SAYS_REPORT,
)
MEMBER_SALES_SHARE = Metric(
    "member_sales_share",
    Text("会员销售占比", "Member sales share"),
    Text("支付金额中会员付的比例", "The share of what was paid that members paid"),
    Text("会员成交金额 ÷ 支付金额，同取店铺日报", "paid by members ÷ paid amount, both of the shop report"),
    SHOP_REPORT,
    ratio_of_sums("members_amount", "pay_amount"),
    Unit.PERCENT,
    source_note=SAYS_REPORT,
)
FOLLOWERS_NEW = Metric(
    "followers_new",
    Text("新增关注", "New followers"),
    Text("关注店铺的人次", "Users who began to follow the shop"),
    Text("关注店铺人数之和", "sum of users following the shop"),
    SHOP_REPORT,
    "sum(followers_new)::BIGINT",
    Unit.PEOPLE,
    better=Better.HIGHER,
    adds_up=True,
    source_note=SAYS_REPORT,
)

METRICS = (REPEAT_BUYER_SHARE, REPEAT_SALES_SHARE, MEMBERS, MEMBERS_NEW, MEMBER_SALES_SHARE, FOLLOWERS_NEW)
