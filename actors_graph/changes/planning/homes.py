"""In which départements the user's data lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model.place_names import departement_of
from actors_graph.model.territories import TerritoryTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.changes.known import Reads


def home_departements(
    reads: Reads, *, perimeter: Sequence[str] = (), asked: str = ""
) -> frozenset[str]:
    """Return the départements in which a commune without postal code is looked for first.

    Args:
        reads: the session.
        perimeter: ids of the user's territories (`settings.perimeter`).
        asked: the code of a département that the user gave for this import; it stands for the
            others.

    Returns:
        Codes: those of the perimeter, else those where the actors of the store are.
    """
    if asked:
        return frozenset({asked})
    tables = reads.tables(["territories", "actors"])
    codes: set[str] = set()
    if perimeter:
        tree = TerritoryTree(tables["territories"])
        for territory in perimeter:
            codes |= tree.communes(territory)
    codes = codes or set(tables["actors"].column("commune_code").unique().to_pylist()) - {None}
    return frozenset(map(departement_of, codes))
