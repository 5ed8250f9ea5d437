"""What is known of a day on the morning after."""

from dataclasses import dataclass
from datetime import date, datetime, time

from metrics.explanation.gap_causes import Cause
from metrics.explanation.reconciliation import Reconciliation
from metrics.judgement.anomaly import Anomaly
from metrics.judgement.limits import Level
from metrics.morning.completeness import FileState
from metrics.morning.numbers import Agent, Channel, Judged, Month, Tile
from text import Text

REVIEW_BEGINS = time(8, 50)
"""When the review of a day begins, on the morning after it."""


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything the morning page says about a day; `shop` None is all shops together.

    The verdict is that of the month's pace. `causes` add up to paid minus target, or without a target minus the
    weekday's base. `service_total` is None while the agents' file is missing; `inquiry_day` is the day their
    inquiry rates are of. `batch` is the newest import and `as_of` when it was made.
    """

    day: date
    shop: str | None
    verdict: Level
    headline: Text
    sentences: tuple[Text, Text, Text]
    tiles: tuple[Tile, ...]
    month: Month
    causes: tuple[Cause, ...]
    channels: tuple[Channel, ...]
    service_total: Agent | None
    service: tuple[Agent, ...]
    inquiry_day: date
    dsr: tuple[Judged, ...]
    unshipped: Judged
    anomalies: tuple[Anomaly, ...]
    files: tuple[FileState, ...]
    reconciliation: tuple[Reconciliation, ...]
    batch: str | None
    as_of: datetime | None
