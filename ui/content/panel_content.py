"""What a panel is made of once it is worked out: markup, charts, tables to take away."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from ui.content import data_table
from ui.content.data_table import Taken
from ui.figures import charts
from ui.figures.charts import Figure
from ui.pieces.markup import Html


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure as JSON under the name it keeps from run to run; `alt` says it in words."""

    name: str
    written: str
    alt: str


Part = Html | Chart | Taken


def chart(made: Figure, name: str, alt: str) -> Chart:
    """A figure ready to be drawn any number of times."""
    return Chart(name, charts.written(made), alt)


def draw(parts: Iterable[Part]) -> bool:
    """Draw the parts one below the other; False where there are none."""
    any_of_them = False
    for part in parts:
        any_of_them = True
        match part:
            case Chart():
                ready = charts.ready(part.written)
                st.plotly_chart(ready, theme=None, config=charts.CONFIG, key=part.name, alt=part.alt)
            case Taken():
                data_table.offer(part)
            case _:
                st.html(part)
    return any_of_them
