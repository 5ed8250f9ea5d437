"""The rulebook: the declared rules, over them what was changed for all shops, over these what the shop changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.records.rule_edits import KeptEdit, RuleEdit, rule_edits
from data.store.warehouse import Warehouse
from metrics.catalogue import METRICS
from metrics.definition.metric import Better, Metric, Unit
from metrics.judgement.limits import outward
from metrics.judgement.rules import LONGEST_RUN, RULES, Rule, Rulebook
from text import Text

OVER_A_TIME = ("base four_weeks", "target pace")

CROSSED = Text(
    "「{metric}」的落后线要比关注线更严重", "{metric}: the line for behind must lie beyond the line for watch"
)
NEGATIVE = Text("「{metric}」的涨跌线写幅度，例如 10", "{metric}: write how far it moves, for example 10")
TOO_LONG = Text("「{metric}」的连续天数是 1 到 {longest}", "{metric}: days running are 1 to {longest}")
NO_RUN = Text("「{metric}」的这条规则本来就看一段时间", "{metric}: this rule already looks at more than a day")
NO_SAMPLE = Text("「{metric}」没有可数的样本", "{metric} has no sample that could be counted")


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule in a shop's book: as declared, its default, as it counts, and its last edit; None: off, or none.

    The default of a shop is what holds for all shops, that of all shops what is declared.
    """

    metric: Metric
    declared: Rule | None
    default: Rule | None
    rule: Rule | None
    key: str
    edit: KeptEdit | None

    @property
    def shape(self) -> Rule:
        """What the rule holds the value against, whatever its limits."""
        return self.declared or BLANK[self.key]


BLANK = {rule.key: rule for rule in (Rule("limit", "difference", 0), Rule("base", "share", 0))}
"""The rules that a shop may give to a metric which has none."""


def rulebook(warehouse: Warehouse, shop: str | None = None) -> Rulebook:
    """The rules that count for a shop: its own, else those for all shops, else those declared.

    Without a shop, or for '', it is those for all shops.
    """
    found: dict[str, tuple[Rule, ...]] = {}
    for line in lines(warehouse, shop=shop):
        if line.rule:
            found[line.metric.name] = (*found.get(line.metric.name, ()), line.rule)
    return found


def lines(warehouse: Warehouse, metrics: Sequence[Metric] = METRICS, shop: str | None = None) -> list[RuleEntry]:
    """Every rule of every metric as it holds for a shop; a metric without one has blank ones that could be filled."""
    last: dict[tuple[str, str, str], KeptEdit] = {}
    for kept in rule_edits(warehouse):
        last.setdefault((kept.edit.shop, kept.edit.metric, kept.edit.rule), kept)
    found = []
    for metric in metrics:
        for key, declared in (_declared(metric) or dict.fromkeys(BLANK)).items():
            if declared or metric.better is not Better.NEITHER:
                line = _line(
                    RuleEntry(metric, declared, declared, declared, key, None), last.get(("", metric.name, key))
                )
                if shop:
                    everywhere = replace(line, default=line.rule, edit=None)
                    line = _line(everywhere, last.get((shop, metric.name, key)))
                found.append(line)
    return found


def _declared(metric: Metric) -> dict[str, Rule | None]:
    return {rule.key: rule for rule in RULES.get(metric.name, ())}


def _line(line: RuleEntry, kept: KeptEdit | None) -> RuleEntry:
    """The line with an edit made to it."""
    if kept is None or kept.edit.to_default:
        return line
    edit = kept.edit
    watch = edit.watch if edit.watch is not None else edit.bad
    if watch is None:
        return replace(line, rule=None, edit=kept)
    changed = replace(line.shape, watch=watch, bad=edit.bad, least=edit.least, days=edit.days)
    return replace(line, rule=changed, edit=kept)


def wrong(line: RuleEntry, edit: RuleEdit) -> Text | None:
    """What forbids an edit, in a sentence; None where nothing does."""
    named = {"metric": line.metric.label}
    if not 1 <= edit.days <= LONGEST_RUN:
        return TOO_LONG.filled(**named, longest=LONGEST_RUN)
    if edit.days > 1 and line.key in OVER_A_TIME:
        return NO_RUN.filled(**named)
    if edit.least and not line.metric.sample:
        return NO_SAMPLE.filled(**named)
    return _wrong_limits(line, [limit for limit in (edit.watch, edit.bad) if limit is not None])


def _wrong_limits(line: RuleEntry, limits: Sequence[float]) -> Text | None:
    """What forbids the limits of an edit, that for watch before that for bad."""
    away = outward(line.shape, line.metric)
    given = [limit * away for limit in limits]
    if line.shape.side == "either" and any(limit < 0 for limit in given):
        return NEGATIVE.filled(metric=line.metric.label)
    return CROSSED.filled(metric=line.metric.label) if len(given) == 2 and given[1] < given[0] else None


def hundreds(line: RuleEntry) -> bool:
    """Whether the line's limits are read in hundredths: percents, points, relative changes."""
    return line.shape.how == "share" or line.metric.unit in (Unit.PERCENT, Unit.POINTS)
