"""The rooms of `metrics/` stand in one order, and the engine knows neither a metric nor a format."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "metrics.calendar",  # periods, promotions, days off, occasions
    "metrics.definition",  # what a metric, facts and a rollup are
    "metrics.wording",  # numbers and lists as they are written
    "metrics.query",  # the engine: questions, their SQL, rollups, answers
    "metrics.catalogue.trade",  # the metrics themselves, by subject
    "metrics.catalogue.service",
    "metrics.catalogue.orders",
    "metrics.catalogue.ratings",
    "metrics.catalogue.targets",
    "metrics.catalogue",  # all of them as a list, and all that is rolled up
    "metrics.judgement",  # rules, anomalies, their causes
    "metrics.planning",  # targets and how they are spread
    "metrics.explanation",  # why a number is what it is
    "metrics.morning",  # what is known of a day
    "metrics.review",  # what somebody should do about it
    "metrics.glossary",  # the catalogue as a page to read
    "metrics.__main__",
)
"""Each imports only what stands before it."""

FILES = sorted(path for path in (ROOT / "metrics").rglob("*.py") if path != ROOT / "metrics" / "__init__.py")
ENGINE = sorted((ROOT / "metrics" / "query").glob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """The full names of what a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> int | None:
    """The place of the smallest room that a module lies in."""
    rooms = [room for room in ROOMS if f"{module}.".startswith(f"{room}.")]
    return ROOMS.index(max(rooms, key=len)) if rooms else None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_rooms_import_only_those_before_them(file: Path) -> None:
    own = room_of(".".join(file.relative_to(ROOT).with_suffix("").parts))
    assert own is not None, "a file in no room"
    assert not [name for name in imports(file) if (room_of(name) or 0) > own]


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: file.stem)
def test_the_engine_is_handed_its_catalogue_and_knows_no_format(file: Path) -> None:
    handed = ("metrics.catalogue", "data.formats", "data.sources")
    assert not [name for name in imports(file) if name.startswith(handed)]


def test_no_folder_holds_more_files_than_can_be_looked_over() -> None:
    folders = {path.parent for path in FILES}
    assert len(folders) > 10
    assert {folder.name: count for folder in folders if (count := len(list(folder.glob("*.py")))) > 16} == {}
