"""Summary: three sentences, four judged numbers, and the word for the month."""

from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level
from reports.findings.key_numbers import key_number
from reports.findings.shared_words import FACTORS_CALLED, NO_SALES
from reports.numbers.service.replies import reply_label
from reports.numbers.summary import SummaryNumbers
from reports.numbers.targets.gaps import WeekGap
from reports.numbers.targets.paces import Pace
from reports.slide.slide import Amount, FindingLine, KeyNumber, Slide
from reports.slide.values import on, sentence, written
from text import Text

TOPIC = Text("一页结论", "Summary")
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


def slide(of: SummaryNumbers, conclusions: tuple[FindingLine, ...]) -> Slide:
    """Summary of the week with its three sentences."""
    replies = key_number(of.reply, reply_label(of.reply.metric))
    numbers = (_paid(of), _month(of.month), key_number(of.came), replies)
    metrics = tuple(dict.fromkeys((PAY_AMOUNT, MONTH_ATTAIN, of.came.metric, of.reply.metric)))
    return Slide(
        "summary", TOPIC, _title(of), numbers, lines=conclusions, notes=NOTES.filled(last=on(of.week.last)),
        metrics=metrics,
    )  # fmt: skip


def _month(month: Pace) -> KeyNumber:
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


def _paid(of: SummaryNumbers) -> KeyNumber:
    number = key_number(of.paid)
    if of.lacking is None:
        return number
    judgement = Judgement(Level.UNJUDGED, of.lacking)
    return KeyNumber(number.label, number.amount, judgement, number.target, None, (of.lacking,))


def _title(of: SummaryNumbers) -> Text:
    if of.paid.value is None:
        return NO_SALES.filled(when=of.week.when)
    if of.lacking:
        return UNKNOWN.filled(lacking=of.lacking, when=of.week.when)
    clauses = [_how_far(of), _of_month(of.month, of.gap)]
    if where := _where(of.gap):
        clauses.append(where)
    return sentence(clauses)


def _how_far(of: SummaryNumbers) -> Text:
    when, gap = of.week.when, of.gap
    if gap is None or not gap.amount:
        phrase = PAID_ONLY if gap is None else EVEN
        return phrase.filled(when=when, paid=written(of.paid.value, Unit.YUAN))
    short = gap.amount < 0
    phrase = (SHORT if short else BEYOND) if gap.to_target else (LESS if short else MORE)
    return phrase.filled(when=when, gap=written(abs(gap.amount), Unit.YUAN))


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
    channel = gap.channel(lost=lost) if gap.culprit.name == "visits" else None
    where = Text(channel[0], channel[0]) if channel else FACTORS_CALLED[gap.culprit.name]
    return (HOLE if lost else LIFT).filled(where=where)
