"""Summary: three sentences, four judged numbers, and the word for the month."""

from decimal import Decimal

from data.actions import actions
from metrics.actions import State, state_of
from metrics.chats import METRICS as CHATS
from metrics.explain import FACTORS
from metrics.judgement import NO_TARGET, Judgement, Level
from metrics.metric import Metric, Unit
from metrics.pace import MONTH_ATTAIN
from metrics.response import METRICS as RESPONSES
from metrics.sales import PAY_AMOUNT
from metrics.service import REPLY_RATE
from metrics.service_shop import METRICS as SHOP_SERVICE
from metrics.traffic import DAILY_VISITORS, PAY_CONVERSION
from reports.asked import Asked
from reports.gaps import WeekGap, lacking, week_gap, week_target
from reports.judged import week_number
from reports.paces import Pace, month_pace
from reports.saying import ended, sentence, strong, written
from reports.slide import Amount, KeyNumber, Line, Slide
from reports.slides.gap import SPOKEN
from text import Text

TOPIC = Text("一页结论", "Summary")
REPLIES = tuple(
    metric
    for metric in (*SHOP_SERVICE, *RESPONSES, *CHATS, REPLY_RATE)
    if metric.name in ("shop_reply_3min_rate", "reply_3min_rate", "chat_reply_3min_rate", "reply_rate")
)
"""What may stand for service, the best known first."""

SHORT, BEYOND = Text("{when}差 {gap}", "{when} fell {gap} short"), Text("{when}超 {gap}", "{when} beat it by {gap}")
LESS = Text("{when}比前一周少 {gap}", "{when} was {gap} below the week before")
MORE = Text("{when}比前一周多 {gap}", "{when} was {gap} above the week before")
EVEN = Text("{when}支付 {paid}，不多不少", "{when} brought {paid}, exactly as planned")
PAID_ONLY = Text("{when}支付 {paid}", "{when} brought {paid}")
UNKNOWN = Text("{lacking}，{when}未评", "{lacking}: {when} is not judged")
NO_SALES = Text("缺订单或店铺日报，{when}未评", "Orders or the shop report missing: {when} is not judged")

MONTH = {
    Level.GOOD: Text("月进度在线内", "the month is on pace"),
    Level.WATCH: Text("月进度落后 {gap}", "the month is {gap} behind"),
    Level.BAD: Text("月进度落后 {gap}", "the month is {gap} behind"),
}
STILL = Text("月进度还在线内", "the month is still on pace")
MONTH_UNJUDGED = Text("月进度未评", "the month is not judged")
HOLE = Text("洞在{where}", "the hole is {where}")
LIFT = Text("靠{where}拉起", "lifted by {where}")

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

WHO_FIXES = Text("{channel}少的 {amount} 谁来补", "who wins back the {amount} of {channel}")
WHO_DOES = Text("{count} 条行动过期，谁来收", "who closes the {count} overdue actions")
HOW_TO_NEED = Text("往后每天要 {amount}，从哪里来", "where the {amount} a day still needed come from")
NOTHING = Text("没有必须今天定的事", "nothing must be decided today")
NOTES = Text(
    "先念标题，再念三句。数字到{last}为止；斜纹的还会变。",
    "Read the title, then the three sentences. Figures end with {last}; hatched ones may still change.",
)
NEED = Text("剩余日均需 {amount}", "{amount} a day still needed")
PACE = Text("加权进度 **{pace}**　{moved}", "weighted pace **{pace}** · {moved}")
BEHIND, AHEAD = Text("差 {gap}", "{gap} behind"), Text("超 {gap}", "{gap} ahead")
MONTH_LABEL = Text("本月达成", "Month attained")


def slide(asked: Asked) -> Slide:
    """Summary of the week."""
    gap, month, lacks = week_gap(asked), month_pace(asked), lacking(asked)
    numbers = (_paid(asked, lacks), month_number(month), _visitors(asked), _service(asked))
    lines = (
        Line(RESULT, _result(asked, month, lacks)),
        Line(CAUSE, _cause(gap, lacks)),
        Line(DECIDE, _decide(asked, gap, month)),
    )
    last = Text(f"{asked.week.last.month}月{asked.week.last.day}日", f"{asked.week.last:%d %b}".lstrip("0"))
    metrics = tuple(dict.fromkeys((PAY_AMOUNT, MONTH_ATTAIN, DAILY_VISITORS, _reply(asked))))
    return Slide(
        "summary", TOPIC, _title(asked, gap, month, lacks), numbers, lines=lines,
        notes=NOTES.filled(last=last), metrics=metrics,
    )  # fmt: skip


def month_number(month: Pace) -> KeyNumber:
    """The month's attainment against the weighted pace."""
    lines = []
    if month.gap is not None and month.pace is not None:
        moved = (BEHIND if month.gap < 0 else AHEAD).filled(gap=written(abs(month.gap), Unit.POINTS))
        lines.append(PACE.filled(pace=written(month.pace, Unit.PERCENT), moved=moved))
    if month.need_per_day:
        lines.append(NEED.filled(amount=written(month.need_per_day, Unit.YUAN)))
    return KeyNumber(
        MONTH_LABEL, Amount(month.attained, Unit.PERCENT), month.judgement, 1.0 if month.attained is not None else None,
        month.pace, tuple(lines),
    )  # fmt: skip


def _paid(asked: Asked, lacks: Text | None) -> KeyNumber:
    number = week_number(asked, PAY_AMOUNT, target=week_target(asked))
    if lacks is None:
        return number
    judgement = Judgement(Level.UNJUDGED, lacks)
    return KeyNumber(number.label, number.amount, judgement, number.target, None, (lacks,))


def _visitors(asked: Asked) -> KeyNumber:
    """Mean daily visitors; of several shops, whose visitors must not be added, conversion in their place."""
    several = asked.shop is None and len(asked.shops) > 1
    return week_number(asked, PAY_CONVERSION if several else DAILY_VISITORS)


def _reply(asked: Asked) -> Metric:
    return next((each for each in REPLIES if asked.value(each, asked.week) is not None), REPLIES[0])


def _service(asked: Asked) -> KeyNumber:
    return week_number(asked, _reply(asked))


def _title(asked: Asked, gap: WeekGap | None, month: Pace, lacks: Text | None) -> Text:
    paid = asked.value(PAY_AMOUNT, asked.week)
    if paid is None:
        return NO_SALES.filled(when=asked.when)
    if lacks:
        return UNKNOWN.filled(lacking=lacks, when=asked.when)
    first = _how_far(asked, gap, Decimal(str(paid)))
    found = [first, _of_month(month, gap)]
    if where := _where(gap):
        found.append(where)
    return sentence(found)


def _how_far(asked: Asked, gap: WeekGap | None, paid: Decimal) -> Text:
    if gap is None:
        return PAID_ONLY.filled(when=asked.when, paid=written(paid, Unit.YUAN))
    if not gap.amount:
        return EVEN.filled(when=asked.when, paid=written(paid, Unit.YUAN))
    short = gap.amount < 0
    phrase = (SHORT if short else BEYOND) if gap.to_target else (LESS if short else MORE)
    return phrase.filled(when=asked.when, gap=written(abs(gap.amount), Unit.YUAN))


def _of_month(month: Pace, gap: WeekGap | None) -> Text:
    level = month.judgement.level
    if level is Level.UNJUDGED:
        return MONTH_UNJUDGED
    if level is Level.GOOD:
        return STILL if gap and gap.amount < 0 else MONTH[level]
    return MONTH[level].filled(gap=written(abs(month.gap or 0), Unit.POINTS))


def _where(gap: WeekGap | None) -> Text | None:
    """The channel where visits are lost most, else the factor."""
    if gap is None or gap.culprit is None:
        return None
    lost = gap.culprit.amount < 0
    channel = _channel(gap, lost=lost) if gap.culprit.name == "visits" else None
    where = Text(channel[0], channel[0]) if channel else SPOKEN[gap.culprit.name]
    return (HOLE if lost else LIFT).filled(where=where)


def _channel(gap: WeekGap, *, lost: bool) -> tuple[str, Decimal] | None:
    """The channel that lost or won most, if it went that way."""
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
    said = [Text("，".join(each.zh for each in first), ", ".join(each.en for each in first))]
    if month.attained is not None and month.gap is not None and month.judgement.level is not Level.UNJUDGED:
        how = PACED[month.judgement.level].filled(gap=written(abs(month.gap), Unit.POINTS))
        said.append(MONTH_AT.filled(share=written(month.attained, Unit.PERCENT), how=how))
    else:
        said.append(Text(NO_TARGET.zh.replace("不评达成", "不评月进度"), "the month's pace is not judged"))
    return ended(said)


def _cause(gap: WeekGap | None, lacks: Text | None) -> Text:
    if gap is None or lacks or not gap.causes:
        return ended([NO_CAUSE])
    culprit, planned = gap.culprit, gap.cause("target")
    said: list[Text] = []
    if culprit:
        lost = culprit.amount < 0
        amount = strong(written(abs(culprit.amount), Unit.YUAN))
        said.append(FACTOR[lost].filled(cause=SPOKEN[culprit.name], amount=amount))
        if rest := _rest(gap):
            said.append(rest)
    if abs(planned) > WORTH_SAYING * gap.paid:
        said.append(PLANNED[planned < 0].filled(amount=written(abs(planned), Unit.YUAN)))
    channel = _channel(gap, lost=culprit.amount < 0) if culprit else None
    if channel:
        amount = written(abs(channel[1]), Unit.YUAN)
        said.append(CHANNEL[channel[1] < 0].filled(channel=channel[0], amount=amount))
    return ended(said or [NO_CAUSE])


def _rest(gap: WeekGap) -> Text | None:
    culprit = gap.culprit
    rest = [cause for cause in gap.causes if cause.name in FACTORS and cause is not culprit and cause.amount]
    total = sum((cause.amount for cause in rest), Decimal(0))
    if culprit is None or not total:
        return None
    names = [SPOKEN[cause.name] for cause in rest]
    named = Text("、".join(name.zh for name in names), " and ".join(name.en for name in names))
    phrases = REST if culprit.amount < 0 else REST_OF_GAIN
    return phrases[total < 0].filled(causes=named, amount=written(abs(total), Unit.YUAN))


def _decide(asked: Asked, gap: WeekGap | None, month: Pace) -> Text:
    found: list[Text] = []
    channel = _channel(gap, lost=True) if gap and gap.amount < 0 else None
    if channel:
        amount = written(abs(channel[1]), Unit.YUAN)
        found.append(WHO_FIXES.filled(channel=channel[0], amount=amount))
    overdue = sum(state_of(each, asked.today) is State.OVERDUE for each in actions(asked.warehouse, asked.shop))
    if overdue:
        found.append(WHO_DOES.filled(count=overdue))
    if month.judgement.level in (Level.WATCH, Level.BAD) and month.need_per_day:
        found.append(HOW_TO_NEED.filled(amount=strong(written(month.need_per_day, Unit.YUAN))))
    return ended(found[:2] or [NOTHING])
