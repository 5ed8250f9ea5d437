"""What a sheet is and which heading is which column: asked where the board cannot tell, and remembered."""

from collections.abc import Sequence
from functools import partial

import pyarrow as pa
import streamlit as st

from data.checking.preview import TablePreview
from data.formats.mapping import Mapping, RateScale, keyed
from data.formats.problem import LocatedProblem
from data.formats.source import Source
from data.recognition.block import Block
from data.recognition.saved_mappings import forget, remember, remembered
from data.recognition.suggestions import guessed, lacking, nearest
from data.sources import source_named
from text import Text
from ui.cache import answers
from ui.choices import user
from ui.intake import desk
from ui.session import language
from ui.session.language import say

UNKNOWN, TWO_READINGS, SCALE, CHANGED, MAPPED = (
    "not_recognised", "two_readings", "scale_needed", "headings_changed", "as_told",
)  # fmt: skip
SAMPLES, SAMPLE_LENGTH = 3, 24
ROW_HEIGHT, ROWS_SHOWN = 35, 14


def questions() -> None:
    """A panel for every table of the preview at hand that needs a word on its headings."""
    at = desk.desk()
    for number, table in enumerate(at.preview.tables if at.preview else ()):
        codes = {found.problem.code for found in table.problems}
        if table.block is None or not codes & {UNKNOWN, TWO_READINGS, SCALE, CHANGED, MAPPED}:
            continue
        with st.container(key=f"mapping-{number}"):
            if TWO_READINGS in codes:
                _choose_reading(table, table.block, number)
            if SCALE in codes:
                _choose_scale(table, table.block, number)
            if codes & {UNKNOWN, CHANGED, MAPPED}:
                _match_columns(table, table.block, number, opened=UNKNOWN in codes)


def kept() -> None:
    """What is remembered of headings, each with a button that forgets it."""
    lines = remembered(answers.warehouse())
    if not lines:
        return
    with st.expander(say(f"记住的表头 {len(lines)} 种", f"{len(lines)} remembered headings")):
        for number, line in enumerate(lines):
            title, by = _title(source_named(line.mapping.source)), user.spoken(line.by)
            headings = [text.replace("\t", " ") for text in line.headings[:4]]
            with st.container(horizontal=True, vertical_alignment="center", key=f"remembered-{number}"):
                st.caption(
                    say(
                        f"{'、'.join(headings)} … 读作{title}（{by}）",
                        f"{', '.join(headings)} … read as {title} ({by})",
                    )
                )
                if st.button(say("忘掉", "Forget"), type="tertiary", key=f"forget-{number}"):
                    forget(answers.warehouse(), line.headings)
                    st.rerun()


def _choose_reading(table: TablePreview, block: Block, number: int) -> None:
    assert block.match
    assert block.rival
    sources = [block.match.source, block.rival]
    label = say(f"「{_named(table)}」像两种报表，是哪一种？", f"“{_named(table)}” could be either; which is it?")
    picked = st.radio(label, sources, format_func=_title, index=None, key=f"reading-{number}")
    if picked:
        _save(block, Mapping(picked.name))


def _choose_scale(table: TablePreview, block: Block, number: int) -> None:
    assert block.match
    columns = {heading: name for name, heading in block.match.headings.items()}
    doubts = [found for found in table.problems if found.problem.code == SCALE]
    read = block.match.mapping or Mapping(block.match.source.name)
    scales = dict(read.scales)
    for place, found in enumerate(doubts):
        if picked := _picked_scale(found, f"scale-{number}-{place}"):
            scales[columns[found.column or ""]] = picked
    if all(columns[found.column or ""] in scales for found in doubts):
        _save(block, Mapping(read.source, read.places, scales))


def _picked_scale(found: LocatedProblem, key: str) -> RateScale | None:
    """What the reader says that a number means; None while they have not."""
    label = say(f"「{found.column}」写的 {found.value} 是", f"“{found.column}” says {found.value}: that is")
    return st.radio(
        label, list(RateScale), format_func=partial(_rate_example, found), index=None, horizontal=True, key=key
    )


def _rate_example(found: LocatedProblem, scale: RateScale) -> str:
    phrase = found.arguments[scale.value]
    assert isinstance(phrase, Text)
    return say(phrase)


def _match_columns(table: TablePreview, block: Block, number: int, *, opened: bool) -> None:
    label = say(f"对列：{_named(table)}", f"Match columns: {_named(table)}")
    with st.expander(label, expanded=opened, key=f"match-{number}"):
        chosen = [block.match.source] if block.match else []
        sources = chosen + [source for source in nearest(block.header) if source not in chosen]
        source = st.selectbox(say("这是什么表", "What is it?"), sources, format_func=_title, key=f"source-{number}")
        places = _grid(block, source, number)
        wrong = _wrong(source, places)
        if wrong:
            st.caption(wrong)
        if st.button(say("记住，再看一遍", "Remember and look again"), disabled=bool(wrong), key=f"remember-{number}"):
            mapping = block.match.mapping if block.match else None
            _save(block, Mapping(source.name, dict(places), mapping.scales if mapping else {}))


def _grid(block: Block, source: Source, number: int) -> list[tuple[str, str]]:
    """The headings with examples and, chosen for each, a column; (column, heading) pairs."""
    labels = _labels(source)
    names = {label: name for name, label in labels.items()}
    keys = [key for key in keyed(block.header) if key]
    placed = _first_guess(block, source)
    grid = pa.table(
        {
            "heading": [text.strip() for text in block.header if text.strip()],
            "examples": [_examples(block, at) for at, text in enumerate(block.header) if text.strip()],
            "column": pa.array([labels.get(placed.get(key, "")) for key in keys], pa.string()),
        }
    )
    left_out = say("对应（空着就不收）", "Is (empty: left out)")
    edited = st.data_editor(
        grid.to_pandas(), hide_index=True, key=f"grid-{number}-{source.name}", disabled=["heading", "examples"],
        placeholder="—",
        height=ROW_HEIGHT * (min(len(keys), ROWS_SHOWN) + 1) + 2,
        column_config={
            "heading": st.column_config.TextColumn(say("表头", "Heading")),
            "examples": st.column_config.TextColumn(say("表里写的", "In the sheet")),
            "column": st.column_config.SelectboxColumn(left_out, options=list(names)),
        },
    )  # fmt: skip
    chosen = edited["column"].tolist()
    return [(names[label], key) for key, label in zip(keys, chosen, strict=True) if isinstance(label, str) and label]


def _first_guess(block: Block, source: Source) -> dict[str, str]:
    """Heading -> column: as it is read now, or as it may be."""
    guess = {key: name for name, key in guessed(source, block.header).items()}
    if block.match is None or block.match.source is not source:
        return guess
    keys = keyed(block.header)
    read = {keys[int(place[1:])]: name for name, place in block.match.places.items()}
    return {**{key: name for key, name in guess.items() if name not in read.values()}, **read}


def _labels(source: Source) -> dict[str, str]:
    """A word for each column in the reader's language, needed ones marked, no word twice."""
    labels: dict[str, str] = {}
    for column in source.on_the_sheet:
        label = say(column.label) + (say("（必填）", " (needed)") if column.needed else "")
        labels[column.name] = f"{label} · {column.name}" if label in labels.values() else label
    return labels


def _wrong(source: Source, places: Sequence[tuple[str, str]]) -> str:
    names = [name for name, _ in places]
    labels = _labels(source)
    twice = [labels[name] for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        return say(f"对了两遍：{'、'.join(twice)}", f"Chosen twice: {', '.join(twice)}")
    missing = [say(column.label) for column in lacking(source, names)]
    if missing:
        return say(f"还缺：{'、'.join(missing)}", f"Still missing: {', '.join(missing)}")
    return "" if names else say("一列都没对上", "No column is matched")


def _examples(block: Block, at: int) -> str:
    name = f"c{at}"
    if name not in block.rows.column_names:
        return ""
    texts = (text.strip() for text in block.rows[name].slice(0, 200).to_pylist() if text)
    found = list(dict.fromkeys(text[:SAMPLE_LENGTH] for text in texts if text))
    return "、".join(found[:SAMPLES])


def _save(block: Block, mapping: Mapping) -> None:
    remember(answers.warehouse(), block.header, mapping, by=user.name())
    desk.look()
    st.rerun()


def _named(table: TablePreview) -> str:
    return f"{table.file} › {table.sheet}" if table.sheet else table.file


def _title(source: Source) -> str:
    return source.title.to(language.chosen())
