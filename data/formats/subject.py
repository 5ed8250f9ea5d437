"""Subject: how the facts of the trade are declared, whatever format they arrive in."""

from dataclasses import dataclass

from text import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """What the facts of several formats have in common: one table of the warehouse.

    `grain` is its key. `replaces` names the slice that a newer file replaces as a whole; without it rows are
    merged by key, column by column. `day` and `money` are SQL for a fact's day and for the amount whose change is
    shown per day before an import; either may be empty.
    `whole` is a column of the grain and the value under which the total of its other values stands.
    """

    name: str
    title: Text
    grain: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    day: str = "day"
    money: str = ""
    whole: tuple[str, str] | None = None
