"""Problem, Found: how what can be wrong with a file is declared, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from text import Text, same

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a file can have: its code, how grave it is, a title for groups, and a message that says what to do.

    An `error` refuses a row, a table or a file; a `warning` asks for a look; a `note` says what was assumed.
    """

    code: str
    severity: Severity
    title: Text
    template: Text


@dataclass(frozen=True, slots=True)
class LocatedProblem:
    """A problem where it stands: the sheet's row, the column's heading and the cell's text, where it has them."""

    problem: Problem
    row: int | None = None
    column: str | None = None
    value: str | None = None
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> Text:
        """What is wrong and what to do, in both languages."""
        places = {"row": self.row, "column": self.column, "value": self.value}
        return self.problem.template.filled(
            **{name: same(str(value)) if value not in (None, "") else same("—") for name, value in places.items()},
            **self.arguments,
        )
