"""The schedule: what is due is sent once, tried again when it failed, and left alone when it is too late to matter."""

import logging
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from data.records.recipients import Recipient, recipients
from data.records.sendings import Sending, keep_sending, tries
from data.store import clock
from data.store.warehouse import Warehouse
from reports.sending.report import deliver, report
from reports.sending.robots import NotSent

EVERY = 20
"""Seconds between two looks at the clock."""

LATEST = timedelta(hours=3)
"""How long after its time something is still sent, such as when the board was started late."""

TRIES = 3
REST = timedelta(minutes=5)
"""How long to wait before trying again."""

LOG = logging.getLogger(__name__)


def send_due(warehouse: Warehouse, var: Path, now: datetime) -> list[Sending]:
    """Send whatever is due at a moment; what was tried, in the order of the recipients."""
    book = recipients(var)
    tried = []
    for to in book.recipients:
        if not is_due(warehouse, to, now):
            continue
        failed = ""
        try:
            deliver(book, to, report(warehouse, to, now.date()), clock.instant(now, warehouse))
        except NotSent as not_sent:
            failed = not_sent.text.to(to.language)
            LOG.warning("%s: %s", to.name, failed)
        tried.append(Sending(to.name, to.what, now.date(), now, failed, ""))
        keep_sending(warehouse, tried[-1])
    return tried


def is_due(warehouse: Warehouse, to: Recipient, now: datetime) -> bool:
    """Whether something is to be sent to a recipient at a moment."""
    at = datetime.combine(now.date(), time.fromisoformat(to.at))
    if now.weekday() not in to.weekdays or not at <= now <= at + LATEST:
        return False
    before = tries(warehouse, to.name, to.what, now.date())
    if any(not one.failed for one in before) or len(before) >= TRIES:
        return False
    return not before or clock.passed(before[-1].tried_at, now, warehouse) >= REST


def coming(of: Recipient, now: datetime) -> Iterator[datetime]:
    """When something goes out to a recipient in the next seven days."""
    for days in range(8):
        at = datetime.combine(now.date() + timedelta(days=days), time.fromisoformat(of.at))
        if at.weekday() in of.weekdays and at > now:
            yield at
