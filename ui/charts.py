"""Frames to Plotly figures: one look, direct labels, bars from zero, missing days as gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from metrics.scale import Scale
from palette import SANS, Palette

CONFIG = {"displayModeBar": False, "responsive": True}
HEIGHT = 300
ROW = 34
FEW = 4
"""Under so many of something the axis counts one by one."""


@dataclass(frozen=True, slots=True)
class Days:
    """A metric over days: all days of the period in order, None as the value of a missing one.

    `last_year` are the values a year before, `target` its name and value; days from `young_from` on may change.
    `beside` are the name and the values of another shop.
    """

    name: str
    days: Sequence[date]
    values: Sequence[float | None]
    last_year: tuple[str, Sequence[float | None]] | None = None
    target: tuple[str, float] | None = None
    young_from: date | None = None
    beside: tuple[str, Sequence[float | None]] | None = None

    def is_young(self, day: date) -> bool:
        """Whether a day's value may still change."""
        return self.young_from is not None and day >= self.young_from


def lines(shown: Days, scale: Scale, colours: Palette) -> go.Figure:
    """A line over days, broken where a day is missing; young days are dashed, the last of them hollow."""
    made = go.Figure()
    values = scale.of(shown.values)
    _add_last_year(made, shown, scale, colours)
    if shown.beside:
        name, others = shown.beside
        made.add_trace(_line(name, shown.days, scale.of(others), scale, colours.reference))
    for part, dash in _settled_and_young(shown, values):
        made.add_trace(_line(shown.name, shown.days, part, scale, colours.accent, dash=dash))
    _mark_last(made, shown, values, scale, colours)
    _finish(made, shown, scale, colours)
    made.update_xaxes(range=[shown.days[0], shown.days[-1]] if len(shown.days) > 1 else None)
    made.update_yaxes(rangemode="tozero" if from_zero(shown.values) else "normal")
    return made


def columns(shown: Days, scale: Scale, colours: Palette) -> go.Figure:
    """A bar a day, from zero; a missing day stays empty, young days are hatched."""
    young = [shown.is_young(day) for day in shown.days]
    values = scale.of(shown.values)
    bar = go.Bar(x=list(shown.days), y=values, name=shown.name, hovertemplate=_hover(shown.name, scale))
    bar.marker = {
        "color": colours.accent,
        "pattern": _hatch(colours) | {"shape": ["/" if each else "" for each in young]},
        "line": {"color": colours.accent, "width": [1 if each else 0 for each in young]},
    }
    made = go.Figure(bar)
    if shown.beside:
        name, others = shown.beside
        other = go.Bar(x=list(shown.days), y=scale.of(others), name=name, hovertemplate=_hover(name, scale))
        made.add_trace(other.update(marker={"color": colours.reference}))
    _add_last_year(made, shown, scale, colours)
    _finish(made, shown, scale, colours)
    made.update_yaxes(rangemode="tozero")
    made.update_layout(margin={"r": 4})
    return made


def bars(
    name: str,
    labels: Sequence[str],
    values: Sequence[float | None],
    scale: Scale,
    colours: Palette,
) -> go.Figure:
    """Lying bars from zero, the first label on top, each with its value behind it."""
    shown = scale.of(values)
    said = ["—" if value is None else scale.words(value) for value in shown]
    bar = go.Bar(
        x=shown,
        y=list(labels),
        name=name,
        orientation="h",
        text=said,
        textposition="outside",
        hovertemplate=f"%{{y}} %{{x:{scale.written}}} {scale.unit}<extra></extra>",
        marker={"color": colours.accent},
        width=0.56,
        cliponaxis=False,
    )
    made = go.Figure(bar)
    made.update_layout(**layout(colours, height=ROW * len(labels) + 20))
    made.update_xaxes(visible=False, rangemode="tozero")
    made.update_yaxes(
        type="category", autorange="reversed", showgrid=False, tickfont={"size": 14, "color": colours.ink}
    )
    return made


def from_zero(values: Sequence[float | None]) -> bool:
    """Whether a line over these values has its axis begin at 0: where they spread widely."""
    known = [value for value in values if value is not None]
    return bool(known) and min(known) >= 0 and min(known) < 0.6 * max(known)


def _add_last_year(made: go.Figure, shown: Days, scale: Scale, colours: Palette) -> None:
    if shown.last_year:
        name, values = shown.last_year
        made.add_trace(_line(name, shown.days, scale.of(values), scale, colours.reference, dash="dot", width=2))


def _finish(made: go.Figure, shown: Days, scale: Scale, colours: Palette) -> None:
    if shown.target:
        _reference_line(made, shown.target[0], shown.target[1] / scale.divided_by, scale, colours)
    made.update_layout(**layout(colours))
    made.update_xaxes(tickformat="%-m/%-d", nticks=8)
    made.update_yaxes(tickformat=scale.written.replace("f", "~f"), nticks=5)
    if not scale.digits and all((value or 0) < FEW for value in scale.of(shown.values)):
        made.update_yaxes(dtick=1)


def _line(
    name: str, days: Sequence[date], values: Sequence[float | None], scale: Scale, colour: str, dash: str = "solid",
    width: float = 3,
) -> go.Scatter:  # fmt: skip
    return go.Scatter(
        x=list(days),
        y=list(values),
        name=name,
        mode="lines+markers" if _lonely(values) else "lines",
        connectgaps=False,
        line={"color": colour, "width": width, "dash": dash},
        hovertemplate=_hover(name, scale),
    )


def _settled_and_young(shown: Days, values: Sequence[float | None]) -> list[tuple[list[float | None], str]]:
    """The settled values as a solid line; from the last of them on the young ones as a dashed one."""
    young = [shown.is_young(day) for day in shown.days]
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


def _mark_last(made: go.Figure, shown: Days, values: Sequence[float | None], scale: Scale, colours: Palette) -> None:
    known = [(day, value) for day, value in zip(shown.days, values, strict=True) if value is not None]
    if not known:
        return
    day, value = known[-1]
    fill = colours.page if shown.is_young(day) else colours.accent
    made.add_trace(
        go.Scatter(
            x=[day],
            y=[value],
            mode="markers+text",
            text=[scale.words(value)],
            textposition="middle right",
            textfont={"size": 15, "color": colours.ink, "weight": 700},
            hoverinfo="skip",
            cliponaxis=False,
            marker={"size": 10, "color": fill, "line": {"color": colours.accent, "width": 2}},
        )
    )


def _reference_line(made: go.Figure, name: str, value: float, scale: Scale, colours: Palette) -> None:
    made.add_hline(
        y=value,
        line={"color": colours.ink, "width": 2},
        annotation_text=f"{name} {scale.words(value)}",
        annotation_position="top left",
        annotation_bgcolor=colours.page,
        annotation_font={"size": 14, "color": colours.ink},
    )


def _hover(name: str, scale: Scale) -> str:
    return f"%{{x|%Y-%m-%d}}<br>{name} %{{y:{scale.written}}} {scale.unit}<extra></extra>"


def _hatch(colours: Palette) -> dict:
    return {"fgcolor": colours.accent, "bgcolor": colours.page, "size": 8, "fillmode": "replace", "solidity": 0.4}


def layout(colours: Palette, height: int = HEIGHT) -> dict:
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
        "template": go.layout.Template(layout={"font": font | {"color": colours.ink2}}),
        "height": height,
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
