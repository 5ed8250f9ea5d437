"""The whole of promotion, activities and faults: every tool with its plans, every activity, every fault in full."""

from collections.abc import Mapping

from metrics.calendar.period import Period, spelled_out
from metrics.catalogue.orders.cases import FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN
from metrics.catalogue.trade.promotion import AD_CLICKS, AD_CPC, AD_ROI, AD_SALES, AD_SPEND
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.wording.figure import Number
from metrics.wording.rounding import whole
from reports.findings.shared_words import NEEDS, NO_STATE, NOT_SOLVED, UNWRITTEN, final_days
from reports.numbers.daily import DailyNumbers
from reports.numbers.service.faults import Fault, FaultNumbers
from reports.numbers.trade.campaigns import AHEAD, ActivityNumbers, ComingActivity, Need, PastActivity
from reports.numbers.trade.promotion import AD_METRICS, PlanNumbers, PlanWeek, ToolPlans
from reports.numbers.week import Week
from reports.slide.slide import Cell, Slide, Table, TableColumn
from reports.slide.values import both, cut, on
from reports.slides.appendix.whole_table import daily, named, page
from text import Text, same

TOOLS_TITLE = Text("推广全表，{tools} 个工具、{plans} 个计划", "All promotion: {tools} tools, {plans} plans")
TOOLS = Text("按工具和计划", "By tool and plan")
TOOL_HEADS = (
    TableColumn(Text("工具", "Tool")), TableColumn(Text("计划", "Plan")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("花费", "Spend"), Unit.YUAN), TableColumn(Text("点击", "Clicks"), Unit.TIMES),
    TableColumn(Text("点击花费", "A click"), Unit.YUAN_EACH), TableColumn(Text("成交", "Sales"), Unit.YUAN),
    TableColumn(Text("7日 ROI", "7-day ROI"), Unit.FOLD), TableColumn(Text("14日 ROI", "14-day ROI"), Unit.FOLD),
    TableColumn(Text("建议", "Advice")),
)  # fmt: skip
ALL_PLANS, SEE_TOOL = Text("全部计划", "All plans"), Text("看工具", "See tool")


def all_tools(of: PlanNumbers) -> Slide | None:
    """Every tool that cost something in the week, and each of its plans; None without any."""
    rows = [row for each in of.tools for row in _tool_rows(each)]
    table = Table(TOOLS, TOOL_HEADS, tuple(rows), final_days(of.final), whole=True)
    title = TOOLS_TITLE.filled(tools=len(of.tools), plans=sum(len(each.plans) for each in of.tools))
    return page("tools_all", title, table, AD_METRICS) if of.tools else None


def _tool_rows(of: ToolPlans) -> list[tuple[Cell, ...]]:
    tool, name = of.tool, same(of.tool.name)
    whole_tool: tuple[Cell, ...] = (
        name, ALL_PLANS, tool.judgement, round(tool.spend, 2), *_results(of.values), tool.roi, tool.final_roi,
        tool.advice.value,
    )  # fmt: skip
    return [whole_tool, *(_plan(name, each) for each in of.plans)]


def _plan(tool: Text, of: PlanWeek) -> tuple[Cell, ...]:
    spend, roi = of.values[AD_SPEND.name], of.values[AD_ROI.name]
    return tool, same(of.plan), of.judgement, spend, *_results(of.values), roi, of.final_roi, SEE_TOOL


def _results(values: Mapping[str, Number | None]) -> tuple[Cell, ...]:
    return tuple(values[metric.name] for metric in (AD_CLICKS, AD_CPC, AD_SALES))


ADS_TITLE = Text("推广每天的数，{count} 天", "Promotion day by day, {count} days")


def promotion_days(of: DailyNumbers | None) -> Slide | None:
    """What ads cost and brought on each day; None where no file tells."""
    return daily("promotion_days", ADS_TITLE, of, of.week.period.days) if of else None


RAN_TITLE = Text("{when}的活动全表，{count} 场", "All activities of the week, {count}")
RAN_HEADS = (
    TableColumn(Text("活动", "Activity")), TableColumn(Text("店铺", "Shop")), TableColumn(Text("起止", "Days")),
    TableColumn(Text("评", "Judged")), TableColumn(Text("支付", "Paid"), Unit.YUAN),
    TableColumn(Text("应到", "Due"), Unit.YUAN), TableColumn(Text("达成", "Attained"), Unit.PERCENT),
    TableColumn(Text("整场目标", "Target"), Unit.YUAN), TableColumn(Text("费用", "Cost"), Unit.YUAN),
)  # fmt: skip
RAN_NOTE = Text("支付是活动期间全店的，到{last}", "Paid: the whole shop's on those days, up to {last}")
EVERY_SHOP = Text("各店", "Any")


def all_past(of: ActivityNumbers) -> Slide | None:
    """Every activity of the week; None without any."""
    note = RAN_NOTE.filled(last=on(of.week.last))
    rows = tuple(_past(each) for each in of.past)
    table = Table(Text("按达成排", "By attainment"), RAN_HEADS, rows, note, whole=True)
    title = RAN_TITLE.filled(when=of.week.when, count=len(of.past))
    return page("activities_ran", title, table, (PAY_AMOUNT,)) if of.past else None


def _past(of: PastActivity) -> tuple[Cell, ...]:
    return (
        same(of.name), named(of.shop) or EVERY_SHOP, _span(of.span), of.judgement, of.paid,
        None if of.due is None else round(of.due, 2), of.attained, of.target, of.cost,
    )  # fmt: skip


def _span(of: Period) -> Text:
    return both(lambda language: spelled_out(of, language))


COMING_TITLE = Text("往后 {days} 天的活动，{count} 场", "Activities of the next {days} days, {count}")
COMING_HEADS = (
    TableColumn(Text("活动", "Activity")), TableColumn(Text("店铺", "Shop")), TableColumn(Text("起止", "Days")),
    *(TableColumn(Text(each.zh, each.en.capitalize())) for each in NEEDS), TableColumn(Text("负责人", "Owner")),
)  # fmt: skip
AS_WRITTEN = Text("登记里怎么写的", "As it is written down")
WORDS = 30
"""How much of what was written a cell holds."""


def all_coming(of: ActivityNumbers) -> Slide | None:
    """What is written of every activity of the next two weeks; None without any."""
    table = Table(AS_WRITTEN, COMING_HEADS, tuple(_coming(of.week, each) for each in of.coming), whole=True)
    title = COMING_TITLE.filled(days=AHEAD, count=len(of.coming))
    return page("activities_coming", title, table) if of.coming else None


def _coming(week: Week, of: ComingActivity) -> tuple[Cell, ...]:
    owner = named(week.shown(of.owner)) if of.owner else None
    needs = (_written(week, each) for each in of.needs)
    return same(of.name), named(of.shop) or EVERY_SHOP, _span(of.span), *needs, owner


def _written(week: Week, of: Need) -> Text:
    return same(cut(week.within(of.note), WORDS)) if of.note else UNWRITTEN


FAULTS_TITLE = Text(
    "故障与建议全表，本周 {week} 起，更早没了结的 {older} 起",
    "All faults: {week} of the week, {older} earlier ones open",
)
FAULTS_HEADS = (
    TableColumn(Text("故障", "Fault")), TableColumn(Text("发现", "Found")), TableColumn(Text("排除", "Solved")),
    TableColumn(Text("时长", "Lasted"), Unit.MINUTES), TableColumn(Text("损失", "Loss"), Unit.YUAN),
    TableColumn(Text("归属", "Belongs to")), TableColumn(Text("建议", "Suggestion")),
    TableColumn(Text("建议状态", "State")),
)  # fmt: skip
FAULT_METRICS = (FAULT_MINUTES, FAULT_MTTR, FAULTS_OPEN)
UNFINISHED = Text(
    "更早的只列没排除的，和建议没实施的。", "Of earlier ones those not solved, or whose suggestion is not carried out."
)


def all_faults(of: FaultNumbers) -> Slide | None:
    """The week's faults, and earlier ones that are open or whose suggestions are; None without any."""
    older = [each for each in of.every if each.found_at.date() not in of.week.period and _unfinished(each)]
    rows = tuple(_fault(of.week, each) for each in (*of.of_week, *older))
    table = Table(Text("逐起", "One by one"), FAULTS_HEADS, rows, UNFINISHED, whole=True)
    title = FAULTS_TITLE.filled(week=len(of.of_week), older=len(older))
    return page("faults_all", title, table, FAULT_METRICS) if rows else None


def _unfinished(of: Fault) -> bool:
    return of.solved_at is None or bool(of.advice and not of.carried_out)


def _fault(week: Week, of: Fault) -> tuple[Cell, ...]:
    solved = NOT_SOLVED if of.solved_at is None else same(f"{of.solved_at:%m-%d %H:%M}")
    minutes = None if of.minutes is None else whole(of.minutes)
    owner = named(week.shown(of.owner)) if of.owner else None
    advice = named(week.within(of.advice))
    state = None if advice is None else named(of.advice_state) or NO_STATE
    name = named(week.within(of.name))
    return name, same(f"{of.found_at:%m-%d %H:%M}"), solved, minutes, of.loss, owner, advice, state
