"""How fast and in how much memory dropped files become stored facts, beside what reading them alone takes.

Run as `python benchmarks/import_speed.py [--only SCENARIO …] [--rounds N] [--scale SHARE] [--keep FOLDER]`.
Each measurement is a process of its own; the clock starts after its imports. Read the ratios, not the seconds.

xlsx   300,000 orders of 54 columns: at most 1.3 × fastexcel alone, in at most 1.3 × its memory
csv    1,000,000 orders in GB18030: at most 2 × pyarrow alone, in at most 1.3 × its memory
again  the orders of `xlsx` once more with 5 % of them changed: at most 1.2 × the first import
twenty Twenty ordinary daily files in one drop on a board that holds a year: under 3 s
Of each, the import that follows a dry run reads nothing again.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
DAY = "2026-06-12"
DAILY = ("06-11", "06-10", "06-09", "06-08", "0611", "0610", "0609")
"""What the names of ordinary daily files speak of."""

Measure = dict[str, float]
Found = dict[str, list[Measure]]
"""The measurements of a scenario by what was measured, one a round."""


@dataclass(frozen=True)
class Limit:
    """What a scenario is held to: a figure out of its medians, at most so much."""

    what: str
    figure: Callable[[dict[str, Measure]], float]
    most: float


@dataclass(frozen=True)
class Scenario:
    """Files, what is measured over them each round, and the limits."""

    name: str
    rows: int
    round: Callable[["Scenario", Path, Path], Iterator[tuple[str, Measure]]]
    limits: tuple[Limit, ...]


def process(method: str, var: Path, *files: Path) -> Measure:
    """One measurement in a process of its own; `tree` is the peak of it and its children together, in MiB."""
    command = [sys.executable, "-m", "benchmarks.measured", method, str(var), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        peak = Peak(running.pid)
        output, _ = running.communicate()
        peak.over.set()
    found = json.loads(output)
    stages = found.pop("stages")
    return {**found, **stages, "tree": peak.mib or found["own"] + found["child"]}


class Peak(threading.Thread):
    """The most memory that a process and its children hold at one time, as far as Linux tells."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.mib, self.over = pid, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        """Look every twentieth of a second until it is over."""
        while not self.over.wait(0.05):
            self.mib = max(self.mib, sum(map(resident, family(self._pid))))


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        listed = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [pid, *(one for text in listed for child in text.split() for one in family(int(child)))]


def resident(pid: int) -> float:
    """The memory of a process in MiB that is its own or its files'; 0 once it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


def orders(folder: Path, rows: int, ending: str, changed: int = 0) -> Path:
    """A file of orders, written once."""
    path = folder / f"ExportOrderList-{rows}-{changed}{ending}"
    if not path.exists():
        command = [sys.executable, str(ROOT / "benchmarks/workbook.py"), str(path), str(rows), f"--changed={changed}"]
        subprocess.run(command, check=True)
    return path


def xlsx(scenario: Scenario, folder: Path, var: Path) -> Iterator[tuple[str, Measure]]:
    """Ours and fastexcel over one workbook."""
    path = orders(folder, scenario.rows, ".xlsx")
    yield "ours", process("ours", var, path)
    yield "fastexcel", process("fastexcel", var, path)


def with_pandas(scenario: Scenario, folder: Path, var: Path) -> Iterator[tuple[str, Measure]]:
    """Ours and the usual way over one workbook."""
    path = orders(folder, scenario.rows, ".xlsx")
    yield "ours", process("ours", var, path)
    yield "pandas", process("pandas", var, path)


def csv(scenario: Scenario, folder: Path, var: Path) -> Iterator[tuple[str, Measure]]:
    """Ours and pyarrow over one CSV."""
    path = orders(folder, scenario.rows, ".csv")
    yield "ours", process("ours", var, path)
    yield "pyarrow", process("pyarrow", var, path)


def again(scenario: Scenario, folder: Path, var: Path) -> Iterator[tuple[str, Measure]]:
    """The first import and one of the same orders, 5 % of them changed, into the same warehouse."""
    yield "first", process("ours", var, orders(folder, scenario.rows, ".xlsx"))
    yield "again", process("ours", var, orders(folder, scenario.rows, ".xlsx", changed=5))


def twenty(_scenario: Scenario, folder: Path, var: Path) -> Iterator[tuple[str, Measure]]:
    """Twenty small files of the last days, after all the others of the year."""
    demo = folder / "demo"
    if not demo.exists():
        command = [sys.executable, "-m", "data", "demo", "--to", str(demo), "--today", DAY]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    files = [path for path in sorted(demo.glob("*.*")) if path.stat().st_size]
    small = [path for path in files if path.suffix == ".xlsx" and path.stat().st_size < 60_000]
    daily = [path for day in DAILY for path in small if day in path.stem.split("至")[-1]]
    dropped = list(dict.fromkeys((*daily, *reversed(small))))[:20]
    process("ours", var, *(path for path in files if path not in dropped))
    yield "twenty", process("ours", var, *dropped)


def ratio(over: str, under: str, of: str = "seconds") -> Callable[[dict[str, Measure]], float]:
    """One median by another."""
    return lambda found: found[over][of] / found[under][of]


def nothing_read_again(name: str) -> Limit:
    """The time that readers took while the import followed its dry run."""
    return Limit(f"{name}: seconds of reading again", lambda found: found[name]["read again"], 0)


SCENARIOS = (
    Scenario(
        "xlsx", 300_000, xlsx,
        (
            Limit("ours / fastexcel, seconds", ratio("ours", "fastexcel"), 1.3),
            Limit("ours / fastexcel, peak memory", ratio("ours", "fastexcel", "tree"), 1.3),
            nothing_read_again("ours"),
        ),
    ),
    Scenario(
        "csv", 1_000_000, csv,
        (
            Limit("ours / pyarrow, seconds", ratio("ours", "pyarrow"), 2),
            Limit("ours / pyarrow, peak memory", ratio("ours", "pyarrow", "tree"), 1.3),
            nothing_read_again("ours"),
        ),
    ),
    Scenario("again", 300_000, again, (Limit("again / first, seconds", ratio("again", "first"), 1.2),)),
    Scenario("twenty", 0, twenty, (Limit("seconds", lambda found: found["twenty"]["seconds"], 3),)),
    Scenario("pandas", 100_000, with_pandas, (Limit("ours / pandas, seconds", ratio("ours", "pandas"), 0.125),)),
)  # fmt: skip


COLUMNS = {"rows": 9, "seconds": 8, "dry run": 8, "import": 8, "own": 6, "child": 6, "tree": 6}
"""What is printed of a measurement, and how wide."""


def report(scenario: Scenario, found: Found) -> None:
    """Print the medians of a scenario, and its figures beside their limits."""
    medians = {name: {key: median(run[key] for run in runs) for key in runs[0]} for name, runs in found.items()}
    print(f"\n{scenario.name:<10}", *(f"{key:>{width}}" for key, width in COLUMNS.items()))
    for name, measure in medians.items():
        print(f"  {name:<8}", *(cell(measure, key, width) for key, width in COLUMNS.items()))
    for limit in scenario.limits:
        figure = limit.figure(medians)
        kept = "kept" if figure <= limit.most else "MISSED"
        print(f"  {limit.what:<38} {figure:>7.3f}   at most {limit.most:<5}  {kept}")


def cell(measure: Measure, key: str, width: int) -> str:
    """A figure, seconds with two decimals; blank where it was not measured."""
    if key not in measure:
        return " " * width
    return f"{measure[key]:>{width}.{2 if width == 8 else 0}f}"


def run(scenario: Scenario, rounds: int, folder: Path) -> Found:
    """Measure a scenario round after round, each with an empty warehouse."""
    found: Found = {}
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as var:
            for name, measure in scenario.round(scenario, folder, Path(var)):
                found.setdefault(name, []).append(measure)
                print(f"{scenario.name} round {number + 1}  {name:<10} {measure['seconds']:.2f} s", flush=True)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the scenarios asked for."""
    names = [scenario.name for scenario in SCENARIOS]
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--only", nargs="+", choices=names, default=[name for name in names if name != "pandas"])
    command.add_argument("--rounds", type=int, default=3)
    command.add_argument("--scale", type=float, default=1.0, help="share of the rows: 0.1 for a first look")
    command.add_argument("--keep", type=Path, help="a folder in which the files stay for the next time")
    given = command.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        chosen = [scenario for scenario in SCENARIOS if scenario.name in given.only]
        scaled = [Scenario(one.name, round(one.rows * given.scale), one.round, one.limits) for one in chosen]
        found = [(scenario, run(scenario, given.rounds, folder)) for scenario in scaled]
    for scenario, measures in found:
        report(scenario, measures)


if __name__ == "__main__":
    main()
