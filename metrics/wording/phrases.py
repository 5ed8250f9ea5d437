"""The phrases the morning is told in."""

from text import Text

YESTERDAY = Text("昨日", "Yesterday")

NO_SALES = Text("{day}的支付数据还没到，缺{files}", "{day}'s sales are not in yet: {files} missing")
PAID_ONLY = Text("{day}支付 {paid}，未设目标", "{day} brought {paid}; no target is set")
PAID_WITHOUT = Text("{day}支付 {paid}，不含{shops}", "{day} brought {paid}, without {shops}")
SHORT = Text("{day}差 {gap}", "{day} {gap} short")
BEYOND = Text("{day}超目标 {gap}", "{day} {gap} over target")
LESS = Text("{day}比同星期少 {gap}", "{day} {gap} below the weekday")
MORE = Text("{day}比同星期多 {gap}", "{day} {gap} above the weekday")
EVEN = Text("{day}支付 {paid}，不多不少", "{day} brought {paid}, exactly as planned")

MAINLY_LOST = Text("主因是{cause}", "mainly {cause}")
MAINLY_WON = Text("主要靠{cause}", "mainly {cause}")
AMONG_IT = Text("其中{cause}", "partly {cause}")
LOST = {
    "visits": Text("访客少来了 {people}", "{people} fewer visitors"),
    "conversion": Text("转化率走低，吃掉 {amount}", "conversion, −{amount}"),
    "basket": Text("客单价走低，吃掉 {amount}", "basket, −{amount}"),
    "target": Text("目标比同星期高 {amount}", "a target {amount} higher"),
    "sources": Text("订单比店铺日报少 {amount}", "orders {amount} below the report"),
}
WON = {
    "visits": Text("访客多来了 {people}", "{people} more visitors"),
    "conversion": Text("转化率走高，带来 {amount}", "conversion, +{amount}"),
    "basket": Text("客单价走高，带来 {amount}", "basket, +{amount}"),
    "target": Text("目标比同星期低 {amount}", "a target {amount} lower"),
    "sources": Text("订单比店铺日报多 {amount}", "orders {amount} above the report"),
}

DAY_UNKNOWN = Text(
    "{day}没有支付数据，缺{files}，不评达成。", "{day} has no sales: {files} missing, attainment not judged."
)
PAID = Text("{day}支付 {paid}", "{day} {paid}")
WITHOUT = Text("不含{shops}，不评达成", "without {shops}, attainment not judged")
ATTAINED = Text("达成 {share}", "{share} of target")
NO_TARGET = Text("未设目标，不评达成", "no target set, attainment not judged")
VISITS_LEVEL = Text("访客与同星期持平", "visitors as on the same weekday")
VISITS_DOWN = Text("访客比同星期少 {share}，吃掉 {amount}", "{share} fewer visitors cost {amount}")
VISITS_UP = Text("访客比同星期多 {share}，带来 {amount}", "{share} more visitors brought {amount}")
RATES_COMBINED = {
    (True, False): Text("转化与客单补回 {amount}", "conversion and basket won back {amount}"),
    (True, True): Text("转化与客单又带来 {amount}", "conversion and basket another {amount}"),
    (False, True): Text("转化与客单吃掉 {amount}", "conversion and basket cost {amount}"),
    (False, False): Text("转化与客单又吃掉 {amount}", "conversion and basket another {amount}"),
}
"""By whether the two gave (or took), and whether visitors did."""

ASIDE = {
    ("target", False): Text("目标比同星期高 {amount}", "target {amount} above usual"),
    ("target", True): Text("目标比同星期低 {amount}", "target {amount} below usual"),
    ("sources", False): Text("订单比店铺日报少 {amount}", "orders {amount} below the shop report"),
    ("sources", True): Text("订单比店铺日报多 {amount}", "orders {amount} above the shop report"),
}
SEVERAL_SHOPS = Text("多店合计不拆原因，请选一家店", "causes are told for one shop at a time")
NO_REPORT = Text("缺店铺日报，拆不出原因", "no shop report, so no causes")
NO_BASE = Text("同星期不足 3 周，暂不拆原因", "fewer than 3 same weekdays, so no causes yet")
NO_SPLIT = Text(
    "访客、买家或金额有一项为 0 或缺失，拆不出原因", "visitors, buyers or amount is 0 or missing, so no causes"
)

MONTH_UNKNOWN = Text("本月还没有支付数据，不评进度。", "No sales of this month yet: pace not judged.")
MONTH_NO_TARGET = Text("本月未设目标，不评进度。", "No target is set for this month: pace not judged.")
MONTH_ATTAINED = Text("本月达成 {share}", "Month {share}")
PACE_BEHIND = Text("落后加权进度 {gap}", "{gap} behind pace")
PACE_AHEAD = Text("领先加权进度 {gap}", "{gap} ahead of pace")
PACE_LEVEL = Text("与加权进度持平", "level with pace")
DAYS_LACKING = Text("本月缺 {days} 天支付数据", "days without sales: {days}")
MONTH_REACHED = Text("月目标已完成", "the month's target is reached")
NEEDED = Text("往后每天要 {amount}", "needs {amount} a day")

UNSHIPPED = Text("{day}付款未发货 {orders}", "{day} left {orders} unshipped")
NO_STATUS = Text("订单没有状态，不知未发货", "orders without a status: unshipped unknown")
SPEED = Text("首次响应 {speed}", "first reply {speed}")
REPLIED = Text("回复率 {replied}", "replied {replied}")
DSR, SCORE = Text("DSR {scores}", "DSR {scores}"), Text("{name} {score}", "{name} {score}")
FILES_MISSING = Text("缺{files}", "missing: {files}")
NOTHING_ELSE = Text("发货、客服与评分没有可说的数据", "nothing is known of shipping, service and scores")
