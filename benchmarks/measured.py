"""One measurement in a process of its own: `python -m benchmarks.measured METHOD VAR FILE…` prints JSON.

The clock starts after the imports; `stages` are the seconds of its parts, `own` and `child` the peak memory in MiB of
this process and of the biggest of its children.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

MIB = 1024 if sys.platform == "linux" else 1024 * 1024  # ru_maxrss counts kB on Linux, bytes on macOS

Run = Callable[[], tuple[int, dict[str, float]]]
"""Does the work; the rows it kept, and the seconds of its stages."""


def ours(files: Sequence[Path], var: Path) -> Run:
    """From dropped files to rows that are stored, checked and merged: a dry run, then the import."""
    from data.importing.imports import preview, store
    from data.importing.uploads import receive_file
    from data.store.board import opened

    warehouse = opened(var)

    def run() -> tuple[int, dict[str, float]]:
        start = time.perf_counter()
        uploads = [receive_file(var, path) for path in files]
        found = preview(warehouse, uploads)
        looked, children = time.perf_counter(), _childrens_seconds()
        receipt = store(warehouse, found, by="benchmark")
        stages = {"dry run": looked - start, "import": time.perf_counter() - looked}
        kept = sum(table.kept for table in receipt.tables)
        return kept, {**stages, "read again": _childrens_seconds() - children}

    return run


def fastexcel(files: Sequence[Path], _var: Path) -> Run:
    """Reading alone: every cell of a workbook as text, into Arrow."""
    import fastexcel

    return lambda: (fastexcel.read_excel(files[0]).load_sheet(0, dtypes="string").to_arrow().num_rows, {})


def pyarrow(files: Sequence[Path], _var: Path) -> Run:
    """Reading alone: every cell of a CSV in GB18030 as text, into Arrow."""
    import pyarrow as pa
    import pyarrow.csv as arrow_csv

    def run() -> tuple[int, dict[str, float]]:
        with files[0].open(encoding="gb18030", newline="") as file:
            names = file.readline().strip().split(",")
        table = arrow_csv.read_csv(
            files[0],
            read_options=arrow_csv.ReadOptions(encoding="gb18030"),
            convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
        )
        return table.num_rows, {}

    return run


def pandas(files: Sequence[Path], var: Path) -> Run:
    """The usual way: pandas with openpyxl, then into a DuckDB table as it is."""
    import duckdb
    import pandas as pd

    def run() -> tuple[int, dict[str, float]]:
        frame = pd.read_excel(files[0], engine="openpyxl", dtype=str)
        with duckdb.connect(str(var / "pandas.duckdb")) as connection:
            connection.register("frame", frame)
            connection.execute("CREATE TABLE orders AS SELECT * FROM frame")
        return len(frame), {}

    return run


METHODS = {"ours": ours, "fastexcel": fastexcel, "pyarrow": pyarrow, "pandas": pandas}


def _childrens_seconds() -> float:
    """The processor's time that processes started from here and ended have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(name: str, var: Path, files: Sequence[Path]) -> dict[str, object]:
    """Run one method here."""
    run = METHODS[name](files, var)
    start = time.perf_counter()
    rows, stages = run()
    seconds = time.perf_counter() - start
    own, child = (resource.getrusage(who).ru_maxrss / MIB for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"rows": rows, "seconds": seconds, "own": own, "child": child, "stages": stages}


if __name__ == "__main__":
    method, home, *paths = sys.argv[1:]
    print(json.dumps(measured(method, Path(home), [Path(path) for path in paths])))
