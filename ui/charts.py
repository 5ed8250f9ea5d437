"""Frames to Plotly figures: one look, direct labels, bars from zero, missing days as gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from ui.palette import SANS, Palette
from ui.scale import Scale

CONFIG = {"displayModeBar": False, "responsive": True}
HEIGHT = 300
ROW = 34


@dataclass(frozen=True, slots=True)
class Beside:
    """A second line to compare with: the base, last year."""

    name: str
    values: Sequence[float | None]


def over_days(
    name: str,
    days: Sequence[date],
    values: Sequence[float | None],
    scale: Scale,
    colours: Palette,
    beside: Sequence[Beside] = (),
    target: tuple[str, float] | None = None,
    young_from: date | None = None,
) -> go.Figure:
    """A line over days, broken where a day is missing; days from `young_from` on are dashed and hollow.

    `days` are all days of the period in order, with None as the value of a missing one.
    """
    made = go.Figure()
    shown = scale.of(values)
    for other in beside:
        made.add_trace(_line(other.name, days, scale.of(other.values), scale, colours.reference, dash="dot", width=2))
    for values_so_far, dash in _settled_and_young(days, shown, young_from):
        made.add_trace(_line(name, days, values_so_far, scale, colours.accent, dash=dash))
    _mark_last(made, days, shown, scale, colours, hollow=young_from is not None and days[-1] >= young_from)
    if target:
        _reference_line(made, target[0], target[1] / scale.divided_by, scale, colours)
    made.update_layout(**_layout(colours))
    made.update_xaxes(tickformat="%-m/%-d", nticks=8, range=[days[0], days[-1]] if len(days) > 1 else None)
    made.update_yaxes(tickformat=scale.written, nticks=5, rangemode="tozero" if from_zero(shown) else "normal")
    return made


def bars(
    name: str,
    labels: Sequence[str],
    values: Sequence[float | None],
    scale: Scale,
    colours: Palette,
    young: bool = False,
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
        marker=_filled(colours, young),
        width=0.56,
        cliponaxis=False,
    )
    made = go.Figure(bar)
    made.update_layout(**_layout(colours, height=max(120, ROW * len(labels) + 20)))
    made.update_xaxes(visible=False, rangemode="tozero")
    made.update_yaxes(
        type="category", autorange="reversed", showgrid=False, tickfont={"size": 14, "color": colours.ink}
    )
    return made


def columns(
    name: str, days: Sequence[date], values: Sequence[float | None], scale: Scale, colours: Palette,
    target: tuple[str, float] | None = None, young_from: date | None = None,
) -> go.Figure:  # fmt: skip
    """A bar a day, from zero; a missing day stays empty, days from `young_from` on are hatched."""
    young = [young_from is not None and day >= young_from for day in days]
    bar = go.Bar(x=list(days), y=scale.of(values), name=name, hovertemplate=_hover(name, scale))
    bar.marker = _filled(colours, False) | {
        "pattern": _hatch(colours) | {"shape": ["/" if each else "" for each in young]},
        "line": {"color": colours.accent, "width": [1 if each else 0 for each in young]},
    }
    made = go.Figure(bar)
    if target:
        _reference_line(made, target[0], target[1] / scale.divided_by, scale, colours)
    made.update_layout(**_layout(colours))
    made.update_xaxes(tickformat="%-m/%-d", nticks=8)
    made.update_yaxes(tickformat=scale.written, nticks=5, rangemode="tozero")
    return made


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


def _settled_and_young(
    days: Sequence[date], shown: Sequence[float | None], young_from: date | None
) -> list[tuple[list[float | None], str]]:
    """The settled values as a solid line; from the last of them on the young ones as a dashed one."""
    young = [young_from is not None and day >= young_from for day in days]
    settled = [None if may_change else value for value, may_change in zip(shown, young, strict=True)]
    if not any(young):
        return [(settled, "solid")]
    joint = max((at for at, value in enumerate(settled) if value is not None), default=-1)
    dashed = [
        value if may_change or at == joint else None
        for at, (value, may_change) in enumerate(zip(shown, young, strict=True))
    ]
    return [(settled, "solid"), (dashed, "dash")]


def _lonely(values: Sequence[float | None]) -> bool:
    """Whether a value stands between two missing ones, where a line alone would not show it."""
    padded = [None, *values, None]
    return any(
        here is not None and before is None and after is None
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
    )


def _mark_last(
    made: go.Figure, days: Sequence[date], shown: Sequence[float | None], scale: Scale, colours: Palette, hollow: bool
) -> None:
    known = [(day, value) for day, value in zip(days, shown, strict=True) if value is not None]
    if not known:
        return
    day, value = known[-1]
    fill = colours.page if hollow else colours.accent
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


def _filled(colours: Palette, young: bool) -> dict:
    if not young:
        return {"color": colours.accent}
    return {"pattern": _hatch(colours) | {"shape": "/"}, "line": {"color": colours.accent, "width": 1}}


def _hatch(colours: Palette) -> dict:
    return {"fgcolor": colours.accent, "bgcolor": colours.page, "size": 8, "fillmode": "replace", "solidity": 0.4}


def from_zero(shown: Sequence[float | None]) -> bool:
    """Whether a line over these values has its axis begin at 0: where they spread widely."""
    known = [value for value in shown if value is not None]
    return bool(known) and min(known) >= 0 and min(known) < 0.6 * max(known)


def _layout(colours: Palette, height: int = HEIGHT) -> dict:
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
        "margin": {"l": 4, "r": 66, "t": 26, "b": 4},
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
