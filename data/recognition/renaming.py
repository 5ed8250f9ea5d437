"""What changed in a known export's headings since its last file."""

from collections.abc import Collection, Iterator, Sequence, Set

from data.formats.heading import normalised
from data.formats.problem import LocatedProblem
from data.formats.problems import of_tables
from data.formats.source import Source
from data.recognition.block import Block
from data.store.warehouse import Warehouse
from text import Text, same

LOOKED_AT = 30
"""Files of the same format that a new one is compared with."""

ALIKE = 0.5
"""The share of common headings from which on two files are the same report, and not another selection of fields."""

NONE = Text("没有", "none")


def changed_headings(
    warehouse: Warehouse, block: Block, source: Source, columns: Collection[str]
) -> Iterator[LocatedProblem]:
    """A warning where a column that the format's most alike of the last files brought is gone; new headings are named.

    The most alike, because some exports come in several files of different headings every day.
    """
    last = warehouse.rows(
        "SELECT headings, columns FROM parts JOIN batches USING (batch) WHERE source = ? AND withdrawn_at IS NULL"
        f" AND len(headings) > 0 ORDER BY part DESC LIMIT {LOOKED_AT}",
        [source.name],
    )
    now = _by_key(block.header)
    if not last:
        return
    headings, before_columns = max(last, key=lambda mapping: _shared(_by_key(mapping[0]).keys(), now.keys()))
    before = _by_key(headings)
    if _shared(before.keys(), now.keys()) < ALIKE:
        return
    gone = [text for key, text in before.items() if key not in now]
    if gone and not set(before_columns) <= set(columns):
        fresh = [text for key, text in now.items() if key not in before]
        yield LocatedProblem(
            of_tables.HEADINGS_CHANGED, block.header_row, arguments={"gone": _listed(gone), "fresh": _listed(fresh)}
        )


def _shared(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / len(one | other)


def _by_key(headings: Sequence[str]) -> dict[str, str]:
    return {normalised(text): text.strip() for text in headings if text.strip()}


def _listed(headings: list[str]) -> Text:
    return same("、".join(headings)) if headings else NONE
