"""Appendix: the full tables behind the slides, how the files agree, and which numbers changed since the deck before."""

from collections.abc import Callable, Sequence

from metrics.catalogue.service.service import CS_SALES, RECEPTIONS
from metrics.catalogue.targets.pace import DAY_ATTAIN
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, PAY_BUYERS
from metrics.catalogue.trade.traffic import PAY_CONVERSION, VISITORS
from metrics.definition.metric import Unit
from metrics.explanation.reconciliation import Checked, agreement, reconciled
from metrics.judgement.limits import Judgement
from reports.findings.earlier_deck import Changed, before, changed_since
from reports.numbers.channels import sources
from reports.numbers.people import tree
from reports.numbers.products import products
from reports.numbers.week import Asked
from reports.slide.slide import Cell, Column, Slide, Table
from reports.slide.values import both, exact, on, sentence, written
from reports.slides.actions_reviewed import HEADS as ACTION_HEADS
from reports.slides.actions_reviewed import begun_since, reviewed, row_of
from reports.slides.appendix.money import all_coming, all_faults, all_ran, all_tools, promotion_days
from reports.slides.appendix.people import (
    after_sales_days,
    all_agents,
    all_reasons,
    all_scores,
    all_tasks,
    all_teams,
    service_days,
)
from reports.slides.appendix.whole_table import named, page
from text import Text, same

DETAILS: dict[str, tuple[str, ...]] = {
    "summary": ("days",),
    "actions_reviewed": ("actions_all",),
    "pace": ("days",),
    "gap": ("days", "channels"),
    "tree": ("tree_all",),
    "traffic": ("days", "channels"),
    "products": ("products_all",),
    "promotion": ("promotion_days", "tools_all"),
    "activities": ("activities_ran", "activities_coming"),
    "service": ("service_days", "agents_all"),
    "fulfilment": ("reasons_all", "scores_all", "after_sales_days"),
    "workload": ("tasks_all", "teams_all"),
    "faults": ("faults_all",),
    "next_week": ("tree_all", "actions_all"),
}
"""Which of these pages hold the whole of a slide's parts, and, where there is one more, of its numbers."""


def slides(asked: Asked) -> tuple[Slide, ...]:
    """The pages that have something to show, in their order."""
    found = [made(asked) for made in TABLES]
    return tuple(each for each in found if each)


DAYS_TITLE = Text("每天的数，{count} 天", "Day by day, {count} days")
DAILY = (PAY_AMOUNT, DAY_TARGET, DAY_ATTAIN, VISITORS, PAY_CONVERSION, AVG_ORDER_VALUE)
DAY, EACH_DAY = Text("日期", "Day"), Text("逐日", "Each day")


def _days(asked: Asked) -> Slide | None:
    several = asked.shop is None and len(asked.shops) > 1
    metrics = tuple(metric for metric in DAILY if not (several and metric in (VISITORS, PAY_BUYERS)))
    rows = {row["day"]: row for row in asked.rows(metrics, asked.week, ("day",))}
    if not rows:
        return None
    told = tuple((on(day), *(rows.get(day, {}).get(metric.name) for metric in metrics)) for day in asked.week)
    columns = (Column(DAY), *(Column(metric.label, metric.unit) for metric in metrics))
    return page("days", DAYS_TITLE.filled(count=len(rows)), Table(EACH_DAY, columns, told, whole=True), metrics)


CHANNELS_TITLE = Text("全部流量来源，{count} 个", "All channels, {count}")
CHANNEL_HEADS = (
    Column(Text("来源", "Channel")), Column(Text("日均访客", "A day"), Unit.PEOPLE),
    Column(Text("比前一周", "On the week before")), Column(Text("占比", "Share"), Unit.PERCENT),
    Column(Text("转化率", "Conversion"), Unit.PERCENT), Column(Text("UV价值", "Per visitor"), Unit.YUAN_EACH),
    Column(Text("支付", "Paid"), Unit.YUAN),
)  # fmt: skip


def _channels(asked: Asked) -> Slide | None:
    found = sources(asked)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.name), each.visitors, both(each.change.told) if each.change else None, each.share, each.conversion,
         each.value, each.paid) for each in found
    )  # fmt: skip
    table = Table(Text("本周来源", "Channels of the week"), CHANNEL_HEADS, rows, whole=True)
    return page("channels", CHANNELS_TITLE.filled(count=len(found)), table) if found else None


PRODUCTS_TITLE = Text(
    "全部商品，{count} 个，涨的 {up} 个、跌的 {down} 个", "All {count} products: {up} rose, {down} fell"
)
PRODUCT_HEADS = (
    Column(Text("商品", "Product")), Column(Text("支付", "Paid"), Unit.YUAN),
    Column(Text("前一周", "Week before"), Unit.YUAN), Column(Text("变化", "Change"), Unit.YUAN),
    Column(Text("转化率", "Conversion"), Unit.PERCENT),
)  # fmt: skip


def _products(asked: Asked) -> Slide | None:
    found = sorted(products(asked), key=lambda each: (-each.moved, each.product))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.title), each.paid, each.before, round(each.moved, 2), each.conversion) for each in found
    )
    up, down = (sum(sign * each.moved > 0 for each in found) for sign in (1, -1))
    table = Table(Text("按变化排", "By change"), PRODUCT_HEADS, rows, whole=True)
    title = PRODUCTS_TITLE.filled(count=len(found), up=up, down=down)
    return page("products_all", title, table) if found else None


PEOPLE_TITLE = Text("目标树全表，{count} 行", "The whole tree, {count} rows")
PEOPLE_HEADS = (
    Column(Text("店铺", "Shop")), Column(Text("组", "Team")), Column(Text("姓名", "Name")),
    Column(Text("月目标", "Target"), Unit.YUAN), Column(Text("完成", "Done"), Unit.YUAN),
    Column(Text("达成", "Attained"), Unit.PERCENT), Column(Text("评", "Judged")),
    Column(Text("接待", "Received"), Unit.PEOPLE), Column(Text("对不上", "Residual"), Unit.YUAN),
)  # fmt: skip


def _people(asked: Asked) -> Slide | None:
    found = tree(asked)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.shop), named(each.team), named(asked.shown(each.person) if each.person else ""), each.target,
         each.done, each.attained, each.judgement, each.sample, each.residual) for each in found
    )  # fmt: skip
    table = Table(Text("目标与完成", "Targets and what was done"), PEOPLE_HEADS, rows, whole=True)
    return page("tree_all", PEOPLE_TITLE.filled(count=len(found)), table, (CS_SALES, RECEPTIONS)) if found else None


ACTIONS_TITLE = Text("全部行动，{count} 条", "All actions, {count}")


def all_actions(asked: Asked) -> Slide | None:
    """Every action that is looked back on, then the open ones that began since; None where there is none."""
    found = [*reviewed(asked), *begun_since(asked)]
    rows = tuple(row_of(asked, each) for each in found)
    table = Table(Text("行动", "Actions"), tuple(Column(head) for head in ACTION_HEADS), rows, whole=True)
    return page("actions_all", ACTIONS_TITLE.filled(count=len(found)), table) if found else None


MOST_OFF = Text("{check}差 {amount}", "{check} off by {amount}")
CHECK_HEADS = (
    Column(Text("对什么", "Check")), Column(Text("评", "Judged")), Column(Text("左边", "One side"), Unit.YUAN),
    Column(Text("右边", "Other side"), Unit.YUAN), Column(Text("相差", "Difference"), Unit.YUAN),
    Column(Text("店天数", "Shop-days"), Unit.COUNT), Column(Text("不合的天数", "Days off"), Unit.COUNT),
)  # fmt: skip


def _agreement(asked: Asked) -> Slide:
    found = reconciled(asked.warehouse, asked.month, asked.shops)
    rows: tuple[tuple[Cell, ...], ...] = tuple(_check(each) for each in found)
    table = Table(Text("本月至今", "The month so far"), CHECK_HEADS, rows, whole=True)
    return page("agreement", _agreed(found), table)


def _agreed(found: Sequence[Checked]) -> Text:
    """对账 2/6，日报对订单相差最多，差 698元."""
    off = [each for each in found if each.off]
    if not off:
        return agreement(found)
    worst = max(off, key=lambda each: abs(each.difference))
    amount = written(abs(worst.difference), Unit.YUAN)
    return sentence([agreement(found), MOST_OFF.filled(check=worst.check.label, amount=amount)])


def _check(of: Checked) -> tuple[Cell, ...]:
    told = (of.one, of.other, of.difference) if of.days else (None, None, None)
    judgement = Judgement(of.level, of.check.may_differ if of.off else of.check.files)
    return of.check.label, judgement, *told, of.days, len(of.off)


CHANGES_TITLE = Text(
    "{day}周会以后，那一周改了 {count} 个数", "Since the meeting of {day}, {count} numbers of its week changed"
)
NONE_CHANGED = Text(
    "{day}周会以后，那一周的数没有改动，0 个", "Since the meeting of {day} no number of its week changed: 0"
)
CHANGE_HEADS = (
    Column(Text("指标", "Metric")), Column(Text("当时", "Then")), Column(Text("现在", "Now")),
)  # fmt: skip


def _changes(asked: Asked) -> Slide | None:
    then = before(asked)
    if then is None:
        return None
    found, day = changed_since(asked, then), on(then.opened_at.date())
    table = Table(Text("改动", "Changes"), CHANGE_HEADS, tuple(_change(each) for each in found), whole=True)
    title = CHANGES_TITLE.filled(day=day, count=len(found)) if found else NONE_CHANGED.filled(day=day)
    return page("changes", title, table, tuple(each.metric for each in found))


def _change(of: Changed) -> tuple[Cell, ...]:
    return of.metric.label, *(exact(value, of.metric.unit) for value in (of.was, of.now))


TABLES: tuple[Callable[[Asked], Slide | None], ...] = (
    _days,
    _channels,
    _products,
    _people,
    promotion_days,
    all_tools,
    all_ran,
    all_coming,
    service_days,
    all_agents,
    after_sales_days,
    all_reasons,
    all_scores,
    all_tasks,
    all_teams,
    all_faults,
    all_actions,
    _agreement,
    _changes,
)
"""In the order of the slides that they lie behind."""
