"""The metrics as a page of documentation, printed from their declarations."""

from collections.abc import Iterable, Mapping, Sequence

from data.formats.source import Subject
from data.sources import SUBJECTS
from data.store.board import SCHEMA
from metrics.catalogue import TEAM_TITLES, TEAMS, metric_named
from metrics.glossary.entries import COMPARED_TITLE, HEADINGS, comparisons, row
from metrics.glossary.examples import EXAMPLES, Example
from metrics.glossary.lineage import heading
from metrics.wording.figure import spelled
from text import Text

EXAMPLE_TITLE = Text("算一遍", "Worked by hand")
LISTED = tuple(name for name in HEADINGS if name not in ("team", "label", "name", "meaning", "example"))
"""What stands in the table under a metric's meaning."""


def markdown() -> str:
    """docs/metrics.md: every metric, and every way to compare, in both languages."""
    lines = [
        "# 指标 · Metrics",
        "",
        "由 `python -m metrics glossary` 生成。Printed by `python -m metrics glossary`.",
    ]
    for team, metrics in TEAMS.items():
        title = TEAM_TITLES[team]
        lines += ["", f"## {title.zh} · {title.en}"]
        for metric in metrics:
            lines += ["", f"### `{metric.name}` {metric.label.zh} · {metric.label.en}", ""]
            lines += _entry(row(team, metric, "zh"), row(team, metric, "en"))
            lines += ["", "```sql", metric.value, "```"]
        lines += [line for example in EXAMPLES.get(team, ()) for line in _worked(example)]
    lines += ["", f"## {COMPARED_TITLE.zh} · {COMPARED_TITLE.en}"]
    for zh, en in zip(comparisons("zh"), comparisons("en"), strict=True):
        lines += ["", f"### `{zh['name']}` {zh['label']} · {en['label']}", "", *_entry(zh, en)]
    return "\n".join(lines) + "\n"


def _worked(example: Example) -> list[str]:
    """An example as a list of tables and what comes of them."""
    label = metric_named(example.metric).label
    lines = ["", f"#### {EXAMPLE_TITLE.zh} · {EXAMPLE_TITLE.en}: {label.zh} · {label.en}"]
    for subject in SUBJECTS:
        if subject.name in example.rows:
            lines += _table(subject, example.rows[subject.name])
    unit = metric_named(example.metric).unit
    zh, en = spelled(example.gives, unit, "zh"), spelled(example.gives, unit, "en")
    return [*lines, "", f"{example.worked.zh}。**{zh}**", "", f"{example.worked.en}. **{en}**"]


def _table(subject: Subject, rows: Sequence[Mapping[str, object]]) -> list[str]:
    """Rows of a subject under its title, with the columns that any of them has."""
    names = [field.name for field in SCHEMA.subjects[subject] if any(field.name in row for row in rows)]
    heads = [heading(subject.name, name) for name in names]
    return [
        "",
        f"{subject.title.zh} · {subject.title.en}",
        "",
        _line(f"{head.zh} {head.en}" for head in heads),
        _line("---" for _ in heads),
        *(_line(_shown(row.get(name)) for name in names) for row in rows),
    ]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell)


def _entry(zh: dict[str, str], en: dict[str, str]) -> list[str]:
    """A metric's meaning, and the rest of its row as a table of two languages."""
    rows = [_line([HEADINGS[key].zh, zh[key], HEADINGS[key].en, en[key]]) for key in LISTED if zh[key]]
    return [f"{zh['meaning']}。{en['meaning']}.", "", _line(["", "", "", ""]), _line(["---"] * 4), *rows]
