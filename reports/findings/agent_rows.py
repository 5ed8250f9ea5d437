"""Agent rows: an agent's week as a line of a table."""

from metrics.catalogue.service.chats import WITHIN_3MIN
from metrics.catalogue.service.service import INQUIRY_PAY_RATE
from metrics.definition.metric import Unit
from metrics.wording.figure import Number
from metrics.wording.rounding import whole
from reports.numbers.service.agents import AgentWeek
from reports.numbers.week import Week
from reports.slide.slide import Cell, TableColumn
from text import Text, same

FEW = Text("样本不足", "Too few")
BY_CHATS = (
    TableColumn(Text("中位", "Median"), Unit.SECONDS), TableColumn(Text("九成内", "90% in"), Unit.SECONDS),
    TableColumn(Text("3分钟", "3 min"), Unit.PERCENT),
)  # fmt: skip
BY_EXPORT = (TableColumn(Text("首响", "First"), Unit.SECONDS), TableColumn(Text("平均", "Mean"), Unit.SECONDS))
PAID = TableColumn(Text("询单付款", "Paid"), Unit.PERCENT)


def agent_row(week: Week, of: AgentWeek, *, by_chats: bool) -> tuple[Cell, ...]:
    """Name, judgement, receptions, speeds and pay rate; `by_chats` says that single conversations are on file."""
    few = of.rounds is not None and of.rounds < WITHIN_3MIN.enough
    speeds: tuple[Cell, ...] = (_whole(of.speed), _whole(of.slow))
    if by_chats:
        speeds = (*speeds, FEW if few else of.in_time)
    return same(week.shown(of.name)), of.judgement, of.received, *speeds, _pay_rate(of)


def _pay_rate(of: AgentWeek) -> Cell:
    if of.inquirers is None:
        return None
    return of.paid if of.inquirers >= INQUIRY_PAY_RATE.enough else FEW


def _whole(seconds: Number | None) -> Cell:
    return None if seconds is None else whole(seconds)
