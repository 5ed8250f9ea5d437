"""Which of the dropped files are worth reading: what the system left in a folder is not, nor what is far too large."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from data.reading.leftovers import is_leftover, may_be_spreadsheet
from text import Text

LIMIT_MB = 50

OF_THE_SYSTEM = Text("系统或表格软件留下的临时文件", "left by the system or a spreadsheet program")
NO_TABLE = Text("不是表格", "no spreadsheet")
TOO_LARGE = Text(f"超过 {LIMIT_MB} MB。请在后台按天或按月分开导出", f"over {LIMIT_MB} MB: export it by days or months")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that was not taken, and why."""

    name: str
    why: Text


def sifted(files: Sequence[tuple[str, int]], *, of_folder: bool) -> tuple[list[int], tuple[LeftOut, ...]]:
    """The places of those to read, and those left out; a file is its name, with folders, and its size in bytes.

    Of a whole folder only what may be a spreadsheet is read; a file that somebody picked is read whatever its name.
    """
    wanted, left = [], []
    for number, (name, size) in enumerate(files):
        why = _why_not(name, size, of_folder)
        if why:
            left.append(LeftOut(name, why))
        else:
            wanted.append(number)
    return wanted, tuple(left)


def short_names(names: Sequence[str]) -> list[str]:
    """The names without their folders, but where two would be the same."""
    bare = [PurePosixPath(name.replace("\\", "/")).name for name in names]
    counts = Counter(bare)
    return [name.replace("/", " › ") if counts[short] > 1 else short for name, short in zip(names, bare, strict=True)]


def _why_not(name: str, size: int, of_folder: bool) -> Text | None:
    if is_leftover(name):
        return OF_THE_SYSTEM
    if of_folder and not may_be_spreadsheet(name):
        return NO_TABLE
    return TOO_LARGE if size > LIMIT_MB * 1024 * 1024 else None
