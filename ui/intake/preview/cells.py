"""The stored cells that a table would change most, as the reader knows them: row, column, before, after."""

from datetime import date

from data.checking.preview import TablePreview
from data.formats.kinds import DURATION, MINUTES, RATE
from data.formats.source import Source
from data.store.cell_changes import CellChange
from metrics.calendar.period import short
from text import Language, Text
from ui.pieces.markup import Html, block, tag
from ui.pieces.table import Cell, Head, strong, table

HEADS = (
    (Text("哪一条", "Row"), False),
    (Text("列", "Column"), False),
    (Text("原来", "Before"), True),
    (Text("写入后", "After"), True),
)
TITLE = Text("改得最多的 {n} 格", "The {n} cells that change most")
NOTHING = "—"


def largest_cells(each: TablePreview, language: Language) -> Html:
    """The changes of one table, closed until somebody opens them."""
    assert each.source
    source, alone = each.source, len(each.shops) == 1
    rows: list[list[str | Cell]] = [
        [
            row_named(change, source, alone, language),
            label(source, change.column, language),
            value(source, change.column, change.before, language),
            strong(value(source, change.column, change.after, language)),
        ]
        for change in each.cells
    ]
    heads = [Head(head.to(language), figures) for head, figures in HEADS]
    title = TITLE.filled(n=len(rows)).to(language)
    return block("ob-inset", tag("details", tag("summary", title), table(heads, rows)))


def row_named(change: CellChange, source: Source, alone: bool, language: Language) -> str:
    """The row's key in words; the shop is left out where the table is of one shop."""
    parts = zip(source.subject.grain, change.key, strict=True)
    named_parts = [
        (name, part) for name, part in parts if part not in (None, "", "-") and not (alone and name == "shop")
    ]
    return " ".join(_key(name, part, language) for name, part in named_parts)


def label(source: Source, column: str, language: Language) -> str:
    """The column's heading."""
    return source.column(column).label.to(language)


def value(source: Source, column: str, text: str | None, language: Language) -> str:
    """A cell as a reader writes it."""
    if text is None:
        return NOTHING
    kind = source.column(column).kind
    if kind is RATE:
        return f"{float(text):.2%}"
    if kind in (DURATION, MINUTES):
        return Text("{n} 秒", "{n} s").filled(n=text.removesuffix(".0")).to(language)
    if kind.sql_type == "BIGINT":
        return f"{int(text):,}"
    return f"{float(text):,.2f}" if kind.sql_type.startswith("DECIMAL") else text


def _key(name: str, part: str | None, language: Language) -> str:
    if name != "day":
        return part or ""
    return short(date.fromisoformat((part or "")[:10]), language)
