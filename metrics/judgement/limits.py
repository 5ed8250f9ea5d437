"""Judgement: good, watch or bad, by limits declared for each metric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from metrics.definition.metric import Better, Metric, Unit
from metrics.judgement.rules import BUDGET, DAY_BEFORE, RULES, Rule
from metrics.wording.figure import Number, change
from metrics.wording.values import exact, on
from text import Text, both


class Level(Enum):
    """How a number stands; a missing file is never good."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    UNJUDGED = "unjudged"

    @property
    def word(self) -> Text:
        """The judgement as it is written."""
        return _WORDS[self]

    @property
    def shape(self) -> str:
        """The mark that stands beside the word."""
        return {Level.GOOD: "●", Level.WATCH: "▲", Level.BAD: "■", Level.UNJUDGED: "○"}[self]


_WORDS = {
    Level.GOOD: Text("达标", "On target"),
    Level.WATCH: Text("关注", "Watch"),
    Level.BAD: Text("落后", "Behind"),
    Level.UNJUDGED: Text("未评", "Not judged"),
}
_WORST_FIRST = (Level.BAD, Level.WATCH, Level.GOOD)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level and why."""

    level: Level
    reason: Text


class Past(NamedTuple):
    """A day before: its value, the base and the target it had, and the value of the day before it."""

    value: Number | None
    base: Number | None = None
    target: Number | None = None
    day_before: Number | None = None


MISSING_FILE = Text("缺{files}，未评", "No {files}: not judged")
STILL_YOUNG = Text("暂估，{day}定稿后再评", "Provisional until {day}: not judged yet")
SMALL_SAMPLE = Text("样本不足（{sample}，至少 {enough}）", "Sample too small ({sample}, at least {enough})")
NO_RULE = Text("只看不评", "Shown, not judged")
NO_TARGET = Text("未设目标，不评达成", "No target set: attainment not judged")
NO_BUDGET = Text("未设预算，不评花得多少", "No budget set: spend not judged")
ATTAINED = Text("达成 {share}", "{share} of target")
LASTED = Text("{reason}，连续 {days} 天", "{reason}, {days} days running")
NOT_LASTED = Text(
    "{reason}，才第 {run} 天，连续 {days} 天才提醒", "{reason}, day {run} of the {days} running from which it counts"
)
COMPARED = Text("比{versus} {moved}", "{moved} on {versus}")
WITHIN = Text("不超过 {limit}", "within {limit}")
OVER = Text("超过 {limit}", "over {limit}")
AT_LEAST = Text("不低于 {limit}", "at least {limit}")
UNDER = Text("低于 {limit}", "under {limit}")
NO_BASE = Text("同星期不足 3 周，满四周后可比", "No base yet: compared after four weeks")


def judge(
    metric: Metric,
    value: Number | None,
    *,
    target: Number | None = None,
    base: Number | None = None,
    sample: Number | None = None,
    young_until: date | None = None,
    rules: Mapping[str, tuple[Rule, ...]] = RULES,
    before: Sequence[Past] = (),
    day_before: Number | None = None,
) -> Judgement:
    """A value by the metric's rules: against its target where there is one, else against its base or fixed limits.

    The base is that of the rule (the same weekday, or a week ago for scores), but for rules that hold a value against
    that of the `day_before`. `rules` are the shop's own where it
    has edited them; `before` are the days before, the last first, for rules that count days running. UNJUDGED, with
    the reason, where there is no value, no rule, nothing to compare with, too small a sample, or the value is not
    yet final.
    """
    of_metric = rules.get(metric.name, ())
    if value is None:
        return Judgement(Level.UNJUDGED, MISSING_FILE.filled(files=metric.facts.label))
    if young_until:
        return Judgement(Level.UNJUDGED, STILL_YOUNG.filled(day=on(young_until)))
    honest = _honest(of_metric, metric, sample)
    if of_metric and not honest:
        least = min(_least(rule, metric) for rule in of_metric)
        return Judgement(Level.UNJUDGED, SMALL_SAMPLE.filled(sample=f"{sample:,}", enough=f"{least:,}"))
    days = [Past(value, base, target, day_before), *before]
    found = [judgement for rule in _that_count(honest, target) if (judgement := _lasting(rule, metric, days))]
    if found:
        return min(found, key=lambda judgement: _WORST_FIRST.index(judgement.level))
    return Judgement(Level.UNJUDGED, _nothing_to_compare(of_metric))


def passed(
    metric: Metric,
    day: Past,
    *,
    sample: Number | None = None,
    rules: Mapping[str, tuple[Rule, ...]] = RULES,
) -> frozenset[str]:
    """The keys of the rules whose limits one day's value passes, however many days running they wait for.

    A rule does not count under its smallest sample, nor one against a base on a day that has a target.
    """
    honest = _honest(rules.get(metric.name, ()), metric, sample)
    return frozenset(
        rule.key
        for rule in _that_count(honest, day.target)
        if (sides := _sides(rule, day)) and _level(rule, metric, *sides) is not Level.GOOD
    )


def _honest(rules: Sequence[Rule], metric: Metric, sample: Number | None) -> list[Rule]:
    """The rules whose smallest sample is reached, or that need none counted."""
    return [rule for rule in rules if sample is None or sample >= _least(rule, metric)]


def _least(rule: Rule, metric: Metric) -> int:
    return metric.enough if rule.least is None else rule.least


def _that_count(rules: Sequence[Rule], target: Number | None) -> list[Rule]:
    against_target = [rule for rule in rules if rule.against == "target"]
    return against_target if against_target and target is not None else [r for r in rules if r.against != "target"]


def _lasting(rule: Rule, metric: Metric, days: Sequence[Past]) -> Judgement | None:
    """The first of the days by one rule; as grave as the mildest of the days it has to last."""
    today = _sides(rule, days[0])
    if today is None:
        return None
    level = _level(rule, metric, *today)
    now = Judgement(level, _reason(rule, metric, *today, level))
    if rule.days == 1 or level is Level.GOOD:
        return now
    levels = [_level(rule, metric, *sides) if (sides := _sides(rule, day)) else Level.GOOD for day in days]
    run = next((n for n, level in enumerate(levels) if level is Level.GOOD), len(levels))
    if run < rule.days:
        return Judgement(Level.GOOD, NOT_LASTED.filled(reason=now.reason, run=run, days=rule.days))
    mildest = max(levels[: rule.days], key=_WORST_FIRST.index)
    return Judgement(mildest, LASTED.filled(reason=now.reason, days=run))


def _sides(rule: Rule, day: Past) -> tuple[Number, Number] | None:
    """A day's value and what a rule holds it against; None where it cannot be held against that."""
    base = day.day_before if rule.versus == DAY_BEFORE else day.base
    reference = {"target": day.target, "base": base, "limit": 0}[rule.against]
    if day.value is None or reference is None or (rule.how != "difference" and reference <= 0):
        return None
    return day.value, reference


def _level(rule: Rule, metric: Metric, value: Number, reference: Number) -> Level:
    moved = float(value) - float(reference) if rule.how == "difference" else float(value) / float(reference) - 1
    level = Level.GOOD
    for worse, limit in ((Level.WATCH, rule.watch), (Level.BAD, rule.bad)):
        deviation = -abs(moved) if rule.side == "either" else moved
        if limit is not None and (short := round((limit - deviation) * outward(rule, metric), 9)) <= 0:
            level = worse if short < 0 or rule.reached else level
    return level


def outward(rule: Rule, metric: Metric) -> int:
    """Which way a rule's limits are passed: 1 upwards, −1 downwards."""
    if rule.side == "worse":
        return 1 if metric.better is Better.LOWER else -1
    return 1 if rule.side == "over" else -1


def _reason(rule: Rule, metric: Metric, value: Number, reference: Number, level: Level) -> Text:
    if rule.against == "limit":
        limit = rule.bad if level is Level.BAD and rule.bad is not None else rule.watch
        kept = level is Level.GOOD
        sentence = (WITHIN if kept else OVER) if outward(rule, metric) > 0 else (AT_LEAST if kept else UNDER)
        return sentence.filled(limit=exact(limit, metric.unit))
    if rule.attains:
        return ATTAINED.filled(share=exact(float(value) / float(reference), Unit.PERCENT))
    moved = both(lambda language: change(value, reference, metric.unit, language))
    return COMPARED.filled(versus=rule.versus, moved=moved)


def _nothing_to_compare(rules: tuple[Rule, ...]) -> Text:
    if not rules:
        return NO_RULE
    if any(rule.against != "target" for rule in rules):
        return NO_BASE
    return NO_BUDGET if all(rule.versus == BUDGET for rule in rules) else NO_TARGET
