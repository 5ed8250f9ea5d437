"""The six judged numbers of the morning."""

from dataclasses import replace
from datetime import timedelta

from metrics.catalogue.targets.pace import MONTH_ATTAIN
from metrics.catalogue.trade.sales import AVG_ORDER_VALUE, PAY_AMOUNT, REFUND_RATE
from metrics.catalogue.trade.traffic import PAY_CONVERSION
from metrics.definition.metric import Unit
from metrics.wording.values import written
from text import Text
from ui.morning.morning_review import MorningView
from ui.panels.metric_tiles import worded
from ui.pieces import tile
from ui.pieces.markup import Html

NEED = Text("剩余日均需 {amount}", "needs {amount} a day")
NAMES = {
    PAY_AMOUNT.name: Text("昨日支付金额", "Paid"),
    MONTH_ATTAIN.name: Text("本月达成", "Month"),
    PAY_CONVERSION.name: Text("支付转化率", "Conversion"),
    AVG_ORDER_VALUE.name: Text("客单价", "Basket"),
}
ROI, COST = Text("推广7日ROI", "Ads ROI, 7 d"), Text("费比 **{x}**", "cost **{x}**")
COST_BEFORE = Text("上7日 {x}", "before {x}")
COMPARED = Text(
    "周同：环比前四周同星期的中位数；年同：同比去年同一天",
    "wk: against the median of the same weekday of four weeks; yr: against the same date last year",
)


def show(view: MorningView) -> Html:
    """Five numbers of the day and the month, and what a week of ads brought."""
    shown = [each for each in view.morning.tiles if each.metric.name != REFUND_RATE.name]
    need = view.morning.month.need_per_day
    notes = {MONTH_ATTAIN.name: NEED.filled(amount=written(need)).to(view.spoken) if need else ""}
    numbers = [worded(each, view.spoken, view.colours, notes.get(each.metric.name, "")) for each in shown]
    named = [_named(view, each.metric.name, number) for each, number in zip(shown, numbers, strict=True)]
    return tile.tiles([*named, _ads(view)], view.spoken)


def _named(view: MorningView, metric: str, number: tile.TileContent) -> tile.TileContent:
    name = NAMES.get(metric)
    if metric == PAY_AMOUNT.name and view.today - view.day != timedelta(days=1):
        name = None
    meaning = f"{number.meaning}\n{COMPARED.to(view.spoken)}"
    return replace(number, label=name.to(view.spoken) if name else number.label, meaning=meaning)


def _ads(view: MorningView) -> tile.TileContent:
    ads = view.surroundings.ads
    number = replace(worded(ads.tile, view.spoken, view.colours), label=ROI.to(view.spoken))
    if ads.tile.value is None or ads.cost is None:
        return number
    cost = COST.filled(x=written(ads.cost, Unit.PERCENT)).to(view.spoken)
    before = COST_BEFORE.filled(x=written(ads.cost_before, Unit.PERCENT)).to(view.spoken)
    return replace(number, against=(cost, *([before] if ads.cost_before is not None else [])))
