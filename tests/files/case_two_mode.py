"""Measures of the reference cases on actors and what they take part in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import case_backbones as backbones
import numpy as np
from case_graphs import rows_graph

from actors_graph.algorithms import coverage, positions, two_mode

if TYPE_CHECKING:
    from collections.abc import Callable

    import scipy.sparse as sp
    from case_graphs import Case, Entry, Graph, Measure, Values

    from actors_graph.algorithms.plain import BoolArray, FloatArray


def holds(case: Case) -> BoolArray:
    """Which cells each candidate covers."""
    sets = case.content["graph"].get("sets")
    if sets is None:
        return case.members > 0
    cells = sorted(set().union(*sets.values()))
    return np.array([[cell in one for cell in cells] for one in sets.values()])


def steps_bound(case: Case, count: int) -> int:
    return coverage.coverage_by_steps(holds(case), count).bound


def of_cover(measure: Callable[[BoolArray, int], int]) -> Measure:
    """How many cells a number of candidates cover, for each number of the entry."""

    def of_case(case: Case, entry: Entry) -> Values:
        return {count: measure(holds(case), int(count)) for count in entry["values"]}

    return of_case


def of_projection(weight: str) -> Measure:
    """Pairs of the first side with a weight; of each graph where there are several."""

    def weighted(ids: list[str], graph: Graph, actors: int) -> list[list[Any]]:
        found = two_mode.projection(two_mode.memberships(graph, actors=actors))
        weights = getattr(found, weight).tolist()
        return [
            [ids[a], ids[b], value]
            for (a, b), value in zip(found.pairs.tolist(), weights, strict=True)
        ]

    def of_case(case: Case, entry: Entry) -> Values:
        graphs = case.content["graph"].get("graphs")
        if graphs is None:
            return weighted(case.ids, case.graph, case.actors)
        found = {}
        for name in entry["values"]:
            ties = graphs[name]
            actors, events = (sorted({tie[side] for tie in ties}) for side in (0, 1))
            graph = rows_graph(actors + events, ties)
            found[name] = weighted(actors + events, graph, len(actors))
        return found

    return of_case


def two_mode_norm(case: Case, values: FloatArray, entry: Entry) -> dict[str, float]:
    """By actor or event; the entry numbers the events in the order of the file."""
    found = dict(zip(case.ids, values.tolist(), strict=True))
    events = [node["id"] for node in case.content["graph"]["nodes"] if node["mode"] == 1]
    names = {f"E{place}": event for place, event in enumerate(events, start=1)}
    return {one: found[names.get(one, one)] for one in entry["values"]}


def betweenness_over_sides(case: Case) -> FloatArray:
    raw = positions.betweenness(case.graph)
    return two_mode.two_mode_betweenness(raw, actors=case.actors)


def shared_events(case: Case, entry: Entry) -> list[list[Any]]:
    """Events that two share; of one with itself, those it takes part in."""
    shared = case.members @ case.members.T
    rows = {one: row for row, one in enumerate(case.ids)}
    found = {tuple(row[:2]): row[2] for row in of_projection("shared")(case, entry)}
    for (a, b), count in found.items():
        assert shared[rows[a], rows[b]] == count
    return [[a, b, int(shared[rows[a], rows[b]])] for a, b, _ in entry["values"]]


def unlikely_pairs(case: Case, _entry: Entry) -> list[list[Any]]:
    """Pairs that share more events than their numbers of events explain, at 5 %."""
    members = members_of(case)
    pairs = two_mode.projection(members).pairs
    chances = two_mode.chance_to_share(members, pairs)
    return [[*case.named(pairs[k]), chances[k]] for k in np.flatnonzero(chances < 0.05)]


def backbone_edges(case: Case, entry: Entry) -> dict[str, int]:
    """The last three are no part of the product: they have no power at this size."""
    return {
        "raw_projection": len(of_projection("shared")(case, entry)),
        "hypergeometric": len(unlikely_pairs(case, entry)),
        "fdsm_10000": backbones.fixed_degrees_backbone(case.members, draws=10_000, seed=2012),
        "sdsm": backbones.mean_degrees_backbone(case.members),
        "disparity": backbones.disparity_backbone(case.members),
    }


def both_projections(case: Case) -> list[tuple[int, float]]:
    """Pairs and density of the projection on each side."""
    members = members_of(case)
    found = []
    for side in (members, members.T.tocsr()):
        pairs, rows = len(two_mode.projection(side).pairs), side.shape[0]
        found.append((pairs, 2 * pairs / (rows * (rows - 1))))
    return found


def members_of(case: Case) -> sp.csr_array[np.int64]:
    return two_mode.memberships(case.graph, actors=case.actors)


MEASURES: dict[str, Measure] = {
    "two_mode_density": lambda case, _: two_mode.two_mode_density(members_of(case)),
    "two_mode_degree_norm": lambda case, entry: two_mode_norm(
        case, two_mode.two_mode_degrees(members_of(case)), entry
    ),
    "two_mode_betweenness_norm": lambda case, entry: two_mode_norm(
        case, betweenness_over_sides(case), entry
    ),
    "mean_memberships_rows_cols": lambda case, _: [
        case.members.sum(axis=1).mean(),
        case.members.sum(axis=0).mean(),
    ],
    "projection_n_edges": lambda case, _: [pairs for pairs, _ in both_projections(case)],
    "projection_density": lambda case, _: [density for _, density in both_projections(case)],
    "projection_shared": of_projection("shared"),
    "projection_newman": of_projection("newman"),
    "projection_overlap_min": of_projection("overlap"),
    "shared_events": shared_events,
    "shared_at_least": lambda case, entry: {
        least: sum(row[2] >= int(least) for row in of_projection("shared")(case, entry))
        for least in entry["values"]
    },
    "hypergeometric_p_below_05": unlikely_pairs,
    "backbone_edges_alpha_05": backbone_edges,
    "max_coverage": of_cover(lambda cells, k: coverage.best_coverage(cells, k).covered),
    "max_coverage_greedy": of_cover(lambda cells, k: coverage.coverage_by_steps(cells, k).covered),
    "min_set_cover": lambda case, _: len(coverage.smallest_cover(holds(case)).chosen),
}
