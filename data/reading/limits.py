"""What the reading of one file may take: time and memory, in proportion to its size, and how wide a sheet may be."""

from dataclasses import dataclass

USUAL = 50_000_000
"""Bytes up to which a file gets the least time and memory; a bigger one gets more in proportion."""

ADDRESSES = 4 << 30
"""Address space beyond the memory: libraries and allocators reserve much that they never touch."""

MOST_COLUMNS = 1024
MOST_SHEETS = 300
MOST_MEMBERS = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that the reading of a usual file may take; `unpacked` is what an archive may say it holds.

    A reader that has hardly worked, because the machine has other work, gets `patience` times the seconds.
    """

    seconds: float = 18
    patience: float = 4
    memory: int = 2_000_000_000
    most_memory: int = 6_000_000_000
    unpacked: int = 3_000_000_000

    def seconds_of(self, size: int) -> float:
        """How long a file of that many bytes may be read."""
        return self.seconds * max(1.0, size / USUAL)

    def memory_of(self, size: int) -> int:
        """Bytes of memory that the reader of a file of that many bytes may hold."""
        return min(int(self.memory * max(1.0, size / USUAL)), self.most_memory)


DEFAULT = Limits()
