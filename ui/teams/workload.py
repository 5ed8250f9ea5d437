"""Workload: which tasks hold a team back, who is behind, and what one person did of each quota."""

from collections.abc import Iterator, Sequence

from metrics.calendar.period import Period
from metrics.catalogue.service.quotas import FILES
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.judgement.quota_lines import ENOUGH, FEW, Hours, QuotaLine, hours, judged, lines
from metrics.wording.figure import MISSING, spelled
from metrics.wording.rounding import grouped
from text import Text
from ui.cache import answers
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part
from ui.panels import links
from ui.panels.findings import WORST_FIRST
from ui.panels.words import GROUP, WAITS_FOR_BOTH, WHO, WHY
from ui.pieces.lines import empty_zone, page
from ui.pieces.marks import shape
from ui.pieces.markup import Html, block, joined
from ui.pieces.table import Cell, Head, section, strong, table, thin
from ui.pieces.tile import BulletBar, bullet
from ui.session.language import chosen, say

TASKS = Text("哪些事项没做够", "which tasks fall short")
RANKED = Text(
    "按完成率的保守端（威尔逊下界）从低到高；应做不足 {few} 次的不排名",
    "lowest cautious end (Wilson bound) first; not ranked under {few} times due",
)
TEAMS = Text("各小组", "Teams")
OF_PERSON = Text("定额逐项", "Quota by quota")
TOO_FEW = Text("样本不足（{n}）", "too few ({n})")
BECAUSE = Text(
    "「{task}」最欠：应做 **{target}**，做了 **{done}**", "{task} falls shortest: **{done}** of **{target}**"
)
UNDUE = Text(
    "**{n}** 项在没有应做的日子登记了（休息日、没排班），也算进完成率",
    "**{n}** tasks written down on days that owe none (days off, no shift) count as done, too",
)
SOME_BEHIND = Text("定额：{n} 项落后，共 {of} 项；最差是「{task}」", "Quotas: {n} of {of} behind; the worst is {task}")
NONE_BEHIND = Text("定额：{of} 项都没落后", "Quotas: none of {of} behind")
TICK = Text("竖线是 100%", "tick at 100%")
SHOWN = 12
MOST = 1.5
"""The share at which a bar ends."""


@remembered
def because(during: Period) -> Text | None:
    """The task furthest behind among those owed often enough, else how much was done without being due; or None."""
    below = [line for line in _tasks(during) if not line.small and judged(line).level is Level.BAD]
    if not below:
        undue = [line for line in lines(answers.facts(), during) if line.done and not line.target]
        return UNDUE.filled(n=len(undue)) if undue else None
    worst = below[0]
    return BECAUSE.filled(task=worst.task, target=_amount(worst.target, worst), done=_amount(worst.done, worst))


@panel
def tasks(during: Period) -> Iterator[Part]:
    """Attainment of the tasks furthest behind as bars from zero on one scale."""
    quota_lines = _tasks(during)[:8]
    if not quota_lines:
        yield page(empty_zone(say(WHY), say(WAITS_FOR_BOTH.filled(files=FILES))))
        return
    heads = [Head(say("事项", "Task")), Head(""), Head(say("完成率 %", "Attainment %"), True), Head("n", True)]
    rows: list[list[str | Cell]] = [
        [joined((shape(judged(line).level, chosen()), " ", line.task)), _bar(line), _share(line), str(line.tries)]
        for line in quota_lines
    ]
    yield page(section(say(WHY), table(heads, rows), side=say(TASKS), note=say(TICK)))


@panel
def people(during: Period) -> Iterator[Part]:
    """Everybody with quotas, the surely worst first, those owed too little behind them without a rank."""
    found = [line for line in lines(answers.facts(), during, ("team", "person")) if line.attain is not None]
    if not found:
        yield page(empty_zone(say(WHO), say(WAITS_FOR_BOTH.filled(files=FILES))))
        return
    surely = sorted((line for line in found if not line.small), key=lambda line: (line.rank, line.attain or 0))
    ranked = [*surely, *(line for line in found if line.small)]
    busy = {each.person: each for each in hours(answers.facts(), during)}
    heads = [
        Head(say("姓名", "Person")), Head(say("小组", "Team")), Head(say("完成率 %", "Attainment %"), True), Head(""),
        Head(say("达标次数", "Met"), True), Head("n", True), Head(say("工时利用 %", "Hours used %"), True),
    ]  # fmt: skip
    rows = [_person(line, busy.get(line.person)) for line in ranked[:SHOWN]]
    yield page(section(say(WHO), table(heads, rows), note=say(RANKED.filled(few=FEW))))


@panel
def teams(during: Period) -> Iterator[Part]:
    """Each group's attainment, the furthest behind first."""
    found = [line for line in lines(answers.facts(), during, ("team",)) if line.attain is not None]
    if not found:
        yield page(empty_zone(say(TEAMS), say(WAITS_FOR_BOTH.filled(files=FILES))))
        return
    heads = [
        Head(say("小组", "Team")), Head(say("完成率 %", "Attainment %"), True), Head(""),
        Head(say("达标次数", "Met"), True), Head("n", True),
    ]  # fmt: skip
    rows: list[list[str | Cell]] = [
        [
            joined((shape(judged(line).level, chosen()), line.team)),
            _share(line),
            _bar(line),
            str(line.met),
            str(line.tries),
        ]
        for line in sorted(found, key=lambda line: line.attain or 0)
    ]
    yield page(section(say(TEAMS), table(heads, rows)))


@remembered
def standing(person: str, during: Period) -> tuple[Level, Text] | None:
    """How one person stands with the quotas: the gravest level, and how many are behind; None without any."""
    quota_lines = _of(person, during)
    return (
        (min((judged(line).level for line in quota_lines), key=WORST_FIRST.index), sentence(quota_lines))
        if quota_lines
        else None
    )


def sentence(quota_lines: Sequence[QuotaLine]) -> Text:
    """How many of some quotas are behind, and which of them most."""
    below = [line for line in quota_lines if judged(line).level is Level.BAD]
    if not below:
        return NONE_BEHIND.filled(of=len(quota_lines))
    return SOME_BEHIND.filled(n=len(below), of=len(quota_lines), task=min(below, key=lambda line: line.rank).task)


def _of(person: str, during: Period) -> list[QuotaLine]:
    return [line for line in lines(answers.facts(), during) if line.person == person and line.attain is not None]


@panel
def of_person(person: str, during: Period) -> Iterator[Part]:
    """One person's quotas, the furthest behind first; nothing for somebody who has none."""
    found = _of(person, during)
    if not found:
        return
    heads = [
        Head(say("事项", "Task")), Head(say("小组", "Team")), Head(say("做了", "Done"), True),
        Head(say("应做", "Due"), True), Head(say("完成率 %", "Attainment %"), True), Head(""), Head("n", True),
    ]  # fmt: skip
    rows: list[list[str | Cell]] = [
        [
            joined((shape(judged(line).level, chosen()), " ", line.task)), line.team, _amount(line.done, line),
            _amount(line.target, line), _share(line), _bar(line), str(line.tries),
        ]
        for line in sorted(found, key=lambda line: line.attain or 0)
    ]  # fmt: skip
    yield page(section(say(OF_PERSON), table(heads, rows)))


def _tasks(during: Period) -> list[QuotaLine]:
    found = lines(answers.facts(), during, ("team", "task", "unit", "every", "duty"))
    return sorted((line for line in found if line.attain is not None), key=lambda line: (line.small, line.attain or 0))


def _person(line: QuotaLine, busy: Hours | None) -> Sequence[str | Cell]:
    name = links.part("person", line.person) if line.person else say(GROUP)
    level = Level.UNJUDGED if line.small else judged(line).level
    share = spelled(busy.share, Unit.PERCENT, chosen()).removesuffix("%") if busy and busy.share else MISSING
    return [
        joined((shape(level, chosen()), name)), line.team,
        thin(say(TOO_FEW.filled(n=line.tries))) if line.small else _share(line), "" if line.small else _bar(line),
        str(line.met), str(line.tries), share,
    ]  # fmt: skip


def _share(line: QuotaLine) -> str | Cell:
    written = spelled(line.attain, Unit.PERCENT, chosen()).removesuffix("%")
    return strong(written) if (line.attain or 0) < ENOUGH else written


def _bar(line: QuotaLine) -> Html:
    return block("ob-in-row", bullet(BulletBar(min(line.attain or 0, MOST), 1, reach=MOST)))


def _amount(amount: float, line: QuotaLine) -> str:
    return grouped(amount, 1).rstrip("0").rstrip(".") + line.unit
