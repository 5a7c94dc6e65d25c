"""Every expected value of every reference case, to its tolerance; none may go unread."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest
from case_graphs import Case
from case_measures import MEASURES

if TYPE_CHECKING:
    from pathlib import Path

    from case_graphs import Values

pytestmark = pytest.mark.shared

# By case: entries, and values in them (a name of a list is a value, an empty list is one).
CASES = {
    "v01": (8, 34),
    "v02": (7, 56),
    "v03": (29, 310),
    "v04": (43, 774),
    "v05": (6, 34),
    "v06": (3, 11),
    "v07": (16, 575),
    "v08": (3, 102),
    "v09": (4, 5),
    "v10": (61, 836),
    "v11": (29, 107),
    "v12": (4, 26),
    "v13": (7, 19),
    "v14": (4, 6),
    "v15": (14, 128),
}
# Decimals of the values that the files compute: some tolerances are finer than they print.
PRINTED = 6


def tolerance_of(tolerance: Values, key: str) -> Values:
    """The tolerance of a field, where an entry gives one by field."""
    if not isinstance(tolerance, dict):
        return tolerance
    first_word = key.partition("_")[0]
    return tolerance.get(key, tolerance.get(first_word, tolerance.get("others")))


def least_tolerance(expected: float, tolerance: float) -> float:
    """The tolerance, or half a unit of the last decimal where that is what the file prints."""
    decimals = len(repr(expected).partition(".")[2])
    return max(tolerance, 0.5001 * 10**-PRINTED) if decimals == PRINTED else tolerance


def by_pair(values: Values) -> Values:
    """Names and pairs in no order: [a, b, weight] by its two names; names sorted."""
    if isinstance(values, list) and values and all(isinstance(one, str) for one in values):
        return sorted(values)
    if isinstance(values, list) and all(
        isinstance(one, list) and one and isinstance(one[0], str) for one in values
    ):
        return sorted([*sorted(one[:2]), *one[2:]] for one in values)
    return values


def compared(found: Values, expected: Values, tolerance: Values) -> int:
    """Number of values of an entry, all equal to what was found."""
    found, expected = by_pair(found), by_pair(expected)
    if isinstance(expected, dict):
        assert set(found) == set(expected)
        parts = [compared(found[k], expected[k], tolerance_of(tolerance, k)) for k in expected]
        return sum(parts)
    if isinstance(expected, list):
        assert len(found) == len(expected)
        parts = [compared(a, b, tolerance) for a, b in zip(found, expected, strict=True)]
        return sum(parts) if parts else 1
    if expected is None:
        assert found is None or math.isnan(found)
    elif isinstance(expected, str):
        assert found == expected
    else:
        assert found == pytest.approx(expected, rel=0, abs=least_tolerance(expected, tolerance))
    return 1


def test_the_cases_are_all_there(shared: Path) -> None:
    names = sorted(path.name[:3] for path in (shared / "cases").glob("*.json"))

    assert names == sorted(CASES)
    assert sum(entries for entries, _ in CASES.values()) == 238
    assert sum(values for _, values in CASES.values()) == 3_023


@pytest.mark.parametrize("name", CASES)
def test_every_value_of_the_case(shared: Path, name: str) -> None:
    path = next((shared / "cases").glob(f"{name}_*.json"))
    case = Case(json.loads(path.read_text(encoding="utf-8")))

    entries = values = 0
    for entry in case.content["expected"]:
        # A measure that no function gives is a KeyError: it may not go unread.
        found = MEASURES[entry["measure"]](case, entry)
        entries += 1
        values += compared(found, entry["values"], entry["tolerance"])

    assert (entries, values) == CASES[name]


def test_a_wrong_value_fails() -> None:
    wrong: list[tuple[Values, Values, float]] = [
        ({"a": 1.1}, {"a": 1}, 0.01),
        ({"a": 1, "b": 1}, {"a": 1}, 1),
        ([["a", "b", 2]], [["b", "a", 1]], 0),
        (0, None, 0),
        ([1], [], 0),
        (0.066668, 0.066667, 1e-9),
    ]
    for found, expected, tolerance in wrong:
        with pytest.raises((AssertionError, TypeError)):
            compared(found, expected, tolerance)
