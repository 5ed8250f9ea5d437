"""What ships with the board for a shop to begin with and to change as it likes."""

from pathlib import Path

QUOTAS = Path(__file__).parent / "quotas.csv"
"""The quotas of the department's handbook."""
