"""Keeps pandas out of the reader's process: pyarrow would import it, a quarter of a second, at its first list."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class WithoutPandas(MetaPathFinder):
    """Answers the search for pandas with "not installed"."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Raise ModuleNotFoundError for pandas; leave everything else to the finders behind."""
        if name == "pandas":
            raise ModuleNotFoundError(name)
        return None


def without_pandas() -> None:
    """From now on this process finds no pandas."""
    sys.meta_path.insert(0, WithoutPandas())
