"""What the documents say is so."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from data import __main__ as data_program
from data import documentation
from metrics import __main__ as metrics_program
from metrics.glossary import documentation as metrics_documentation
from tests.test_layers import ROOMS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")
PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {"data": data_program.main, "metrics": metrics_program.main}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_lines(name: str) -> list[str]:
    """The lines of a document's code blocks that are not comments."""
    blocks = re.findall(r"```\w*\n(.*?)```", read(name), flags=re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def modules_called(name: str) -> list[tuple[str, ...]]:
    """The module and the verb of each `python -m` in a document."""
    found = (re.match(r"python -m (data|metrics) ([a-z]+)", line) for line in code_lines(name))
    return sorted({call.groups() for call in found if call})


CALLS = modules_called("README.md")


def test_the_list_of_metrics_is_what_the_catalogue_prints() -> None:
    assert read("docs/metrics.md") == metrics_documentation.markdown(), "run: make docs"


def test_the_list_of_sources_is_what_the_declarations_print() -> None:
    assert read("docs/sources.md") == documentation.markdown(), "run: make docs"


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_every_make_command_in_a_document_is_a_target(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(code_lines(name)))) <= targets


def test_the_readme_names_every_verb_of_the_command_line() -> None:
    data = [
        ("data", verb) for verb in ("preview", "import", "inbox", "batches", "withdraw", "newkey", "template", "demo")
    ]
    metrics = [("metrics", verb) for verb in ("list", "lags", "audit", "ask")]
    assert sorted(data + metrics) == CALLS


@pytest.mark.parametrize("module", ["data", "metrics"])
def test_the_programs_in_the_readme_run(module: str) -> None:
    queried = subprocess.run([sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, check=False)
    assert queried.returncode == 0
    assert f"python -m {module}".encode() in queried.stdout


@pytest.mark.parametrize(("module", "verb"), CALLS)
def test_the_commands_in_the_readme_run(module: str, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        PROGRAMS[module]([verb, "--help"])
    assert ended.value.code == 0
    assert f"python -m {module} {verb}" in capsys.readouterr().out


def test_both_readmes_show_the_same_commands() -> None:
    assert code_lines("README.md") == code_lines("README.zh.md")


def test_every_page_of_the_design_is_listed_with_the_order_of_the_rooms() -> None:
    pages = {f"design/{page.name}" for page in (ROOT / "docs" / "design").glob("*.md")}
    assert set(re.findall(r"\((design/[^)]+)\)", read("docs/design.md"))) == pages
    assert re.findall(r"^ {4}(\S+)", read("docs/design.md"), flags=re.MULTILINE) == list(ROOMS)


DESIGN = [page.relative_to(ROOT).as_posix() for page in sorted((ROOT / "docs").rglob("design*.md"))]


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", *DESIGN])
def test_what_a_document_links_to_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(name))
    assert links or name.startswith("docs/")
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []
