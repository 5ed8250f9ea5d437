"""The demo year of a day, written once and imported once for all tests and workers of a run."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from filelock import FileLock

from data.demo import write_demo
from data.importing.imports import preview, store
from data.reading.upload import Upload
from data.store.board import opened


class DemoYears:
    """What is made is left as it is: tests read the files where they are and get copies of the warehouses."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def files(self, today: date) -> list[Path]:
        """The files, in the order to import them."""
        folder, names = self._shared / f"files-{today}", self._shared / f"files-{today}.txt"
        with FileLock(names.with_suffix(".lock")):
            if not names.exists():
                names.write_text("\n".join(path.name for path in write_demo(folder, today)), encoding="utf-8")
        return [folder / name for name in names.read_text(encoding="utf-8").splitlines()]

    def folder(self, today: date) -> Path:
        """The folder of the files."""
        return self.files(today)[0].parent

    def imported(self, today: date, to: Path) -> Path:
        """A var folder with all of them in its warehouse, at `to`, which must not exist."""
        var = self._shared / f"var-{today}"
        with FileLock(self._shared / f"var-{today}.lock"):
            if not var.exists():
                _stored(self.files(today), var.with_suffix(".part")).rename(var)
        return shutil.copytree(var, to)

    def some(self, today: date, patterns: Sequence[str], to: Path) -> Path:
        """A var folder at `to` with those whose names are like one of the patterns, pattern after pattern."""
        files = sorted(self.files(today))
        return _stored([path for pattern in patterns for path in files if path.match(pattern)], to)


def _stored(files: Sequence[Path], var: Path) -> Path:
    with opened(var) as warehouse:
        store(warehouse, preview(warehouse, [Upload(path.name, path) for path in files]), by="测试", demo=True)
    return var
