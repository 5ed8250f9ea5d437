"""The rooms of `ui/` import one way, and no page of the board leans on another."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    {"pieces", "session", "figures"},  # HTML; address, language and theme; Plotly
    {"cache"},  # the warehouse, and what was worked out once
    {"choices"},  # shop, period, comparison, names
    {"content"},  # what a panel consists of, and its cache
    {"panels"},  # parts that several pages have
    {"intake"},  # files in
    {"frame"},  # what stands around every page
    {"teams", "morning", "meeting", "planning", "quota_book", "records"},  # a page or a kind of page each
)
"""Each room imports only rooms before its own group."""

FILES = sorted(path for path in (ROOT / "ui").rglob("*.py") if path != ROOT / "ui" / "__init__.py")


def rooms_of(file: Path) -> Iterator[str]:
    """The rooms of ui that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("ui."))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_room_imports_only_rooms_before_it(file: Path) -> None:
    own = file.relative_to(ROOT / "ui").parts[0]
    at = next(place for place, group in enumerate(ROOMS) if own in group)
    before = {own}.union(*ROOMS[:at])
    assert set(rooms_of(file)) <= before


def test_answers_need_neither_the_morning_nor_importing() -> None:
    answers = (ROOT / "ui" / "cache" / "answers.py").read_text(encoding="utf-8")
    assert "from metrics.query" in answers
    assert not [name for name in ("metrics.morning", "metrics.review", "data.importing") if name in answers]
