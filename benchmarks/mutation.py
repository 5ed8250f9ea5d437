"""How many small faults the tests notice: `python -m benchmarks.mutation [--count 100] [--seed 1] [--only ROOM]`.

Draws mutants evenly over all rooms and kinds, runs for each the tests that touch its lines, in a copy of the tree, and
prints what survived. A mutant that makes tests hang counts as killed. Which test runs which line is what `--coverage`
holds, written where it is not there, which takes half an hour. A line that is run by importing it alone, such as a
metric's SQL, is touched by the tests nearest to its file by imports.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import zip_longest
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData

from benchmarks.mutations import Mutant, mutants, parses

ROOT = Path(__file__).parents[1]
PARTS = ("data", "metrics", "reports", "ui", "pages")
NEAREST = {False: 12, True: 2}
"""The most quick and the most slow test files that are run of those nearest by imports."""

TOUCHING = {False: 160, True: 16}
"""The most quick and the most slow tests of those that run a line, spread over their files, the nearest first."""

SECONDS = 600
SLOW = ("demo_years", "with_data", "open_page", "board")
"""Words of tests that need a whole demo year or a running board: run after the others of the same distance."""


def room(path: Path) -> str:
    """The folder that a file lies in, as `metrics/query`."""
    return path.parent.as_posix()


def modules(root: Path) -> dict[str, Path]:
    """Every module of the board and its tests, by its dotted name."""
    files = [*root.glob("*.py"), *(file for part in (*PARTS, "tests") for file in (root / part).rglob("*.py"))]
    return {".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


def imports(file: Path, paths: Mapping[str, Path]) -> set[str]:
    """The modules among those known that a file imports; of a test also the pages that it opens by their names."""
    source = file.read_text(encoding="utf-8")
    found = {name for name in paths if name.startswith("pages.") and _opens(source, file, name)}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & paths.keys()


def _opens(source: str, file: Path, page: str) -> bool:
    """Whether a test opens a page: as `teams/sales`, or in a browser as `/sales`."""
    _, section, name = page.split(".")
    return "tests" in file.parts and (f"{section}/{name}" in source or ("browser" in file.parts and name in source))


def nearest_tests(root: Path) -> dict[Path, list[Path]]:
    """By file of the board, the test files that reach it by imports, the nearest and quickest first."""
    paths = modules(root)
    users: dict[str, set[str]] = defaultdict(set)
    for name, file in paths.items():
        for used in imports(file, paths):
            users[used].add(name)
    return {paths[name].relative_to(root): _ranked(name, users, paths) for name in paths if name.split(".")[0] in PARTS}


def _ranked(name: str, users: Mapping[str, set[str]], paths: Mapping[str, Path]) -> list[Path]:
    steps, waiting = {name: 0}, deque([name])
    while waiting:
        here = waiting.popleft()
        for user in users.get(here, ()):
            if user not in steps:
                steps[user] = steps[here] + 1
                waiting.append(user)
    stem = name.rsplit(".", 1)[-1]
    tests = [each for each in steps if each.rsplit(".", 1)[-1].startswith("test_")]
    return [
        paths[each]
        for each in sorted(
            tests, key=lambda each: (".browser." in each, stem not in each, steps[each], _is_slow(paths[each]), each)
        )
    ]


@cache
def _is_slow(file: Path) -> bool:
    return any(word in file.read_text(encoding="utf-8") for word in SLOW)


def sampled(files: Iterable[Path], count: int, seed: int, root: Path) -> list[tuple[Path, Mutant]]:
    """So many mutants, a room drawn first, then a kind, so that neither small rooms nor rare kinds are forgotten."""
    chance = random.Random(seed)
    places: dict[str, dict[str, list[tuple[Path, Mutant]]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(files):
        for each in mutants((root / file).read_text(encoding="utf-8")):
            places[room(file)][each.kind].append((file, each))
    most = sum(len(found) for kinds in places.values() for found in kinds.values())
    found: dict[tuple[Path, Mutant], None] = {}
    while len(found) < min(count, most):
        kinds = places[chance.choice(sorted(places))]
        file, mutant = chance.choice(kinds[chance.choice(sorted(kinds))])
        if parses(mutant.applied((root / file).read_text(encoding="utf-8"))):
            found[file, mutant] = None
    return list(found)


def killed(copy: Path, file: Path, mutant: Mutant, chosen: Sequence[Sequence[str]]) -> str:
    """The first of the tests that noticed the mutant in a copy of the tree; empty where none did."""
    original = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(mutant.applied(original), encoding="utf-8")
    try:
        # The demo's year does not depend on what reads it.
        years = {} if file.parts[0] == "data" else {"DEMO_YEARS": str(copy.parent.parent / "years")}
        return next((tests[0] for tests in chosen if tests and not _passes(copy, tests, years)), "")
    finally:
        (copy / file).write_text(original, encoding="utf-8")


def touching(file: Path, mutant: Mutant, near: Sequence[Path], root: Path, ran: CoverageData) -> list[list[str]]:
    """Tests to run, one list after the other: those that run the mutant's lines, else the files nearest to its own."""
    lines = ran.contexts_by_lineno(str(root / file))
    places = {test.relative_to(root).as_posix(): place for place, test in enumerate(near)}
    by_pace: dict[bool, set[str]] = {False: set(), True: set()}
    for name in {name.split("|")[0] for at in _used_in(root / file, mutant) for name in lines.get(at, ())}:
        if name and "/browser/" not in name:
            by_pace[_is_slow(root / name.split("::")[0])].add(name)
    tests = [_spread(by_pace[slow], places)[:most] for slow, most in TOUCHING.items()]
    if any(tests):
        return tests
    return [[test for test in places if _is_slow(root / test) is slow][:most] for slow, most in NEAREST.items()]


def _used_in(file: Path, mutant: Mutant) -> set[int]:
    """The numbers of the mutant's lines and, where they are a name's value, of those that use the name in its file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found, names = {*range(mutant.line + 1, mutant.end_line + 2)}, set[str]()
    for _ in range(3):
        for statement in tree.body:
            held = {*range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)}
            if isinstance(statement, ast.Assign | ast.AnnAssign) and held & found:
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
        found |= {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in names}
    return found


def _spread(tests: Iterable[str], places: Mapping[str, int]) -> list[str]:
    """The first test of each file, then the second of each, and so on; files in the order of their places."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in sorted(tests):
        by_file[test.split("::")[0]].append(test)
    files = sorted(by_file, key=lambda file: (places.get(file, len(places)), file))
    rounds = zip_longest(*(by_file[file] for file in files))
    return [test for each in rounds for test in each if test]


def covered(root: Path, place: Path) -> CoverageData:
    """Which test runs which line of the board, read from a file that is written where it is not there."""
    if not place.exists():
        parts = [f"--cov={part}" for part in PARTS]
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--ignore=tests/browser",
            "--cov-report=",
            "--cov-context=test",
        ]
        subprocess.run([*command, *parts], cwd=root, check=False, env=os.environ | {"COVERAGE_FILE": str(place)})
    found = CoverageData(str(place))
    found.read()
    return found


def _passes(copy: Path, tests: Sequence[str], years: Mapping[str, str]) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]
    try:
        ended = subprocess.run(
            command, cwd=copy, capture_output=True, timeout=SECONDS, check=False, env=os.environ | years
        )
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode in (0, 5)


def copied(root: Path, place: Path) -> Path:
    """A copy of the tracked files, with what lies beside the project within reach."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, place / name)
    return place


def main() -> int:
    """Print every mutant with what became of it, the survivors last; 1 where more than a tenth survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="ROOM", help="a folder, such as metrics/query")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--coverage", type=Path, default=ROOT / "var" / "coverage", metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write a line a mutant there, too")
    arguments = parser.parse_args()
    tests, ran = nearest_tests(ROOT), covered(ROOT, arguments.coverage)
    chosen = sampled(
        (file for file in tests if room(file).startswith(arguments.only)), arguments.count, arguments.seed, ROOT
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "years").mkdir()
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(arguments.workers):
            copies.put(copied(ROOT, Path(folder) / str(number) / "board"))

        def tried(pair: tuple[Path, Mutant]) -> tuple[Path, Mutant, str]:
            copy = copies.get()
            try:
                by = killed(copy, *pair, touching(*pair, tests[pair[0]], ROOT, ran))
            finally:
                copies.put(copy)
            line = {"file": str(pair[0]), "line": pair[1].line + 1, "kind": pair[1].kind, "to": pair[1].text, "by": by}
            print(json.dumps(line, ensure_ascii=False), flush=True)
            if arguments.json:
                with arguments.json.open("a", encoding="utf-8") as out:
                    print(json.dumps(line, ensure_ascii=False), file=out)
            return *pair, by

        with ThreadPoolExecutor(arguments.workers) as pool:
            found = list(pool.map(tried, chosen))
    survivors = [(file, mutant) for file, mutant, by in found if not by]
    print(f"{len(found) - len(survivors)} of {len(found)} killed")
    for file, mutant in survivors:
        line = (ROOT / file).read_text(encoding="utf-8").split("\n")[mutant.line].strip()
        print(f"{file}:{mutant.line + 1}: {mutant.kind}: {line}  →  {mutant.text}")
    return int(len(survivors) * 10 > len(found))


if __name__ == "__main__":
    sys.exit(main())
