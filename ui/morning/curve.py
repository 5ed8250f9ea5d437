"""The month's curve: what is done, what should be by now, and where the month will end, as shares of the target."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date

from metrics.calendar.period import month_of
from palette import Palette
from ui.pieces.markup import NOTHING, Html, tag

WIDTH, HEIGHT, MARGIN = 230, 132, 8
Day = tuple[date, float, float]
"""A loaded day of the month, the share done and the share that should be done by then."""

Ends = tuple[float, float, float]
"""The share the month is expected to end at, between which two shares."""


def month_curve(days: Sequence[Day], ends: Ends | None, palette: Palette, says: str) -> Html:
    """Done and pace of each loaded day of the month, and the forecast as a dashed line with its band.

    Nothing below two days.
    """
    if len(days) < 2:
        return NOTHING
    last = month_of(days[0][0]).days
    top = max(1.0, *(max(done, pace) for _, done, pace in days), ends[2] if ends else 0)
    done = [_place(day.day / last, share / top) for day, share, _ in days]
    pace = [_place(day.day / last, share / top) for day, _, share in days]
    x, y = done[-1]
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<line x1="0" x2="{WIDTH}" y1="{HEIGHT - 2}" y2="{HEIGHT - 2}" stroke="{palette.line}" stroke-width="2"/>'
        f"{_outlook(done[-1], ends, top, palette) if ends else ''}"
        f'<polyline points="{_points(pace)}" fill="none" stroke="{palette.reference}" stroke-width="4"/>'
        f'<polyline points="{_points(done)}" fill="none" stroke="{palette.accent}" stroke-width="5"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{palette.accent}"/></svg>'
    )
    return tag("img", alt=says, src=f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}")


def _outlook(now: tuple[float, float], ends: Ends, top: float, palette: Palette) -> str:
    value, low, high = (_place(1, share / top) for share in ends)
    return (
        f'<polygon points="{_points([now, low, high])}" fill="{palette.accent_soft}" fill-opacity="0.4"/>'
        f'<polyline points="{_points([now, value])}" fill="none" stroke="{palette.accent}" stroke-width="3"'
        ' stroke-dasharray="6 5"/>'
    )


def _place(along: float, up: float) -> tuple[float, float]:
    return MARGIN + (WIDTH - 2 * MARGIN) * along, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * up


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
