"""What the benchmarks measure on: territories of any size, each drawn once with a fixed seed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from territory import territory

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa


@cache
def _drawn(actors: int) -> dict[str, pa.Table]:
    return territory(actors)


@pytest.fixture(scope="session")
def drawn() -> Callable[[int], dict[str, pa.Table]]:
    """Draw a territory of so many actors, with five times as many statements."""
    return _drawn
