"""Who may import whom: one direction, one home for each outside library."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "text": set(),
    "palette": set(),
    "data": {"text", "data"},
    "metrics": {"text", "data", "metrics"},
    "reports": {"text", "palette", "data", "metrics", "reports"},
    "ui": {"text", "palette", "data", "metrics", "reports", "ui"},
    "pages": {"text", "data", "metrics", "ui"},
    "dashboard": {"text", "ui"},
    "serve": {"text", "data", "metrics", "reports"},
}
ONLY_IN = {
    "duckdb": {"data/store/warehouse.py"},
    "fastexcel": {"data/reading/workbooks/big_workbook.py"},
    "python_calamine": {"data/reading/workbooks/small_workbook.py"},
    "msoffcrypto": {"data/reading/passwords.py"},
    "psutil": {"data/reading/watched.py"},
    "plotly": {"ui/figures/charts.py", "ui/figures/gap_charts.py"},
    "lunar_python": {"metrics/calendar/days_off.py", "metrics/calendar/lunar.py"},
}
CLOCK = Path("data/store/clock.py")
"""The only file that reads the machine's clock for a date or a time of day, or turns an epoch into one."""
READS_A_CLOCK = {
    *("datetime.now", "datetime.today", "datetime.utcnow", "datetime.fromtimestamp", "datetime.utcfromtimestamp"),
    *("date.today", "date.fromtimestamp", "time.time", "time.time_ns", "time.localtime", "time.ctime", "time.strftime"),
    *("Timestamp.now", "Timestamp.today", "email.utils.localtime", "utils.formatdate", "formatdate"),
}
SQL_CLOCK = re.compile(
    r"\b(now|today|get_current_time(stamp)?|transaction_timestamp|current_localtime(stamp)?)\s*\(\s*\)"
    r"|\bcurrent_(date|time|timestamp)\b",
    re.IGNORECASE,
)
BROWSER_CLOCK = re.compile(r"new Date\(\s*\)|\bDate\(\s*\)|Date\.now|Temporal\.Now")
STREAMLIT_IN = {"ui", "pages", "dashboard", "serve"}
ROOMS = (
    "text",  # a phrase in two languages
    "palette",  # colours by their role
    # FROM A SPREADSHEET FILE TO A TABLE
    "data.console",  # the command line's language and encoding
    "data.formats.kinds",  # what a cell may hold
    "data.formats",  # how columns, sources, mappings and problems are declared
    "data.sources",  # every format, by subject
    "data.documentation",  # the formats as a page
    "data.starter",  # what a shop begins with
    "data.store",  # the warehouse: what counts now, its history, and as known then
    "data.records",  # what people enter on the board
    "data.reading",  # bytes to sheets of text cells, in a process of its own
    "data.recognition",  # which format a sheet is, and what its rows leave open
    "data.checking",  # sheets to typed rows and problems
    "data.importing",  # dry run, store, withdraw, inbox
    "data.demo",  # a made-up year of files
    "data.__main__",
    # WHAT THE BUSINESS COUNTS
    "metrics.calendar",  # periods, promotions, days off, occasions
    "metrics.definition",  # what a metric, facts and a rollup are
    "metrics.wording",  # numbers and lists as they are written
    "metrics.query",  # the engine: questions, their SQL, answers; is handed what is rolled up
    "metrics.catalogue.service",  # the metrics themselves, by subject
    "metrics.catalogue.trade",
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
    # OUTLETS THAT ARE NO SCREEN
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
    # WHAT PAGES SHARE
    "ui.pieces",  # HTML without Streamlit
    "ui.figures",  # Plotly
    "ui.session",  # address, language, theme
    "ui.cache",  # the warehouse, and what was worked out once
    "ui.choices",  # shop, period, comparison, names
    "ui.content",  # what a panel consists of, and its cache
    "ui.panels",  # parts that several pages have
    "ui.intake",  # files in
    "ui.frame",  # what stands around every page
    "ui.teams",
    "ui.morning",
    "ui.meeting",
    "ui.planning",
    "ui.quota_book",
    "ui.records",
    "pages",
    "dashboard",
    "serve",
)
"""The rooms of the house from the ground up: each imports only what stands before it."""

LONGEST_CHAIN = 20
"""The most modules that may import each other in a row."""

MOST_FILES = 18
"""The most files of a kind in a folder."""

ASKS_THE_WAREHOUSE = ("data.store", "metrics.query", "reports.numbers.query")
HANDED = ("metrics.catalogue", "data.formats", "data.sources")
FILES = sorted(
    path.relative_to(ROOT) for part in MAY_IMPORT for path in (*ROOT.glob(f"{part}.py"), *ROOT.glob(f"{part}/**/*.py"))
)

PACKAGES = sorted({file.parent for file in FILES if file.parts[0] in {"data", "metrics", "reports", "ui"}})


@cache
def imports(file: Path) -> tuple[str, ...]:
    """The full names of the modules and of what is taken from them that a file imports, wherever in it."""
    return tuple(_imports(file))


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tops(file: Path) -> set[str]:
    """The first parts of those names."""
    return {name.split(".")[0] for name in imports(file)}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_layer_imports_only_the_layers_below_it(file: Path) -> None:
    layer = file.parts[0].removesuffix(".py")
    assert tops(file) & set(MAY_IMPORT) <= MAY_IMPORT[layer]
    assert "" not in tops(file), "a relative import hides which layer it reaches"


@pytest.mark.parametrize("library", ONLY_IN)
def test_an_outside_library_has_one_home(library: str) -> None:
    assert {file.as_posix() for file in FILES if library in tops(file)} <= ONLY_IN[library]


def test_only_the_screen_knows_streamlit() -> None:
    assert {file.parts[0].removesuffix(".py") for file in FILES if "streamlit" in tops(file)} <= STREAMLIT_IN


def module(file: Path) -> str:
    """A file's dotted name."""
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def room_of(name: str) -> int | None:
    """The place of the smallest room that a module lies in; None for a layer's own page of words."""
    rooms = [room for room in ROOMS if is_in(name, room)]
    return ROOMS.index(max(rooms, key=len)) if rooms else None


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_room_imports_only_rooms_before_it(file: Path) -> None:
    own = room_of(module(file))
    assert own is not None or (file.name == "__init__.py" and file.parent.name in MAY_IMPORT), "a file in no room"
    assert not [name for name in imports(file) if (room_of(name) or 0) > (own or 0)]


def modules_used(file: Path, files: Mapping[str, Path]) -> set[str]:
    """The modules that a file imports; of a package from which it takes a module, that module."""
    found = {name for name in imports(file) if name in files}
    return found - {name.rpartition(".")[0] for name in found if name.rpartition(".")[0] in found}


def test_no_chain_of_imports_is_longer_than_a_reader_follows() -> None:
    files = {module(file): file for file in FILES}
    used = {name: modules_used(file, files) - {name} for name, file in files.items()}

    @cache
    def chain(name: str) -> tuple[str, ...]:
        return (name, *max((chain(other) for other in used[name]), key=len, default=()))

    longest = max(map(chain, files), key=len)
    assert 10 < len(longest) <= LONGEST_CHAIN, " > ".join(longest)


def test_no_folder_holds_more_files_than_can_be_looked_over() -> None:
    folders = {folder for part in (*MAY_IMPORT, "tests") for folder in (ROOT / part).rglob("*") if folder.is_dir()}
    assert len(folders) > 50
    crowded = {
        folder.relative_to(ROOT).as_posix(): count
        for folder in folders
        if (count := len(list(folder.glob("*.py")))) > MOST_FILES
    }
    assert crowded == {}


def test_no_slide_puts_a_question_to_the_warehouse() -> None:
    slides = [file for file in FILES if file.parts[:2] in (("reports", "findings"), ("reports", "slides"))]
    assert slides
    for file in slides:
        assert not [name for name in imports(file) if any(is_in(name, other) for other in ASKS_THE_WAREHOUSE)], file


def test_answers_need_neither_the_morning_nor_importing() -> None:
    needed = set(imports(Path("ui/cache/answers.py")))
    assert any(is_in(name, "metrics.query") for name in needed)
    assert not [
        name
        for name in needed
        for other in ("metrics.morning", "metrics.review", "data.importing")
        if is_in(name, other)
    ]


def test_the_warehouse_is_handed_its_tables_and_knows_no_format() -> None:
    store = [file for file in FILES if file.is_relative_to("data/store")]
    knowing = [file.name for file in store if any(name.startswith("data.sources") for name in imports(file))]
    assert knowing == ["board.py"]


def test_the_reader_is_handed_its_headings_and_knows_no_format() -> None:
    names = {name for file in FILES if file.is_relative_to("data/reading") for name in imports(file)}
    assert "data.formats.heading.normalised" in names
    assert not [name for name in names if name.startswith("data.sources")]


@pytest.mark.parametrize("folder", PACKAGES, ids=str)
def test_a_folder_says_what_belongs_in_it(folder: Path) -> None:
    assert ast.get_docstring(ast.parse(read(folder / "__init__.py")))


def test_the_engine_is_handed_its_catalogue_and_imports_none_of_it() -> None:
    engine = [file for file in FILES if file.is_relative_to("metrics/query")]
    assert engine
    for file in engine:
        assert not [name for name in imports(file) if any(is_in(name, other) for other in HANDED)], file


def is_in(name: str, module: str) -> bool:
    """Whether a name is a module or lies in it."""
    return name == module or name.startswith(f"{module}.")


def test_no_date_is_written_in_a_way_that_windows_does_not_know() -> None:
    # Windows has no %-d, and its Python before 3.13 takes no Chinese letter between the codes.
    written = {(file, found) for file in FILES for found in re.findall(r"\{[^{}]*:(%[^{}]*)\}", read(file))}
    assert written
    assert not {(file, found) for file, found in written if "%-" in found or not found.isascii()}


def read(file: Path) -> str:
    """The text of a file of the board."""
    return (ROOT / file).read_text(encoding="utf-8")


def test_there_is_one_clock() -> None:
    found = {file.as_posix(): sorted(clock_readings(file)) for file in FILES}
    assert found.pop(CLOCK.as_posix()) == ["datetime.now"]
    assert {file: names for file, names in found.items() if names} == {}


def clock_readings(file: Path) -> set[str]:
    """The calls in a file that read the machine's clock or follow its zone, and the SQL that would."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(read(file))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            found |= {name} if ".".join(name.split(".")[-2:]) in READS_A_CLOCK else set()
            found |= {name} if name.endswith(".astimezone") and not node.args else set()
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found |= {f"time.{alias.name}" for alias in node.names} & READS_A_CLOCK
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_CLOCK.search(node.value):
            found.add(node.value)
    return found


def test_the_browser_reads_no_clock_of_its_own() -> None:
    scripts = [path for part in MAY_IMPORT for path in (ROOT / part).glob("**/*") if path.suffix in {".js", ".html"}]
    assert scripts
    assert not [path for path in scripts if BROWSER_CLOCK.search(path.read_text(encoding="utf-8"))]


def test_no_page_lies_directly_in_pages() -> None:
    # Streamlit discovers such a page by itself and can run it without dashboard.py.
    assert not list((ROOT / "pages").glob("*.py"))


def test_page_names_are_unique_because_they_become_addresses() -> None:
    stems = [path.stem for path in (ROOT / "pages").glob("*/*.py")]
    assert len(stems) == len(set(stems))


def test_no_test_folder_is_a_package() -> None:
    # tests/data/__init__.py would make `import data` mean the tests.
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_what_the_board_imports_is_named_in_its_requirements() -> None:
    named = set(re.findall(r"^[a-z0-9-]+", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.MULTILINE))
    outside = set().union(*map(tops, FILES)) - set(sys.stdlib_module_names) - set(MAY_IMPORT) - {""}
    distributions = packages_distributions()
    assert {distributions[name][0].lower().replace("_", "-") for name in outside} <= named
