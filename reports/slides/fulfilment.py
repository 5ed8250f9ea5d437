"""Fulfilment and reputation: what was sent late, who complained, what went back and why, how the scores moved."""

from collections.abc import Sequence

from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.catalogue.trade.sales import REFUND_AMOUNT
from metrics.definition.metric import Metric, Unit
from metrics.explanation.score_account import Account
from metrics.judgement.limits import Level, judge
from reports.findings.key_numbers import key_number
from reports.findings.shared_words import SCORES_CALLED
from reports.numbers.service.after_sales import FulfilmentNumbers, Reason, Score, Stock
from reports.slide.slide import MOST, Amount, Bars, Cell, FindingLine, KeyNumber, Slide, Table, TableColumn, TargetBar
from reports.slide.values import ended, exact, on, sentence, written
from text import Text, same

TOPIC = Text("履约与口碑", "Fulfilment and reputation")
METRICS = (UNSHIPPED_48H, UNSHIPPED_SOON, COMPLAINTS_OPEN, COMPLAINTS_OVERDUE, REFUND_AMOUNT_FINISH, REFUND_AMOUNT,
           *SCORES)  # fmt: skip
UNKNOWN = Text("缺订单、退款、投诉和店铺评分，履约与口碑未评", "No orders, refunds, complaints or scores: not judged")
WAITS = Text("等这些文件：订单、退款管理、投诉登记、店铺DSR", "Waits for: orders, refunds, complaints, the DSR file")
LATE = Text("{count} 单超 48 小时没发", "orders over 48 hours: {count}")
NONE_LATE = Text("48 小时内都发了，超时 0 单", "all sent in time, 0 over 48 hours")
LATE_UNKNOWN = Text("缺订单，发货未评", "no orders: shipping not judged")
OVERDUE = Text("投诉逾期 {count} 件", "complaints past due: {count}")
LOWEST = Text("{score} {value}", "{score} {value}")
LOWEST_OF_ALL = Text("最低的 DSR {value}", "the lowest DSR {value}")

LATE_LABEL, OPEN_LABEL = Text("超48小时未发", "Over 48 hours"), Text("投诉未结", "Complaints open")
BY_FINISH, BY_PAY = Text("退款（按完结日）", "Refunds settled"), Text("退款（按付款日）", "Refunds by pay day")
SOON = Text("12 小时内到期 {count}", "{count} due in 12 hours")
PAST_DUE = Text("逾期 **{count}**", "**{count}** past due")
BEFORE = Text("前一周末 {count}", "a week before {count}")

BARS = Text("退款原因，金额前三", "The three dearest reasons of refunds")
TIMES = Text("{count} 笔", "refunds: {count}")
TABLE = Text("评分账本，近 180 天", "Score ledger, 180 days")
HEADS = (
    TableColumn(Text("评分", "Score")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("公布", "Published"), Unit.SCORE), TableColumn(Text("新低分", "New low"), Unit.COUNT),
    TableColumn(Text("五分退出", "Fives gone"), Unit.COUNT), TableColumn(Text("到4.80要", "To 4.80"), Unit.COUNT),
)  # fmt: skip
LEDGER = Text(
    "新低分、退出的五分是一周内的；末列是还要几个五分。",
    "New low scores and fives gone: of the week. Last: fives still needed.",
)

REASON, TWO = Text("原因", "Cause"), Text("口径", "Definitions")
ROSE = Text(
    "{name}退了 **{amount}**，比前一周多 {moved}", "{name} cost **{amount}**, {moved} more than the week before"
)
FELL = Text(
    "{name}退了 **{amount}**，比前一周少 {moved}", "{name} cost **{amount}**, {moved} less than the week before"
)
NO_REFUNDS = Text("缺退款管理，看不到原因", "no list of refunds: reasons are not known")
BOTH = Text(
    "按完结日是这周退掉的钱，按付款日是这周的订单至今退的，两个数不相加。",
    "Settled: what went back this week; by pay day: what this week's orders lost so far. Never add the two.",
)
SETTLES = Text("暂估，{day}定稿", "provisional, final on {day}")
NOTES = Text(
    "先看超时和逾期，问谁、今天几点清完；再看哪个原因涨了；评分只看最低的一项怎么补。",
    "First what is late and past due: who clears it by when; then which reason rose; then how the lowest score heals.",
)


def slide(of: FulfilmentNumbers) -> Slide:
    """Fulfilment and reputation of the week."""
    numbers = (_late(of.late), _complaints(of.complaints), key_number(of.settled, BY_FINISH), _by_pay_day(of))
    if all(each.amount.value is None for each in numbers) and not of.scores:
        return Slide("fulfilment", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    parts = (*((_bars(of.reasons),) if of.reasons else ()), *((_table(of),) if of.scores else ()))
    lines = (FindingLine(REASON, _reason(of.reasons)), FindingLine(TWO, BOTH))
    return Slide("fulfilment", TOPIC, _title(of), numbers, parts, lines, NOTES, METRICS)


def _late(of: Stock) -> KeyNumber:
    """Orders over 48 hours at the week's end."""
    return _stock(of, UNSHIPPED_48H, LATE_LABEL, SOON, UNSHIPPED_SOON)


def _complaints(of: Stock) -> KeyNumber:
    """Complaints open at the week's end."""
    return _stock(of, COMPLAINTS_OPEN, OPEN_LABEL, PAST_DUE, COMPLAINTS_OVERDUE)


def _stock(of: Stock, metric: Metric, label: Text, phrase: Text, pressing: Metric) -> KeyNumber:
    lines = []
    if of.value is not None and of.pressing is not None:
        lines.append(phrase.filled(count=written(of.pressing, pressing.unit)))
    if of.value is not None and of.before is not None:
        lines.append(BEFORE.filled(count=written(of.before, metric.unit)))
    return KeyNumber(label, Amount(of.value, metric.unit), of.judgement, lines=tuple(lines))


def _by_pay_day(of: FulfilmentNumbers) -> KeyNumber:
    """What the week's orders lost so far; while it may still change it is held against no other week."""
    value = of.by_pay_day.value
    if of.settles is None or value is None:
        return key_number(of.by_pay_day, BY_PAY)
    judgement = judge(REFUND_AMOUNT, value, young_until=of.settles)
    amount = Amount(value, Unit.YUAN, young=True)
    return KeyNumber(BY_PAY, amount, judgement, lines=(SETTLES.filled(day=on(of.settles)),))


def _title(of: FulfilmentNumbers) -> Text:
    late, overdue = of.late.value, of.complaints.pressing
    shipped = LATE.filled(count=f"{late:,}") if late else NONE_LATE
    clauses = [LATE_UNKNOWN if late is None else shipped]
    if overdue:
        clauses.append(OVERDUE.filled(count=f"{overdue:,}"))
    low = [each for each in of.scores if each.judgement.level in (Level.WATCH, Level.BAD)]
    if low:
        clauses.append(_lowest(of, low[0]))
    return sentence(clauses)


def _lowest(of: FulfilmentNumbers, score: Score) -> Text:
    value = exact(score.account.published, Unit.SCORE)
    if of.week.shop:
        return LOWEST.filled(score=_called(of, score), value=value)
    return LOWEST_OF_ALL.filled(value=value)


def _called(of: FulfilmentNumbers, score: Score) -> Text:
    item = SCORES_CALLED[score.account.metric.name]
    if of.week.shop:
        return Text(f"DSR {item.zh}", f"DSR {item.en.lower()}")
    return Text(f"{score.shop} {item.zh}", f"{score.shop} {item.en.lower()}")


def _bars(why: Sequence[Reason]) -> Bars:
    bars = tuple(TargetBar(same(each.name), each.amount, note=TIMES.filled(count=each.count)) for each in why[:3])
    return Bars(BARS, Unit.YUAN, bars)


def _table(of: FulfilmentNumbers) -> Table:
    return Table(TABLE, HEADS, tuple(_row(of, each) for each in of.scores[:MOST]), LEDGER)


def _row(of: FulfilmentNumbers, score: Score) -> tuple[Cell, ...]:
    account = score.account
    low, gone = _moved(account)
    return _called(of, score), score.judgement, account.published, low, gone, account.fives


def _moved(account: Account) -> tuple[int | None, int | None]:
    """New low scores, and fives that left the window; None without reviews one by one."""
    ledger = account.ledger
    if ledger is None:
        return None, None
    return ledger.count(came=True, low=True), ledger.count(came=False, full=True)


def _reason(why: Sequence[Reason]) -> Text:
    """The reason that rose most among the dearest; the dearest where none rose."""
    if not why:
        return ended([NO_REFUNDS])
    top = why[:3]
    chosen = max(top, key=lambda each: each.moved)
    phrase = ROSE if chosen.moved > 0 else FELL
    amount, moved = (written(abs(value), Unit.YUAN) for value in (chosen.amount, chosen.moved))
    return ended([phrase.filled(name=chosen.name, amount=amount, moved=moved)])
