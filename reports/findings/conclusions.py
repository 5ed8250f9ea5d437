"""Conclusions: the week in three sentences by rule: what came of it, why, and what is to be decided."""

from decimal import Decimal

from data.records.actions import actions
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.explanation.actions import State, state_of
from metrics.explanation.gap_causes import FACTORS
from metrics.judgement.limits import Level
from reports.numbers.gaps import WeekGap, lacking, week_gap, week_target
from reports.numbers.paces import Pace, month_pace
from reports.numbers.week import Asked
from reports.slide.slide import Line
from reports.slide.values import ended, joined, strong, written, yuans
from text import Text

NO_SALES = Text("缺订单或店铺日报，{when}未评", "Orders or the shop report missing: {when} is not judged")
FACTORS_CALLED = {
    "visits": Text("访客", "visits"),
    "conversion": Text("转化", "conversion"),
    "basket": Text("客单", "basket"),
}
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


def conclusions(asked: Asked) -> tuple[Line, Line, Line]:
    """Result, cause, and what is to be decided."""
    gap, month, lacks = week_gap(asked), month_pace(asked), lacking(asked)
    return (
        Line(RESULT, _result(asked, month, lacks)),
        Line(CAUSE, _cause(gap, lacks)),
        Line(DECIDE, _decide(asked, gap, month)),
    )


def channel_of(gap: WeekGap, *, lost: bool) -> tuple[str, Decimal] | None:
    """The channel that lost or won most, with its change in yuan; None if none went that way."""
    return next((each for each in gap.channels if (each[1] < 0) == lost and each[1]), None)


def _result(asked: Asked, month: Pace, lacks: Text | None) -> Text:
    paid, target = asked.value(PAY_AMOUNT, asked.week), week_target(asked)
    if paid is None:
        return ended([NO_SALES.filled(when=asked.when)])
    first = [PAID.filled(paid=strong(written(paid, Unit.YUAN)))]
    if lacks:
        first.append(lacks)
    elif target:
        share = written(float(paid) / float(target), Unit.PERCENT)
        first.append(ATTAINED.filled(share=strong(share)))
    else:
        first.append(NO_TARGET_SET)
    said = [joined(first, "，", ", ")]
    if month.attained is not None and month.gap is not None and month.judgement.level is not Level.UNJUDGED:
        how = PACED[month.judgement.level].filled(gap=written(abs(month.gap), Unit.POINTS))
        said.append(MONTH_AT.filled(share=written(month.attained, Unit.PERCENT), how=how))
    else:
        said.append(MONTH_UNJUDGED)
    return ended(said)


def _cause(gap: WeekGap | None, lacks: Text | None) -> Text:
    if gap is None or lacks or not gap.causes:
        return ended([NO_CAUSE])
    culprit, planned = gap.culprit, gap.cause("target")
    rest = [cause for cause in gap.causes if cause.name in FACTORS and cause is not culprit and cause.amount]
    total = sum((cause.amount for cause in rest), Decimal(0))
    channel = channel_of(gap, lost=culprit.amount < 0) if culprit else None
    moved = channel[1] if channel else Decimal(0)
    alone, together, above = yuans(culprit.amount if culprit else 0, total, planned)
    said: list[Text] = []
    if culprit:
        lost = culprit.amount < 0
        said.append(FACTOR[lost].filled(cause=FACTORS_CALLED[culprit.name], amount=strong(alone)))
        if total:
            names = [FACTORS_CALLED[cause.name] for cause in rest]
            named = Text("、".join(name.zh for name in names), " and ".join(name.en for name in names))
            said.append((REST if lost else REST_OF_GAIN)[total < 0].filled(causes=named, amount=together))
    if abs(planned) > WORTH_SAYING * gap.paid:
        said.append(PLANNED[planned < 0].filled(amount=above))
    if channel:
        said.append(CHANNEL[moved < 0].filled(channel=channel[0], amount=written(abs(moved), Unit.YUAN)))
    return ended(said or [NO_CAUSE])


def _decide(asked: Asked, gap: WeekGap | None, month: Pace) -> Text:
    found: list[Text] = []
    channel = channel_of(gap, lost=True) if gap and gap.amount < 0 else None
    if channel:
        amount = written(abs(channel[1]), Unit.YUAN)
        found.append(WHO_FIXES.filled(channel=channel[0], amount=amount))
    overdue = sum(state_of(each, asked.today) is State.OVERDUE for each in actions(asked.warehouse, asked.shop))
    if overdue:
        found.append(WHO_DOES.filled(count=overdue))
    if month.judgement.level in (Level.WATCH, Level.BAD) and month.need_per_day:
        found.append(HOW_TO_NEED.filled(amount=strong(written(month.need_per_day, Unit.YUAN))))
    return ended(found[:2] or [NOTHING])
