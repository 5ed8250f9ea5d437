"""Why sales differ from their target or base: the gap's causes as a waterfall and in a sentence."""

from collections.abc import Iterator
from decimal import Decimal

from metrics.calendar.period import Period, until
from metrics.catalogue.targets.plans import DAY_TARGET
from metrics.definition.metric import Unit
from metrics.explanation.gap import Gap, gap
from metrics.explanation.gap_words import CAUSES, sentence
from metrics.query.values import amount
from metrics.wording.scale import scale_of
from metrics.wording.values import exact
from text import Language, Text
from ui.cache import answers, loaded
from ui.choices import compared_with, filters
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part, chart
from ui.figures import gap_charts
from ui.panels import links
from ui.panels.words import WHY
from ui.pieces.emphasis import figures_bold
from ui.pieces.lines import empty_zone, page
from ui.pieces.markup import emphasised, tag
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say
from ui.session.theme import palette

ONE_SHOP = Text("多店合计不拆原因，请选一家店", "Causes are told for one shop at a time")
NO_DATA = Text(
    "等订单或店铺日报，加上目标或对比期的数据", "Waits for orders or the shop report, with targets or the days compared"
)
ABOUT_TARGET = Text("离目标差在哪，横线是目标", "from the target, which is the line")
ABOUT_BASE = Text("和对比期差在哪，横线是对比期", "from the days compared, which are the line")
NARROW: dict[Language, int] = {"zh": 4, "en": 12}
"""How long a cause's name may be to stand in one line below its column on a phone."""
RESULT = Text("合计", "In all")
LEAST = Text("{cause}拖得最多，**{amount}**", "{cause} cost most, **{amount}**")


@remembered
def found(during: Period) -> Gap | None:
    """The gap of the chosen shop's loaded days; None for several shops or without data."""
    shop, span = filters.shop(), until(during, loaded.last_day(filters.shop()))
    if shop is None or span is None:
        return None
    return gap(answers.facts(), compared_with.against(span), shop, target_of(span))


def target_of(span: Period) -> Decimal | None:
    """What the span's days are to bring; None where one of them has no target."""
    rows = answers.ask([DAY_TARGET], span, ("day",), filters.where()).to_pylist()
    present = [each for row in rows if (each := amount(row, DAY_TARGET.name)) is not None]
    return sum(present, Decimal(0)) if len(present) == span.days else None


@remembered
def because(during: Period) -> Text | None:
    """In a few words which cause cost most; None where nothing did or nothing is known."""
    gap = found(during)
    worst = min(gap.causes, key=lambda cause: cause.amount, default=None) if gap else None
    if worst is None or worst.amount >= 0:
        return None
    amount = exact(worst.amount)
    name = CAUSES[worst.name]
    return LEAST.filled(cause=Text(name.zh, name.en[0].upper() + name.en[1:]), amount=amount)


@panel
def show(during: Period) -> Iterator[Part]:
    """The waterfall of the causes; where they are not known the sentence alone, or what it waits for."""
    gap = found(during)
    if gap is None:
        yield page(empty_zone(say(WHY), say(ONE_SHOP if filters.shop() is None else NO_DATA)))
        return
    about = say(ABOUT_BASE if gap.target is None else ABOUT_TARGET)
    finding_html = tag("p", emphasised(figures_bold(say(sentence(gap)))), look="ob-said")
    if not gap.causes:
        yield page(section(say(WHY), finding_html, side=about))
        return
    letters = NARROW[language.chosen()]
    steps = [(links.in_two(say(CAUSES[cause.name]), letters), float(cause.amount)) for cause in gap.causes]
    scale = scale_of([*(value for _, value in steps), float(gap.amount)], Unit.YUAN, language.chosen())
    note = say(gap.note) if gap.note else ""
    yield page(section(say(WHY), side=about, note=scale.title(language.chosen())))
    made = gap_charts.waterfall(steps, say(RESULT), scale, palette())
    yield chart(made, "fall", say(sentence(gap)))
    yield page(finding_html, tag("p", note, look="ob-note") if note else "")
