"""A small line of the last days, as a picture."""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from palette import Palette
from ui.pieces.markup import Html, tag

WIDTH, HEIGHT, MARGIN = 100, 62, 7


def spark(values: Sequence[float | None], palette: Palette, says: str, young: bool = False) -> Html:
    """A line through the values, broken where one is missing, its last point marked: hollow while it may change.

    Nothing at all below two values. `says` is the trend in words.
    """
    present = [value for value in values if value is not None]
    if len(present) < 2:
        return Html("")
    runs = list(_runs(values, min(present), max(present)))
    lines = "".join(
        f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in run)}" fill="none" stroke="{palette.reference}"'
        f' stroke-width="3"{_dashes(young)}/>'
        for run in runs
        if len(run) > 1
    )
    x, y = runs[-1][-1]
    fill = palette.page if young else palette.accent
    point = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" stroke="{palette.accent}" stroke-width="2.5" fill="{fill}"/>'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{lines}{point}</svg>'
    return tag("img", alt=says, src=f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}")


def _runs(values: Sequence[float | None], low: float, high: float) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for place, value in enumerate(values):
        if value is None:
            if run:
                yield run
            run = []
        else:
            x = MARGIN + (WIDTH - 2 * MARGIN) * place / (len(values) - 1)
            share = (value - low) / (high - low) if high > low else 0.5
            run.append((x, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share))
    if run:
        yield run


def _dashes(young: bool) -> str:
    return ' stroke-dasharray="5 5"' if young else ""
