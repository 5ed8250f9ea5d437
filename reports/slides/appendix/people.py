"""The whole of service, fulfilment and workload: days and agents, reasons, scores and cases, tasks of each team."""

from collections.abc import Sequence

from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.catalogue.service.chats import FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN
from metrics.catalogue.service.people import SEAT_COVERAGE
from metrics.catalogue.service.quotas import QUOTA_ATTAIN, STD_HOUR_UTIL
from metrics.catalogue.service.service import INQUIRY_PAY_RATE, RECEPTIONS
from metrics.catalogue.trade.refunds import REFUND_AMOUNT_FINISH
from metrics.definition.metric import Unit
from metrics.judgement.quota_lines import QuotaLine, judged
from reports.findings.agent_rows import BY_CHATS, BY_EXPORT, PAID, agent_row
from reports.findings.shared_words import SCORES_CALLED
from reports.numbers.daily import DailyNumbers
from reports.numbers.service.after_sales import Reason, Score
from reports.numbers.service.agents import AgentWeek
from reports.numbers.service.service import AgentNumbers
from reports.numbers.service.workload import TeamWeek, WorkloadNumbers
from reports.slide.slide import Cell, Slide, Table, TableColumn
from reports.slides.appendix.whole_table import daily, named, page
from text import Text, same

SERVICE_TITLE = Text("客服每天的数，{count} 天", "Service day by day, {count} days")


def service_days(of: DailyNumbers | None) -> Slide | None:
    """Receptions, answers and seats of each day; None where the speed of answers is not on file."""
    return daily("service_days", SERVICE_TITLE, of, of.week.period.days) if of else None


AGENTS_TITLE = Text("全部客服，{count} 人", "All agents, {count}")
AGENT_HEADS = (
    TableColumn(Text("客服", "Agent")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("接待", "Received"), Unit.PEOPLE),
)  # fmt: skip
SAMPLES = (
    TableColumn(Text("轮次", "Rounds"), Unit.TIMES), TableColumn(Text("询单", "Inquirers"), Unit.PEOPLE), PAID,
)  # fmt: skip


SERVICE_METRICS = (RECEPTIONS, FIRST_MEDIAN, FIRST_P90, WITHIN_3MIN, INQUIRY_PAY_RATE, SEAT_COVERAGE)


def all_agents(of: AgentNumbers) -> Slide | None:
    """Everybody who received buyers in the week, with the samples each rate rests on; None without any."""
    heads = (*AGENT_HEADS, *(BY_CHATS if of.by_chats else BY_EXPORT), *(SAMPLES if of.by_chats else SAMPLES[1:]))
    rows = tuple(_agent(of, each) for each in of.agents)
    table = Table(Text("慢的在前", "The slowest first"), heads, rows, whole=True)
    return page("agents_all", AGENTS_TITLE.filled(count=len(rows)), table, SERVICE_METRICS) if rows else None


def _agent(of: AgentNumbers, agent: AgentWeek) -> tuple[Cell, ...]:
    *cells, paid = agent_row(of.week, agent, by_chats=of.by_chats)
    rounds: tuple[Cell, ...] = (agent.rounds,) if of.by_chats else ()
    return *cells, *rounds, agent.inquirers, paid


REASONS_TITLE = Text("全部退款原因，{count} 种", "All reasons of refunds, {count}")
REASON_HEADS = (
    TableColumn(Text("原因", "Reason")), TableColumn(Text("退款", "Refunded"), Unit.YUAN),
    TableColumn(Text("笔数", "Refunds"), Unit.CASES), TableColumn(Text("前一周", "Week before"), Unit.YUAN),
    TableColumn(Text("变化", "Change"), Unit.YUAN),
)  # fmt: skip


def all_reasons(found: Sequence[Reason]) -> Slide | None:
    """Every reason of the refunds settled in the week; None without any."""
    table = Table(Text("按金额排", "By amount"), REASON_HEADS, tuple(_reason(each) for each in found), whole=True)
    title = REASONS_TITLE.filled(count=len(found))
    return page("reasons_all", title, table, (REFUND_AMOUNT_FINISH,)) if found else None


def _reason(of: Reason) -> tuple[Cell, ...]:
    return same(of.name), of.amount, of.count, of.before, of.moved


SCORES_TITLE = Text("评分账本，{count} 项", "Score ledger, {count} scores")
SCORE_HEADS = (
    TableColumn(Text("店铺", "Shop")), TableColumn(Text("评分", "Score")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("公布", "Published"), Unit.SCORE), TableColumn(Text("一周前", "Week before"), Unit.SCORE),
    TableColumn(Text("新评价", "New"), Unit.COUNT), TableColumn(Text("新低分", "New low"), Unit.COUNT),
    TableColumn(Text("退出", "Gone"), Unit.COUNT), TableColumn(Text("五分退出", "Fives gone"), Unit.COUNT),
    TableColumn(Text("窗口内", "In window"), Unit.COUNT), TableColumn(Text("到4.80要", "To 4.80"), Unit.COUNT),
)  # fmt: skip
WINDOWED = Text(
    "新评价、退出的是一周内的，窗口是近 180 天；没有逐条评价的只有公布的分。",
    "New and gone: of the week; window: 180 days. Without reviews one by one only what is published is known.",
)


def all_scores(found: Sequence[Score]) -> Slide | None:
    """The ledger of every score; None without any."""
    rows = tuple(_score(each) for each in found)
    table = Table(Text("低的在前", "The lowest first"), SCORE_HEADS, rows, WINDOWED, whole=True)
    return page("scores_all", SCORES_TITLE.filled(count=len(found)), table, SCORES) if found else None


def _score(of: Score) -> tuple[Cell, ...]:
    account, ledger = of.account, of.account.ledger
    counts: tuple[Cell, ...] = (None,) * 5
    if ledger:
        counts = (
            ledger.count(came=True), ledger.count(came=True, low=True), ledger.count(came=False),
            ledger.count(came=False, full=True), ledger.after.count,
        )  # fmt: skip
    called = SCORES_CALLED[account.metric.name]
    return same(of.shop), called, of.judgement, account.published, account.before, *counts, account.fives


CASES_TITLE = Text("发货、投诉和退款每天的数，{count} 天", "Shipping, complaints and refunds day by day, {count} days")


def after_sales_days(of: DailyNumbers | None) -> Slide | None:
    """What stood open and what went back on each day; None where no file tells."""
    return daily("after_sales_days", CASES_TITLE, of, of.week.period.days) if of else None


TASKS_TITLE = Text("定额全表，{teams} 个组、{count} 项", "All quotas: {teams} teams, {count} tasks")
TASK_HEADS = (
    TableColumn(Text("组", "Team")), TableColumn(Text("事项", "Task")), TableColumn(Text("单位", "Unit")),
    TableColumn(Text("评", "Judged")), TableColumn(Text("应做", "Due"), Unit.COUNT),
    TableColumn(Text("做了", "Done"), Unit.COUNT), TableColumn(Text("完成", "Attained"), Unit.PERCENT),
    TableColumn(Text("做满次数", "In full")),
)  # fmt: skip
ALL_TASKS = Text("全部事项", "All tasks")
IN_FULL = Text("{met}/{tries}", "{met} of {tries}")


def all_tasks(of: WorkloadNumbers) -> Slide | None:
    """Every team of the week with each of its quotas, nobody named; None without any."""
    rows: list[tuple[Cell, ...]] = []
    for team in of.teams:
        rows.append((same(team.name), ALL_TASKS, None, team.judgement, None, None, team.attained, None))
        rows += [_task(each) for each in _tasks(of, team)]
    table = Table(Text("按组", "By team"), TASK_HEADS, tuple(rows), whole=True)
    title = TASKS_TITLE.filled(teams=len(of.teams), count=len(rows) - len(of.teams))
    return page("tasks_all", title, table, (QUOTA_ATTAIN,)) if of.teams else None


def _tasks(of: WorkloadNumbers, team: TeamWeek) -> list[QuotaLine]:
    found = [each for each in of.tasks if each.team == team.name]
    return sorted(found, key=lambda each: (each.attain is None, each.attain or 0, each.task))


def _task(of: QuotaLine) -> tuple[Cell, ...]:
    done = IN_FULL.filled(met=of.met, tries=of.tries) if of.tries else None
    return same(of.team), same(of.task), named(of.unit), judged(of), of.target, of.done, of.attain, done


TEAMS_TITLE = Text("各组的人和工时，{count} 个组", "People and hours of each team, {count}")
TEAM_HEADS = (
    TableColumn(Text("组", "Team")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("定额完成", "Quotas"), Unit.PERCENT), TableColumn(Text("标准工时", "Standard"), Unit.HOURS),
    TableColumn(Text("利用率", "Used"), Unit.PERCENT), TableColumn(Text("低于80%", "Under 80%"), Unit.PEOPLE),
    TableColumn(Text("未填", "No entry"), Unit.PEOPLE), TableColumn(Text("超150%", "Over 150%"), Unit.PEOPLE),
    TableColumn(Text("事项", "Tasks"), Unit.COUNT), TableColumn(Text("没登记的事项", "Without entry"), Unit.COUNT),
)  # fmt: skip


def all_teams(of: WorkloadNumbers) -> Slide | None:
    """People as counts, hours and tasks of every team of the week; None without any."""
    rows = tuple(_team(each, _tasks(of, each)) for each in of.teams)
    table = Table(Text("落后的在前", "The furthest behind first"), TEAM_HEADS, rows, whole=True)
    title = TEAMS_TITLE.filled(count=len(rows))
    return page("teams_all", title, table, (QUOTA_ATTAIN, STD_HOUR_UTIL)) if rows else None


def _team(of: TeamWeek, tasks: Sequence[QuotaLine]) -> tuple[Cell, ...]:
    return (
        same(of.name), of.judgement, of.attained, of.standard, of.use, of.under, of.unfilled, of.doubtful, len(tasks),
        sum(not each.done for each in tasks),
    )  # fmt: skip
