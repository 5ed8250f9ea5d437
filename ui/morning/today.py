"""今天: targets of shop and people, activities with their rules, featured products with yesterday's result."""

from collections.abc import Sequence
from decimal import Decimal

from metrics.calendar.period import day as one_day
from metrics.definition.metric import Unit
from metrics.morning.agenda import Activity, FeaturedMorning
from metrics.wording.figure import Number, figure
from metrics.wording.rounding import whole
from metrics.wording.values import on, written
from text import Text
from ui.choices import names
from ui.morning.morning_review import MorningView
from ui.pieces.marks import shape
from ui.pieces.markup import Html, block, emphasised, inline, tag
from ui.pieces.table import section

PEOPLE, ACTIVITIES, PRODUCTS = 6, 2, 3
TITLE = Text("今天", "Today")
WAITS = Text("等：{files}", "Waits for: {files}")
COMING = Text("预计访客 {x}（{low} 到 {high}）", "visitors {x} ({low} to {high})")
COMING_ALONE = Text("预计访客 {x}", "expected visitors {x}")
SHOP, NO_TARGET = Text("店铺 **{x}**", "Shop **{x}**"), Text("今天未设目标", "no target today")
SUM = Text("个人 {x}", "people {x}")
LEFT = Text("未派 {x}", "open {x}")
UNTIL = Text("{rules}，至 {day}", "{rules}, until {day}")
ENDS = Text("至 {day}", "until {day}")
BEGINS = Text("{day} 开始", "begins {day}")
READY, NOT_READY = Text("快捷语已备", "phrases ready"), Text("缺快捷语", "no phrases")
LASTS = Text("够 {n}天", "{n} d left")
FEW_DAYS = 7


def show(view: MorningView) -> Html:
    """The zone; a part without its file says which one it waits for."""
    spoken, agenda = view.spoken, view.surroundings.agenda
    rows = [*_targets(view), *_activities(view, agenda.activities), *_products(view, agenda.featured)]
    found = view.surroundings.coming
    note = "" if found is None else _coming(view)
    return section(
        TITLE.to(spoken), block("ob-today", *rows), side=one_day(view.today).label(spoken), note=note
    )  # fmt: skip


def _coming(view: MorningView) -> str:
    found = view.surroundings.coming
    if found is None:
        return ""
    x, low, high = (
        None if value is None else _bare(value, view, Unit.PEOPLE) for value in (found.visitors, found.low, found.high)
    )
    phrase = COMING_ALONE if low is None else COMING
    return phrase.filled(x=x, low=low, high=high).to(view.spoken)


def _targets(view: MorningView) -> list[Html]:
    agenda, spoken = view.surroundings.agenda, view.spoken
    if agenda.target is None and not agenda.people:
        return [_waits(view, Text("目标", "targets"))]
    text = (SHOP.filled(x=written(agenda.target)) if agenda.target is not None else NO_TARGET).to(spoken)
    people = [
        inline(
            "ob-share",
            names.mask(share.person).removeprefix("Agent ") if view.bare else names.shown(share.person),
            " ",
            tag("b", _bare(share.amount, view)),
        )
        for share in agenda.people
    ]
    given = sum((share.amount for share in agenda.people), Decimal(0))
    sums = [SUM.filled(x=written(given)).to(spoken)] if people else []
    sums += [LEFT.filled(x=written(agenda.left)).to(spoken)] if agenda.left and agenda.left > 0 else []
    left = block("ob-today-shop", tag("p", emphasised(text)), tag("p", "　".join(sums), look="ob-second"))
    return [block("ob-today-row ob-today-top", left, block("ob-shares", *people[:PEOPLE]))]


def _activities(view: MorningView, found: Sequence[Activity]) -> list[Html]:
    if not found:
        return [_waits(view, Text("活动登记", "the list of activities"))]
    return [_activity(view, each) for each in found[:ACTIVITIES]]


def _activity(view: MorningView, each: Activity) -> Html:
    last, first = (on(day) for day in (each.last, each.first))
    runs = each.runs(view.today)
    rules = each.rules.split("，")[0]
    phrase = (UNTIL.filled(rules=rules, day=last) if rules else ENDS.filled(day=last)) if runs else None
    when = phrase or BEGINS.filled(day=first)
    phrases = READY if each.phrases else NOT_READY
    hover = "\n".join(filter(None, (each.rules, each.phrases)))
    return block(
        "ob-today-row", tag("b", each.name, look="ob-nowrap"), inline("ob-ell", when.to(view.spoken)),
        inline("ob-second ob-right ob-nowrap", phrases.to(view.spoken)), title=hover,
    )  # fmt: skip


def _products(view: MorningView, found: Sequence[FeaturedMorning]) -> list[Html]:
    if not found:
        return [_waits(view, Text("主推商品", "featured products"))]
    return [_product(view, each) for each in found[:PRODUCTS]]


def _product(view: MorningView, each: FeaturedMorning) -> Html:
    lasts = "" if each.stock_days is None else LASTS.filled(n=whole(each.stock_days)).to(view.spoken)
    soon_gone = each.stock_days is not None and float(each.stock_days) < FEW_DAYS
    share = "—" if each.attained is None else f"{each.attained:.0%}"
    return block(
        "ob-today-row ob-product",
        inline("ob-ell", shape(each.judgement.level, view.spoken), " ", tag("b", each.title), title=each.title),
        inline("ob-num", f"{_bare(each.sales, view)} / {_bare(each.target, view)}"),
        tag("b", share, look="ob-num"),
        tag("b" if soon_gone else "span", lasts, look="ob-num"),
    )


def _waits(view: MorningView, files: Text) -> Html:
    return block("ob-today-row ob-waits-row", inline("", WAITS.filled(files=files).to(view.spoken)))


def _bare(value: Number | None, view: MorningView, unit: Unit = Unit.YUAN) -> str:
    """A number as short as it can be read: 3,497 or 1.16万."""
    shown = figure(None if value is None else whole(value), unit, view.spoken)
    words = (unit.word.to(view.spoken), unit.one.to(view.spoken))
    return shown.number + shown.unit.removesuffix(words[0]).removesuffix(words[1]).strip()
