"""Products: the featured ones against their targets, what rose and fell, what does not sell and what runs out."""

from collections.abc import Sequence

from metrics.catalogue.trade.products import (
    FEATURED_ATTAIN,
    PRODUCT_CONVERSION,
    PRODUCT_PAY_AMOUNT,
    STOCK_DAYS,
    ZERO_SALE_ITEMS,
)
from metrics.catalogue.trade.traffic import PAY_CONVERSION
from metrics.definition.metric import Unit
from metrics.wording.figure import Number
from reports.numbers.trade.products import FeaturedProduct, ProductNumbers, ProductWeek, RunningOut
from reports.slide.slide import MOST, Bars, FindingLine, Slide, Table, TableColumn, TargetBar
from reports.slide.values import both, cut, listed, sentence, strong, written
from text import Text, same

TOPIC = Text("转化与商品", "Conversion and products")
METRICS = (PAY_CONVERSION, PRODUCT_PAY_AMOUNT, PRODUCT_CONVERSION, FEATURED_ATTAIN, ZERO_SALE_ITEMS, STOCK_DAYS)
MOVERS = 3
"""How many risers and how many fallers have a bar: with five of each nobody could read them."""

NAME = 20
"""How much of a product's title a row holds."""

NAMED = 2

CONVERSION = Text("转化率 {rate}", "Conversion {rate}")
LOST = Text("{product}少卖 {amount}", "{product} sold {amount} less")
WON = Text("{product}多卖 {amount}", "{product} sold {amount} more")
UNKNOWN = Text("缺店铺日报和商品排行，转化与商品未评", "No shop report and no product ranking: not judged")
NO_RANKING = Text("缺商品排行，商品未评", "no product ranking: products not judged")
WAITS = Text(
    "等这些文件：店铺日报、商品排行（两周，逐日）", "Waits for: the shop report, the product ranking of two weeks"
)

BARS = Text("涨跌最大的商品，比前一周", "Products that moved most, on the week before")
ALL_IN_APPENDIX = Text("全部商品在附录", "all products in the appendix")
TABLE = Text("主推商品", "Featured products")
HEADS = (
    TableColumn(Text("商品", "Product")), TableColumn(Text("评", "Judged")),
    TableColumn(Text("达成", "Attained"), Unit.PERCENT), TableColumn(Text("支付", "Paid"), Unit.YUAN),
)  # fmt: skip
NO_SALE, STOCK = Text("零成交", "No sale"), Text("库存", "Stock")
NONE_UNSOLD = Text("近 30 天没有零成交的在线商品。", "Every product online sold within 30 days.")
UNSOLD = Text("{count} 个在线商品近 30 天一件没卖：{names}。", "{count} online without a sale in 30 days: {names}.")
UNSOLD_UNKNOWN = Text("缺满 30 天的商品排行，零成交未评。", "No 30 days of product rankings: not judged.")
OUT = Text("{names}，先补货。", "{names}: restock first.")
GONE = Text("{name}**已断货**", "{name} is **sold out**")
LASTS = Text("{name}只够 {days}", "{name} lasts {days}")
NONE_OUT = Text("有库存表的商品都够卖。", "No product on the stock list runs out.")
STOCK_UNKNOWN = Text("缺库存表，断货风险未评。", "No stock list: risks not judged.")
FEATURED, FEATURED_UNKNOWN = (
    Text("主推", "Featured"),
    Text("缺主推商品目标，未评。", "No featured products: not judged."),
)
NOTES = Text(
    "先讲转化率，再讲涨跌最大的几个商品，最后问零成交和断货谁来处理。",
    "Conversion first, then the products that moved most, then who looks after what does not sell or runs out.",
)


def slide(of: ProductNumbers) -> Slide:
    """Conversion and products of the week."""
    if of.rate is None and not of.products:
        return Slide("products", TOPIC, UNKNOWN, metrics=METRICS, waits=WAITS)
    movers = _movers(of.products)
    parts = (of.trend or _table(of.featured), *((_bars(movers),) if movers else ()))
    lines = [FindingLine(NO_SALE, _unsold(of.unsold)), FindingLine(STOCK, _stock(of.running_out))]
    if not of.featured:
        lines.insert(0, FindingLine(FEATURED, FEATURED_UNKNOWN))
    return Slide("products", TOPIC, _title(of, movers), parts=parts, lines=tuple(lines), notes=NOTES, metrics=METRICS)


def _title(of: ProductNumbers, movers: Sequence[ProductWeek]) -> Text:
    clauses = [] if of.rate is None else [_conversion(of.rate, both(of.change.brief))]
    if not movers:
        return sentence([*clauses, NO_RANKING])
    most = max(movers, key=lambda each: abs(each.moved))
    amount = written(abs(most.moved), Unit.YUAN)
    return sentence([*clauses, (LOST if most.moved < 0 else WON).filled(product=cut(most.title), amount=amount)])


def _conversion(rate: Number, moved: Text) -> Text:
    value = written(rate, Unit.PERCENT)
    return CONVERSION.filled(rate=Text(f"{value.zh}（{moved.zh}）", f"{value.en} ({moved.en})"))


def _movers(found: Sequence[ProductWeek]) -> list[ProductWeek]:
    """The greatest risers, then the greatest fallers, from the top of the list to its bottom."""
    moved = sorted((each for each in found if each.moved), key=lambda each: (-each.moved, each.product))
    risers = [each for each in moved if each.moved > 0][:MOVERS]
    return [*risers, *[each for each in moved if each.moved < 0][-MOVERS:]]


def _bars(movers: Sequence[ProductWeek]) -> Bars:
    bars = tuple(TargetBar(same(cut(each.title, NAME)), round(each.moved, 2)) for each in movers)
    return Bars(BARS, Unit.YUAN, bars, note=ALL_IN_APPENDIX)


def _table(shown: Sequence[FeaturedProduct]) -> Table:
    rows = tuple((same(cut(each.title, NAME)), each.judgement, each.attained, each.paid) for each in shown[:MOST])
    return Table(TABLE, HEADS, rows)


def _unsold(found: list[str] | None) -> Text:
    if found is None:
        return UNSOLD_UNKNOWN
    if not found:
        return NONE_UNSOLD
    names = listed([same(cut(name, NAME)) for name in found[:NAMED]])
    more = Text(f"{names.zh}等", f"{names.en} and others") if len(found) > NAMED else names
    return UNSOLD.filled(count=strong(same(str(len(found)))), names=more)


def _stock(found: list[RunningOut] | None) -> Text:
    if found is None:
        return STOCK_UNKNOWN
    if not found:
        return NONE_OUT
    return OUT.filled(names=listed([_lasts(each) for each in found[:NAMED]]))


def _lasts(of: RunningOut) -> Text:
    if not of.days:
        return GONE.filled(name=cut(of.title, NAME))
    return LASTS.filled(name=cut(of.title, NAME), days=strong(written(of.days, Unit.DAYS)))
