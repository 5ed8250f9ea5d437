"""The month's curve: what is done and what should be done by now, as shares of the target."""

from base64 import b64encode
from collections.abc import Sequence

from palette import Palette
from ui.pieces.markup import NOTHING, Html, tag

WIDTH, HEIGHT, MARGIN = 230, 132, 8


def month_curve(days: Sequence[tuple[float, float]], palette: Palette, says: str) -> Html:
    """Done and pace of each loaded day of the month; nothing below two days."""
    if len(days) < 2:
        return NOTHING
    top = max(*(share for pair in days for share in pair), 0.0001)
    done = _points([pair[0] / top for pair in days])
    pace = _points([pair[1] / top for pair in days])
    x, y = done.split(" ")[-1].split(",")
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<line x1="0" x2="{WIDTH}" y1="{HEIGHT - 2}" y2="{HEIGHT - 2}" stroke="{palette.line}" stroke-width="2"/>'
        f'<polyline points="{pace}" fill="none" stroke="{palette.reference}" stroke-width="4"/>'
        f'<polyline points="{done}" fill="none" stroke="{palette.accent}" stroke-width="5"/>'
        f'<circle cx="{x}" cy="{y}" r="6" fill="{palette.accent}"/></svg>'
    )
    return tag("img", alt=says, src=f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}")


def _points(shares: Sequence[float]) -> str:
    step = (WIDTH - 2 * MARGIN) / (len(shares) - 1)
    height = HEIGHT - 2 * MARGIN
    return " ".join(
        f"{MARGIN + step * at:.1f},{HEIGHT - MARGIN - height * share:.1f}" for at, share in enumerate(shares)
    )
