"""The weekly deck: every slide of a shop's week, with the stamp that says what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.warehouse import Warehouse
from metrics.period import Period
from metrics.rulebook import rulebook
from reports.asked import Asked
from reports.defined import definitions
from reports.slide import Slide
from reports.slides import APPENDIX, SLIDES
from reports.stamp import Stamp, stamp


@dataclass(frozen=True, slots=True)
class Deck:
    """A week's slides in their order; those of the appendix come last. `shop` is None for all shops together."""

    shop: str | None
    week: Period
    stamp: Stamp
    slides: tuple[Slide, ...]
    appendix: tuple[Slide, ...]

    @property
    def pages(self) -> tuple[Slide, ...]:
        """Every page, as it is turned."""
        return (*self.slides, *self.appendix)


def deck(
    warehouse: Warehouse, week: Period, shop: str | None, today: date, masks: Mapping[str, str] | None = None
) -> Deck:
    """The deck of a week (Monday to Sunday); a pure question, so that the same warehouse gives the same deck.

    To freeze it for a meeting, ask a warehouse `as_known` at a moment. `masks` gives the name to show for a person.
    """
    asked = Asked(warehouse, shop, week, today, rulebook(warehouse, shop), masks or {})
    slides = tuple(made(asked) for made in SLIDES)
    tables = tuple(slide for made in APPENDIX for slide in made(asked))
    defined = definitions((*slides, *tables))
    return Deck(shop, week, stamp(asked), slides, (*tables, *((defined,) if defined else ())))
