"""What all parts of the demonstration share: its date, its chance, its calendar, its rows."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_OF: Final = date(2026, 9, 1)
SEED: Final = 3

# One line of a file: French column name to text; a missing column is an empty cell.
Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]
Item = TypeVar("Item")


class Chance:
    """A stream of pseudo-random choices, the same at each run and on each Python.

    Each part of the demonstration draws from a stream of its own name, so that a story that is
    rewritten does not change what the others drew.
    """

    def __init__(self, name: str) -> None:
        self._random = random.Random(f"{SEED}:{name}")  # noqa: S311 - repeatable, not secret

    def share(self) -> float:
        """Draw a number in [0, 1)."""
        return self._random.random()

    def below(self, limit: int) -> int:
        """Draw an integer in [0, limit)."""
        return int(self._random.random() * limit)

    def one(self, items: Sequence[Item]) -> Item:
        """Draw one item."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[Item], weights: Sequence[float]) -> Item:
        """Draw one item with a chance proportional to its weight."""
        rest = self._random.random() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            rest -= weight
            if rest < 0:
                return item
        return items[-1]

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """Draw `count` different items (all of them if there are fewer), in drawn order."""
        pool = list(items)
        return [pool.pop(self.below(len(pool))) for _ in range(min(count, len(pool)))]

    def day(self, first: date, last: date) -> date:
        """Draw a day from `first` to `last`, both included."""
        return first + timedelta(days=self.below((last - first).days + 1))


def first_day(text: str) -> date:
    """First day of a date of any precision.

    >>> first_day("2019-04")
    datetime.date(2019, 4, 1)
    """
    parts = [int(part) for part in text.split("-")]
    return date(*([*parts, 1, 1])[:3])


def euros(amount: float) -> str:
    """Amount of money as the files write it.

    >>> euros(1500)
    '1500.00'
    """
    return f"{amount:.2f}"


def listed(items: Sequence[str]) -> str:
    """Cell that holds a list."""
    return "|".join(items)
