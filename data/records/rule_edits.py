"""What was changed about the rules that numbers are judged by, for one shop or for all: every change, who and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.store import clock
from data.store.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class RuleEdit:
    """One rule of a metric as somebody set it: limits, smallest sample, days running; or back `to_default`.

    Without a limit the rule is off. `least` None is the metric's own smallest sample. `shop` '' is every shop that
    has no edit of its own; a shop that goes back to its default goes back to what holds for all.
    """

    metric: str
    rule: str
    watch: float | None = None
    bad: float | None = None
    least: int | None = None
    days: int = 1
    to_default: bool = False
    shop: str = ""


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """An edit with when it was made and by whom."""

    edit: RuleEdit
    at: datetime
    by: str


def rule_edits(warehouse: Warehouse) -> list[KeptEdit]:
    """Every edit that was ever made, the newest first."""
    rows = warehouse.rows(
        "SELECT metric, rule, watch, bad, least, days, to_default, coalesce(shop, ''), edited_at, by_whom"
        " FROM rule_edits ORDER BY edit DESC"
    )
    return [KeptEdit(RuleEdit(*row[:8]), *row[8:]) for row in rows]


def keep_rule_edits(warehouse: Warehouse, edits: Sequence[RuleEdit], *, by: str, now: datetime | None = None) -> None:
    """Add edits to those there are; the last one of a shop's rule counts."""
    at = now or clock.now(warehouse)
    with warehouse.writing() as run:
        for edit in edits:
            run.execute(
                "INSERT INTO rule_edits"
                " (edit, metric, rule, watch, bad, least, days, to_default, shop, edited_at, by_whom)"
                " SELECT coalesce(max(edit), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM rule_edits",
                [
                    edit.metric, edit.rule, edit.watch, edit.bad, edit.least, edit.days, edit.to_default, edit.shop,
                    at, by,
                ],
            )  # fmt: skip
