"""How fast a workbook of orders becomes stored facts, next to fastexcel alone and to pandas with openpyxl.

Run as `python benchmarks/import_speed.py ROWS [--rounds N] [--skip-pandas] [--keep FOLDER]`.
Each measurement is a process of its own; the clock starts after its imports. Read the ratios, not the seconds.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
MIB = 1024 if sys.platform == "linux" else 1024 * 1024  # ru_maxrss counts kB on Linux, bytes on macOS


def ours(workbook: Path, var: Path) -> Callable[[], int]:
    """From the dropped bytes to rows that are stored, checked and merged."""
    from data.importing import preview, store
    from data.uploads import receive
    from data.warehouse import opened

    warehouse = opened(var)
    content = workbook.read_bytes()

    def run() -> int:
        upload = receive(var, workbook.name, content)
        store(warehouse, preview(warehouse, [upload]), by="benchmark")
        return int(warehouse.rows("SELECT count(*) FROM orders")[0][0])

    return run


def fastexcel_alone(workbook: Path, _var: Path) -> Callable[[], int]:
    """Reading alone: every cell as text, into Arrow."""
    import fastexcel

    return lambda: fastexcel.read_excel(workbook).load_sheet(0, dtypes="string").to_arrow().num_rows


def pandas_with_openpyxl(workbook: Path, var: Path) -> Callable[[], int]:
    """The usual way: pandas with openpyxl, then into a DuckDB table as it is."""
    import duckdb
    import pandas as pd

    def run() -> int:
        frame = pd.read_excel(workbook, engine="openpyxl", dtype=str)
        with duckdb.connect(str(var / "pandas.duckdb")) as connection:
            connection.register("frame", frame)
            connection.execute("CREATE TABLE orders AS SELECT * FROM frame")
        return len(frame)

    return run


METHODS = {"ours": ours, "fastexcel": fastexcel_alone, "pandas": pandas_with_openpyxl}


def measure(name: str, workbook: Path) -> dict[str, float]:
    """Run one method here: rows, seconds, and the peak memory in MiB of this process and of its own children."""
    with tempfile.TemporaryDirectory() as var:
        run = METHODS[name](workbook, Path(var))
        start = time.perf_counter()
        rows = run()
        seconds = time.perf_counter() - start
    own, child = (resource.getrusage(who).ru_maxrss / MIB for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"rows": rows, "seconds": seconds, "own": own, "child": child}


def in_a_process(name: str, workbook: Path) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--only", name, "--workbook", str(workbook)]
    said = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, stdout=subprocess.PIPE)
    return dict(json.loads(said.stdout))


def report(found: dict[str, list[dict[str, float]]], rows: int) -> None:
    """Print the medians and the ratios that the import is held to."""
    seconds = {name: median(run["seconds"] for run in runs) for name, runs in found.items()}
    print(f"\n{'method':<10} {'seconds':>8} {'peak MiB':>9} {'reader MiB':>11} {'runs':>5}")
    for name, runs in found.items():
        own, child = (max(run[key] for run in runs) for key in ("own", "child"))
        print(f"{name:<10} {seconds[name]:>8.2f} {own:>9.0f} {child:>11.0f} {len(runs):>5}")
        if any(run["rows"] != rows for run in runs):
            print(f"  {name} kept {runs[-1]['rows']:.0f} rows of {rows}: its time does not count")
    print(f"\nours / fastexcel  {seconds['ours'] / seconds['fastexcel']:6.2f}   (at most 1.5 at 100,000 rows)")
    if "pandas" in seconds:
        print(f"ours / pandas     {seconds['ours'] / seconds['pandas']:6.3f}   (at most 0.125 at 100,000 rows)")


def main() -> None:
    """Measure the methods in turns, round after round."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("rows", type=int, nargs="?", default=100_000)
    command.add_argument("--rounds", type=int, default=3)
    command.add_argument("--skip-pandas", action="store_true", help="it takes a minute per 100,000 rows")
    command.add_argument("--keep", type=Path, help="a folder in which the workbook stays for the next time")
    command.add_argument("--only", choices=METHODS, help=argparse.SUPPRESS)
    command.add_argument("--workbook", type=Path, help=argparse.SUPPRESS)
    given = command.parse_args()
    if given.only:
        print(json.dumps(measure(given.only, given.workbook)))
        return
    names = [name for name in METHODS if not (given.skip_pandas and name == "pandas")]
    with tempfile.TemporaryDirectory() as made:
        workbook = (given.keep or Path(made)) / f"ExportOrderList-{given.rows}.xlsx"
        if not workbook.exists():
            command_line = [sys.executable, str(ROOT / "benchmarks" / "workbook.py"), str(workbook), str(given.rows)]
            subprocess.run(command_line, check=True)
        print(f"{given.rows} orders, {len(names)} methods, {workbook.stat().st_size / 1e6:.1f} MB")
        found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
        for number in range(given.rounds):
            for name in names:
                found[name].append(in_a_process(name, workbook))
                print(f"round {number + 1}  {name:<10} {found[name][-1]['seconds']:.2f} s", flush=True)
    report(found, given.rows)


if __name__ == "__main__":
    main()
