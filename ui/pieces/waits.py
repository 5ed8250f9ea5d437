"""How long buyers waited: a dot for the median, a bar to the 90th percentile, a line at the limit."""

from ui.pieces.markup import Html, block, tag


def waits(median: float, p90: float, limit: float, longest: float, text: str) -> Html:
    """Seconds on a scale from 0 to `longest`; `text` is what a screen reader says."""
    reach = max(longest, limit)
    place = f"--v:{p90 / reach:.1%};--t:{limit / reach:.1%};--m:{median / reach:.1%}"
    return block("ob-bar ob-waits", tag("i"), tag("u"), tag("s"), style=place, role="img", aria_label=text)
