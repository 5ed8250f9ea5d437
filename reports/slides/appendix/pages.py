"""The whole of days, channels, products, targets and actions; how files agree; what changed since the last meeting."""

from collections.abc import Sequence

from metrics.catalogue.service.service import CS_SALES, RECEPTIONS
from metrics.definition.metric import Unit
from metrics.explanation.reconciliation import Reconciliation, agreement
from metrics.judgement.limits import Judgement
from reports.findings.action_rows import HEADS as ACTION_HEADS
from reports.findings.action_rows import action_row
from reports.numbers.actions import ActionNumbers
from reports.numbers.daily import DailyNumbers
from reports.numbers.earlier_deck import Changed, ChangedNumbers
from reports.numbers.targets.tree import TreeNumbers
from reports.numbers.trade.channels import ChannelWeek
from reports.numbers.trade.products import ProductWeek
from reports.slide.slide import Cell, Slide, Table, TableColumn
from reports.slide.values import both, exact, on, sentence, written
from reports.slides.appendix.whole_table import daily, named, page
from text import Text, same

DAYS_TITLE = Text("每天的数，{count} 天", "Day by day, {count} days")


def all_days(of: DailyNumbers | None) -> Slide | None:
    """Sales, target and visitors of each day; None where no file tells."""
    return daily("days", DAYS_TITLE, of, len(of.days)) if of else None


CHANNELS_TITLE = Text("全部流量来源，{count} 个", "All channels, {count}")
CHANNEL_HEADS = (
    TableColumn(Text("来源", "Channel")), TableColumn(Text("日均访客", "A day"), Unit.PEOPLE),
    TableColumn(Text("比前一周", "On the week before")), TableColumn(Text("占比", "Share"), Unit.PERCENT),
    TableColumn(Text("转化率", "Conversion"), Unit.PERCENT), TableColumn(Text("UV价值", "Per visitor"), Unit.YUAN_EACH),
    TableColumn(Text("支付", "Paid"), Unit.YUAN),
)  # fmt: skip


def all_channels(found: Sequence[ChannelWeek]) -> Slide | None:
    """Every channel of the week; None without any."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.name), each.visitors, both(each.change.text), each.share, each.conversion, each.value, each.paid)
        for each in found
    )
    table = Table(Text("本周来源", "Channels of the week"), CHANNEL_HEADS, rows, whole=True)
    return page("channels", CHANNELS_TITLE.filled(count=len(found)), table) if found else None


PRODUCTS_TITLE = Text(
    "全部商品，{count} 个，涨的 {up} 个、跌的 {down} 个", "All {count} products: {up} rose, {down} fell"
)
PRODUCT_HEADS = (
    TableColumn(Text("商品", "Product")), TableColumn(Text("支付", "Paid"), Unit.YUAN),
    TableColumn(Text("前一周", "Week before"), Unit.YUAN), TableColumn(Text("变化", "Change"), Unit.YUAN),
    TableColumn(Text("转化率", "Conversion"), Unit.PERCENT),
)  # fmt: skip


def all_products(products: Sequence[ProductWeek]) -> Slide | None:
    """Every product of the week or the week before; None without any."""
    found = sorted(products, key=lambda each: (-each.moved, each.product))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.title), each.paid, each.before, round(each.moved, 2), each.conversion) for each in found
    )
    up, down = (sum(sign * each.moved > 0 for each in found) for sign in (1, -1))
    table = Table(Text("按变化排", "By change"), PRODUCT_HEADS, rows, whole=True)
    title = PRODUCTS_TITLE.filled(count=len(found), up=up, down=down)
    return page("products_all", title, table) if found else None


PEOPLE_TITLE = Text("目标树全表，{count} 行", "The whole tree, {count} rows")
PEOPLE_HEADS = (
    TableColumn(Text("店铺", "Shop")), TableColumn(Text("组", "Team")), TableColumn(Text("姓名", "Name")),
    TableColumn(Text("月目标", "Target"), Unit.YUAN), TableColumn(Text("完成", "Done"), Unit.YUAN),
    TableColumn(Text("达成", "Attained"), Unit.PERCENT), TableColumn(Text("评", "Judged")),
    TableColumn(Text("接待", "Received"), Unit.PEOPLE), TableColumn(Text("对不上", "Residual"), Unit.YUAN),
)  # fmt: skip


def whole_tree(of: TreeNumbers) -> Slide | None:
    """Every target of the month; None without any."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (same(each.shop), named(each.team), named(of.week.shown(each.person) if each.person else ""), each.target,
         each.done, each.attained, each.judgement, each.sample, each.residual) for each in of.standings
    )  # fmt: skip
    table = Table(Text("目标与完成", "Targets and what was done"), PEOPLE_HEADS, rows, whole=True)
    return page("tree_all", PEOPLE_TITLE.filled(count=len(rows)), table, (CS_SALES, RECEPTIONS)) if rows else None


ACTIONS_TITLE = Text("全部行动，{count} 条", "All actions, {count}")


def all_actions(of: ActionNumbers) -> Slide | None:
    """Every action that is looked back on, then the open ones that began since; None where there is none."""
    rows = tuple(action_row(of.week, each) for each in of.actions)
    table = Table(Text("行动", "Actions"), ACTION_HEADS, rows, whole=True)
    return page("actions_all", ACTIONS_TITLE.filled(count=len(rows)), table) if rows else None


MOST_OFF = Text("{check}差 {amount}", "{check} off by {amount}")
CHECK_HEADS = (
    TableColumn(Text("对什么", "Check")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("左边", "One side"), Unit.YUAN), TableColumn(Text("右边", "Other side"), Unit.YUAN),
    TableColumn(Text("相差", "Difference"), Unit.YUAN), TableColumn(Text("店天数", "Shop-days"), Unit.COUNT),
    TableColumn(Text("不合的天数", "Days off"), Unit.COUNT),
)  # fmt: skip


def files_agree(found: Sequence[Reconciliation]) -> Slide:
    """How the files of the month agree."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(_check(each) for each in found)
    table = Table(Text("本月至今", "The month so far"), CHECK_HEADS, rows, whole=True)
    return page("agreement", _agreed(found), table)


def _agreed(found: Sequence[Reconciliation]) -> Text:
    """对账 2/6，日报对订单相差最多，差 698元."""
    off = [each for each in found if each.off]
    if not off:
        return agreement(found)
    worst = max(off, key=lambda each: abs(each.difference))
    amount = written(abs(worst.difference), Unit.YUAN)
    return sentence([agreement(found), MOST_OFF.filled(check=worst.check.label, amount=amount)])


def _check(of: Reconciliation) -> tuple[Cell, ...]:
    sides = (of.one, of.other, of.difference) if of.days else (None, None, None)
    judgement = Judgement(of.level, of.check.may_differ if of.off else of.check.files)
    return of.check.label, judgement, *sides, of.days, len(of.off)


CHANGES_TITLE = Text(
    "{day}周会以后，那一周改了 {count} 个数", "Since the meeting of {day}, {count} numbers of its week changed"
)
NONE_CHANGED = Text(
    "{day}周会以后，那一周的数没有改动，0 个", "Since the meeting of {day} no number of its week changed: 0"
)
CHANGE_HEADS = (
    TableColumn(Text("指标", "Metric")), TableColumn(Text("当时", "Then")), TableColumn(Text("现在", "Now")),
)  # fmt: skip


def all_changes(of: ChangedNumbers | None) -> Slide | None:
    """The numbers of the week before that changed since its meeting; None where there was none."""
    if of is None:
        return None
    found, day = of.changes, on(of.meeting)
    table = Table(Text("改动", "Changes"), CHANGE_HEADS, tuple(_change(each) for each in found), whole=True)
    title = CHANGES_TITLE.filled(day=day, count=len(found)) if found else NONE_CHANGED.filled(day=day)
    return page("changes", title, table, tuple(each.metric for each in found))


def _change(of: Changed) -> tuple[Cell, ...]:
    return of.metric.label, *(exact(value, of.metric.unit) for value in (of.was, of.now))
