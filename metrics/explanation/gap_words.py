"""A gap in one sentence: how far, why, and where."""

from collections.abc import Iterable
from decimal import Decimal

from metrics.calendar.period import spelled_out
from metrics.explanation.gap import Breakdown, Gap
from metrics.wording.values import exact
from text import Text, same

PAID = Text("{when}支付 {paid}", "{when} brought {paid}")
EVEN = Text("与{reference}持平", "as much as {reference}")
LESS = Text("比{reference}少 {gap}", "{gap} less than {reference}")
MORE = Text("比{reference}多 {gap}", "{gap} more than {reference}")
MEDIAN = Text("{others}的中位数", "the median of {others}")
TARGET = Text("目标", "its target")
CAUSES = {
    "visits": Text("访客", "visits"),
    "conversion": Text("转化", "conversion"),
    "basket": Text("客单", "basket"),
    "target": Text("目标与基期之差", "target against the base"),
    "sources": Text("订单与日报之差", "orders against the report"),
}
BY = {
    "channel": Text("按渠道看，{parts}", "by channel {parts}"),
    "product": Text("按商品看，{parts}", "by product {parts}"),
    "agent": Text("按客服看，{parts}", "by agent {parts}"),
}
OTHERS = Text("其余", "all others")
PLANNED = CAUSES["target"]
RESIDUAL = {
    "channel": Text("归不到渠道或重复计入", "in no channel or in several"),
    "product": Text("归不到商品", "in no product"),
    "agent": Text("静默及归不到客服", "silent or with no agent"),
}
NAMED = 3
LETTERS = 14
"""How much of a name a sentence holds: titles are long."""


def sentence(of: Gap, by: Breakdown | None = None) -> Text:
    """The gap, its causes, and the parts that moved most with all that is left, so that the numbers add up.

    How far the plan lies above the base is said once.
    """
    clauses = [_how_far(of)]
    if of.causes:
        clauses.append(_listed((CAUSES[cause.name], cause.amount) for cause in of.causes))
    elif of.why:
        clauses.append(of.why)
    if by:
        clauses.append(_where(by, planned=not any(cause.name == "target" for cause in of.causes)))
    zh, en = (part.zh for part in clauses), (part.en for part in clauses)
    return Text("；".join(zh) + "。", "; ".join(en) + ".")


def _how_far(of: Gap) -> Text:
    period, label = of.against.period, of.against.comparison.label
    when = Text(spelled_out(period, "zh"), spelled_out(period, "en"))
    usually = Text(label.zh, label.en[0].lower() + label.en[1:])
    if len(of.against.others) > 1:
        usually = MEDIAN.filled(others=usually)
    reference = TARGET if of.target is not None else usually
    phrase = EVEN if of.amount == 0 else LESS if of.amount < 0 else MORE
    sentence = phrase.filled(reference=reference, gap=exact(abs(of.amount)))
    paid = PAID.filled(when=when, paid=exact(of.paid))
    return Text(f"{paid.zh}，{sentence.zh}", f"{paid.en}, {sentence.en}")


def _where(by: Breakdown, *, planned: bool) -> Text:
    named, more = by.parts[:NAMED], by.parts[NAMED:]
    others = sum((part.change for part in more), by.others)
    listed = [(same(_brief(part.label)), part.change) for part in named]
    listed += [
        (OTHERS, others),
        (PLANNED, by.planned if planned else Decimal(0)),
        (RESIDUAL[by.dimension], by.residual),
    ]
    return BY[by.dimension].filled(parts=_listed((what, amount) for what, amount in listed if amount))


def _listed(each: Iterable[tuple[Text, Decimal]]) -> Text:
    signed_amounts = [(what, signed(amount)) for what, amount in each]
    if not signed_amounts:
        return Text("没有变化", "nothing moved")
    zh = "、".join(f"{what.zh} {amount.zh}" for what, amount in signed_amounts)
    return Text(zh, ", ".join(f"{what.en} {amount.en}" for what, amount in signed_amounts))


def _brief(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[:LETTERS]}…"


def signed(amount: Decimal) -> Text:
    """An amount with its sign: +248元, −1,848元."""
    text = exact(amount)
    return Text(f"+{text.zh}", f"+{text.en}") if amount > 0 else text
