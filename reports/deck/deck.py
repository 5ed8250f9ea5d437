"""The weekly deck: every slide of a shop's week, with the stamp that says what it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.explanation.actions import LookedBack
from metrics.judgement.rulebook import rulebook
from reports.deck.definitions import definitions
from reports.findings.earlier_deck import begin
from reports.findings.stamp import Stamp, stamp
from reports.numbers.week import Asked
from reports.slide.slide import Slide
from reports.slides import APPENDIX, DETAILS, LIVE_TABLES, SLIDES
from reports.slides.actions_reviewed import agreed_since, reviewed
from text import Text, same

ALL_SHOPS = Text("全部店铺", "All shops")


@dataclass(frozen=True, slots=True)
class Deck:
    """A week's slides in their order; those of the appendix come last. `shop` is None for all shops together.

    `reviewed` are the actions that it looks back on.
    """

    shop: str | None
    week: Period
    stamp: Stamp
    slides: tuple[Slide, ...]
    appendix: tuple[Slide, ...]
    reviewed: tuple[LookedBack, ...] = ()

    @property
    def called(self) -> Text:
        """The shop's name, or that it is all of them."""
        return same(self.shop) if self.shop else ALL_SHOPS

    @property
    def pages(self) -> tuple[Slide, ...]:
        """Every page, as it is turned."""
        return (*self.slides, *self.appendix)

    @property
    def numbered(self) -> tuple[tuple[str, Slide], ...]:
        """Every page with its number: 0 is the cover, A1 the first of the appendix."""
        slides = ((str(at), slide) for at, slide in enumerate(self.slides))
        return (*slides, *((f"A{at}", slide) for at, slide in enumerate(self.appendix, start=1)))


def deck(
    warehouse: Warehouse, week: Period, shop: str | None, today: date, masks: Mapping[str, str] | None = None
) -> Deck:
    """The deck of a week (Monday to Sunday); a pure question, so that the same warehouse gives the same deck.

    To freeze it for a meeting, ask a warehouse `as_known` at a moment. `masks` gives the name to show for a person.
    """
    asked = _asked(warehouse, week, shop, today, masks)
    slides = tuple(made(asked) for made in SLIDES)
    tables = tuple(slide for made in APPENDIX for slide in made(asked))
    defined = definitions((*slides, *tables))
    appendix = (*tables, *((defined,) if defined else ()))
    return Deck(shop, week, stamp(asked), tuple(_detailed(slide, appendix) for slide in slides), appendix,
                tuple(reviewed(asked)))  # fmt: skip


def refreshed(then: Deck, asked: Asked) -> Deck:
    """A frozen deck whose live pages tell the plans, owners and days of `asked`; what they measured stays as it was."""
    agreed_since(asked, then.reviewed)
    slides = tuple(
        _detailed(made(asked), then.appendix) if slide.live else slide
        for slide, made in zip(then.slides, SLIDES, strict=True)
    )
    tables = {table.key: table for made in LIVE_TABLES if (table := made(asked))}
    appendix = tuple(tables.get(page.key, page) for page in then.appendix)
    return replace(then, slides=slides, appendix=appendix)


def _detailed(slide: Slide, appendix: Sequence[Slide]) -> Slide:
    """A slide that knows which pages of its deck's appendix hold the whole of its parts."""
    known = {page.key for page in appendix}
    return replace(slide, details=tuple(key for key in DETAILS.get(slide.key, ()) if key in known))


def begin_meeting(
    made: Deck,
    known: Warehouse,
    living: Warehouse,
    today: date,
    moment: datetime,
    *,
    by: str,
    now: datetime | None = None,
) -> int:
    """Remember for the week after what a deck said that was made of `known`, the living warehouse as of a moment.

    Returns the meeting's number, by which `data.meetings.close_meeting` ends it.
    """
    metrics = list(dict.fromkeys(metric for slide in made.pages for metric in slide.metrics))
    return begin(_asked(known, made.week, made.shop, today, None), living, metrics, moment, by=by, now=now)


def _asked(warehouse: Warehouse, week: Period, shop: str | None, today: date, masks: Mapping[str, str] | None) -> Asked:
    return Asked(warehouse, shop, week, today, rulebook(warehouse, shop), masks or {})
