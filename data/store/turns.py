"""Turns at something that only one thread may do at a time, in the order in which they asked."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE = 0.2
"""Seconds between two signs of life to whoever waits."""

Waiting = Callable[[], None]


class Turns:
    """A lock that is handed on in order and lets those who wait say so."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[object] = deque()

    @contextmanager
    def turn(self, waiting: Waiting | None = None) -> Iterator[None]:
        """Wait for one's turn and hold it; meanwhile `waiting` is called about five times a second.

        What `waiting` raises gives the place in the queue up and reaches the caller.
        """
        mine = object()
        with self._changed:
            self._queue.append(mine)
        try:
            while not self._is_come(mine, PAUSE if waiting else None):
                if waiting:
                    waiting()
            yield
        finally:
            with self._changed:
                self._queue.remove(mine)
                self._changed.notify_all()

    def _is_come(self, mine: object, seconds: float | None) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._queue[0] is mine, seconds)
