"""The inbox: files put into var/inbox are imported by the running board, one file a batch, and put away with a note."""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data.importing import inbox_notes
from data.importing.imports import preview, store, stored_shops
from data.importing.inbox_notes import DONE, README, REFUSED, InboxEntry, InboxOutcome
from data.importing.uploads import forget_old, receive_file
from data.records.deliveries import BY_INBOX
from data.store import clock
from data.store.warehouse import Warehouse

FOLDER = "inbox"
EVERY = 3
"""Seconds between two sweeps."""

SETTLED = timedelta(seconds=4)
"""How long a file must have kept its size and its time."""

EMPTY_FOR = timedelta(minutes=10)
"""How long it may be empty: browsers put an empty file in the place of one they are loading."""

TRIES = 3
"""After so many failures a file is given up, or a note says why it still lies here."""

DOUBLED = 6
"""How often the wait for a file that cannot be read or moved is doubled: from seconds to minutes."""

UNFINISHED_STARTS = (".", "~")
UNFINISHED_ENDS = (
    *(".part", ".partial", ".crdownload", ".opdownload", ".download", ".downloading", ".filepart", ".tmp", ".temp"),
    *(".aria2", ".xltd", ".td"),
)
LEFT_ALONE = ("desktop.ini", "thumbs.db", README.lower())
SPELLED_AS_SHOP = re.compile(r"(店|\bshop|\bstore)$", re.IGNORECASE)

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it was last seen: since when it has had this size and time, and what its import came to.

    `outcome` is there while the file is imported but cannot be moved yet; `note` is the one that says why it still
    lies here, once it has failed TRIES times.
    """

    size: int
    changed: int
    since: datetime
    outcome: InboxOutcome | None = None
    failures: int = 0
    note: Path | None = None

    def due(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it is time for it: once it has settled, and after each failure a little later."""
        wait = (SETTLED if self.size else EMPTY_FOR) * 2 ** min(max(self.failures - TRIES, 0), DOUBLED)
        return clock.passed(self.since, now, zone) >= wait


@dataclass(frozen=True, slots=True)
class Seen:
    """What one sweep leaves for the next: the files that are still there, and the day old ones were last cleared."""

    sights: Mapping[Path, Sight] = field(default_factory=dict)
    cleared: date | None = None


def sweep(warehouse: Warehouse, var: Path, seen: Seen, now: datetime) -> Seen:
    """Import every file that has stopped growing since it was first seen so, the oldest first, and put it away.

    A file that cannot be read or moved, being held by another program, is tried again at later sweeps, and a note
    says so after the third.
    """
    home = made(var)
    if seen.cleared != now.date():
        forget_old(warehouse, var, now)
        inbox_notes.forget_old(warehouse, home, now)
    sights = {path: sight for path in _files(home) if (sight := _seen(path, seen.sights.get(path), now))}
    for path in seen.sights.keys() - sights.keys():
        inbox_notes.take_back(seen.sights[path].note)
    left, zone = {}, clock.zone(warehouse)
    for path, sight in sorted(sights.items(), key=lambda item: (item[1].changed, item[0])):
        after = _take(warehouse, var, path, sight, now) if sight.due(now, zone) else sight
        left.update({path: after} if after else {})
    return Seen(left, now.date())


def made(var: Path) -> Path:
    """The inbox of a var folder, with its explanation and the folders for what is put away."""
    home = var / FOLDER
    for name in (DONE, REFUSED):
        (home / name).mkdir(parents=True, exist_ok=True)
    inbox_notes.explain(home)
    return home


def recent(var: Path, most: int = 20) -> tuple[InboxEntry, ...]:
    """The files that were put away last, newest first."""
    return inbox_notes.recent(var / FOLDER, most)


def _files(home: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(home):
        here = Path(folder)
        taken = (DONE, REFUSED) if here == home else ()
        names[:] = [name for name in names if name not in taken and not name.startswith(UNFINISHED_STARTS)]
        yield from (here / name for name in files if not _is_left_alone(name.lower()))


def _is_left_alone(name: str) -> bool:
    return name in LEFT_ALONE or name.startswith(UNFINISHED_STARTS) or name.endswith(UNFINISHED_ENDS)


def _seen(path: Path, before: Sight | None, now: datetime) -> Sight | None:
    """The file as it is now, remembering since when it is so; None if it has just gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    if before and (before.size, before.changed) == (found.st_size, found.st_mtime_ns):
        return before
    return Sight(found.st_size, found.st_mtime_ns, now, note=before.note if before else None)


def _take(warehouse: Warehouse, var: Path, path: Path, sight: Sight, now: datetime) -> Sight | None:
    """Import a file and put it away; what to remember of it while it is still there."""
    try:
        if sight.outcome is None:
            sight = replace(sight, outcome=_imported(warehouse, var, path, sight, now))
        if sight.outcome and _seen(path, sight, now) is sight:
            inbox_notes.put_away(path, var / FOLDER, sight.outcome, now)
            inbox_notes.take_back(sight.note)
            return None
        return _seen(path, replace(sight, size=-1), now)
    except OSError as error:
        return _noted(path, var / FOLDER, _tried_again(path, sight, now), error, now)
    except Exception:
        if sight.failures + 1 >= TRIES:
            sight = replace(sight, outcome=inbox_notes.FAILED)
        return _tried_again(path, sight, now)


def _tried_again(path: Path, sight: Sight, now: datetime) -> Sight:
    if not sight.failures:
        LOG.warning("%s is left in the inbox for now", path, exc_info=True)
    return replace(sight, since=now, failures=sight.failures + 1)


def _noted(path: Path, home: Path, sight: Sight, error: OSError, now: datetime) -> Sight:
    """Say once why a file still lies here; where not even a note can be written, the log has to do."""
    if sight.failures < TRIES or sight.note:
        return sight
    try:
        return replace(sight, note=inbox_notes.leave_note(path, home, sight.outcome, error, sight.failures, now))
    except OSError:
        LOG.warning("No note could be written about %s", path, exc_info=True)
        return sight


def _imported(warehouse: Warehouse, var: Path, path: Path, sight: Sight, now: datetime) -> InboxOutcome | None:
    """What became of the file's rows; None if it changed while it was being read."""
    upload = receive_file(var, path)
    if _seen(path, sight, now) is not sight:
        return None
    found = preview(warehouse, [upload], shop=_shop(warehouse, path.relative_to(var / FOLDER)))
    storable = any(table.facts is not None and table.facts.num_rows for table in found.tables)
    receipt = store(warehouse, found, by=BY_INBOX, now=now) if storable else None
    return inbox_notes.outcome(found, receipt)


def _shop(warehouse: Warehouse, place: Path) -> str | None:
    """The shop that a sub-folder of the inbox is named after; a name that is no shop's is there for order alone."""
    name = place.parts[0].strip() if len(place.parts) > 1 else ""
    return name if SPELLED_AS_SHOP.search(name) or name in stored_shops(warehouse) else None
