"""Frames to Plotly figures: one look, direct labels, bars from zero, missing days as gaps."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go
from plotly import io

from metrics.wording.figure import MISSING
from metrics.wording.scale import Scale
from palette import SANS, Palette

Figure = go.Figure
Trace = dict[str, Any]
"""A trace as Plotly has it."""

Layout = dict[str, Any]
CONFIG = {"displayModeBar": False, "responsive": True}
HEIGHT = 300
ROW = 34


@dataclass(frozen=True, slots=True)
class DailySeries:
    """A metric over days: all days of the period in order, None as the value of a missing one.

    `last_year` are the values a year before, `target` its name and value; days from `young_from` on may change.
    `compared` are the name and values of another shop. `formatter` writes a value as the page does, for hovering over
    it, and `ending` is the last one as it stands at the line's end; without them both are written on the chart's scale.
    """

    name: str
    days: Sequence[date]
    values: Sequence[float | None]
    last_year: tuple[str, Sequence[float | None]] | None = None
    target: tuple[str, float] | None = None
    young_from: date | None = None
    compared: tuple[str, Sequence[float | None]] | None = None
    formatter: Callable[[float], str] | None = None
    ending: str = ""

    def is_young(self, day: date) -> bool:
        """Whether a day's value may still change."""
        return self.young_from is not None and day >= self.young_from


def lines(shown: DailySeries, scale: Scale, colours: Palette) -> go.Figure:
    """A line over days, broken where a day is missing; young days are dashed, the last of them hollow."""
    traces = _last_year(shown, scale, colours)
    if shown.compared:
        traces.append(_line(shown, *shown.compared, scale, colours.reference))
    for part, dash in _settled_and_young(shown):
        traces.append(_line(shown, shown.name, part, scale, colours.accent, dash=dash))
    traces += _last_marked(shown, scale, colours)
    whole = {"range": [shown.days[0], shown.days[-1]]} if len(shown.days) > 1 else {}
    grounded = from_zero(shown.values)
    ground = {"rangemode": "tozero" if grounded else "normal"}
    return figure(traces, colours, _over_days(shown, scale, colours, grounded), {"xaxis": whole, "yaxis": ground})


def columns(shown: DailySeries, scale: Scale, colours: Palette) -> go.Figure:
    """A bar a day, from zero; a missing day stays empty, young days are hatched."""
    young = [shown.is_young(day) for day in shown.days]
    marker = {
        "color": colours.accent,
        "pattern": _hatch(colours) | {"shape": ["/" if each else "" for each in young]},
        "line": {"color": colours.accent, "width": [1 if each else 0 for each in young]},
    }
    traces = [_bar(shown, shown.name, shown.values, scale, marker)]
    if shown.compared:
        traces.append(_bar(shown, *shown.compared, scale, {"color": colours.reference}))
    past = _last_year(shown, scale, colours)
    traces += [*(_bordered(line, colours) for line in past), *past]
    wide = {"yaxis": {"rangemode": "tozero"}, "margin": {"r": 4}}
    return figure(traces, colours, _over_days(shown, scale, colours, grounded=True), wide)


def bars(
    name: str,
    labels: Sequence[str],
    values: Sequence[float | None],
    scale: Scale,
    colours: Palette,
) -> go.Figure:
    """Lying bars from zero, the first label on top, each with its value behind it."""
    texts = [MISSING if value is None else scale.formatted(value) for value in values]
    bar = {
        "type": "bar",
        "x": scale.of(values),
        "y": list(labels),
        "name": name,
        "orientation": "h",
        "text": texts,
        "textposition": "outside",
        "hovertemplate": f"%{{y}} %{{text}} {scale.unit}<extra></extra>",
        "marker": {"color": colours.accent},
        "width": 0.56,
        "cliponaxis": False,
    }
    sides = {"xaxis": {"visible": False, "rangemode": "tozero"}, "yaxis": named_rows(colours)}
    return figure([bar], colours, {"height": ROW * len(labels) + 20}, sides)


def figure(traces: Sequence[Trace], colours: Palette, *laid_out: Layout) -> go.Figure:
    """Traces in the look that all figures share, each layout over the one before it.

    Plotly looks through a figure once, when it is made; every later change of one costs it as much again.
    """
    whole_layout = layout(colours)
    for one in laid_out:
        whole_layout = _over(whole_layout, one)
    return go.Figure(data=list(traces), layout=whole_layout)


def _over(below: Layout, above: Layout) -> Layout:
    """One layout laid over another, part by part."""
    return below | {
        name: _over(below[name], part) if isinstance(part, dict) and isinstance(below.get(name), dict) else part
        for name, part in above.items()
    }


def named_rows(colours: Palette) -> Layout:
    """An axis of names, the first on top."""
    font = {"size": 14, "color": colours.ink}
    return {"type": "category", "autorange": "reversed", "showgrid": False, "tickfont": font}


def across(at: float, colour: str, width: float) -> dict:
    """A line over the whole width at a value."""
    return {
        "type": "line", "xref": "x domain", "x0": 0, "x1": 1, "yref": "y", "y0": at, "y1": at,
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def upright(at: float, colour: str, width: float) -> dict:
    """A line over the whole height at a value."""
    return {
        "type": "line", "yref": "y domain", "y0": 0, "y1": 1, "xref": "x", "x0": at, "x1": at,
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def written(made: go.Figure) -> str:
    """A figure as JSON."""
    return str(io.to_json(made, validate=False))


class _Ready(go.Figure):
    """A figure that was written before: its content as it is, without Plotly's looking through it again."""

    def __init__(self, content: str) -> None:
        self._content = content

    def to_dict(self) -> dict:
        return dict(json.loads(self._content))


def ready(content: str) -> go.Figure:
    """A figure to be drawn from its JSON."""
    return _Ready(content)


def from_zero(values: Sequence[float | None]) -> bool:
    """Whether a line over these values has its axis begin at 0: where they spread widely."""
    present = [value for value in values if value is not None]
    return bool(present) and min(present) >= 0 and min(present) < 0.6 * max(present)


def _last_year(shown: DailySeries, scale: Scale, colours: Palette) -> list[Trace]:
    if not shown.last_year:
        return []
    return [_line(shown, *shown.last_year, scale, colours.reference, dash="dot", width=2)]


def _bordered(line: Trace, colours: Palette) -> Trace:
    """What lies under a line that crosses columns, so that it is seen on them as well as between them."""
    border = {"color": colours.page, "width": 5, "dash": "solid"}
    return {**line, "line": border, "hoverinfo": "skip", "hovertemplate": None, "customdata": None}


def _over_days(shown: DailySeries, scale: Scale, colours: Palette, grounded: bool) -> Layout:
    axis = _steps(shown, scale, grounded)
    days = {"tickformat": "%-m/%-d", "nticks": 8}
    aim = {"shapes": [across(shown.target[1] / scale.divided_by, colours.ink, 2)]} if shown.target else {}
    return {"xaxis": days, "yaxis": axis, **aim}


def _steps(shown: DailySeries, scale: Scale, grounded: bool) -> Layout:
    others = [value for _, values in filter(None, (shown.last_year, shown.compared)) for value in values]
    aimed = [shown.target[1]] if shown.target else []
    present = [value for value in scale.of([*shown.values, *others, *aimed]) if value is not None]
    reach = max(present, default=0.0) - (min(0.0, *present) if grounded and present else min(present, default=0.0))
    step = scale.steps(reach)
    return {"tick0": 0, "dtick": step.size, "tickformat": f",.{step.digits}f"}


def _bar(shown: DailySeries, name: str, values: Sequence[float | None], scale: Scale, marker: dict) -> Trace:
    return {"type": "bar", "marker": marker, **_series(shown, name, values, scale)}


def _line(
    shown: DailySeries, name: str, values: Sequence[float | None], scale: Scale, colour: str, dash: str = "solid",
    width: float = 3,
) -> Trace:  # fmt: skip
    return {
        "type": "scatter",
        "mode": "lines+markers" if _lonely(values) else "lines",
        "connectgaps": False,
        "line": {"color": colour, "width": width, "dash": dash},
        **_series(shown, name, values, scale),
    }


def _series(shown: DailySeries, name: str, values: Sequence[float | None], scale: Scale) -> Trace:
    """A value a day under its name, each with the words of the page: Plotly's own would round halves otherwise."""
    write = shown.formatter or (lambda value: f"{scale.formatted(value)} {scale.unit}".rstrip())
    return {
        "x": list(shown.days),
        "y": scale.of(values),
        "name": name,
        "customdata": [None if value is None else write(value) for value in values],
        "hovertemplate": f"%{{x|%Y-%m-%d}}<br>{name} %{{customdata}}<extra></extra>",
    }


def _settled_and_young(shown: DailySeries) -> list[tuple[list[float | None], str]]:
    """The settled values as a solid line; from the last of them on the young ones as a dashed one."""
    values, young = shown.values, [shown.is_young(day) for day in shown.days]
    settled = [None if may_change else value for value, may_change in zip(values, young, strict=True)]
    if not any(young):
        return [(settled, "solid")]
    joint = max((at for at, value in enumerate(settled) if value is not None), default=-1)
    return [
        (settled, "solid"),
        ([value if young[at] or at == joint else None for at, value in enumerate(values)], "dash"),
    ]


def _lonely(values: Sequence[float | None]) -> bool:
    """Whether a value stands between two missing ones, where a line alone would not show it."""
    padded = [None, *values, None]
    return any(
        here is not None and before is None and after is None
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
    )


def _last_marked(shown: DailySeries, scale: Scale, colours: Palette) -> list[Trace]:
    present = [(day, value) for day, value in zip(shown.days, shown.values, strict=True) if value is not None]
    if not present:
        return []
    day, value = present[-1]
    fill = colours.page if shown.is_young(day) else colours.accent
    return [
        {
            "type": "scatter",
            "x": [day],
            "y": scale.of([value]),
            "mode": "markers+text",
            "text": [shown.ending or scale.formatted(value)],
            "textposition": "middle right",
            "textfont": {"size": 15, "color": colours.ink, "weight": 700},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "marker": {"size": 10, "color": fill, "line": {"color": colours.accent, "width": 2}},
        }
    ]


def _hatch(colours: Palette) -> dict:
    return {"fgcolor": colours.accent, "bgcolor": colours.page, "size": 8, "fillmode": "replace", "solidity": 0.4}


def layout(colours: Palette) -> Layout:
    """What all figures share: fonts, grid, no legend, no ground of their own."""
    axis = {
        "gridcolor": colours.line,
        "zerolinecolor": colours.line,
        "linecolor": colours.line,
        "tickfont": {"size": 13, "color": colours.ink3},
        "automargin": True,
        "fixedrange": True,
    }
    font = {"family": SANS, "size": 14}
    return {
        "template": {"layout": {"font": font | {"color": colours.ink2}}},
        "height": HEIGHT,
        "margin": {"l": 4, "r": 66, "t": 24, "b": 4},
        "showlegend": False,
        "bargap": 0.25,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ".,",
        "hoverlabel": {"font": font | {"color": colours.ink}, "bgcolor": colours.band, "bordercolor": colours.line},
        "xaxis": axis | {"showgrid": False},
        "yaxis": axis,
        "hovermode": "closest",
    }
