"""What the reading of one file may take: time and memory, in proportion to its size, and how wide a sheet may be."""

USUAL = 50_000_000
"""Bytes up to which a file gets the least time and memory; a bigger one gets more in proportion."""

SECONDS = 18
MEMORY = 2_000_000_000
MOST_MEMORY = 6_000_000_000

ADDRESSES = 4 << 30
"""Address space beyond the memory: libraries and allocators reserve much that they never touch."""

MOST_COLUMNS = 1024
MOST_SHEETS = 300
MOST_UNPACKED = 3_000_000_000
MOST_MEMBERS = 200


def seconds(size: int) -> float:
    """How long a file of that many bytes may be read."""
    return SECONDS * max(1.0, size / USUAL)


def memory(size: int) -> int:
    """Bytes of memory that the reader of a file of that many bytes may hold."""
    return min(int(MEMORY * max(1.0, size / USUAL)), MOST_MEMORY)
