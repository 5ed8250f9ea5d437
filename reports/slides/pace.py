"""Pace: how the month and the quarter stand, what each remaining day needs, and where the month is heading."""

from metrics.catalogue.targets.pace import MONTH_ATTAIN, MONTH_FORECAST, NEED_PER_DAY, TIME_PROGRESS, TIME_PROGRESS_W
from metrics.catalogue.targets.plans import MONTH_TARGET
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from reports.numbers.targets.pace import PaceNumbers
from reports.numbers.targets.paces import Pace
from reports.slide.slide import Amount, FindingLine, KeyNumber, Slide, Table, TableColumn
from reports.slide.values import ended, listed, on, sentence, written
from text import Text

TOPIC = Text("目标与进度", "Targets and pace")
METRICS = (MONTH_ATTAIN, TIME_PROGRESS_W, TIME_PROGRESS, NEED_PER_DAY, MONTH_FORECAST, MONTH_TARGET)
MONTH, QUARTER = Text("本月", "Month"), Text("本季", "Quarter")
AT = Text("{span}完成 {share}", "The {span} stands at {share}")
BEHIND = Text("落后加权进度 {gap}", "{gap} behind the weighted pace")
AHEAD = Text("领先加权进度 {gap}", "{gap} ahead of the weighted pace")
LEVEL = Text("与加权进度持平", "level with the weighted pace")
NEED = Text("往后每天要 {amount}", "each remaining day needs {amount}")
REACHED = Text("月目标已完成", "the month's target is reached")
OVER = Text("本月已过完", "the month is over")
NO_TARGET = Text("本月做了 {paid}，缺月目标，进度未评", "The month made {paid}; no target, so pace is not judged")
NO_SALES = Text("缺本月支付数据，进度未评", "No sales of the month: pace is not judged")
WAITS = Text("等这些文件：订单或店铺日报", "Waits for: orders or the shop's daily report")

ATTAINED = Text("{span}达成", "{span} attained")
PACE = Text("加权进度 **{pace}**　{moved}", "weighted pace **{pace}** · {moved}")
FLAT = Text("时间进度 {elapsed}", "flat {elapsed}")
SHORT, OVERS = Text("差 {gap}", "{gap} behind"), Text("超 {gap}", "{gap} ahead")
NEEDED, FORECAST = Text("剩余日均需", "Needed per day"), Text("月末预测", "Month-end forecast")
DAILY = Text("本月至今日均 {amount}", "so far {amount} a day")
BAND = Text("多半在 {low} 至 {high}", "most likely {low} to {high}")
NO_BAND = Text("整月不足 4 个，给不出上下限", "fewer than 4 whole months: no band")
OF_TARGET = Text("是目标的 **{share}**", "**{share}** of the target")

TABLE = Text("月与季", "Month and quarter")
HEADS = (
    TableColumn(Text("期间", "Span")), TableColumn(Text("目标", "Target"), Unit.YUAN),
    TableColumn(Text("完成", "Done"), Unit.YUAN), TableColumn(Text("达成", "Attained"), Unit.PERCENT),
    TableColumn(Text("加权进度", "Weighted"), Unit.PERCENT),
    TableColumn(Text("日均需", "Per day"), Unit.YUAN),
)  # fmt: skip
UNSEEN = Text(
    "{days}是本店第一次遇上的大促或节日，预测只能照日目标估。",
    "{days}: an occasion this shop has not seen yet; the forecast takes its day targets.",
)
OF_QUARTER = Text("本季{lacks}", "of the quarter: {lacks}")
MIND = Text("说明", "Mind")
NOTES = Text(
    "加权进度按每天轻重算：周末、大促和节假日不一样重。先看月，再看季，最后看往后每天要多少。",
    "Weighted pace counts weekends, promotions and holidays by their weight. The month first, then the quarter, then"
    " what each day still needs.",
)


def slide(of: PaceNumbers) -> Slide:
    """Pace of the month and the quarter."""
    month, quarter = of.month, of.quarter
    if month.paid is None:
        return Slide("pace", TOPIC, NO_SALES, metrics=METRICS, waits=WAITS)
    numbers = (_attained(month, MONTH), _attained(quarter, QUARTER), _needed(of), _heading(of))
    rows = tuple(_row(name, each) for name, each in ((MONTH, month), (QUARTER, quarter)))
    parts = (of.curve, Table(TABLE, HEADS, rows))
    lines = tuple(FindingLine(MIND, each) for each in _to_mind(of))
    return Slide("pace", TOPIC, _title(month), numbers, parts, lines, NOTES, METRICS)


def _to_mind(of: PaceNumbers) -> list[Text]:
    """What makes the figures less than they seem."""
    found = [ended([OF_QUARTER.filled(lacks=of.lacks)])] if of.lacks else []
    if of.forecast and of.forecast.unseen:
        found.append(UNSEEN.filled(days=listed([on(day) for day in of.forecast.unseen])))
    return found


def _attained(of: Pace, span: Text) -> KeyNumber:
    """A span's attainment against its weighted pace, both as fractions, with the flat pace below."""
    lines = []
    if of.gap is not None and of.pace is not None:
        moved = (SHORT if of.gap < 0 else OVERS).filled(gap=written(abs(of.gap), Unit.POINTS))
        lines.append(PACE.filled(pace=written(of.pace, Unit.PERCENT), moved=moved))
    if of.elapsed is not None:
        lines.append(FLAT.filled(elapsed=written(of.elapsed, Unit.PERCENT)))
    target = 1.0 if of.attained is not None else None
    amount = Amount(of.attained, Unit.PERCENT)
    return KeyNumber(ATTAINED.filled(span=span), amount, of.judgement, target, of.pace, tuple(lines))


def _needed(of: PaceNumbers) -> KeyNumber:
    """What each remaining day needs, judged by what a day brought so far."""
    line = DAILY.filled(amount=written(of.daily, Unit.YUAN))
    return KeyNumber(NEEDED, Amount(of.month.need_per_day, Unit.YUAN), of.need, lines=(line,))


def _heading(of: PaceNumbers) -> KeyNumber:
    forecast, target = of.forecast, of.month.target
    if forecast is None:
        return KeyNumber(FORECAST, Amount(None, Unit.YUAN, young=True), of.heading, target)
    lines = [NO_BAND]
    if forecast.low is not None and forecast.high is not None:
        lines = [BAND.filled(low=written(forecast.low, Unit.YUAN), high=written(forecast.high, Unit.YUAN))]
    if target:
        lines.append(OF_TARGET.filled(share=written(float(forecast.value) / float(target), Unit.PERCENT)))
    return KeyNumber(FORECAST, Amount(forecast.value, Unit.YUAN, young=True), of.heading, target, lines=tuple(lines))


def _row(name: Text, of: Pace) -> tuple:
    return name, of.target, of.paid, of.attained, of.pace, of.need_per_day


def _title(month: Pace) -> Text:
    if month.attained is None or month.gap is None:
        return NO_TARGET.filled(paid=written(month.paid or 0, Unit.YUAN))
    gap = round(month.gap, 4)
    how = LEVEL if gap == 0 else BEHIND if gap < 0 else AHEAD
    span = Text("本月", "month")
    clauses = [
        AT.filled(span=span, share=written(month.attained, Unit.PERCENT)),
        how.filled(gap=written(abs(gap), Unit.POINTS)),
    ]
    if month.attained >= 1:
        clauses.append(REACHED)
    elif month.need_per_day:
        clauses.append(NEED.filled(amount=written(month.need_per_day, Unit.YUAN)))
    elif month.judgement.level is not Level.UNJUDGED:
        clauses.append(OVER)
    return sentence(clauses)
