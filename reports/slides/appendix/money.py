"""Behind promotion, activities and faults: every tool with its plans, every activity, every fault in full."""

from metrics.calendar.period import Period, spelled_out
from metrics.catalogue.trade.promotion import AD_CLICKS, AD_CPC, AD_ROI, AD_SALES, AD_SPEND
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.judgement.limits import Judgement, Level, judge
from metrics.wording.figure import Number
from metrics.wording.rounding import whole
from reports.numbers.campaigns import AHEAD, Need, Next, Ran, coming, ran
from reports.numbers.faults import Fault, faults, of_week
from reports.numbers.tools import NO_SALES, Tool, final_span, tools
from reports.numbers.week import Asked
from reports.slide.slide import Cell, Column, Slide, Table
from reports.slide.values import both, cut, on
from reports.slides.activities import NEEDS, UNWRITTEN
from reports.slides.appendix.whole_table import daily, named, page
from reports.slides.faults import METRICS as FAULT_METRICS
from reports.slides.faults import NO_STATE, NOT_SOLVED
from reports.slides.promotion import SPAN
from text import Text, same

TOOLS_TITLE = Text("推广全表，{tools} 个工具、{plans} 个计划", "All promotion: {tools} tools, {plans} plans")
TOOLS = Text("按工具和计划", "By tool and plan")
TOOL_HEADS = (
    Column(Text("工具", "Tool")), Column(Text("计划", "Plan")), Column(Text("评", "Judged")),
    Column(Text("花费", "Spend"), Unit.YUAN), Column(Text("点击", "Clicks"), Unit.TIMES),
    Column(Text("点击花费", "A click"), Unit.YUAN_EACH), Column(Text("成交", "Sales"), Unit.YUAN),
    Column(Text("7日 ROI", "7-day ROI"), Unit.FOLD), Column(Text("14日 ROI", "14-day ROI"), Unit.FOLD),
    Column(Text("建议", "Advice")),
)  # fmt: skip
ALL_PLANS, SEE_TOOL = Text("全部计划", "All plans"), Text("看工具", "See tool")
AD_METRICS = (AD_SPEND, AD_CLICKS, AD_CPC, AD_SALES, AD_ROI)


def all_tools(asked: Asked) -> Slide | None:
    """Every tool that cost something in the week, and each of its plans; None without any."""
    found = tools(asked)
    by_tool = {row["tool"]: row for row in asked.rows(AD_METRICS, asked.week, ("tool",))}
    by_plan = asked.rows(AD_METRICS, asked.week, ("tool", "plan"))
    final = {(row["tool"], row["plan"]): row[AD_ROI.name]
             for row in asked.rows([AD_ROI], final_span(asked), ("tool", "plan"))}  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    plans = 0
    for each in found:
        rows.append(_tool(each, by_tool[each.name]))
        parts = [row for row in by_plan if row["tool"] == each.name and row["plan"] and row[AD_SPEND.name]]
        plans += len(parts)
        for row in sorted(parts, key=lambda one: (-float(one[AD_SPEND.name]), one["plan"])):
            rows.append(_plan(asked, row, final.get((row["tool"], row["plan"]))))
    span = final_span(asked)
    table = Table(TOOLS, TOOL_HEADS, tuple(rows), SPAN.filled(first=on(span.first), last=on(span.last)), whole=True)
    return page("tools_all", TOOLS_TITLE.filled(tools=len(found), plans=plans), table, AD_METRICS) if found else None


def _tool(of: Tool, row: dict) -> tuple[Cell, ...]:
    return (
        same(of.name), ALL_PLANS, of.judgement, round(of.spend, 2), row[AD_CLICKS.name], row[AD_CPC.name],
        row[AD_SALES.name], of.roi, of.final_roi, of.advice.value,
    )  # fmt: skip


def _plan(asked: Asked, row: dict, final: Number | None) -> tuple[Cell, ...]:
    judgement = Judgement(Level.UNJUDGED, NO_SALES) if final is None else judge(AD_ROI, final, rules=asked.book)
    return (
        same(row["tool"]), same(row["plan"]), judgement, row[AD_SPEND.name], row[AD_CLICKS.name], row[AD_CPC.name],
        row[AD_SALES.name], row[AD_ROI.name], final, SEE_TOOL,
    )  # fmt: skip


ADS_TITLE = Text("推广每天的数，{count} 天", "Promotion day by day, {count} days")


def promotion_days(asked: Asked) -> Slide | None:
    """What ads cost and brought on each day; None where nothing is told."""
    return daily(asked, "promotion_days", ADS_TITLE, AD_METRICS)


RAN_TITLE = Text("{when}的活动全表，{count} 场", "All activities of the week, {count}")
RAN_HEADS = (
    Column(Text("活动", "Activity")), Column(Text("店铺", "Shop")), Column(Text("起止", "Days")),
    Column(Text("评", "Judged")), Column(Text("支付", "Paid"), Unit.YUAN), Column(Text("应到", "Due"), Unit.YUAN),
    Column(Text("达成", "Attained"), Unit.PERCENT), Column(Text("整场目标", "Target"), Unit.YUAN),
    Column(Text("费用", "Cost"), Unit.YUAN),
)  # fmt: skip
RAN_NOTE = Text("支付是活动期间全店的，到{last}", "Paid: the whole shop's on those days, up to {last}")
EVERY_SHOP = Text("各店", "Any")


def all_ran(asked: Asked) -> Slide | None:
    """Every activity of the week; None without any."""
    found = ran(asked)
    note = RAN_NOTE.filled(last=on(asked.week.last))
    table = Table(Text("按达成排", "By attainment"), RAN_HEADS, tuple(_ran(each) for each in found), note, whole=True)
    title = RAN_TITLE.filled(when=asked.when, count=len(found))
    return page("activities_ran", title, table, (PAY_AMOUNT,)) if found else None


def _ran(of: Ran) -> tuple[Cell, ...]:
    return (
        same(of.name), named(of.shop) or EVERY_SHOP, _span(of.span), of.judgement, of.paid,
        None if of.due is None else round(of.due, 2), of.attained, of.target, of.cost,
    )  # fmt: skip


def _span(of: Period) -> Text:
    return both(lambda language: spelled_out(of, language))


COMING_TITLE = Text("往后 {days} 天的活动，{count} 场", "Activities of the next {days} days, {count}")
COMING_HEADS = (
    Column(Text("活动", "Activity")), Column(Text("店铺", "Shop")), Column(Text("起止", "Days")),
    *(Column(Text(each.zh, each.en.capitalize())) for each in NEEDS), Column(Text("负责人", "Owner")),
)  # fmt: skip
AS_WRITTEN = Text("登记里怎么写的", "As it is written down")
WORDS = 30
"""How much of what was written a cell holds."""


def all_coming(asked: Asked) -> Slide | None:
    """What is written of every activity of the next two weeks; None without any."""
    found = coming(asked)
    table = Table(AS_WRITTEN, COMING_HEADS, tuple(_coming(asked, each) for each in found), whole=True)
    title = COMING_TITLE.filled(days=AHEAD, count=len(found))
    return page("activities_coming", title, table) if found else None


def _coming(asked: Asked, of: Next) -> tuple[Cell, ...]:
    owner = named(asked.shown(of.owner)) if of.owner else None
    needs = (_written(asked, each) for each in of.needs)
    return same(of.name), named(of.shop) or EVERY_SHOP, _span(of.span), *needs, owner


def _written(asked: Asked, of: Need) -> Text:
    return same(cut(asked.within(of.said), WORDS)) if of.said else UNWRITTEN


FAULTS_TITLE = Text(
    "故障与建议全表，本周 {week} 起，更早没了结的 {older} 起",
    "All faults: {week} of the week, {older} earlier ones open",
)
FAULTS_HEADS = (
    Column(Text("故障", "Fault")), Column(Text("发现", "Found")), Column(Text("排除", "Solved")),
    Column(Text("时长", "Lasted"), Unit.MINUTES), Column(Text("损失", "Loss"), Unit.YUAN),
    Column(Text("归属", "Belongs to")), Column(Text("建议", "Suggestion")), Column(Text("建议状态", "State")),
)  # fmt: skip
UNFINISHED = Text(
    "更早的只列没排除的，和建议没实施的。", "Of earlier ones those not solved, or whose suggestion is not carried out."
)


def all_faults(asked: Asked) -> Slide | None:
    """The week's faults, and earlier ones that are open or whose suggestions are; None without any."""
    week = of_week(asked)
    older = [each for each in faults(asked) if each.found_at.date() not in asked.week and _unfinished(each)]
    rows = tuple(_fault(asked, each) for each in (*week, *older))
    table = Table(Text("逐起", "One by one"), FAULTS_HEADS, rows, UNFINISHED, whole=True)
    title = FAULTS_TITLE.filled(week=len(week), older=len(older))
    return page("faults_all", title, table, FAULT_METRICS) if rows else None


def _unfinished(of: Fault) -> bool:
    return of.solved_at is None or bool(of.advice and not of.carried_out)


def _fault(asked: Asked, of: Fault) -> tuple[Cell, ...]:
    solved = NOT_SOLVED if of.solved_at is None else same(f"{of.solved_at:%m-%d %H:%M}")
    minutes = None if of.minutes is None else whole(of.minutes)
    owner = named(asked.shown(of.owner)) if of.owner else None
    advice = named(asked.within(of.advice))
    state = None if advice is None else named(of.advice_state) or NO_STATE
    name = named(asked.within(of.name))
    return name, same(f"{of.found_at:%m-%d %H:%M}"), solved, minutes, of.loss, owner, advice, state
