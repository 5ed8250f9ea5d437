"""Upload: a file that somebody brought."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was dropped: the name its sender gave it, and where the original is kept."""

    name: str
    path: Path
