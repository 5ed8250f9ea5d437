"""Summary: three sentences, four judged numbers, and the word for the month."""

from decimal import Decimal

from metrics.catalogue.service.chats import METRICS as CHATS
from metrics.catalogue.service.response import METRICS as RESPONSES
from metrics.catalogue.service.service import REPLY_RATE
from metrics.catalogue.service.service_shop import METRICS as SHOP_SERVICE
from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.catalogue.trade.traffic import DAILY_VISITORS, PAY_CONVERSION
from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Judgement, Level
from metrics.wording.rounding import decimal
from reports.findings.conclusions import FACTORS_CALLED, NO_SALES, channel_of, conclusions
from reports.findings.judged import week_number
from reports.numbers.gaps import WeekGap, lacking, week_gap, week_target
from reports.numbers.paces import Pace, month_pace
from reports.numbers.week import Asked
from reports.slide.slide import Amount, KeyNumber, Slide
from reports.slide.values import on, sentence, written
from text import Text

TOPIC = Text("一页结论", "Summary")
REPLIES = tuple(
    metric
    for metric in (*SHOP_SERVICE, *RESPONSES, *CHATS, REPLY_RATE)
    if metric.name in ("shop_reply_3min_rate", "reply_3min_rate", "chat_reply_3min_rate", "reply_rate")
)
"""What may stand for service, the best known first."""

THREE_MINUTES = Text("三分钟回复率", "Answered in 3 minutes")

SHORT, BEYOND = Text("{when}差 {gap}", "{when} fell {gap} short"), Text("{when}超 {gap}", "{when} beat it by {gap}")
LESS = Text("{when}比前一周少 {gap}", "{when} was {gap} below the week before")
MORE = Text("{when}比前一周多 {gap}", "{when} was {gap} above the week before")
EVEN = Text("{when}支付 {paid}，不多不少", "{when} brought {paid}, exactly as planned")
PAID_ONLY = Text("{when}支付 {paid}", "{when} brought {paid}")
UNKNOWN = Text("{lacking}，{when}未评", "{lacking}: {when} is not judged")

MONTH = {
    Level.GOOD: Text("月进度在线内", "the month is on pace"),
    Level.WATCH: Text("月进度落后 {gap}", "the month is {gap} behind"),
    Level.BAD: Text("月进度落后 {gap}", "the month is {gap} behind"),
}
STILL = Text("月进度还在线内", "the month is still on pace")
MONTH_UNJUDGED = Text("月进度未评", "the month is not judged")
HOLE = Text("洞在{where}", "lost on {where}")
LIFT = Text("靠{where}拉起", "lifted by {where}")

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
    metrics = tuple(dict.fromkeys((PAY_AMOUNT, MONTH_ATTAIN, _came(asked), reply(asked))))
    return Slide(
        "summary", TOPIC, _title(asked, gap, month, lacks), numbers, lines=conclusions(asked),
        notes=NOTES.filled(last=on(asked.week.last)), metrics=metrics,
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
    return week_number(asked, _came(asked))


def _came(asked: Asked) -> Metric:
    return PAY_CONVERSION if asked.shop is None and len(asked.shops) > 1 else DAILY_VISITORS


def reply(asked: Asked) -> Metric:
    """What stands for the speed of answers: the first of REPLIES that the week knows."""
    return next((each for each in REPLIES if asked.value(each, asked.week) is not None), REPLIES[0])


def _service(asked: Asked) -> KeyNumber:
    metric = reply(asked)
    return week_number(asked, metric, THREE_MINUTES if "3min" in metric.name else None)


def _title(asked: Asked, gap: WeekGap | None, month: Pace, lacks: Text | None) -> Text:
    paid = asked.value(PAY_AMOUNT, asked.week)
    if paid is None:
        return NO_SALES.filled(when=asked.when)
    if lacks:
        return UNKNOWN.filled(lacking=lacks, when=asked.when)
    first = _how_far(asked, gap, decimal(paid))
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
    channel = channel_of(gap, lost=lost) if gap.culprit.name == "visits" else None
    where = Text(channel[0], channel[0]) if channel else FACTORS_CALLED[gap.culprit.name]
    return (HOLE if lost else LIFT).filled(where=where)
