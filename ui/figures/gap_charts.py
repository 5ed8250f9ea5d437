"""Figures of why: a gap's causes one after another, parts that moved most, hours with what was too much."""

from collections.abc import Sequence
from itertools import chain

import plotly.graph_objects as go

from metrics.wording.rounding import grouped
from metrics.wording.scale import Scale
from palette import Palette
from ui.figures.charts import ROW, across, figure, named_rows, upright

FALL_HEIGHT, HOURS_HEIGHT, TWO_LINES = 300, 270, 42


def waterfall(steps: Sequence[tuple[str, float]], result: str, scale: Scale, colours: Palette) -> go.Figure:
    """Causes hanging from one another below or above the zero line, which is what was aimed at; the result last.

    The worst loss alone is vermilion; gains are accent, other losses grey.
    """
    sizes = [value for _, value in steps]
    bases = [sum(sizes[:place]) for place in range(len(sizes))]
    worst = min(sizes, default=0.0)
    fills = [_fill(size, worst, colours) for size in sizes]
    shown = [*(scale.of(sizes)), *scale.of([sum(sizes)])]
    bar = {
        "type": "bar",
        "x": [*(name for name, _ in steps), result],
        "y": shown,
        "base": [*scale.of(bases), 0],
        "customdata": [signed(value, scale) for value in shown],
        "marker": {"color": [*fills, colours.ink]},
        "hovertemplate": f"%{{x}} %{{customdata}} {scale.unit}<extra></extra>",
        "width": 0.62,
    }
    ends = [0.0, *(value for value in scale.of([*bases, sum(sizes)]) if value is not None)]
    laid_out = {
        "height": FALL_HEIGHT,
        "xaxis": {"type": "category", "tickfont": {"size": 14, "color": colours.ink}},
        "yaxis": {"visible": False, "range": _roomy(ends)},
        "margin": {"l": 4, "r": 4, "t": 8, "b": 4},
        "shapes": [across(0, colours.ink, 2)],
        "annotations": _amounts([*scale.of(bases), 0.0], shown, scale, colours),
    }
    return figure([bar], colours, laid_out)


def _roomy(ends: Sequence[float]) -> list[float]:
    """From below the least to above the greatest, so that a label has room at either end."""
    room = (max(ends) - min(ends)) * 0.16 or 1
    return [min(ends) - room, max(ends) + room]


def _amounts(
    bases: Sequence[float | None], values: Sequence[float | None], scale: Scale, colours: Palette
) -> list[dict]:
    """Each bar's amount at its end."""
    return [
        _label(place, (base or 0) + (value or 0), value or 0, scale, colours)
        for place, (base, value) in enumerate(zip(bases, values, strict=True))
    ]


def movers(
    names: Sequence[str], changes: Sequence[float], labels: Sequence[str], scale: Scale, colours: Palette
) -> go.Figure:
    """Lying bars to both sides of zero, each with `labels` at its end; the worst loss alone is vermilion."""
    worst = min(changes, default=0.0)
    shown = [value or 0.0 for value in scale.of(changes)]
    bar = {
        "type": "bar", "x": shown, "y": list(names), "orientation": "h", "text": list(labels),
        "textposition": "outside", "textfont": {"size": 14, "color": colours.ink}, "width": 0.56,
        "marker": {"color": [_fill(value, worst, colours) for value in changes]},
        "hovertemplate": f"%{{y}}<br>%{{text}} {scale.unit}<extra></extra>", "cliponaxis": False,
    }  # fmt: skip
    low, high = min(0.0, *shown), max(0.0, *shown)
    room = (high - low) * 0.36 or 1
    row = TWO_LINES if any("<br>" in name for name in names) else ROW
    laid_out = {
        "height": row * len(names) + 20,
        "xaxis": {"visible": False, "range": [low - room * (low < 0), high + room * (high > 0)]},
        "yaxis": named_rows(colours),
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "shapes": [upright(0, colours.ink, 1)],
    }
    return figure([bar], colours, laid_out)


def hours(
    at: Sequence[int], served: Sequence[float], late: Sequence[float], labels: Sequence[str], colours: Palette
) -> go.Figure:
    """Columns by the hour: those served in time, and on top of them in vermilion those that were not."""
    alike = {
        "type": "bar", "x": list(at), "customdata": list(labels), "hovertemplate": "%{customdata}<extra></extra>",
        "width": 0.82,
    }  # fmt: skip
    lower = alike | {"y": list(served), "marker": {"color": colours.accent}}
    upper = alike | {"y": list(late), "marker": {"color": colours.bad}}
    laid_out = {
        "height": HOURS_HEIGHT,
        "barmode": "stack",
        "bargap": 0.18,
        "margin": {"l": 4, "r": 4, "t": 26, "b": 4},
        "xaxis": {"tickmode": "array", "tickvals": list(at)},
        "yaxis": {"rangemode": "tozero", "nticks": 4},
    }
    return figure([lower, upper], colours, laid_out)


def seats(made: go.Figure, at: Sequence[int], taken: Sequence[float], colours: Palette) -> None:
    """A line across each column: how many the seats of that hour can take."""
    ends = [(hour - 0.46, hour + 0.46, None) for hour in at]
    heights = [(each, each, None) for each in taken]
    labels = [(grouped(each, 0), grouped(each, 0), None) for each in taken]
    made.add_trace(
        go.Scatter(
            x=list(chain(*ends)), y=list(chain(*heights)), customdata=list(chain(*labels)), mode="lines",
            hovertemplate="%{customdata}<extra></extra>", line={"color": colours.ink, "width": 3},
        )
    )  # fmt: skip


def pointed_at(made: go.Figure, at: float, of: float, top: float, words: str, colours: Palette) -> None:
    """Words above a column that is `of` high and its neighbours, `top` at most, with a line down to the column."""
    if top > of:
        made.add_shape(
            type="line", x0=at, x1=at, y0=of, y1=top * 1.06, line={"color": colours.ink3, "width": 1.5, "dash": "dot"}
        )
    made.add_annotation(
        x=at, y=max(top * 1.06, of), text=words, showarrow=False, yanchor="bottom", xanchor="center",
        font={"size": 14, "color": colours.ink, "weight": 700},
    )  # fmt: skip


def _label(place: int, end: float, value: float, scale: Scale, colours: Palette) -> dict:
    """A bar's amount at its end, on a ground of its own where lines cross it."""
    return {
        "x": place, "y": end, "text": signed(value, scale), "showarrow": False,
        "yanchor": "bottom" if value >= 0 else "top", "yshift": 3 if value >= 0 else -3, "bgcolor": colours.page,
        "borderpad": 1, "font": {"size": 14, "color": colours.ink, "weight": 700},
    }  # fmt: skip


def signed(value: float | None, scale: Scale) -> str:
    """A value with its sign: +0.25, −1.85."""
    return "—" if value is None else ("+" if value > 0 else "") + scale.words(value)


def _fill(value: float, worst: float, colours: Palette) -> str:
    if value >= 0:
        return colours.accent
    return colours.bad if value == worst else colours.reference
