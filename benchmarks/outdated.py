"""What is newer than the lock, and whether the board runs on it: `make outdated`, once a month.

An environment of its own, `.venv-newest`, is made with the newest version of everything that the board and its tests
are made with, whatever the upper bounds say. The report lists what is newer than the lock or the bounds; then the part
of the tests that touches most libraries runs there. It takes minutes, and what it finds should take no more than a day.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
BOUNDS = ("requirements.txt", "requirements-test.txt")
LOCK = "requirements.lock"
QUICK = (
    "tests/data/formats", "tests/data/reading", "tests/data/importing/test_imports.py", "tests/metrics/test_golden.py",
    "tests/metrics/query", "tests/pages/test_pages.py", "tests/reports/outlets/test_powerpoint.py", "tests/ui",
)  # fmt: skip
"""The tests that run there: files in, figures out, pages and slides."""

_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$")


@dataclass(frozen=True, slots=True)
class Pin:
    """A version that the lock holds, for the systems where its `marker` holds (all without one), and its hashes."""

    name: str
    version: Version
    marker: str
    hashes: tuple[str, ...]


def pins(text: str) -> list[Pin]:
    """What a lock file holds, line by line; ValueError for a line that is none of its own."""
    found: list[Pin] = []
    for line in map(str.strip, text.splitlines()):
        if pinned := _PINNED.match(line):
            found.append(Pin(pinned[1].lower(), Version(pinned[2]), pinned[3] or "", ()))
        elif line.startswith("--hash="):
            last = found.pop()
            digest = line.removeprefix("--hash=").removesuffix("\\").strip()
            found.append(Pin(last.name, last.version, last.marker, (*last.hashes, digest)))
        elif line and not line.startswith("#"):
            raise ValueError(line)
    return found


def bounds(text: str) -> dict[str, Requirement]:
    """The requirements of a requirements file, by name."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    found = [Requirement(line) for line in lines if line and not line.startswith("-")]
    return {each.name.lower(): each for each in found}


def newer(installed: Mapping[str, str], wanted: Mapping[str, Requirement], locked: list[Pin]) -> Iterator[str]:
    """A line for each library whose newest version is beyond its bounds, or else newer than the lock holds."""
    held: dict[str, Version] = {}
    for pin in locked:
        held[pin.name] = max(pin.version, held.get(pin.name, pin.version))
    for name, newest in sorted(installed.items()):
        if name in wanted and not wanted[name].specifier.contains(newest):
            yield f"{name} {newest}: beyond {wanted[name].specifier}"
        elif name in held and Version(newest) > held[name]:
            yield f"{name} {newest}: the lock holds {held[name]}"


def _installed(python: Path) -> dict[str, str]:
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return {each["name"].lower().replace("_", "-"): each["version"] for each in json.loads(listed.stdout)}


def _made(folder: Path, wanted: Mapping[str, Requirement]) -> Path:
    """The interpreter of a new environment with the newest version of each; CalledProcessError where pip finds none."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    names = [each.name + (f"[{','.join(sorted(each.extras))}]" if each.extras else "") for each in wanted.values()]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    subprocess.run([*pip, *names], check=True)
    return python


def main() -> int:
    """Print the report; what the tests return is returned."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--environment", type=Path, default=ROOT / ".venv-newest")
    given = arguments.parse_args()
    wanted = {name: each for file in BOUNDS for name, each in bounds((ROOT / file).read_text("utf-8")).items()}
    python = _made(given.environment.absolute(), wanted)
    lines = list(newer(_installed(python), wanted, pins((ROOT / LOCK).read_text("utf-8"))))
    print(
        "\n".join(["Newer than the bounds or the lock:", *(f"  {line}" for line in lines or ["nothing"])]), flush=True
    )
    with TemporaryDirectory() as folder:
        tests = [str(python), "-m", "pytest", "-q", "--no-header", f"--basetemp={folder}/tests", *QUICK]
        return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
