"""Conclusions: the week in three sentences by rule: what came of it, why, and what is to be decided."""

from decimal import Decimal

from metrics.definition.metric import Unit
from metrics.explanation.gap_causes import FACTORS, Cause
from metrics.judgement.limits import Level
from reports.findings.shared_words import FACTORS_CALLED, NO_SALES
from reports.numbers.summary import SummaryNumbers
from reports.numbers.targets.gaps import WeekGap
from reports.slide.slide import FindingLine
from reports.slide.values import ended, joined, strong, written, yuans
from text import Text

RESULT, CAUSE, DECIDE = Text("结果", "Result"), Text("原因", "Cause"), Text("要定", "To decide")
PAID = Text("支付 {paid}", "Paid {paid}")
ATTAINED = Text("达成 {share}", "{share} of target")
NO_TARGET_SET = Text("未设目标，不评达成", "no target set, attainment not judged")
MONTH_AT = Text("本月 {share}，{how}", "the month stands at {share}, {how}")
PACED = {
    Level.GOOD: Text("在加权进度线内", "within the weighted pace"),
    Level.WATCH: Text("落后加权进度 {gap}", "{gap} behind the weighted pace"),
    Level.BAD: Text("落后加权进度 {gap}", "{gap} behind the weighted pace"),
}
MONTH_UNJUDGED = Text("月进度未评", "the month's pace is not judged")
NO_CAUSE = Text("缺店铺日报或前一周的数据，拆不出原因", "No shop report or week before: causes are not known")
FACTOR = {
    True: Text("{cause}吃掉 {amount}", "{cause} took {amount}"),
    False: Text("{cause}带来 {amount}", "{cause} brought {amount}"),
}
REST = {
    True: Text("{causes}又吃掉 {amount}", "{causes} took another {amount}"),
    False: Text("{causes}补回 {amount}", "{causes} gave back {amount}"),
}
REST_OF_GAIN = {
    True: Text("{causes}吃掉 {amount}", "{causes} took {amount}"),
    False: Text("{causes}又带来 {amount}", "{causes} brought another {amount}"),
}
PLANNED = {
    True: Text("目标比前一周高 {amount}", "the target is {amount} above the week before"),
    False: Text("目标比前一周低 {amount}", "the target is {amount} below the week before"),
}
CHANNEL = {
    True: Text("来源里{channel}少 {amount}", "among channels {channel} brought {amount} less"),
    False: Text("来源里{channel}多 {amount}", "among channels {channel} brought {amount} more"),
}
WORTH_SAYING = Decimal("0.01")
"""The share of what was paid from which a difference of plans is mentioned."""

WHO_FIXES = Text("{channel}少的 {amount}谁来补", "who wins back the {amount} of {channel}")
WHO_DOES = Text("{count} 条行动过期，谁来收", "who closes the {count} overdue actions")
HOW_TO_NEED = Text("往后每天要 {amount}，从哪里来", "where the {amount} a day still needed come from")
NOTHING = Text("没有必须今天定的事", "nothing must be decided today")


def conclusions(of: SummaryNumbers) -> tuple[FindingLine, FindingLine, FindingLine]:
    """Result, cause, and what is to be decided."""
    cause = [] if of.gap is None or of.lacking or not of.gap.causes else _causes(of.gap)
    return (
        FindingLine(RESULT, _result(of)),
        FindingLine(CAUSE, ended(cause or [NO_CAUSE])),
        FindingLine(DECIDE, ended(_decisions(of)[:2] or [NOTHING])),
    )


def _result(of: SummaryNumbers) -> Text:
    if of.paid.value is None:
        return ended([NO_SALES.filled(when=of.week.when)])
    paid = PAID.filled(paid=strong(written(of.paid.value, Unit.YUAN)))
    return ended([joined([paid, of.lacking or _attained(of)], "，", ", "), _of_month(of)])


def _attained(of: SummaryNumbers) -> Text:
    if of.paid.value is None or not of.paid.target:
        return NO_TARGET_SET
    return ATTAINED.filled(share=strong(written(float(of.paid.value) / float(of.paid.target), Unit.PERCENT)))


def _of_month(of: SummaryNumbers) -> Text:
    month = of.month
    if month.attained is None or month.gap is None or month.judgement.level is Level.UNJUDGED:
        return MONTH_UNJUDGED
    how = PACED[month.judgement.level].filled(gap=written(abs(month.gap), Unit.POINTS))
    return MONTH_AT.filled(share=written(month.attained, Unit.PERCENT), how=how)


def _causes(gap: WeekGap) -> list[Text]:
    """The greatest factor with the others, the plan where it moved, and the channel that went the factor's way."""
    culprit, planned = gap.culprit, gap.cause("target")
    rest = [cause for cause in gap.causes if cause.name in FACTORS and cause is not culprit and cause.amount]
    others = sum((cause.amount for cause in rest), Decimal(0))
    first, second, plan = yuans(culprit.amount if culprit else 0, others, planned)
    found = [_of_factor(culprit, first)] if culprit else []
    if culprit and others:
        found.append(_of_others(culprit, rest, others < 0, second))
    if abs(planned) > WORTH_SAYING * gap.paid:
        found.append(PLANNED[planned < 0].filled(amount=plan))
    return [*found, *_of_channel(gap, culprit)]


def _of_factor(culprit: Cause, amount: Text) -> Text:
    return FACTOR[culprit.amount < 0].filled(cause=FACTORS_CALLED[culprit.name], amount=strong(amount))


def _of_others(culprit: Cause, rest: list[Cause], lost: bool, amount: Text) -> Text:
    names = [FACTORS_CALLED[cause.name] for cause in rest]
    named = Text("、".join(name.zh for name in names), " and ".join(name.en for name in names))
    return (REST if culprit.amount < 0 else REST_OF_GAIN)[lost].filled(causes=named, amount=amount)


def _of_channel(gap: WeekGap, culprit: Cause | None) -> list[Text]:
    channel = gap.channel(lost=culprit.amount < 0) if culprit else None
    if channel is None:
        return []
    name, moved = channel
    return [CHANNEL[moved < 0].filled(channel=name, amount=written(abs(moved), Unit.YUAN))]


def _decisions(of: SummaryNumbers) -> list[Text]:
    found: list[Text] = []
    channel = of.gap.channel(lost=True) if of.gap and of.gap.amount < 0 else None
    if channel:
        found.append(WHO_FIXES.filled(channel=channel[0], amount=written(abs(channel[1]), Unit.YUAN)))
    if of.overdue:
        found.append(WHO_DOES.filled(count=of.overdue))
    if of.month.judgement.level in (Level.WATCH, Level.BAD) and of.month.need_per_day:
        found.append(HOW_TO_NEED.filled(amount=strong(written(of.month.need_per_day, Unit.YUAN))))
    return found
