"""Deck: the slides of a week in their order, with the stamp that says what they were made from."""

from dataclasses import dataclass

from metrics.calendar.period import Period
from reports.slide.slide import Slide
from reports.slide.stamp import Stamp
from text import Text, same

ALL_SHOPS = Text("全部店铺", "All shops")


@dataclass(frozen=True, slots=True)
class Deck:
    """A week's slides in their order; those of the appendix come last. `shop` is None for all shops together."""

    shop: str | None
    week: Period
    stamp: Stamp
    slides: tuple[Slide, ...]
    appendix: tuple[Slide, ...]

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
