"""履约口碑: what waits to be sent, answered or paid back, and the three scores."""

from datetime import date

from metrics.definition.metric import Metric, Unit
from metrics.judgement.limits import Level
from metrics.morning.numbers import Judged
from metrics.morning.pending import REFUND_FILES, Pending, PendingCount, lasting
from metrics.wording.figure import LEVEL, change, figure
from metrics.wording.rounding import Number, grouped
from metrics.wording.values import on
from text import Text, same
from ui.morning.morning_review import MorningView
from ui.pieces.lines import small_figure
from ui.pieces.markup import Html, block, tag

TITLE = Text("履约口碑", "Fulfilment")
LACKS = Text("缺{file}", "no {file}")
FROM = Text("{at} 起算", "from {at}")
KNOWN_TO = Text("订单到 {at}", "data to {at}")
NEXT, LONGEST = Text("最近 {span}", "next {span}"), Text("最久 {span}", "up to {span}")
OVERDUE, NONE_OVERDUE = Text("逾期 {n}件", "{n} past due"), Text("没有逾期", "none past due")
SCORES = {
    "dsr_item": Text("DSR 描述", "DSR item"),
    "dsr_service": Text("DSR 服务", "DSR service"),
    "dsr_delivery": Text("DSR 物流", "DSR delivery"),
}
NAMES = {
    "unshipped_yday": Text("昨日未发", "Not shipped"),
    "unshipped_36h": Text("12小时内到期", "Due in 12 h"),
    "unshipped_48h": Text("超48小时", "Over 48 h"),
    "complaints_open": Text("投诉未结", "Complaints"),
    "bad_reviews_open": Text("差评未处理", "Bad reviews"),
}


def show(view: MorningView) -> Html:
    """The strip."""
    found, unshipped = view.surroundings.pending, view.morning.unshipped
    unsent = found.unsent
    money = None if unsent.of_day is None else same(f"¥{grouped(unsent.of_day, 0)}")
    soon = None if unsent.next_due is None else NEXT.filled(span=lasting(unsent.next_due))
    longest = None if unsent.longest is None else LONGEST.filled(span=lasting(unsent.longest))
    late = OVERDUE.filled(n=found.overdue.value) if found.overdue.value else NONE_OVERDUE
    items = [
        _item(view, unshipped.metric, unshipped.value, unshipped.judgement.level, money),
        _waiting(view, found.soon, soon),
        _waiting(view, found.late, longest),
        _item(view, found.complaints.metric, found.complaints.value, found.complaints_level, late),
        _waiting(view, found.reviews, None),
        _refunds(view),
        *(_score(view, score) for score in view.morning.dsr),
    ]
    title = tag("b", TITLE.to(view.spoken), role="heading", aria_level="2")
    since = (block("ob-note", phrase.to(view.spoken)) for phrase in _since(found, view.day))
    return block("ob-section ob-strip-row", block("", title, *since), block("ob-strip", *items))


def _since(found: Pending, day: date) -> list[Text]:
    """From when hours are counted, and up to when the orders are known if that is earlier, with its day if another."""
    counted, known = FROM.filled(at=f"{found.unsent.now:%H:%M}"), found.unsent.told_until
    if found.late.value is None or known is None or known >= found.unsent.now:
        return [counted]
    return [counted, KNOWN_TO.filled(at=same(f"{known:%H:%M}") if known.date() == day else on(known.date()))]


def _waiting(view: MorningView, waiting: PendingCount, note: Text | None) -> Html:
    return _item(view, waiting.metric, waiting.value, waiting.judgement.level, note)


def _item(view: MorningView, metric: Metric, value: Number | None, level: Level, note: Text | None) -> Html:
    shown = figure(value, metric.unit, view.spoken)
    phrase = LACKS.filled(file=_first_file(metric)) if value is None else note
    name = NAMES.get(metric.name, metric.label)
    words = phrase.to(view.spoken) if phrase else ""
    return small_figure(name.to(view.spoken), level, shown.number, _counted(shown.unit, view), words, view.spoken)


def _counted(unit: str, view: MorningView) -> str:
    """The unit of a count; in English there is none, as the name says what is counted."""
    return unit if view.spoken == "zh" else ""


def _first_file(metric: Metric) -> Text:
    label = metric.facts.label
    return Text(label.zh.split("、")[0].split("，")[0], label.en.split(",")[0])


def _refunds(view: MorningView) -> Html:
    count = view.surroundings.pending.refunds
    shown = figure(count, Unit.CASES, view.spoken)
    note = LACKS.filled(file=REFUND_FILES).to(view.spoken) if count is None else ""
    level = Level.UNJUDGED if count is None else None
    name = Text("待退款", "Refunds").to(view.spoken)
    return small_figure(name, level, shown.number, _counted(shown.unit, view), note, view.spoken)


def _score(view: MorningView, score: Judged) -> Html:
    number = figure(score.value, Unit.SCORE, view.spoken).number
    note = ""
    if score.value is None:
        note = LACKS.filled(file=_first_file(score.metric)).to(view.spoken)
    elif score.base is not None:
        week = Text("7天 {moved}", "7 d {moved}")
        note = week.filled(moved=_moved(score)).to(view.spoken)
    name = SCORES.get(score.metric.name, score.metric.label).to(view.spoken)
    return small_figure(name, score.judgement.level, number, "", note, view.spoken)


def _moved(score: Judged) -> Text:
    zh, en = (change(score.value, score.base, Unit.SCORE, spoken) for spoken in ("zh", "en"))
    return Text(zh, "level" if en == LEVEL.en else en)
