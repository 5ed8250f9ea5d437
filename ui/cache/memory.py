"""What was worked out once and is kept for whoever asks the same, as long as there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import TypeVar, cast

Found = TypeVar("Found")


class _Kept:
    """A place for one thing; whoever comes while it is worked out waits for it."""

    __slots__ = ("done", "lock", "thing", "weight")

    def __init__(self) -> None:
        self.lock, self.done, self.weight = RLock(), False, 0
        self.thing: object = None


class Memory:
    """Things by their keys, the longest unasked forgotten first once they weigh more than `most` together.

    A key holds all that its thing depends on. Things are handed out as they are to several threads: nobody
    changes them.
    """

    def __init__(self, most: int, weigh: Callable[[object], int] = lambda _: 1) -> None:
        self.most, self.weight = most, 0
        self._weigh, self._kept, self._lock = weigh, OrderedDict[Hashable, _Kept](), Lock()

    def of(self, key: Hashable, work: Callable[[], Found]) -> Found:
        """The thing of a key, worked out now if it is not kept; what the work raises is raised and not kept."""
        with self._lock:
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
        if not kept.done:
            with kept.lock:
                if not kept.done:
                    self._work(key, kept, work)
        return cast(Found, kept.thing)

    def _work(self, key: Hashable, kept: _Kept, work: Callable[[], object]) -> None:
        try:
            kept.thing = work()
        except BaseException:
            with self._lock:
                if self._kept.get(key) is kept:
                    del self._kept[key]
            raise
        kept.weight = self._weigh(kept.thing)
        kept.done = True
        with self._lock:
            if self._kept.get(key) is kept:
                self.weight += kept.weight
            self._forget()

    def _forget(self) -> None:
        """Let go of the longest unasked; what is still being worked out weighs nothing yet."""
        while self.weight > self.most and self._kept:
            self.weight -= self._kept.popitem(last=False)[1].weight

    def __len__(self) -> int:
        return len(self._kept)
