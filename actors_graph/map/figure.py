"""What a map shows, as plain columns: the one thing this room asks from those below.

A page builds a ``MapInput`` from a network and its measures; the room knows nothing of stores,
scopes or sessions, so a test or another program can draw any graph of actors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.errors import ActorsGraphError
from actors_graph.map.topology import Standing, Topology, radii_by_partners
from actors_graph.model.kinds import ActorKind

if TYPE_CHECKING:
    from actors_graph.map.arrays import BoolArray, IntArray

FEWEST_CUT_OFF = 2  # a hinge cuts off at least so many actors from the others


class FigureError(ActorsGraphError):
    """Columns that do not make a map together: a mistake of the caller."""


@dataclass(frozen=True, slots=True)
class MapInput:
    """The columns of a map, one row an actor.

    Attributes:
        ids: identifiers, all different; what a selection returns.
        names: as they are to be read.
        kinds: values of ``ActorKind``.
        places: commune or any short second line; may be empty.
        edges: ``(m, 2)`` row numbers, one row a pair, no actor tied to itself.
        levels: ``(m,)`` 0 (not stated) to 4.
        partners: ``(n,)`` number of known partners, those outside the picture included.
        groups: ``(n,)`` index in ``group_labels``.
        group_labels: names of the groups; an empty one is not written.
        cuts_off: ``(n,)`` how many actors are tied to the others through this one alone.
        documented: ``(n,)`` MODEL rule 7; tells the two docks apart.
        stub: ``(n,)`` known only because a tie names it: drawn hollow.
        unasked: ``(n,)`` documented and alone, and nobody asked for its partners; None = none.
        to_call: how many of those without a tie were not checked lately: said apart, as the
            lists beside the map do.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    edges: IntArray
    levels: IntArray
    partners: IntArray
    groups: IntArray
    group_labels: tuple[str, ...]
    cuts_off: IntArray
    documented: BoolArray
    stub: BoolArray
    unasked: BoolArray | None = None
    to_call: int = 0

    def __post_init__(self) -> None:
        """Refuse columns that do not fit together.

        Raises:
            FigureError: a column is too short, an edge leads nowhere, a kind is unknown.
        """
        columns = (
            self.names, self.kinds, self.places, self.partners, self.groups, self.cuts_off,
            self.documented, self.stub,
        )  # fmt: skip
        if any(len(column) != self.count for column in columns):
            raise FigureError("Les colonnes de la carte n’ont pas la même longueur.")
        if len(set(self.ids)) != self.count:
            raise FigureError("Deux acteurs de la carte portent le même identifiant.")
        if self.edges.shape != (len(self.levels), 2):
            raise FigureError("Chaque lien de la carte a deux bouts et un niveau.")
        if self.edges.size and not 0 <= int(self.edges.min()) <= int(self.edges.max()) < self.count:
            raise FigureError("Un lien de la carte mène à un acteur absent.")
        if (self.edges[:, 0] == self.edges[:, 1]).any():
            raise FigureError("Un acteur de la carte est lié à lui-même.")
        outside = int(self.groups.min(initial=0)) < 0
        if outside or int(self.groups.max(initial=-1)) >= len(self.group_labels):
            raise FigureError("Un acteur de la carte appartient à un groupe sans nom.")
        unknown = set(self.kinds) - {kind.value for kind in ActorKind}
        if unknown:
            raise FigureError(f"Type d’acteur inconnu : « {min(unknown)} ».")

    @property
    def count(self) -> int:
        """Number of actors."""
        return len(self.ids)

    def standing(self) -> IntArray:
        """Codes of ``Standing``: in a group, or in which dock."""
        tied = np.bincount(self.edges.ravel(), minlength=self.count) > 0
        lone = np.where(self.documented, Standing.ALONE, Standing.UNDOCUMENTED)
        lone = np.where(self.partners > 0, Standing.ELSEWHERE, lone)
        return np.where(tied, Standing.TIED, lone).astype(np.int64)

    def kind_codes(self) -> IntArray:
        """Index of each actor's kind in the order of ``ActorKind``."""
        order = {kind.value: code for code, kind in enumerate(ActorKind)}
        return np.array([order[kind] for kind in self.kinds], dtype=np.int64)

    def topology(self) -> Topology:
        """Return what positions are computed from; a stronger tie pulls more."""
        degree = np.bincount(self.edges.ravel(), minlength=self.count)
        return Topology(
            edges=self.edges,
            weights=1.0 + 0.25 * np.maximum(self.levels - 1, 0),
            groups=self.groups,
            radii=radii_by_partners(degree),
            standing=self.standing(),
            kinds=self.kind_codes(),
        )
