"""Actions: what was undertaken, whether it was done, and its number before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.records.actions import Action, actions
from metrics.explanation.actions import LookedBack, State, as_agreed, looked_back, state_of
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week

ORDER = (State.OVERDUE, State.SEEN, State.WAITING, State.OPEN, State.DROPPED)


@dataclass(frozen=True, slots=True)
class ActionNumbers:
    """The actions that a week looks back on, or all that stand in its appendix, in the order of their states."""

    week: Week
    actions: tuple[LookedBack, ...]


@once
def reviewed(query: WeekQuery) -> ActionNumbers:
    """The actions that were open in the week, or of which it became known in it whether the number moved."""
    return ActionNumbers(query.week, _ordered(_looked_back(query, lambda each: _concerns(query.week, each))))


def agreed_since(query: WeekQuery, then: Sequence[LookedBack]) -> ActionNumbers:
    """What was looked back on then, but for the owners and due days of now."""
    now = {each.number: each.undertaking for each in _every(query)}
    found = [
        as_agreed(each, now[each.action.number].owner, now[each.action.number].due, query.week.today) for each in then
    ]
    return ActionNumbers(query.week, _ordered(found))


def all_actions(query: WeekQuery) -> ActionNumbers:
    """The actions that are looked back on, then the open ones that began after the week."""
    return with_begun_since(query, reviewed(query))


def with_begun_since(query: WeekQuery, of: ActionNumbers) -> ActionNumbers:
    """Actions, then the open ones that began after the week."""
    began = _looked_back(query, lambda each: each.is_open and each.undertaking.begun > query.week.last)
    return ActionNumbers(of.week, (*of.actions, *_ordered(began)))


def open_actions(query: WeekQuery) -> list[Action]:
    """The actions that nobody has closed, the next due first."""
    found = [each for each in _every(query) if each.is_open]
    return sorted(found, key=lambda each: (each.undertaking.due, each.number))


def overdue(query: WeekQuery) -> int:
    """How many actions are past their day."""
    return sum(state_of(each, query.week.today) is State.OVERDUE for each in _every(query))


@once
def _every(query: WeekQuery) -> list[Action]:
    return actions(query.warehouse, query.week.shop)


def _looked_back(query: WeekQuery, wanted: Callable[[Action], bool]) -> list[LookedBack]:
    every = _every(query)
    return [looked_back(query.warehouse, each, every, query.week.today) for each in every if wanted(each)]


def _ordered(found: Sequence[LookedBack]) -> tuple[LookedBack, ...]:
    return tuple(
        sorted(found, key=lambda each: (ORDER.index(each.state), each.action.undertaking.due, each.action.number))
    )


def _concerns(week: Week, action: Action) -> bool:
    if action.undertaking.begun > week.last or action.dropped:
        return False
    if action.done is None:
        return True
    return (week.first - action.done).days <= action.undertaking.watched
