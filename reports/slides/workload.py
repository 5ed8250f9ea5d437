"""Workload and quality: what the teams did of their quotas, in standard hours too, exceptions and page checks."""

from collections.abc import Sequence

from metrics.catalogue.service.quotas import QUOTA_ATTAIN, STD_HOUR_UTIL
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.wording.rounding import grouped
from reports.numbers.service.workload import PageChecks, TeamWeek, WorkloadNumbers
from reports.slide.slide import MOST, Bars, Cell, FindingLine, Slide, Table, TableColumn, TargetBar
from reports.slide.values import ended, sentence, written
from text import Text, same

TOPIC = Text("工作量与质量", "Workload and quality")
METRICS = (QUOTA_ATTAIN, STD_HOUR_UTIL)
UNKNOWN = Text("缺工作量登记和定额，工作量未评", "No work records or quotas: workload is not judged")
UNKNOWN_QUOTAS = Text("缺工作量登记和定额，工作量未评", "No work records or quotas")
WAITS = Text("等这些文件：工作量登记、定额、排班、页面检查", "Waits for: work records, quotas, shifts, page checks")
FULL = Text("{full}/{all} 个组做满定额", "{full} of {all} teams met their quotas")
LEAST = Text("{team}只有 {share}", "{team} only {share}")
DOUBT = Text("{team} {share}要查录入", "{team} at {share}: check the entries")
PEOPLE = Text("{count} 人低于 80%", "people under 80%: {count}")

BARS, TICK = Text("各组定额完成率", "Quotas by team"), Text("定额", "quota")
TABLE = Text("标准工时与例外（人数）", "Standard hours, exceptions as counts")
HEADS = (
    TableColumn(Text("组", "Team")), TableColumn(Text("标准工时", "Standard"), Unit.HOURS),
    TableColumn(Text("利用率", "Used"), Unit.PERCENT), TableColumn(Text("低于80%", "Under 80%"), Unit.PEOPLE),
    TableColumn(Text("未填", "No entry"), Unit.PEOPLE), TableColumn(Text("超150%", "Over 150%"), Unit.PEOPLE),
)  # fmt: skip
USED = Text("利用率只算有排班的人。", "Hours used: of those with shifts.")

EXCEPTIONS, WRITTEN, PAGES = Text("例外", "Exceptions"), Text("登记", "Records"), Text("页面", "Pages")
BEHIND = Text("{team}「{task}」应做 {target}，做了 **{done}**", '{team}, "{task}": **{done}** of {target} due')
NONE_BEHIND = Text("没有低于八成的事项", "no task under 80%")
CHECK = Text("**{count}** 人超过 150%，先查录入再评", "people over 150%: **{count}**, check the entries before judging")
UNTOUCHED = Text(
    "**{count}** 项定额全周没人登记：没做还是没填，各组说一句",
    "quotas without any entry: **{count}**, each team says whether undone or unwritten",
)
ALL_WRITTEN = Text("有效的定额都有登记", "every valid quota has entries")
CHECKED = Text("查了 {done} 项，{failed} 项不合格", "{done} checks, {failed} failed")
WORST = Text("最多的是「{item}」", 'most often "{item}"')
STILL = Text("**{count}** 项还没整改", "**{count}** not put right yet")
FIXED = Text("都已整改", "all put right")
NO_CHECKS = Text("缺页面检查，未评", "no page checks: not judged")
NOTES = Text(
    "只看组，不点名。先问没做够的事项缺什么，再问没登记的；超过 150% 的先核对录入。",
    "Teams only, no names. First what the tasks behind lack, then what is not written down; check entries over 150%.",
)


def slide(of: WorkloadNumbers) -> Slide:
    """Workload and quality of the week."""
    if not of.teams and not of.checks:
        return Slide("workload", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    parts = (_bars(of.teams), _table(of.teams)) if of.teams else ()
    lines = [FindingLine(PAGES, _pages(of.checks))]
    if of.teams:
        lines = [FindingLine(EXCEPTIONS, _exceptions(of)), FindingLine(WRITTEN, _written(of.untouched)), *lines]
    return Slide("workload", TOPIC, _title(of), (), parts, tuple(lines), NOTES, METRICS)


def _title(of: WorkloadNumbers) -> Text:
    if not of.teams:
        return sentence([UNKNOWN_QUOTAS, _counted(of.checks)])
    judged = [each for each in of.teams if each.judgement.level is not Level.UNJUDGED]
    full = sum(each.judgement.level is Level.GOOD for each in judged)
    clauses = [FULL.filled(full=full, all=len(judged))]
    worst = judged[0] if judged else None
    if worst and worst.attained is not None and worst.attained < 1:
        clauses.append(LEAST.filled(team=worst.name, share=written(worst.attained, Unit.PERCENT)))
    return sentence([*clauses, *_exception(of.teams, judged)])


def _exception(teams: Sequence[TeamWeek], judged: Sequence[TeamWeek]) -> list[Text]:
    """The team whose entries are doubted, else how many people are under 80 %."""
    doubt = next((each for each in reversed(judged) if each.judgement.level is Level.WATCH and _over(each)), None)
    if doubt:
        return [DOUBT.filled(team=doubt.name, share=written(doubt.attained or 0, Unit.PERCENT))]
    under = sum(each.under for each in teams)
    return [PEOPLE.filled(count=under)] if under else []


def _over(of: TeamWeek) -> bool:
    return (of.attained or 0) > 1


def _bars(teams: Sequence[TeamWeek]) -> Bars:
    bars = tuple(TargetBar(same(each.name), each.attained, 1.0, each.judgement) for each in teams[:MOST])
    return Bars(BARS, Unit.PERCENT, bars, TICK)


def _table(teams: Sequence[TeamWeek]) -> Table:
    return Table(TABLE, HEADS, tuple(_row(each) for each in teams[:MOST]), USED)


def _row(of: TeamWeek) -> tuple[Cell, ...]:
    hours = of.standard
    return same(of.name), hours, of.use, of.under, of.unfilled, of.doubtful


def _exceptions(of: WorkloadNumbers) -> Text:
    clauses = [NONE_BEHIND]
    if of.short:
        worst = of.short[0]
        target, done = (_amount(value, worst.unit) for value in (worst.target, worst.done))
        clauses = [BEHIND.filled(team=worst.team, task=worst.task, target=target, done=done)]
    doubtful = sum(each.doubtful for each in of.teams)
    if doubtful:
        clauses.append(CHECK.filled(count=doubtful))
    return ended(clauses)


def _amount(value: float, unit: str) -> Text:
    number = grouped(value, 1).removesuffix(".0")
    return Text(f"{number}{unit}", number)


def _written(untouched: int) -> Text:
    return ended([UNTOUCHED.filled(count=untouched) if untouched else ALL_WRITTEN])


def _counted(of: PageChecks | None) -> Text:
    return CHECKED.filled(done=of.done, failed=of.failed) if of else NO_CHECKS


def _pages(of: PageChecks | None) -> Text:
    clauses = [_counted(of)]
    if of and of.worst:
        clauses.append(WORST.filled(item=of.worst))
        clauses.append(STILL.filled(count=of.open) if of.open else FIXED)
    return ended([sentence(clauses)])
