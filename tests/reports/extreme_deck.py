"""A made-up deck of the longest names and the greatest amounts."""

from metrics.definition.metric import Unit
from reports.slide.deck import Deck
from reports.slide.slide import Amount, Bars, FindingLine, KeyNumber, Side, Slide, TargetBar, Trend
from tests.reports.sample_deck import BAD, GOOD, MONTHS, SAMPLE, UNJUDGED, WEEKS
from text import Text

LONG_SHOP = "云栖木语全屋定制家居旗舰店（杭州滨江网商路总部直营）"
LONGEST = Slide(
    "longest",
    Text("流量与推广及会员复购的总账", "Traffic, promotion and members all together"),
    Text(
        "全店支付金额 123,456.79万元创下新高，但是手淘搜索的访客连续六周下跌，推广费用比成交涨得快，会员复购也停在去年",
        "Paid amount reaches a record 1.23B yuan, yet visitors from search have fallen for six weeks running while "
        "promotion spend grows faster than sales and members buy again no more often than a year ago",
    ),
    numbers=tuple(
        KeyNumber(
            Text("聚水潭发货及时率与售后时效", "Shipped on time and after-sale handling"),
            Amount(value, unit, young=True),
            UNJUDGED,
            target=target,
            lines=(
                Text(
                    "达成 **1,234,567.89万元**　差 123,456.79万元",
                    "**1,234,567.89K yuan** of target, 123,456.79K short",
                ),
                Text(
                    "环比 ↑1,234.5%　年同 ↓1,234.5%　上月同 ↑12.3%",
                    "↑1,234.5% on week, ↓1,234.5% on year, ↑12% on month",
                ),
            ),
        )
        for value, unit, target in (
            (987_654_321.98, Unit.YUAN, 999_999_999),
            (99_999_999.99, Unit.YUAN, None),
            (-123_456_789, Unit.YUAN, 100_000_000),
            (86_399.5, Unit.SECONDS, 100),
        )
    ),
    parts=(
        Trend(
            Text("支付金额（含预售定金与尾款）", "Paid amount with deposits and final payments"),
            Unit.YUAN,
            Side(WEEKS, (987_654_321, None, 912_345_678, 934_567_890, None, 123_456_789), (), (999_999_999,) * 6),
            Side(
                MONTHS,
                (None,) * 11 + (987_654_321,),
                (987_654_000,) * 12,
                (),
                marked=(Text("年货节", "New Year"),) + (None,) * 10 + (Text("618 大促", "618 sale"),),
            ),
            GOOD,
        ),
        Bars(
            Text("按来源拆开再看一遍各渠道的成交", "Sales once more, split by the channel they came from"),
            Unit.YUAN,
            tuple(
                TargetBar(
                    Text(f"手淘搜索与推荐合并渠道{n}", f"Search and feed taken together {n}"),
                    value,
                    target,
                    BAD,
                    Text("样本不足，缺生意参谋流量", "Small sample, no traffic file"),
                )
                for n, (value, target) in enumerate(
                    [(987_654_321, 999_999_999), (-123_456_789, None), (1, 5), (None, 7)]
                )
            ),
            target_word=Text("目标", "Target"),
            note=Text("渠道之间不可相加。", "Never add channels."),
        ),
    ),
    lines=tuple(
        FindingLine(
            Text("特别说明", "Remember"),
            Text(
                "客服 **987,654,321.98元** 的售后金额里有一半来自大促预售，另一半要等到 6月18日定稿之后才能评判。",
                "Half of the **987,654,321.98 yuan** of refunds come from orders of the sale; the other half cannot be "
                "judged before it is final on 18 June, when we look again.",
            ),
        )
        for _ in range(3)
    ),
)

EXTREME = Deck(LONG_SHOP, SAMPLE.week, SAMPLE.stamp, (LONGEST,), ())
