"""Why: which parts of a number moved most on the days the reader compares with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.wording.figure import change
from metrics.wording.scale import scale_of
from metrics.wording.values import exact
from text import Text, same
from ui.choices import names
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part, chart
from ui.figures import gap_charts
from ui.panels import links
from ui.panels.comparison import called, changes, titles_of
from ui.panels.words import WAITS_FOR_BOTH, WHY
from ui.pieces.lines import empty_zone, page
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say
from ui.session.theme import palette

SHOWN = 12
WHERE = Text("{metric}变在哪些{dimension}", "{metric}: which {dimension} moved")
NEVER_ADDED = Text("各{dimension}不相加；{unit}", "never added up; {unit}")
LESS = Text(
    "{metric}里，{part}少得最多：少 **{amount}**，{share}", "{metric}: {part} fell most, by **{amount}**, {share}"
)
MORE = Text(
    "{metric}里没有变少的，{part}多得最多：多 **{amount}**，{share}",
    "{metric}: nothing fell, {part} rose most, by **{amount}**, {share}",
)


@dataclass(frozen=True, slots=True)
class Mover:
    """A part of a number, what it was and what it is."""

    name: str
    label: str
    then: float
    now: float

    @property
    def change(self) -> float:
        """Now minus then, in the metric's unit."""
        return self.now - self.then


def movers(metric: Metric, dimension: str, during: Period) -> list[Mover]:
    """The parts that are known of both spans, those that moved most first."""
    try:
        found = changes(metric, dimension, during)
    except Unanswerable:
        return []
    titles = titles_of(metric, during) if dimension == "product" else {}
    moved = [
        Mover(str(name), titles.get(str(name), str(name)), float(each.base), float(each.value))
        for name, each in found.items()
        if name and each.why is None and each.value is not None and each.base is not None
    ]
    return sorted(moved, key=lambda mover: (-abs(mover.change), mover.name))


def _first_with_parts(metrics: Sequence[Metric], dimension: str, during: Period) -> tuple[Metric, list[Mover]]:
    """The first of the metrics of which parts are known, with them."""
    each = ((metric, movers(metric, dimension, during)) for metric in metrics)
    return next(((metric, found) for metric, found in each if found), (metrics[-1], []))


@remembered
def because(dimension: str, metrics: Sequence[Metric], during: Period) -> Text | None:
    """In a sentence which part fell most, or where none did which rose most; None where nothing is known."""
    metric, every = _first_with_parts(metrics, dimension, during)
    found = [mover for mover in every if mover.change]
    if not found:
        return None
    worst = min(found, key=lambda mover: mover.change)
    phrase, one = (LESS, worst) if worst.change < 0 else (MORE, max(found, key=lambda mover: mover.change))
    named = names.ranked(one.label) if dimension in links.PEOPLE else one.label
    share = Text(*(change(one.now, one.then, metric.unit, spoken) for spoken in ("zh", "en")))
    return phrase.filled(
        part=Text(f"「{named}」", f"“{named}”") if dimension == "product" else same(named),
        amount=exact(abs(round(one.change, 2)), metric.unit),
        share=share,
        metric=metric.label,
    )


@panel
def show(dimension: str, metrics: Sequence[Metric], during: Period) -> Iterator[Part]:
    """The parts that moved most as bars to both sides of zero; without both spans the files it waits for.

    Of several metrics the first that can be told over the period.
    """
    spoken, name = language.chosen(), called(dimension)
    metric, every = _first_with_parts(metrics, dimension, during)
    found = every[:SHOWN]
    if not found:
        yield page(empty_zone(say(WHY), say(WAITS_FOR_BOTH.filled(files=metric.facts.label))))
        return
    found.sort(key=lambda mover: mover.change)
    scale = scale_of([mover.change for mover in found], metric.unit, spoken)
    unit = scale.title(spoken)
    note = unit if metric.adds_up else say(NEVER_ADDED.filled(dimension=name, unit=unit))
    about = say(WHERE.filled(metric=metric.label, dimension=Text(name.zh, name.en.lower())))
    yield page(section(say(WHY), side=about, note=note))
    amounts = [gap_charts.signed(scale.of([mover.change])[0], scale) for mover in found]
    labels = [str(links.written(dimension, mover.label)) for mover in found]
    made = gap_charts.movers(
        [links.in_two(label) for label in labels], [mover.change for mover in found], amounts, scale, palette()
    )
    alt = "; ".join(f"{label} {words}" for label, words in zip(labels, amounts, strict=True))
    yield chart(made, f"moved-{metric.name}", alt)
