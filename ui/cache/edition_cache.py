"""Values worked out once for whoever asks the same, as long as there is room and nothing newer is stored."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from operator import itemgetter
from threading import Condition, get_ident
from typing import TypeVar, cast

from cachetools import LRUCache

Value = TypeVar("Value")


class EditionCache:
    """Values by key, the least recently used forgotten first once they weigh more than `most`.

    `edition` says what the values depend on besides their keys: once it gives something else, all of them are
    forgotten. Values are handed out as they are to several threads: nobody changes them.
    """

    def __init__(
        self,
        most: int,
        weigh: Callable[[object], int] = lambda _: 1,
        edition: Callable[[], Hashable] = lambda: None,
    ) -> None:
        self._weigh, self._edition = weigh, edition
        self._weighed: LRUCache[Hashable, tuple[object, int]] = LRUCache(most, itemgetter(1))
        self._of: Hashable = None
        self._working: dict[Hashable, int] = {}
        self._changed = Condition()

    @property
    def weight(self) -> float:
        """How much the values weigh."""
        return self._weighed.currsize

    def __len__(self) -> int:
        return len(self._weighed)

    def of(self, key: Hashable, work: Callable[[], Value]) -> Value:
        """The value of a key, worked out now if it is not there; what the work raises is raised and not kept.

        Whoever comes while it is worked out waits for it.
        """
        me = get_ident()
        with self._changed:
            while self._working.get((edition := self._current(), key), me) != me:
                self._changed.wait()
            if key in self._weighed:
                return cast(Value, self._weighed[key][0])
            self._working[edition, key] = me
        try:
            value = work()
            self._keep(edition, key, value)
        finally:
            with self._changed:
                self._working.pop((edition, key), None)
                self._changed.notify_all()
        return value

    def _keep(self, edition: Hashable, key: Hashable, value: object) -> None:
        """Keep a value, unless its edition went by meanwhile or it is heavier than all the room."""
        weight = self._weigh(value)
        with self._changed:
            if self._current() == edition:
                with suppress(ValueError):
                    self._weighed[key] = value, weight

    def _current(self) -> Hashable:
        """The edition of this moment; values of any other are forgotten."""
        edition = self._edition()
        if edition != self._of:
            self._weighed.clear()
            self._of = edition
        return edition
