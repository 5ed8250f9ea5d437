"""Tree: teams and people against their targets of the month, what does not add up, and who needs help."""

from collections.abc import Sequence
from decimal import Decimal

from metrics.catalogue.service.service import CS_SALES, RECEPTIONS
from metrics.catalogue.targets.pace import MONTH_ATTAIN, TIME_PROGRESS_W
from metrics.catalogue.trade.sales import PAY_AMOUNT
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from reports.numbers.targets.tree import FEWEST, Standing, TreeNumbers
from reports.numbers.week import Week
from reports.slide.slide import MOST, Bars, Cell, FindingLine, Part, Slide, Table, TableColumn, TargetBar
from reports.slide.values import sentence, written
from text import Text, same

TOPIC = Text("目标树", "Target tree")
METRICS = (PAY_AMOUNT, CS_SALES, RECEPTIONS, MONTH_ATTAIN, TIME_PROGRESS_W)
ENDS = 3
"""How many people stand at the top and at the bottom."""

NOTHING = Text("缺本月目标，目标树未评", "No targets of the month: the tree is not judged")
WAITS = Text("等这些文件：目标清单", "Waits for: the list of targets")
ON_PACE = Text("{on}/{all} 人跟上进度", "{on} of {all} people keep pace")
NO_PEOPLE = Text(
    "缺按人的目标或客服绩效，{count} 个目标未评到人", "No targets or sales by person: {count} targets not judged"
)
OPEN = Text("还有 {amount}没分下去", "{amount} are not given out")
TOO_MUCH = Text("分下去多了 {amount}", "{amount} more than the whole are given out")
LAST = Text("最慢的差 {gap}", "the slowest is {gap} behind")

BARS = Text("本月至今，店与组", "The month so far, shops and teams")
TICK = Text("加权进度应到", "due by weighted pace")
SHOP = Text("全店", "Shop")
TABLE = Text("人：最快与最慢", "People: the fastest and the slowest")
HEADS = (
    TableColumn(Text("姓名", "Name")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("达成", "Attained"), Unit.PERCENT), TableColumn(Text("比进度", "On pace"), Unit.POINTS),
    TableColumn(Text("完成", "Done"), Unit.YUAN), TableColumn(Text("月目标", "Target"), Unit.YUAN),
    TableColumn(Text("接待", "Received"), Unit.PEOPLE),
)  # fmt: skip
RANKED = Text(
    "组和人按客服销售额；接待不足 {enough} 人的不排。",
    "Teams and people by customer service sales; not ranked under {enough} received.",
)
RESIDUAL = Text("对不上", "Residual")
LEFT = Text("{whole}的目标比分下去的多 **{amount}**。", "{whole}: **{amount}** above the sum of its parts.")
OVER = Text("{whole}的目标比分下去的少 **{amount}**。", "{whole}: **{amount}** below the sum of its parts.")
NOTES = Text(
    "竖线是按加权进度今天该到的数。先看哪条没到线，再看谁要帮忙；样本小的不比。",
    "The tick is what weighted pace asks for by now. First who is short of it, then who needs help.",
)


def slide(of: TreeNumbers) -> Slide:
    """Targets of the month."""
    found = of.standings
    if not found:
        return Slide("tree", TOPIC, NOTHING, metrics=METRICS, waits=WAITS)
    people = _ranked(found)
    parts: tuple[Part, ...] = (Bars(BARS, Unit.YUAN, _bars(of), TICK),)
    if people:
        ends = people if len(people) <= MOST else [*people[:ENDS], *people[-ENDS:]]
        rows = tuple(_row(of.week, each) for each in ends)
        parts = (*parts, Table(TABLE, HEADS, rows, RANKED.filled(enough=FEWEST)))
    lines = tuple(FindingLine(RESIDUAL, _left(of.week, each)) for each in found if each.residual)[:3]
    return Slide("tree", TOPIC, _title(found, people), parts=parts, lines=lines, notes=NOTES, metrics=METRICS)


def _ranked(found: Sequence[Standing]) -> list[Standing]:
    """People with a target and enough receptions, the furthest ahead first."""
    enough = [each for each in found if each.person and each.attained is not None and (each.sample or 0) >= FEWEST]
    return sorted(enough, key=lambda each: (-(each.attained or 0), each.person))


def _title(standings: Sequence[Standing], people: list[Standing]) -> Text:
    judged = bool(people) and people[0].pace is not None
    clauses = _of_people(people) if judged else [NO_PEOPLE.filled(count=len(standings))]
    whole = (each for each in standings if not each.team and not each.person)
    open_amount = sum((each.residual or Decimal(0) for each in whole), Decimal(0))
    if open_amount:
        phrase = OPEN if open_amount > 0 else TOO_MUCH
        clauses.append(phrase.filled(amount=written(abs(open_amount), Unit.YUAN)))
    return sentence(clauses)


def _of_people(people: list[Standing]) -> list[Text]:
    """How many people keep pace, and how far the slowest is from it."""
    on = sum(each.judgement.level is Level.GOOD for each in people)
    gap = (people[-1].pace or 0) - (people[-1].attained or 0)
    last = [LAST.filled(gap=written(gap, Unit.POINTS))] if gap > 0 else []
    return [ON_PACE.filled(on=on, all=len(people)), *last]


def _bars(of: TreeNumbers) -> tuple[TargetBar, ...]:
    shown = [each for each in of.standings if not each.person][:MOST]
    return tuple(TargetBar(_called(of.week, each), each.done, each.due, each.judgement) for each in shown)


def _called(week: Week, of: Standing) -> Text:
    if not of.team:
        return SHOP if week.shop else same(of.shop)
    return same(of.team) if week.shop else same(f"{of.shop} {of.team}")


def _left(week: Week, of: Standing) -> Text:
    residual = of.residual or Decimal(0)
    amount = written(abs(residual), Unit.YUAN)
    return (LEFT if residual > 0 else OVER).filled(whole=_called(week, of), amount=amount)


def _row(week: Week, of: Standing) -> tuple[Cell, ...]:
    gap = None if of.attained is None or of.pace is None else of.attained - of.pace
    return same(week.shown(of.person)), of.judgement, of.attained, gap, of.done, of.target, of.sample
