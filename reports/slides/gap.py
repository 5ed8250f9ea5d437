"""Gap: from the target by visits, conversion and basket to what was paid, then by channel."""

from collections.abc import Sequence
from decimal import Decimal

from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT
from metrics.catalogue.trade.traffic import CHANNEL_PAY_AMOUNT, DAILY_VISITORS, PAY_CONVERSION
from metrics.definition.metric import Unit
from metrics.explanation.gap_causes import FACTORS, Cause
from metrics.wording.figure import Number, figure
from metrics.wording.rounding import grouped
from reports.numbers.targets.gap import GapNumbers
from reports.numbers.targets.gaps import WeekGap
from reports.numbers.trade.channels import ChannelWeek
from reports.slide.slide import Bars, FindingLine, Part, Slide, TargetBar, Waterfall, WaterfallStep
from reports.slide.values import both, ended, sentence, written, yuans
from text import Text, same

TOPIC = Text("缺口拆解", "Where the gap is")
METRICS = (PAY_AMOUNT, DAILY_VISITORS, PAY_CONVERSION, AVG_ORDER_VALUE, CHANNEL_PAY_AMOUNT)
BARS = 5
"""Channels that have a bar of their own; all others share one."""

CAUSES = {
    "visits": Text("访客", "Visits"),
    "conversion": Text("转化率", "Conversion"),
    "basket": Text("客单价", "Basket"),
    "target": Text("目标变动", "Target moved"),
    "sources": Text("订单差异", "Orders differ"),
}
HIGHER_TARGET, LOWER_TARGET = Text("比前一周高", "above last week"), Text("比前一周低", "below last week")
BY_REPORT = Text("订单比日报", "orders on report")
SPOKEN = {
    "visits": Text("访客", "visits"),
    "conversion": Text("转化", "conversion"),
    "basket": Text("客单", "basket"),
    "target": Text("目标", "the target"),
    "sources": Text("订单与日报之差", "orders against the report"),
}

TOOK = Text("{cause}一项吃掉 {amount}", "{cause} alone took {amount}")
GAVE = Text("{cause}一项带来 {amount}", "{cause} alone brought {amount}")
GAVE_BACK = Text("{causes}只补回 {amount}", "{causes} gave back only {amount}")
COVERED_IT = Text("{causes}补回 {amount}", "{causes} gave back {amount}")
TOOK_TOO = Text("{causes}又吃掉 {amount}", "{causes} took another {amount}")
ATE = Text("{causes}吃掉 {amount}", "{causes} took {amount}")
ADDED = Text("{causes}又带来 {amount}", "{causes} brought another {amount}")
RAISED = Text("目标比前一周高 {amount}", "the target rose by {amount}")
EVEN = Text("访客、转化、客单都没动，{amount}差在目标", "Nothing moved: {amount} lies in the target")
UNSPLIT = Text("{when}{how} {gap}，缺店铺日报，未评原因", "{when}: {gap} {how}; no shop report, causes not judged")
SHORT, BEYOND = Text("差", "short"), Text("超", "beyond")
NOTHING = Text("缺支付数据或对比的一周，缺口未评", "Sales or a week to compare with are missing: gap not judged")
LACKING = Text("{lacking}，缺口未评", "{lacking}: gap not judged")
WAITS = Text("等这些文件：订单或店铺日报，连续两周", "Waits for: orders or the shop's daily report, of two weeks")

TITLE_TARGET = Text("与目标之差", "Against the target")
TITLE_BEFORE = Text("与前一周之差", "Against the week before")
TARGET, BEFORE, RESULT = Text("目标", "Target"), Text("前一周", "Week before"), Text("结果", "Result")
ATTAINED = Text("达成 {share}", "{share} of target")
BY = Text("来源", "Channels")
BY_CHANNEL = Text("按来源看，比前一周", "By channel, on the week before")
OTHERS = Text("其余来源", "Other channels")
RESIDUAL = Text("归不到来源或重复计入", "In no channel or in several")
OVERLAP = Text(
    "箭头是日均访客的变化；一单可计入多个来源，各行相加等于差额。",
    "Arrows: visitors a day. An order may count in several channels; the rows add up.",
)
NOTES = Text(
    "先看最左边的{first}，再看右边落在哪个来源。几步相加等于差额，分毫不差。",
    "Begin with {first}, then look right for the channel. The steps add up to the gap to the cent.",
)


def slide(of: GapNumbers) -> Slide:
    """Gap of the week."""
    found = of.gap
    if found is None or found.lacking:
        why = LACKING.filled(lacking=found.lacking) if found and found.lacking else NOTHING
        return Slide("gap", TOPIC, why, metrics=METRICS, waits=WAITS)
    if not found.causes:
        how = SHORT if found.amount < 0 else BEYOND
        title = UNSPLIT.filled(when=of.week.when, how=how, gap=written(abs(found.amount), Unit.YUAN))
        return Slide("gap", TOPIC, title, metrics=METRICS, waits=WAITS)
    parts: tuple[Part, ...] = (_waterfall(of, found), *_channels(of, found))
    notes = NOTES.filled(first=SPOKEN[found.culprit.name] if found.culprit else SPOKEN["target"])
    lines = (FindingLine(BY, ended([found.no_channels])),) if found.no_channels else ()
    return Slide("gap", TOPIC, _title(found), parts=parts, lines=lines, notes=notes, metrics=METRICS)


def _title(of: WeekGap) -> Text:
    """访客一项吃掉 19.90万元，转化和客单只补回 6.30万元."""
    culprit, planned = of.culprit, of.cause("target")
    if culprit is None:
        return EVEN.filled(amount=written(abs(of.amount), Unit.YUAN))
    rest = [cause for cause in of.causes if cause.name in FACTORS and cause is not culprit and cause.amount]
    others = sum((cause.amount for cause in rest), Decimal(0))
    first, second, plan = yuans(culprit.amount, others, planned)
    lost = culprit.amount < 0
    clauses = [(TOOK if lost else GAVE).filled(cause=SPOKEN[culprit.name], amount=first)]
    if others:
        clauses.append(_phrase(culprit.amount, others).filled(causes=_named(rest), amount=second))
    if lost and planned < culprit.amount:
        clauses.append(RAISED.filled(amount=plan))
    return sentence(clauses)


def _named(causes: Sequence[Cause]) -> Text:
    names = [SPOKEN[cause.name] for cause in causes]
    return Text("和".join(name.zh for name in names), " and ".join(name.en for name in names))


def _phrase(first: Decimal, others: Decimal) -> Text:
    """How the other factors stand to the greatest one."""
    if first > 0:
        return ADDED if others > 0 else ATE
    return TOOK_TOO if others < 0 else GAVE_BACK if others < -first else COVERED_IT


def _waterfall(of: GapNumbers, gap: WeekGap) -> Waterfall:
    """From the target or the week before to the result; the steps add up to the gap."""
    steps = tuple(
        WaterfallStep(CAUSES[cause.name], cause.amount, _note(of, cause), cause is gap.culprit and cause.amount < 0)
        for cause in gap.causes
    )
    share = written(float(gap.paid) / float(gap.reference), Unit.PERCENT) if gap.to_target else None
    return Waterfall(
        TITLE_TARGET if gap.to_target else TITLE_BEFORE,
        Unit.YUAN,
        WaterfallStep(TARGET if gap.to_target else BEFORE, gap.reference),
        steps,
        WaterfallStep(RESULT, gap.paid, ATTAINED.filled(share=share) if share else None),
    )


def _channels(of: GapNumbers, gap: WeekGap) -> tuple[Bars, ...]:
    """The channels that moved most, the others and what no channel holds; nothing where no file tells of channels."""
    if not gap.channels:
        return ()
    first, rest = gap.channels[:BARS], gap.channels[BARS:]
    bars = [_bar(name, amount, of.channels.get(name)) for name, amount in first]
    others = sum((amount for _, amount in rest), Decimal(0))
    residual = gap.amount - gap.cause("target") - sum((amount for _, amount in gap.channels), Decimal(0))
    bars += [TargetBar(label, amount) for label, amount in ((OTHERS, others), (RESIDUAL, residual)) if amount]
    return (Bars(BY_CHANNEL, Unit.YUAN, tuple(bars), note=OVERLAP),)


def _bar(name: str, amount: Decimal, of: ChannelWeek | None) -> TargetBar:
    """A channel's yuan, judged by its visitors a day."""
    if of is None:
        return TargetBar(same(name), amount)
    return TargetBar(same(name), amount, judgement=of.judgement, note=both(of.change.text))


NOTED = {
    "visits": Text("{was} → {now} 人/日", "{was} → {now} a day"),
    "conversion": Text("{was} → {now} %", "{was} → {now} %"),
    "basket": Text("{was} → {now} 元", "{was} → {now} yuan"),
}


def _note(of: GapNumbers, cause: Cause) -> Text | None:
    """What the factor was the week before and is now."""
    if cause.name == "target":
        return LOWER_TARGET if cause.amount > 0 else HIGHER_TARGET
    if cause.name not in of.factors:
        return BY_REPORT
    metric, was, now = of.factors[cause.name]
    if was is None or now is None:
        return None
    return NOTED[cause.name].filled(was=_bare(was, metric.unit), now=_bare(now, metric.unit))


def _bare(value: Number, unit: Unit) -> Text:
    if unit is Unit.PEOPLE:
        return same(grouped(value, 0))
    return both(lambda language: figure(value, unit, language).number)
