"""The words and figures in which a rule is written: what it holds a value against, its limits, its smallest sample."""

from metrics.definition.metric import Unit
from metrics.judgement.limits import outward
from metrics.judgement.rulebook import RuleEntry, hundreds
from metrics.judgement.rules import Rule
from text import Text
from ui.session.language import say

LIMIT = Text("固定线", "fixed line")
TARGET = Text("目标", "target")
MOVED = {
    "share": Text("比{versus}变动 %", "change on {versus}, %"),
    "difference": Text("比{versus}差 {unit}", "difference to {versus}, {unit}"),
}
EITHER_WAY = {
    "share": Text("比{versus}涨跌 %", "up or down on {versus}, %"),
    "difference": Text("比{versus}高低 {unit}", "above or below {versus}, {unit}"),
}
BEYOND = {-1: Text("低于", "under"), 1: Text("高于", "over")}
REACHED = Text("{said}，到线就算", "{said}, from the line on")
OFF = Text("不评", "not judged")


def against(line: RuleEntry) -> Text:
    """What the rule holds a value against."""
    rule = line.shape
    if rule.against == "limit":
        beyond = BEYOND[outward(rule, line.metric)]
        return Text("{beyond}{line}", "{beyond} a {line}").filled(beyond=beyond, line=LIMIT)
    versus = TARGET if rule.attains else rule.versus
    phrase = (EITHER_WAY if rule.side == "either" else MOVED)[rule.how].filled(versus=versus, unit=_difference(line))
    return REACHED.filled(said=phrase) if rule.reached else phrase


def _difference(line: RuleEntry) -> Text:
    return Unit.POINTS.word if line.metric.unit in (Unit.PERCENT, Unit.POINTS) else line.metric.unit.word


def unit(line: RuleEntry) -> str:
    """The unit its limits are read in."""
    if line.shape.how == "share":
        return "%"
    return say(line.metric.unit.word if line.shape.against == "limit" else _difference(line))


def shown(line: RuleEntry, limit: float | None) -> float | None:
    """A limit as the grid has it: percents as 10 for a tenth, a change either way as its size."""
    if limit is None:
        return None
    sign = -1 if line.shape.side == "either" else 1
    return round(limit * sign * (100 if hundreds(line) else 1), 6)


def number(line: RuleEntry, limit: float) -> str:
    """A limit with its unit."""
    return f"{shown(line, limit):g}{'' if unit(line) == '%' else ' '}{unit(line)}".replace("-", "−")


def least(line: RuleEntry) -> int | None:
    """Its smallest sample; None where nothing is counted."""
    if not line.metric.sample:
        return None
    return line.rule.least if line.rule and line.rule.least is not None else line.metric.enough


def limits(line: RuleEntry, rule: Rule | None) -> str:
    """Its limits in one phrase."""
    if rule is None:
        return say(OFF)
    found = [number(line, limit) for limit in dict.fromkeys((rule.watch, rule.bad)) if limit is not None]
    days = say(f"，连续 {rule.days} 天", f", {rule.days} days running") if rule.days > 1 else ""
    return " / ".join(found) + days
