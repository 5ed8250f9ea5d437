"""The slides of the weekly deck in the order in which they are shown, from causes to results."""

from collections.abc import Callable

from reports.numbers.week import Asked
from reports.slide.slide import Slide
from reports.slides import (
    actions_reviewed,
    activities,
    cover,
    faults,
    fulfilment,
    gap,
    next_week,
    pace,
    products,
    promotion,
    service,
    summary,
    traffic,
    tree,
    workload,
)
from reports.slides.appendix import pages

SLIDES: tuple[Callable[[Asked], Slide], ...] = (
    cover.slide,
    summary.slide,
    actions_reviewed.slide,
    pace.slide,
    gap.slide,
    tree.slide,
    traffic.slide,
    products.slide,
    promotion.slide,
    activities.slide,
    service.slide,
    fulfilment.slide,
    workload.slide,
    faults.slide,
    next_week.slide,
)

DETAILS = pages.DETAILS
APPENDIX: tuple[Callable[[Asked], tuple[Slide, ...]], ...] = (pages.slides,)
LIVE_TABLES: tuple[Callable[[Asked], Slide | None], ...] = (pages.all_actions,)
"""The pages of the appendix that follow what is agreed during the meeting."""
