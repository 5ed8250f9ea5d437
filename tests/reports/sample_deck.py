"""A made-up deck that holds every kind of part, as the pictures of the slides show them."""

from datetime import date, datetime

from metrics.calendar.period import Period
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level
from reports.slide.deck import Deck
from reports.slide.slide import (
    Amount,
    Bars,
    Curve,
    FindingLine,
    KeyNumber,
    Side,
    Slide,
    Table,
    TableColumn,
    TargetBar,
    Trend,
    Waterfall,
    WaterfallStep,
)
from reports.slide.stamp import Stamp
from text import Text, same

GOOD = Judgement(Level.GOOD, Text("达成 100.8%", "100.8% of target"))
WATCH = Judgement(Level.WATCH, Text("达成 95.6%", "95.6% of target"))
BAD = Judgement(Level.BAD, Text("达成 88.4%", "88.4% of target"))
UNJUDGED = Judgement(Level.UNJUDGED, Text("缺生意参谋流量，未评", "No traffic file: not judged"))

RESULT, CAUSE, DECIDE = Text("结果", "Result"), Text("原因", "Cause"), Text("要定", "Decide")

CONCLUSION = Slide(
    "conclusion",
    Text("一页结论", "In one page"),
    Text(
        "上周差 13.60万元，月进度还在线内，洞在搜索", "136K yuan short last week, the month still on pace: search leaks"
    ),
    numbers=(
        KeyNumber(
            Text("支付金额", "Paid amount"),
            Amount(2_964_000, Unit.YUAN),
            WATCH,
            target=3_100_000,
            lines=(
                Text("达成 **95.6%**　差 13.60", "**95.6%** of target, 136K short"),
                Text("环比 ↑21.3%　年同 ↑6.8%", "↑21.3% on week, ↑6.8% on year"),
            ),
        ),
        KeyNumber(
            Text("本月达成", "Month attained"),
            Amount(0.22, Unit.PERCENT),
            GOOD,
            target=1,
            pace=0.23,
            lines=(
                Text("加权进度 **23.0%**　差 1.0点", "Weighted pace **23.0%**, 1.0 pp short"),
                Text("剩余日均需 45.81万元", "458.10K yuan a day needed"),
            ),
        ),
        KeyNumber(
            Text("日均访客", "Visitors a day"),
            Amount(51_000, Unit.PEOPLE, young=True),
            BAD,
            target=54_400,
            lines=(
                Text("目标 5.44　**少 0.34**", "Target 54.4K, **3.4K fewer**"),
                Text("环比 ↑3.2%　年同 ↓1.9%", "↑3.2% on week, ↓1.9% on year"),
            ),
        ),
        KeyNumber(
            Text("三分钟回复率", "Answered in 3 min"),
            Amount(0.936, Unit.PERCENT),
            WATCH,
            target=0.95,
            lines=(
                Text("目标 95.0　**低 1.4点**", "Target 95.0, **1.4 pp below**"),
                Text("环比 ↓0.8点　年同 ↑0.7点", "↓0.8 pp on week, ↑0.7 pp on year"),
            ),
        ),
    ),
    lines=(
        FindingLine(
            RESULT,
            Text(
                "支付 **296.40万元**，达成 **95.6%**；本月 22.0%，仍在加权进度线内。",
                "Paid **2.96M yuan**, **95.6%** of target; the month at 22.0% keeps its weighted pace.",
            ),
        ),
        FindingLine(
            CAUSE,
            Text(
                "访客少 6.4%，吃掉 **19.90万元**，四分之三来自手淘搜索；转化、客单补回 6.30万元。",
                "6.4% fewer visitors cost **199K yuan**, mostly search; conversion and basket won back 63K.",
            ),
        ),
        FindingLine(
            DECIDE,
            Text(
                "搜索主图这周换不换；12 点与 21 点各补一席，谁来排。",
                "New search pictures this week or not; who adds seats.",
            ),
        ),
    ),
    notes=Text("先说月，再说周。", "The month first, then the week."),
)

GAP = Slide(
    "gap",
    Text("缺口拆解", "The gap"),
    Text(
        "访客一项吃掉 19.90万元，转化和客单只补回 6.30", "Visitors cost 199K yuan; conversion and basket won back 63K"
    ),
    parts=(
        Waterfall(
            Text("与目标之差", "Against the target"),
            Unit.YUAN,
            WaterfallStep(Text("目标", "Target"), 3_100_000),
            (
                WaterfallStep(
                    Text("访客", "Visitors"), -199_000, Text("5.44 → 5.10 万人/日", "54.4K → 51.0K a day"), culprit=True
                ),
                WaterfallStep(Text("转化率", "Conversion"), 32_000, Text("3.30 → 3.34 %", "3.30 → 3.34%")),
                WaterfallStep(Text("客单价", "Basket"), 31_000, Text("246.7 → 249.2 元", "246.7 → 249.2 yuan")),
            ),
            WaterfallStep(Text("结果", "Result"), 2_964_000, Text("达成 95.6%", "95.6% of target")),
        ),
        Bars(
            Text("访客这一项，再按来源拆", "Visitors, by where they came from"),
            Unit.YUAN,
            (
                TargetBar(Text("手淘搜索", "Taobao search"), -152_000, judgement=BAD),
                TargetBar(Text("手淘推荐", "Taobao feed"), -34_000, judgement=WATCH),
                TargetBar(Text("其余来源", "Other sources"), -28_000, judgement=WATCH),
                TargetBar(Text("关键词推广", "Paid keywords"), 15_000, judgement=GOOD),
            ),
            note=Text(
                "三项相加等于差额，四个来源相加等于访客。搜索连跌六天，前十词有三个掉出首屏。",
                "The three add up to the gap, the four sources to the visitors. Search fell six days running.",
            ),
        ),
    ),
)

WEEKS = tuple(Text(f"{4 + n // 4}月{n * 7 % 28 + 1}日", f"{n * 7 % 28 + 1} Apr") for n in range(6))
MONTHS = tuple(Text(f"{(n + 6) % 12 + 1}月", f"M{(n + 6) % 12 + 1}") for n in range(12))

SERVICE = Slide(
    "service",
    Text("客服", "Customer service"),
    Text("慢在 12 点和 21 点，其余时段已有 97.6%", "Slow at noon and at 9 pm; all other hours stand at 97.6%"),
    parts=(
        Trend(
            Text("三分钟回复率", "Answered in 3 minutes"),
            Unit.PERCENT,
            Side(
                WEEKS,
                (0.9542, 0.958, 0.951, 0.9488, 0.944, 0.936),
                (0.941, 0.940, 0.946, 0.9425, 0.938, 0.929),
                (0.95,) * 6,
                young=(False, False, False, False, False, True),
            ),
            Side(
                MONTHS,
                (0.928, 0.935, 0.940, 0.942, 0.939, 0.906, 0.921, 0.944, 0.950, 0.948, 0.952, 0.955),
                (0.910, 0.918, 0.922, 0.925, 0.920, 0.896, 0.904, 0.919, 0.926, 0.924, 0.929, 0.934),
                (0.95,) * 12,
                marked=(None,) * 5 + (Text("双11", "Double 11"),) + (None,) * 6,
            ),
            WATCH,
        ),
        Table(
            Text("从最慢的看起", "The slowest first"),
            (
                TableColumn(Text("评", "Judged")),
                TableColumn(Text("客服", "Agent")),
                TableColumn(Text("接待", "Chats"), Unit.COUNT),
                TableColumn(Text("中位", "Median"), Unit.SECONDS),
                TableColumn(Text("九成内", "9 in 10"), Unit.SECONDS),
                TableColumn(Text("3分钟", "3 min"), Unit.PERCENT),
                TableColumn(Text("询单付款", "Paid after"), Unit.PERCENT),
            ),
            (
                (BAD, same("客服E"), 1655, 34, 151, 0.872, 0.369),
                (WATCH, same("客服C"), 1218, 20, 72, 0.939, 0.410),
                (GOOD, same("客服D"), 1104, 19, 64, 0.951, 0.428),
                (GOOD, same("客服B"), 1302, 17, 60, 0.958, 0.435),
                (GOOD, same("客服F"), 402, 15, 57, 0.956, Text("样本不足", "Small sample")),
                (UNJUDGED, same("客服A"), 1486, 14, 51, None, 0.462),
            ),
            note=Text("询单取 6月1日至 3日，已成熟", "Inquiries of 1 to 3 Jun, final"),
        ),
    ),
    lines=(
        FindingLine(
            Text("席位", "Seats"),
            Text(
                "慢的回复 71% 落在 **12 点**和 **21 点**；全周无人在线 **64 分钟**，都在午间。",
                "71% of the slow answers fall at **noon** and **9 pm**; nobody was on line for **64 minutes**.",
            ),
        ),
        FindingLine(
            Text("培训", "Training"),
            Text(
                "客服E 缺货、改地址两类问题最慢，6月9日 14:00 带一次，20 分钟。",
                "Agent E is slow on out of stock and new address: 20 minutes together on 9 Jun.",
            ),
        ),
        FindingLine(
            DECIDE,
            Text(
                "午饭分 11:40 和 12:40 两班，今天起试一周，**客服主管**负责。",
                "Lunch in two shifts from today, for a week; the **service lead** sees to it.",
            ),
        ),
    ),
)

PACE = Slide(
    "pace",
    Text("目标与进度", "Targets and pace"),
    Text(
        "本月照此走到 1,333.50万元，差目标 16.50万元，追得回来",
        "On this path the month ends 165K yuan short: within reach",
    ),
    numbers=(
        KeyNumber(
            Text("本月达成", "Month attained"),
            Amount(0.22, Unit.PERCENT),
            GOOD,
            target=1,
            pace=0.23,
            lines=(Text("加权进度 **23.0%**", "Weighted pace **23.0%**"),),
        ),
        KeyNumber(
            Text("本季达成", "Quarter attained"),
            Amount(None, Unit.PERCENT),
            UNJUDGED,
            lines=(Text("缺 4月目标", "April's target is missing"),),
        ),
    ),
    parts=(
        Curve(
            Text("本月累计支付金额", "Paid amount, added up over the month"),
            Unit.YUAN,
            tuple(Text(f"{n}日", f"{n} Jun") for n in range(1, 31)),
            tuple(430_000 * n for n in range(1, 8)) + (None,) * 23,
            tuple(450_000 * n for n in range(1, 31)),
            (None,) * 6 + tuple(3_010_000 + 448_913 * n for n in range(24)),
            low=12_400_000,
            high=14_100_000,
            target=13_500_000,
        ),
    ),
    live="plans",
)

TEAMS = Slide(
    "teams",
    Text("目标树", "Target tree"),
    Text("两个团队够到目标，推广差最多", "Two teams reach their target; promotion lags most"),
    parts=(
        Bars(
            Text("各团队支付金额", "Paid amount by team"),
            Unit.YUAN,
            (
                TargetBar(
                    Text("自然流量组", "Organic traffic"), 1_450_000, 1_400_000, GOOD, Text("达成 103.6%", "103.6%")
                ),
                TargetBar(Text("推广组", "Promotion"), 820_000, 1_050_000, BAD, Text("达成 78.1%", "78.1%")),
                TargetBar(Text("会员组", "Members"), 640_000, 600_000, GOOD, Text("达成 106.7%", "106.7%")),
                TargetBar(
                    Text("直播组", "Live rooms"), None, 50_000, UNJUDGED, Text("缺直播文件", "No live-room file")
                ),
            ),
            target_word=Text("目标", "Target"),
        ),
        Table(
            Text("人，前三与后三", "People, first and last three"),
            (
                TableColumn(Text("人", "Who")),
                TableColumn(Text("支付", "Paid"), Unit.YUAN),
                TableColumn(Text("评", "Judged")),
            ),
            (
                (same("王喆"), 812_345.6, GOOD),
                (same("李堃"), 640_100, GOOD),
                (same("欧阳玥"), 9_800.5, WATCH),
                (same("司马𬱖"), None, UNJUDGED),
            ),
        ),
    ),
)

WAITING = Slide(
    "faults",
    Text("故障与日志", "Faults and logs"),
    Text("故障还没有记录", "No faults recorded yet"),
    waits=Text("故障登记、巡检日志", "the fault log and the check log"),
)

COVER = Slide(
    "cover",
    Text("封面", "Cover"),
    Text("运营周会　6月1日（周一）至 7日（周日）", "Weekly operations meeting, Mon 1 Jun – Sun 7 Jun"),
    lines=(
        FindingLine(
            Text("文件", "Files"),
            Text("应有 12 份，到了 **11 份**，缺物流时效。", "**11 of 12** files: no shipping file."),
        ),
        FindingLine(Text("口径", "Definitions"), Text("与上周相同。", "The same as last week.")),
    ),
)

ACTIONS = Slide(
    "actions",
    Text("上周行动回看", "Last week's actions"),
    Text("五件事做完三件，一件逾期", "Three of five done, one overdue"),
    parts=(
        Table(
            Text("逾期的在前", "Overdue first"),
            (
                TableColumn(Text("做什么", "What")),
                TableColumn(Text("谁", "Who")),
                TableColumn(Text("到期", "Due")),
                TableColumn(Text("前", "Before"), Unit.PERCENT),
                TableColumn(Text("后", "After"), Unit.PERCENT),
                TableColumn(Text("状态", "State")),
            ),
            (
                (
                    Text(
                        "换搜索主图并且把前十词的标题都改一遍再看三天", "New search pictures and titles for ten words"
                    ),
                    same("王喆"),
                    Text("6月5日", "5 Jun"),
                    0.0334,
                    None,
                    Text("逾期", "Overdue"),
                ),
                (
                    Text("午间补一席", "A seat at noon"),
                    same("李堃"),
                    Text("6月3日", "3 Jun"),
                    0.87,
                    0.936,
                    Text("做完", "Done"),
                ),
            ),
        ),
    ),
    live="plans",
)

RECORDS = Slide(
    "records",
    Text("附录", "Appendix"),
    Text("全部商品", "All products"),
    parts=(
        Table(
            Text("商品明细", "Products in full"),
            (
                TableColumn(Text("商品", "Product")),
                TableColumn(Text("支付", "Paid"), Unit.YUAN),
                TableColumn(Text("转化率", "Conversion"), Unit.PERCENT),
            ),
            tuple((Text(f"榉木餐桌 {n} 号", f"Beech table {n}"), 1_000.5 * n, n / 1000) for n in range(1, 41)),
            note=Text("按支付金额排", "By paid amount"),
            whole=True,
        ),
    ),
)

SLIDES = (COVER, CONCLUSION, ACTIONS, PACE, GAP, TEAMS, SERVICE, WAITING)

SAMPLE = Deck(
    "云栖木语家居旗舰店",
    Period(date(2026, 6, 1), date(2026, 6, 7)),
    Stamp(
        date(2026, 6, 7),
        "0608-2",
        datetime(2026, 6, 8, 7, 40),
        (Text("店铺日报", "Shop daily report"), Text("流量来源", "Traffic by channel")),
        "a1b2c3",
    ),
    SLIDES,
    (RECORDS,),
)
"""The slides of the three pictures and one of every other kind, with a table of 40 rows in the appendix."""
