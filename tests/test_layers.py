"""Who may import whom: one direction, one home for each outside library."""

import ast
import re
import sys
from collections.abc import Iterator
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
DATA_ONE_WAY = ("data.kinds", "data.source", "data.sources", "data.schema", "data.warehouse", "data.importing")
FILES = sorted(
    path.relative_to(ROOT) for part in MAY_IMPORT for path in (*ROOT.glob(f"{part}.py"), *ROOT.glob(f"{part}/**/*.py"))
)


def imports(file: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it."""
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


def test_files_in_data_point_one_way() -> None:
    for place, module in enumerate(DATA_ONE_WAY):
        later = DATA_ONE_WAY[place + 1 :]
        for file in (file for file in FILES if is_in(".".join(file.with_suffix("").parts), module)):
            assert not [name for name in imports(file) if any(is_in(name, other) for other in later)], file


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
