"""The colours and fonts of every outlet, in both themes."""

from dataclasses import dataclass, fields

SANS = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
SERIF = f"'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', {SANS}"


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme. Only good, watch and bad judge; everything that is simply data is ink or accent.

    `on_bad` is what can be read on vermilion: the darker of ink and page.
    """

    page: str
    band: str
    ink: str
    ink2: str
    ink3: str
    line: str
    heavy: str
    accent: str
    accent_soft: str
    on_accent: str
    reference: str
    good: str
    good_edge: str
    watch: str
    watch_edge: str
    bad: str
    bad_edge: str
    on_bad: str


LIGHT = Palette(
    page="#FFFFFF",
    band="#F3F1EB",
    ink="#1B1D1F",
    ink2="#454A4F",
    ink3="#666B70",
    line="#D9D6CE",
    heavy="#1B1D1F",
    accent="#1D5B5E",
    accent_soft="#6E9C9C",
    on_accent="#FFFFFF",
    reference="#8A8880",
    good="#0072B2",
    good_edge="#0072B2",
    watch="#E69F00",
    watch_edge="#7A5200",
    bad="#D55E00",
    bad_edge="#8F3F00",
    on_bad="#1B1D1F",
)

DARK = Palette(
    page="#14171A",
    band="#1E2327",
    ink="#F1EEE7",
    ink2="#C4C3BD",
    ink3="#9A9C9A",
    line="#30363B",
    heavy="#9EA19F",
    accent="#7CC4BF",
    accent_soft="#4C7A78",
    on_accent="#14171A",
    reference="#6E7478",
    good="#0072B2",
    good_edge="#56B4E9",
    watch="#E69F00",
    watch_edge="#E69F00",
    bad="#D55E00",
    bad_edge="#FF9A52",
    on_bad="#14171A",
)


CHART_COLOURS = ("page", "band", "ink", "ink2", "ink3", "line", "accent", "reference")
"""The colours of charts that differ between the themes."""


THEMED = Palette(**{field.name: f"var(--{field.name.replace('_', '-')})" for field in fields(Palette)})
"""The page's own variables, for drawings that follow its theme when that changes."""


def variables() -> str:
    """Every colour and font as a CSS variable that follows the page's colour scheme."""
    colours = "".join(
        f"--{field.name.replace('_', '-')}:light-dark({getattr(LIGHT, field.name)},{getattr(DARK, field.name)});"
        for field in fields(Palette)
    )
    return f"{colours}--sans:{SANS};--serif:{SERIF};"


def repainted(within: str) -> str:
    """CSS by which marks and words that a chart drew for one theme follow the page when its scheme changes.

    A chart's colours are its own, written on each of its elements; `within` selects the charts.
    """
    return "".join(
        f'{within} [style*="{what}: {_rgb(getattr(theme, name))}"]{{{what}:var(--{name})!important}}'
        for name in CHART_COLOURS
        for theme in (LIGHT, DARK)
        for what in ("fill", "stroke")
    )


def _rgb(colour: str) -> str:
    """A colour as browsers write it: rgb(29, 91, 94)."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"
