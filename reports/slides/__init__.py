"""The slides of the weekly deck in the order in which they are shown, from causes to results."""

from collections.abc import Callable

from reports.asked import Asked
from reports.slide import Slide
from reports.slides import cover

SLIDES: tuple[Callable[[Asked], Slide], ...] = (cover.slide,)

APPENDIX: tuple[Callable[[Asked], tuple[Slide, ...]], ...] = ()
