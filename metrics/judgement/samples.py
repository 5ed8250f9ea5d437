"""Small samples: what a rate seen a few times may be in truth, so that nobody is ranked on luck."""

from math import sqrt

CONFIDENT = 1.959964
"""The normal quantile that leaves one case in twenty outside."""


def wilson(successes: float, tries: float, z: float = CONFIDENT) -> tuple[float, float]:
    """The least and the most that a rate may be in truth, as fractions; 0 to 1 without a try.

    Wilson's score interval, at 95 % unless `z` is another normal quantile.

    Raises ValueError unless 0 ≤ successes ≤ tries.
    """
    if not 0 <= successes <= tries:
        raise ValueError(f"{successes} of {tries}")
    if not tries:
        return 0.0, 1.0
    share, spread = successes / tries, z * z / tries
    middle = share + spread / 2
    half = z * sqrt((share * (1 - share) + spread / 4) / tries)
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def rank_by(rate: float | None, tries: float | None, *, higher_is_better: bool = True) -> float:
    """What a rate is to be ranked by, a fraction, the best first: its cautious end, never the rate itself.

    Of two equal rates the one seen more often goes first; a rate nobody has seen goes last.
    """
    if rate is None or not tries:
        return float("-inf")
    least, most = wilson(min(max(rate, 0.0), 1.0) * tries, tries)
    return least if higher_is_better else -most
