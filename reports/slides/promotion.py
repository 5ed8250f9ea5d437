"""Promotion: what the tools cost and brought back, what is left of the budget, which to stop, keep or give more."""

from collections.abc import Sequence

from metrics.catalogue.targets.budgets import AD_BUDGET, AD_BUDGET_USED
from metrics.catalogue.trade.promotion import AD_COST_RATIO, AD_ROI, AD_SPEND
from metrics.definition.metric import Unit
from reports.findings.shared_words import final_days
from reports.numbers.trade.promotion import PromotionNumbers
from reports.numbers.trade.tools import Advice, Budget, Tool
from reports.slide.slide import MOST, Cell, FindingLine, Slide, Table, TableColumn
from reports.slide.values import ended, exact, listed, on, sentence, strong, written, yuans
from text import Text, same

TOPIC = Text("推广", "Promotion")
METRICS = (AD_SPEND, AD_ROI, AD_COST_RATIO, AD_BUDGET, AD_BUDGET_USED)
UNKNOWN = Text("缺推广报表和店铺日报，推广未评", "No promotion report and no shop report: not judged")
WAITS = Text("等这些文件：推广报表", "Waits for: promotion reports")
SPENT = Text("推广花 {amount}", "Ads cost {amount}")
RETURN = Text("暂估 ROI {roi}", "provisional ROI {roi}")
NO_RETURN = Text("缺推广报表，ROI 未评", "no promotion reports: ROI not judged")
ADVISED = {
    Advice.STOP: Text("该停{names}", "stop {names}"),
    Advice.ADD: Text("可加投{names}", "add to {names}"),
    Advice.WAIT: Text("{names}回得多，预算却花快了", "{names} pays best, but the budget runs fast"),
}
ALL_KEPT = Text("{count} 个工具都保留", "keep all {count} tools")

TABLE = Text("各工具：停、保留还是加投", "Each tool: stop, keep or add")
HEADS = (
    TableColumn(Text("工具", "Tool")), TableColumn(Text("评", "Judged")), TableColumn(Text("花费", "Spend"), Unit.YUAN),
    TableColumn(Text("7日 ROI", "7-day ROI"), Unit.FOLD), TableColumn(Text("14日 ROI", "14-day ROI"), Unit.FOLD),
    TableColumn(Text("建议", "Advice")),
)  # fmt: skip

COST, MONEY, RULE = Text("花费", "Spend"), Text("预算", "Budget"), Text("要定", "To decide")
SHARE = Text("占支付 **{share}**", "**{share}** of what was paid")
MOVED = Text("比前一周{how} {amount}", "{amount} {how} the week before")
LESS, MORE = Text("少", "below"), Text("多", "above")
PARTLY = Text("缺 {days}的数据，合计偏少", "{days} missing, so the sum is low")
NO_BUDGET = Text(
    "缺推广预算，余额未评；在目标里按「推广花费」填月预算。",
    "No ad budget: what is left is not judged; set one under targets as ad spend.",
)
LEFT = Text("本月花了 {spent}，还剩 **{left}**", "{spent} spent this month, **{left}** left")
OVERSPENT = Text("本月花了 {spent}，超预算 **{left}**", "{spent} spent this month, **{left}** over the budget")
FAST, SLOW = Text("比日预算快 {gap}", "{gap} ahead of its days"), Text("比日预算慢 {gap}", "{gap} behind its days")
STOP_LINE = Text("{name}每花 1 元只回 {roi}，停不停", "{name} brings {roi} for each yuan: whether to stop it")
ADD_LINE = Text("{name}每花 1 元回 {roi}，加多少", "{name} brings {roi} for each yuan: how much more to give")
MOVE_LINE = Text(
    "{name}每花 1 元回 {roi}，{least}只回 {low}，挪多少过去",
    "{name} brings {roi} for each yuan, {least} only {low}: how much to move",
)
KEEP_LINE = Text("没有该停、该加的，预算照旧", "nothing to stop or add: leave the budget as it is")
NOT_FINAL = Text("没有已定稿的 ROI，停、加都先不定", "no final ROI yet: neither stop nor add")
NOTES = Text(
    "停、加只看已定稿的 14 天：低于落后线的停，比全部工具高一成以上且预算没花快的加投，其余保留。"
    "成交由各工具自报，一单可能算几次，工具之间不相加。",
    "Stop and add rest on 14 final days: stop what lies behind its limit, add to what brings a tenth more than all"
    " tools while the budget is not spent too fast. Tools claim their own sales: never add them up.",
)


def slide(of: PromotionNumbers) -> Slide:
    """Promotion of the week."""
    if of.spend is None:
        return Slide("promotion", TOPIC, UNKNOWN, notes=NOTES, metrics=METRICS, waits=WAITS)
    spend = float(of.spend)
    lines = (
        FindingLine(COST, _cost(of, spend)),
        FindingLine(MONEY, _money(of.budget)),
        FindingLine(RULE, _decide(of.tools)),
    )
    parts = (of.trend, _table(of))
    return Slide("promotion", TOPIC, _title(of, spend), parts=parts, lines=lines, notes=NOTES, metrics=METRICS)


def _title(of: PromotionNumbers, spend: float) -> Text:
    clauses = [SPENT.filled(amount=written(spend, Unit.YUAN))]
    clauses.append(NO_RETURN if of.roi is None else RETURN.filled(roi=exact(of.roi, Unit.FOLD)))
    advised = [
        phrase.filled(names=_first(concerned))
        for advice, phrase in ADVISED.items()
        if (concerned := [each for each in of.tools if each.advice is advice])
    ]
    judged = _judged(of.tools)
    if judged and not advised:
        advised = [ALL_KEPT.filled(count=len(judged))]
    return sentence([*clauses, *advised])


def _judged(tools: Sequence[Tool]) -> list[Tool]:
    return [each for each in tools if each.advice is not Advice.NONE]


def _first(found: Sequence[Tool]) -> Text:
    """The one of several tools that decides: what brings least where it is to be stopped, else what brings most."""
    stopped = found[0].advice is Advice.STOP
    first = (min if stopped else max)(found, key=lambda each: each.final_roi or 0)
    more = len(found) - 1
    return Text(f"{first.name}等 {more + 1} 个", f"{first.name} and {more} more") if more else same(first.name)


def _table(of: PromotionNumbers) -> Table:
    return Table(TABLE, HEADS, tuple(_row(each) for each in of.tools[:MOST]), final_days(of.final))


def _row(of: Tool) -> tuple[Cell, ...]:
    return same(of.name), of.judgement, round(of.spend, 2), of.roi, of.final_roi, of.advice.value


def _cost(of: PromotionNumbers, spend: float) -> Text:
    clauses = [strong(written(spend, Unit.YUAN))]
    if of.cost_share is not None:
        clauses.append(SHARE.filled(share=written(of.cost_share, Unit.PERCENT)))
    if of.missing:
        clauses.append(PARTLY.filled(days=listed([on(day) for day in of.missing[:3]])))
    elif of.spend_before:
        moved = spend - float(of.spend_before)
        clauses.append(MOVED.filled(how=LESS if moved < 0 else MORE, amount=written(abs(moved), Unit.YUAN)))
    return ended([sentence(clauses)])


def _money(of: Budget | None) -> Text:
    if of is None:
        return NO_BUDGET
    spent, left = yuans(of.spent, of.left)
    phrase = (LEFT if of.left >= 0 else OVERSPENT).filled(spent=spent, left=left)
    gap = written(abs(of.ahead), Unit.POINTS)
    return ended([sentence([phrase, (FAST if of.ahead > 0 else SLOW).filled(gap=gap)])])


def _decide(tools: Sequence[Tool]) -> Text:
    judged = _judged(tools)
    if not judged:
        return ended([NOT_FINAL])
    by_return = sorted(judged, key=lambda each: each.final_roi or 0)
    least, best = by_return[0], by_return[-1]
    clauses = []
    if least.advice is Advice.STOP:
        clauses.append(STOP_LINE.filled(name=least.name, roi=_yuan(least)))
    if best.advice is Advice.ADD:
        clauses.append(ADD_LINE.filled(name=best.name, roi=_yuan(best)))
    elif best.advice is Advice.WAIT and best is not least:
        clauses.append(MOVE_LINE.filled(name=best.name, roi=_yuan(best), least=least.name, low=_yuan(least)))
    return ended(clauses or [KEEP_LINE])


def _yuan(of: Tool) -> Text:
    return strong(exact(of.final_roi, Unit.YUAN_EACH))
