"""The made-up refunds of sub-orders: they come days after the payment, so young days have fewer of them."""

from dataclasses import dataclass

import numpy as np

from data.demo.facts.arrays import Ints, Times

NONE, SUCCEEDED, REQUESTED, CLOSED = range(4)
DAYS_TO_ASK = (0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16)
DAYS_TO_FINISH = (0, 1, 1, 2, 3)
SHARE, SHARE_CLOSED, SHARE_PARTIAL = 0.11, 0.12, 0.12


@dataclass(frozen=True, slots=True)
class Refunds:
    """One entry a sub-order: the state of its refund, the fen asked for, when it was asked for and finished."""

    state: Ints
    amount: Ints
    requested_at: Times
    finished: Times


def refunds(rng: np.random.RandomState, amount: Ints, paid_at: Times, as_of: np.datetime64) -> Refunds:
    """Refunds of items with these amounts, as they stood at a moment; NaT where nothing was paid."""
    n = len(amount)
    requested = paid_at + _days(rng, DAYS_TO_ASK, n) + rng.randint(600, 40_000, n) * np.timedelta64(1, "s")
    finished = requested + _days(rng, DAYS_TO_FINISH, n) + rng.randint(600, 40_000, n) * np.timedelta64(1, "s")
    wanted = (rng.random_sample(n) < SHARE) & (requested < as_of)
    end = np.where(rng.random_sample(n) < SHARE_CLOSED, CLOSED, SUCCEEDED)
    state = np.where(wanted, np.where(finished < as_of, end, REQUESTED), NONE)
    part = amount * rng.randint(1, 6, n) // 1000 * 100
    partial = (rng.random_sample(n) < SHARE_PARTIAL) & (part > 0)
    return Refunds(state, np.where(state == NONE, 0, np.where(partial, part, amount)), requested, finished)


def _days(rng: np.random.RandomState, choices: tuple[int, ...], n: int) -> np.ndarray:
    return rng.choice(choices, n) * np.timedelta64(86400, "s")
