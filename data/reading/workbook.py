"""Files to sheets of text cells with their row numbers, read in a child process with limits."""

import json
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from data.reading.reader_turns import reading
from data.reading.watched import Reader

READER = Reader()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `within` is its file in an archive; `cells` has `row`, its number in the sheet, and texts `c0`, …

    `error_cells` hold an error such as #DIV/0!, `uncached_formulas` have no stored value; both are empty in `cells`.
    `errors` and `uncached` are the addresses, such as "D7", of the first of them.
    """

    within: str
    name: str
    hidden: bool
    odd_bytes: bool
    cells: pa.Table
    errors: tuple[str, ...] = ()
    error_cells: int = 0
    uncached: tuple[str, ...] = ()
    uncached_formulas: int = 0


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What a file held; `refused` is the code of the problem where it could not be read at all."""

    sheets: tuple[Sheet, ...] = ()
    refused: str | None = None


def opened(
    paths: Sequence[Path],
    *,
    passwords: Sequence[str] = (),
    headings: Collection[str] = (),
    reader: Reader = READER,
) -> Iterator[OpenedFile]:
    """What each file holds, in order; the next ones are read while the caller works on one.

    `passwords` are tried on encrypted files. Of a big file whose first row is a header only columns are read whose
    heading, normalised, is among `headings`. One child process reads all files, and those of the next call too. If it
    dies, takes too long or too much memory over a file, that file is refused and another child reads the rest.
    """
    request = {"passwords": [*passwords], "headings": [*headings], "limits": asdict(reader.limits)}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder, at = Path(made), 0
        for number, path in enumerate(paths):
            (folder / str(number)).mkdir()
            _linked(path, folder / str(number) / "file")
        sizes = [path.stat().st_size for path in paths]
        while at < len(paths):
            with reading(reader, folder, at, sizes[at:], request) as job:
                code = None
                while at < len(paths) and not code:
                    code = job.outcome()
                    if code and job.innocent(code):
                        break
                    at += 1
                    yield OpenedFile(refused=code) if code else _handed_over(folder / str(at - 1))


def _linked(path: Path, link: Path) -> None:
    try:
        link.symlink_to(path.resolve())
    except OSError:  # Windows lets only administrators make links
        link.write_bytes(path.read_bytes())


def _handed_over(folder: Path) -> OpenedFile:
    metadata = json.loads((folder / "sheets.json").read_text(encoding="utf-8"))
    if "refused" in metadata:
        return OpenedFile(refused=metadata["refused"])
    return OpenedFile(tuple(_sheet(folder, **listed) for listed in metadata["sheets"]))


def _sheet(folder: Path, arrow: str, errors: list[str], uncached: list[str], **metadata: Any) -> Sheet:
    with pa.memory_map(str(folder / arrow)) as source:
        cells = pa.ipc.open_file(source).read_all()
    return Sheet(cells=cells, errors=tuple(errors), uncached=tuple(uncached), **metadata)
