"""What the board is installed from: bounds and lock say the same, and the monthly report says what is newer."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from benchmarks.outdated import Pin, bounds, newer, pins

ROOT = Path(__file__).parent.parent
BOUNDS = bounds((ROOT / "requirements.txt").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
ENVIRONMENTS = [
    {
        "python_version": version, "python_full_version": f"{version}.0", "sys_platform": system,
        "platform_system": name, "os_name": os, "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for version, (system, name, os) in product(("3.11", "3.12", "3.13"), SYSTEMS)
]  # fmt: skip


def normal(name: str) -> str:
    """A library's name as an index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def holds(requirement: Requirement, extras: Iterable[str]) -> bool:
    """Whether a requirement with a marker is one on any system that the board runs on."""
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({**environment, "extra": extra}) for environment in ENVIRONMENTS for extra in ("", *extras)
    )


@cache
def needed() -> dict[str, list[Requirement]]:
    """Everything that the board needs, by what is installed here: by name, what asks for it."""
    found: dict[str, list[Requirement]] = {}
    waiting = list(BOUNDS.values())
    while waiting:
        requirement = waiting.pop()
        recorded = found.setdefault(normal(requirement.name), [])
        if requirement not in recorded:
            recorded.append(requirement)
            waiting += [each for each in _of(requirement.name) if holds(each, requirement.extras)]
    return found


def _of(name: str) -> Iterator[Requirement]:
    try:
        yield from map(Requirement, requires(name) or ())
    except PackageNotFoundError:
        # What another system needs is not installed here: what it needs in turn is not looked at.
        return


def test_every_version_of_the_lock_is_within_its_bounds_and_has_its_hashes() -> None:
    locked = pins(LOCK)
    assert {pin.name for pin in locked} >= set(BOUNDS)
    for pin in locked:
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in pin.hashes), pin.name
        assert pin.hashes, pin.name
        asks = needed().get(pin.name, [])
        assert all(each.specifier.contains(pin.version) for each in asks), (pin, asks)


def test_the_lock_holds_what_the_bounds_need_and_nothing_else() -> None:
    assert {pin.name for pin in pins(LOCK)} == set(needed()), "run: make lock"


def test_every_system_and_python_is_given_one_version_of_each() -> None:
    by_name: dict[str, list[Pin]] = {}
    for pin in pins(LOCK):
        by_name.setdefault(pin.name, []).append(pin)
    assert len(by_name) > len(BOUNDS)
    for name, each in by_name.items():
        for environment in ENVIRONMENTS:
            fitting = [
                pin for pin in each
                if not pin.marker or Requirement(f"{name}; {pin.marker}").marker.evaluate({**environment})  # type: ignore[union-attr]
            ]  # fmt: skip
            wanted = any(
                ask.marker is None or ask.marker.evaluate({**environment, "extra": ""}) for ask in needed()[name]
            )
            assert len(fitting) == 1 or (not fitting and not wanted), (name, environment)


def test_the_lock_names_no_index() -> None:
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_the_monthly_report_names_what_is_beyond_its_bounds_or_newer_than_the_lock() -> None:
    wanted = bounds("# bounds\n-r other.txt\nplotting>=1,<2\nreading>=3.1  # why\n")
    locked = pins(
        "# by hand\nplotting==1.4 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "numbers==2.1 ; python_full_version < '3.12' \\\n    --hash=sha256:cc\nnumbers==2.3 \\\n    --hash=sha256:dd\n"
        "reading==3.5 \\\n    --hash=sha256:ee\n    # via plotting\n"
    )
    assert locked[0] == Pin("plotting", Version("1.4"), "", ("sha256:aa", "sha256:bb"))
    assert locked[1].marker == "python_full_version < '3.12'"
    installed = {"plotting": "2.0", "numbers": "2.10", "reading": "3.5", "pip": "99"}
    assert list(newer(installed, wanted, locked)) == [
        "numbers 2.10: the lock holds 2.3",
        "plotting 2.0: beyond <2,>=1",
    ]
