"""A small file of every format, made from its declaration: named, packed and headed as the export is."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from data.checking.template import varying_headings
from data.demo.sampling.sample_cells import cell, spread_cell
from data.demo.writing.old_workbook import write_old_workbook
from data.demo.writing.workbook import write_workbook
from data.formats.kinds import COUNT, MONEY
from data.formats.source import EXAMPLE_ROW, SHOP, Column, Skip, Source
from data.sources import SOURCES

SAMPLES = "各平台样例"
"""The folder of one small file of each format; they are no part of the shops' year."""

TMALL = "样例家居旗舰店"
SHOPS = {name: f"样例家居{name}旗舰店" for name in ("京东", "拼多多", "抖音", "快手", "1688")}
ROWS = 3

Lines = list[list[str]]


def write_samples(to: Path, today: date) -> list[Path]:
    """Write a file of each format, as exported this morning, in the order of the formats; returns the paths."""
    to.mkdir(parents=True, exist_ok=True)
    return [write_sample(source, to, today) for source in SOURCES]


def write_sample(source: Source, to: Path, today: date) -> Path:
    """Write the file of one format; the same day gives the same bytes."""
    day = today - timedelta(1)
    path = to / _name(source, day)
    lines = [*_above(source), *_header(source), *_rows(source, day)]
    sheet = source.sheet_names[0] if source.sheet_names else "Sheet1"
    if source.contained == "xls":
        return write_old_workbook(path, sheet, lines)
    if source.contained == "xlsx":
        return write_workbook(path, {sheet: lines})
    text = _as_csv(lines).encode(source.encoding)
    if source.contained == "csv":
        path.write_bytes(text)
        return path
    with ZipFile(path, "w") as archive:
        archive.writestr(ZipInfo(f"{path.stem}.csv", (1980, 1, 1, 0, 0, 0)), text)
    return path


def _as_csv(lines: Lines) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue()


def _name(source: Source, day: date) -> str:
    """The file's name, with the shop in it where no column names one."""
    shop = _shop(source)
    name = source.file_name.format(day=day, shop=shop, year=day.year)
    if shop in name or any(column.name == "shop" for column in _columns(source)):
        return name
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}_{shop}{dot}{suffix}"


def _shop(source: Source) -> str:
    platforms = [column.derived.strip("'") for column in source.columns if column.name == "platform"]
    return SHOPS.get(platforms[0], TMALL) if platforms else TMALL


def _columns(source: Source) -> list[Column]:
    """The columns that the export has: shop, day and carrier often stand in names alone."""
    if source.hand_made:
        return source.on_the_sheet
    identified_by = {*source.identified_by, *source.identified_by_any}
    return [column for column in source.on_the_sheet if column.name in identified_by or not _in_names(column)]


def _in_names(column: Column) -> bool:
    return bool(column is SHOP or column.from_file_name or column.from_sheet_name)


def _above(source: Source) -> Lines:
    return [[source.title.zh], *([""] for _ in range(source.header_row - 2))] if source.header_row > 1 else []


def _header(source: Source) -> Lines:
    """The header, in two rows where some headings stand merged above others."""
    headings = [*(column.label.zh for column in _columns(source)), *varying_headings(source)]
    if not source.heading_groups:
        return [headings]
    upper, lower, last = [], [], ""
    for heading in headings:
        group = next((group for group in source.heading_groups if heading.startswith(group) and heading != group), "")
        upper.append(("" if group == last else group) if group else heading)
        lower.append(heading.removeprefix(group) if group else "")
        last = group
    return [upper, lower]


def _rows(source: Source, day: date) -> Lines:
    """The facts, and a row of each kind that holds none."""
    facts = [_row(source, day, n) for n in range(ROWS if _rows_differ(source) else 1)]
    summaries = [_summary(source, skip, day) for skip in _summed_up(source)]
    return [*summaries, *facts] if source.summary_first else [*facts, *summaries]


def _rows_differ(source: Source) -> bool:
    """Whether the sheet has a column that tells one fact from another; a shop's day in the name alone is one row."""
    names = {column.name for column in _columns(source)} - {"shop"}
    grain = [source.column(name) for name in source.subject.grain if name != "shop"]
    return any(column.name in names or any(name in column.derived for name in names) for column in grain)


def _row(source: Source, day: date, n: int) -> list[str]:
    shop = _shop(source)
    cells = [shop if column.name == "shop" else cell(column, day, n) for column in _columns(source)]
    if source.matrix:
        value = source.column(source.matrix.value)
        cells += [spread_cell(value, heading, day, n) for heading in varying_headings(source)]
    return cells


def _summed_up(source: Source) -> list[Skip]:
    names = {column.name for column in _columns(source)}
    return [skip for skip in source.skip_rows if skip.column in names and skip.why is not EXAMPLE_ROW][:1]


def _summary(source: Source, skip: Skip, day: date) -> list[str]:
    """A row that adds up others, or one that only continues the row above."""
    if skip.match == "blank":
        return ["" if column.name == skip.column else cell(column, day, ROWS - 1) for column in _columns(source)]
    word = {skip.column: skip.words[0]}
    figures = [
        word.get(column.name) or (cell(column, day, ROWS - 1) if column.kind in (COUNT, MONEY) else "-")
        for column in _columns(source)
    ]
    return figures + ["-"] * len(varying_headings(source))
