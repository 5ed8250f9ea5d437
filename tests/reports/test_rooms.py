"""The rooms of `reports/` stand in one order, and what a slide is made of holds no warehouse."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "reports.slide",  # what a page and a deck may hold
    "reports.numbers",  # what the warehouse is asked of a week
    "reports.findings",  # words and rows that several slides share
    "reports.slides",  # numbers made into pages
    "reports.deck",  # the pages in their order
    "reports.drawing",
    "reports.powerpoint",
    "reports.workbook",
    "reports.pdf",
    "reports.digest",
    "reports.outlets",
    "reports.sending",
    "reports.__main__",
)
"""Each imports only what stands before it."""

FILES = sorted(path for path in (ROOT / "reports").rglob("*.py") if path != ROOT / "reports" / "__init__.py")
PAGES = sorted(path for room in ("findings", "slides") for path in (ROOT / "reports" / room).rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> int | None:
    return next((at for at, room in enumerate(ROOMS) if f"{module}.".startswith(f"{room}.")), None)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_rooms_import_only_those_before_them(file: Path) -> None:
    own = room_of(".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    assert own is not None, "a file in no room"
    assert not [name for name in imports(file) if (room_of(name) or 0) > own]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_page_puts_a_question_to_the_warehouse(file: Path) -> None:
    asking = ("data.store", "metrics.query", "reports.numbers.query")
    assert not [name for name in imports(file) if name.startswith(asking)]


def test_no_folder_holds_more_files_than_can_be_looked_over() -> None:
    folders = {path.parent for path in FILES}
    assert len(folders) > 10
    assert {folder.name: count for folder in folders if (count := len(list(folder.glob("*.py")))) > 16} == {}
