"""Algorithms on graphs and labels, each beside its oracle: networkx, or plain counting.

`ONE_MODE` holds what does not depend on the numbers of the rows; `IN_ORDER` what is numbered by
the smallest row, or listed from a row to another.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import graph_oracles as oracles
import networkx as nx
import numpy as np
from graph_cases import GROUPS
from law import Law, with_values

from actors_graph.algorithms import brokerage, mixing, open_pairs, plain, positions, removal
from actors_graph.algorithms.brokerage import Partition

if TYPE_CHECKING:
    from graph_cases import GraphCase
    from law import Values

    from actors_graph.algorithms.plain import FloatArray


def partition(case: GraphCase) -> Partition:
    return Partition(case.labels, ~np.eye(GROUPS, dtype=np.bool_))


def scores(case: GraphCase) -> dict[tuple[int, ...], Values]:
    found = open_pairs.open_pairs(case.graph)
    scored = (found.common, found.resource_allocation, found.adamic_adar, found.jaccard)
    return with_values(found.pairs, *scored)


def left_without(case: GraphCase) -> FloatArray:
    found = removal.after_removal(plain.cuts(case.graph))
    return np.stack([found.components, found.largest, found.fragmentation], axis=1)


def crossing(case: GraphCase) -> list[int]:
    found = mixing.crossing(case.ties, partition(case))
    return [found.internal, found.external, found.possible_internal, found.possible_external]


def expected_mixing(case: GraphCase) -> FloatArray:
    counts = mixing.mixing_counts(case.ties, case.labels, groups=GROUPS)
    return mixing.expected_ties(counts, mixing.possible_pairs(case.labels, groups=GROUPS))


def expected_by_hand(case: GraphCase) -> list[list[float]]:
    tied, known = oracles.crossing(case)[:2], oracles.crossing(case)[2:]
    density = sum(tied) / max(sum(known), 1)
    pairs = oracles.counted(case, list(itertools.combinations(range(case.n), 2)))
    return [[density * one for one in line] for line in pairs]


def raw(case: GraphCase) -> FloatArray:
    return positions.betweenness(case.graph)


def nx_between(case: GraphCase, *, normalized: bool) -> list[float]:
    return oracles.by_row(case.graph, nx.betweenness_centrality(case.graph, normalized=normalized))


def freeman(values: list[float], star: float, n: int) -> float | None:
    """Sum of the differences to the largest, over that of a star."""
    return sum(max(values) - one for one in values) / star if n > 2 else None


def shortest(case: GraphCase) -> dict[tuple[int, ...], Values]:
    pairs = itertools.islice(itertools.combinations(range(case.n), 2), 12)
    return {pair: plain.shortest_paths(case.graph, *pair, limit=10**6).tolist() for pair in pairs}


def nx_shortest(case: GraphCase) -> dict[tuple[int, ...], Values]:
    graph = case.graph
    return {
        (a, b): sorted(nx.all_shortest_paths(graph, a, b)) if nx.has_path(graph, a, b) else []
        for a, b in itertools.islice(itertools.combinations(range(case.n), 2), 12)
    }


def flags(case: GraphCase, rows: object) -> list[bool]:
    found = set(rows)  # type: ignore[call-overload]  # any iterable of rows
    return [row in found for row in range(case.n)]


def cutting_ties(case: GraphCase) -> dict[tuple[int, ...], int]:
    """Ties without which their two ends have no path."""
    found: dict[tuple[int, ...], int] = {}
    for a, b in case.ties.tolist():
        left = case.graph.copy()
        left.remove_edge(a, b)
        if not nx.has_path(left, a, b):
            found[a, b] = 1
    return found


def degrees(case: GraphCase) -> list[int]:
    return [case.graph.degree(row) for row in range(case.n)]


def nx_constraint(case: GraphCase, weight: str | None = None) -> list[float]:
    # Of an empty graph networkx makes no matrix.
    return oracles.by_row(case.graph, nx.constraint(case.weighted, weight=weight)) if case.n else []


def nx_transitivity(case: GraphCase) -> float | None:
    return nx.transitivity(case.graph) if max(degrees(case), default=0) > 1 else None


def nx_weighted_size(case: GraphCase) -> list[float]:
    # Without `nodes`, networkx 3.6.1 divides by the wrong axis.
    found = nx.effective_size(case.weighted, nodes=list(case.graph), weight="weight")
    return oracles.by_row(case.graph, found)


def over_degree(values: list[float], counts: list[int]) -> list[float]:
    return [one / count if count else math.nan for one, count in zip(values, counts, strict=True)]


ONE_MODE: dict[str, Law] = {
    "partner_counts": Law(lambda c: plain.partner_counts(c.graph), degrees),
    "articulation_points": Law(
        lambda c: plain.articulation_points(c.graph),
        lambda c: flags(c, nx.articulation_points(c.graph)),
    ),
    "actors_cut_off": Law(lambda c: plain.actors_cut_off(c.graph), oracles.cut_off),
    "only_links": Law(lambda c: with_values(plain.only_links(c.graph)), cutting_ties),
    "density": Law(
        lambda c: plain.density(c.graph), lambda c: nx.density(c.graph) if c.n > 1 else None
    ),
    "degree_centralisation": Law(
        lambda c: plain.degree_centralisation(c.graph),
        lambda c: freeman([*map(float, degrees(c))], (c.n - 1) * (c.n - 2), c.n),
    ),
    "connectedness": Law(
        lambda c: plain.connectedness(plain.components(c.graph)),
        lambda c: oracles.reached_share(c.graph),
    ),
    "fragmentation": Law(
        lambda c: removal.fragmentation(plain.components(c.graph)),
        lambda c: None if c.n < 2 else 1 - (oracles.reached_share(c.graph) or 0),
    ),
    "after_removal": Law(left_without, oracles.removals),
    "adjacency": Law(
        lambda c: brokerage.adjacency(c.graph).toarray().sum(axis=1),
        lambda c: nx.to_numpy_array(c.graph, nodelist=range(c.n)).sum(axis=1) if c.n else [],
    ),
    "row_sums": Law(lambda c: brokerage.row_sums(brokerage.adjacency(c.graph)), degrees),
    "tied": Law(
        lambda c: np.array(
            [
                brokerage.tied(
                    brokerage.adjacency(c.graph), np.full(c.n, row), np.arange(c.n)
                ).sum()
                for row in range(c.n)
            ]
        ),
        degrees,
    ),
    "ways_between": Law(
        lambda c: brokerage.ways_between(*[brokerage.adjacency(c.graph)] * 3),
        lambda c: [2 * one for one in oracles.triangles(c)],
    ),
    "row_blocks": Law(
        lambda c: sum(
            rows.stop - rows.start
            for rows in brokerage.row_blocks(*[brokerage.adjacency(c.graph)] * 2)
        ),
        lambda c: c.n,
    ),
    "pairs_bridged": Law(lambda c: brokerage.pairs_bridged(c.graph, partition(c)), oracles.bridged),
    "only_ways": Law(
        lambda c: with_values(brokerage.only_ways(c.graph, partition(c))), oracles.only_ways
    ),
    "pairs_only_way": Law(
        lambda c: brokerage.pairs_only_way(c.graph, partition(c)),
        lambda c: [sum(key[1] == row for key in oracles.only_ways(c)) for row in range(c.n)],
    ),
    "brokerage_roles": Law(
        lambda c: brokerage.brokerage_roles(c.graph, c.labels),
        lambda c: np.array(oracles.roles(c)).reshape(-1, 4),
    ),
    "partner_diversity": Law(
        lambda c: brokerage.partner_diversity(c.graph, c.labels), oracles.partner_diversity
    ),
    "core_numbers": Law(
        lambda c: positions.core_numbers(c.graph),
        lambda c: oracles.by_row(c.graph, nx.core_number(c.graph)),
    ),
    "triangles": Law(
        lambda c: positions.triangles(c.graph),
        oracles.triangles,
    ),
    "transitivity": Law(lambda c: positions.transitivity(c.graph), nx_transitivity),
    "effective_size": Law(lambda c: positions.effective_size(c.graph), oracles.effective_size),
    "effective_size weighted": Law(
        lambda c: positions.effective_size(c.graph, weights=c.weights), nx_weighted_size
    ),
    "efficiency": Law(
        lambda c: positions.efficiency(c.graph),
        lambda c: over_degree(oracles.effective_size(c), degrees(c)),
    ),
    "constraint": Law(lambda c: positions.constraint(c.graph), nx_constraint),
    "constraint weighted": Law(
        lambda c: positions.constraint(c.graph, weights=c.weights),
        lambda c: nx_constraint(c, "weight"),
    ),
    "within_group_z": Law(
        lambda c: positions.within_group_z(c.graph, c.labels), oracles.within_group_z
    ),
    "betweenness": Law(raw, lambda c: nx_between(c, normalized=False)),
    "betweenness_normalised": Law(
        lambda c: positions.betweenness_normalised(raw(c)),
        lambda c: nx_between(c, normalized=True) if c.n > 2 else [math.nan] * c.n,
    ),
    "betweenness_centralisation": Law(
        lambda c: positions.betweenness_centralisation(raw(c)),
        lambda c: freeman(nx_between(c, normalized=True), c.n - 1, c.n),
    ),
    "edge_pairs": Law(
        lambda c: with_values(mixing.edge_pairs(c.graph)),
        lambda c: {(min(pair), max(pair)): 1 for pair in c.statements},
    ),
    "mixing_counts": Law(
        lambda c: mixing.mixing_counts(c.ties, c.labels, groups=GROUPS)[np.newaxis],
        lambda c: [oracles.counted(c, list(c.graph.edges))],
    ),
    "possible_pairs": Law(
        lambda c: mixing.possible_pairs(c.labels, groups=GROUPS)[np.newaxis],
        lambda c: [oracles.counted(c, list(itertools.combinations(range(c.n), 2)))],
    ),
    "expected_ties": Law(lambda c: expected_mixing(c)[np.newaxis], lambda c: [expected_by_hand(c)]),
    "crossing": Law(lambda c: [crossing(c)], lambda c: [oracles.crossing(c)]),
    "ei_of_rows": Law(
        lambda c: mixing.ei_of_rows(c.ties, partition(c)),
        lambda c: [oracles.ei(oracles.seen_outside(c, row)) for row in range(c.n)],
    ),
    "ei_of_groups": Law(
        lambda c: mixing.ei_of_groups(c.ties, partition(c))[np.newaxis],
        lambda c: [oracles.ei_of_groups(c)],
    ),
    "assortativity": Law(lambda c: mixing.assortativity(c.ties, c.labels), oracles.assortativity),
    "assortativity_of_matrix": Law(
        lambda c: mixing.assortativity_of_matrix(
            np.array(oracles.counted(c, list(c.graph.edges)))
            + np.diag(np.diag(np.array(oracles.counted(c, list(c.graph.edges)))))
        ),
        oracles.assortativity,
    ),
    "degree_assortativity": Law(
        lambda c: mixing.degree_assortativity(c.graph), oracles.degree_assortativity
    ),
    "open_pairs": Law(scores, oracles.link_scores),
}
# Numbered by the smallest row, or listed from a row to another: equal to the oracle, and other
# numbers once rows are renamed.
IN_ORDER: dict[str, Law] = {
    "components": Law(lambda c: plain.components(c.graph), oracles.component_labels),
    "shortest_paths": Law(shortest, nx_shortest),
}
