"""The numbers of a whole network."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms import plain

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts
    from actors_graph.network import Network


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers of a network; None where undefined.

    In two modes the components, articulation points and connectedness are those of the graph with
    committees, projects and meetings as nodes; `actors`, `isolates`, `largest_component` and the
    partners count actors.

    Attributes:
        actors: actors of the scope.
        ties: pairs tied.
        statements: statements behind them.
        components: connected groups, an actor without tie being one.
        largest_component: actors of the largest one.
        isolates: actors without a tie.
        isolates_documented: those of them of whom something is known.
        articulation_points: nodes without which a group would come apart.
        mean_partners: mean number of partners (of committees, projects… in two modes).
        median_partners: at most so many partners for half of the actors.
        density: tied pairs over possible pairs, 0-1.
        degree_centralisation: Freeman's, 0-1; None in two modes.
        connectedness: pairs that reach each other over all pairs, 0-1.
    """

    actors: int
    ties: int
    statements: int
    components: int
    largest_component: int
    isolates: int
    isolates_documented: int
    articulation_points: int
    mean_partners: float | None
    median_partners: float | None
    density: float | None
    degree_centralisation: float | None
    connectedness: float | None

    def to_dict(self) -> dict[str, int | float | None]:
        """Plain values, for `--json`."""
        return asdict(self)


def summary(facts: Facts) -> Summary:
    """Measure a whole network. O(n + m log m)."""
    network = facts.network
    partners = facts.partners[: network.actor_count]
    one_mode = not network.scope.is_two_mode
    return Summary(
        actors=network.actor_count,
        ties=len(network.edges),
        statements=len(network.statements),
        components=len(facts.group_sizes),
        largest_component=int(facts.group_sizes.max(initial=0)),
        isolates=int(facts.alone.sum()),
        isolates_documented=int((facts.alone & network.documented).sum()),
        articulation_points=int(facts.cuts.points.sum()),
        mean_partners=float(partners.mean()) if len(partners) else None,
        median_partners=float(np.median(partners)) if len(partners) else None,
        density=_density(network),
        degree_centralisation=plain.degree_centralisation(network.graph) if one_mode else None,
        connectedness=plain.connectedness(facts.components),
    )


def _density(network: Network) -> float | None:
    """In two modes only actors may be tied to the others; mixed with one mode, undefined."""
    if not network.scope.is_two_mode:
        return plain.density(network.graph)
    possible = network.actor_count * len(network.others)
    mixed = bool((network.edges < network.actor_count).all(axis=1).any())
    return len(network.edges) / possible if possible and not mixed else None
