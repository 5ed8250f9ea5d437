"""Fulfilment and reputation: what was sent late, who complained, what went back and why, how the scores moved."""

from metrics.catalogue.orders.cases import COMPLAINTS_OPEN, COMPLAINTS_OVERDUE
from metrics.catalogue.orders.delivery import UNSHIPPED_48H, UNSHIPPED_SOON
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.catalogue.trade.sales import REFUND_AMOUNT
from metrics.definition.metric import Metric, Unit, young
from metrics.explanation.score_account import Account
from metrics.judgement.limits import Judgement, Level, judge
from reports.findings.judged import week_number
from reports.numbers.after_sales import Reason, Score, open_at, reasons, scores
from reports.numbers.week import Asked
from reports.slide.slide import MOST, Amount, Bar, Bars, Cell, Column, KeyNumber, Line, Slide, Table
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
STILL_OPEN = Text("没有逾期，还没结", "None past due, not closed")
BEFORE = Text("前一周末 {count}", "a week before {count}")

BARS = Text("退款原因，金额前三", "The three dearest reasons of refunds")
TIMES = Text("{count} 笔", "refunds: {count}")
TABLE = Text("评分账本，近 180 天", "Score ledger, 180 days")
HEADS = (
    Column(Text("评分", "Score")), Column(Text("评", "Judged")), Column(Text("公布", "Published"), Unit.SCORE),
    Column(Text("新低分", "New low"), Unit.COUNT), Column(Text("五分退出", "Fives gone"), Unit.COUNT),
    Column(Text("到4.80要", "To 4.80"), Unit.COUNT),
)  # fmt: skip
LEDGER = Text(
    "新低分、退出的五分是一周内的；末列是还要几个五分。",
    "New low scores and fives gone: of the week. Last: fives still needed.",
)
ITEMS = {
    "dsr_item": Text("描述", "Item"), "dsr_service": Text("服务", "Service"), "dsr_delivery": Text("物流", "Delivery"),
}  # fmt: skip

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


def slide(asked: Asked) -> Slide:
    """Fulfilment and reputation of the week."""
    numbers = (
        _late(asked),
        _complaints(asked),
        week_number(asked, REFUND_AMOUNT_FINISH, BY_FINISH),
        _by_pay(asked),
    )
    found, why = scores(asked), reasons(asked)
    if all(each.amount.value is None for each in numbers) and not found:
        return Slide("fulfilment", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    parts = (*((_bars(why),) if why else ()), *((_table(asked, found),) if found else ()))
    lines = (Line(REASON, _reason(why)), Line(TWO, BOTH))
    return Slide("fulfilment", TOPIC, _title(asked, numbers, found), numbers, parts, lines, NOTES, METRICS)


def _late(asked: Asked) -> KeyNumber:
    """Orders over 48 hours at the week's end."""
    value = open_at(asked, UNSHIPPED_48H)
    return _stock(asked, UNSHIPPED_48H, LATE_LABEL, judge(UNSHIPPED_48H, value, rules=asked.book), UNSHIPPED_SOON, SOON)


def _complaints(asked: Asked) -> KeyNumber:
    """Complaints open at the week's end: as grave as those past due, open ones alone are to be watched."""
    value = open_at(asked, COMPLAINTS_OPEN)
    judgement = judge(COMPLAINTS_OVERDUE, open_at(asked, COMPLAINTS_OVERDUE), rules=asked.book)
    if value and judgement.level is Level.GOOD:
        judgement = Judgement(Level.WATCH, STILL_OPEN)
    return _stock(asked, COMPLAINTS_OPEN, OPEN_LABEL, judgement, COMPLAINTS_OVERDUE, PAST_DUE)


def _stock(asked: Asked, metric: Metric, label: Text, judgement: Judgement, other: Metric, phrase: Text) -> KeyNumber:
    """What was open at the week's end, with what is most pressing of it, and what was open a week before."""
    value, pressing, then = (
        open_at(asked, metric), open_at(asked, other), open_at(asked, metric, asked.week_before),
    )  # fmt: skip
    lines = [] if value is None or pressing is None else [phrase.filled(count=written(pressing, other.unit))]
    if value is not None and then is not None:
        lines.append(BEFORE.filled(count=written(then, metric.unit)))
    return KeyNumber(label, Amount(value, metric.unit), judgement, lines=tuple(lines))


def _by_pay(asked: Asked) -> KeyNumber:
    """What the week's orders lost so far; while it may still change it is held against no other week."""
    settles = young(REFUND_AMOUNT, asked.week.last, asked.today)
    value = asked.value(REFUND_AMOUNT, asked.week)
    if settles is None or value is None:
        return week_number(asked, REFUND_AMOUNT, BY_PAY)
    judgement = judge(REFUND_AMOUNT, value, young_until=settles)
    amount = Amount(value, Unit.YUAN, young=True)
    return KeyNumber(BY_PAY, amount, judgement, lines=(SETTLES.filled(day=on(settles)),))


def _title(asked: Asked, numbers: tuple[KeyNumber, ...], found: list[Score]) -> Text:
    late, overdue = numbers[0].amount.value, open_at(asked, COMPLAINTS_OVERDUE)
    shipped = LATE.filled(count=f"{late:,}") if late else NONE_LATE
    said = [LATE_UNKNOWN if late is None else shipped]
    if overdue:
        said.append(OVERDUE.filled(count=f"{overdue:,}"))
    low = [each for each in found if each.judgement.level in (Level.WATCH, Level.BAD)]
    if low:
        said.append(_lowest(asked, low[0]))
    return sentence(said)


def _lowest(asked: Asked, of: Score) -> Text:
    value = exact(of.account.published, Unit.SCORE)
    return LOWEST.filled(score=_called(asked, of), value=value) if asked.shop else LOWEST_OF_ALL.filled(value=value)


def _called(asked: Asked, of: Score) -> Text:
    item = ITEMS[of.account.metric.name]
    if asked.shop:
        return Text(f"DSR {item.zh}", f"DSR {item.en.lower()}")
    return Text(f"{of.shop} {item.zh}", f"{of.shop} {item.en.lower()}")


def _bars(why: list[Reason]) -> Bars:
    bars = tuple(Bar(same(each.name), each.amount, note=TIMES.filled(count=each.count)) for each in why[:3])
    return Bars(BARS, Unit.YUAN, bars)


def _table(asked: Asked, found: list[Score]) -> Table:
    return Table(TABLE, HEADS, tuple(_row(asked, each) for each in found[:MOST]), LEDGER)


def _row(asked: Asked, of: Score) -> tuple[Cell, ...]:
    told = of.account
    low, gone = (None, None) if told.ledger is None else _moved(told)
    return _called(asked, of), of.judgement, told.published, low, gone, told.fives


def _moved(told: Account) -> tuple[int, int]:
    ledger = told.ledger
    if ledger is None:
        raise ValueError("no ledger")
    return ledger.count(came=True, low=True), ledger.count(came=False, full=True)


def _reason(why: list[Reason]) -> Text:
    """The reason that rose most among the dearest; the dearest where none rose."""
    if not why:
        return ended([NO_REFUNDS])
    top = why[:3]
    chosen = max(top, key=lambda each: each.moved)
    phrase = ROSE if chosen.moved > 0 else FELL
    amount, moved = (written(abs(value), Unit.YUAN) for value in (chosen.amount, chosen.moved))
    return ended([phrase.filled(name=chosen.name, amount=amount, moved=moved)])
