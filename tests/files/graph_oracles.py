"""Slow and plain ways to find what the algorithms find, where networkx has none or is wrong."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from graph_cases import GROUPS

if TYPE_CHECKING:
    from graph_cases import Graph, GraphCase

    from actors_graph.algorithms.plain import BoolArray, IntArray


def by_row(graph: Graph, found: dict[int, Any]) -> list[Any]:
    return [found[row] for row in range(graph.number_of_nodes())]


def component_labels(case: GraphCase) -> list[int]:
    """Components numbered by their smallest row."""
    parts = sorted(nx.connected_components(case.graph), key=min)
    return by_row(case.graph, {row: k for k, part in enumerate(parts) for row in part})


def parts_left(graph: Graph, row: int) -> list[set[int]]:
    """Parts of the component of a row once it is removed, the largest first."""
    inside = set(nx.node_connected_component(graph, row)) - {row}
    return sorted(nx.connected_components(graph.subgraph(inside)), key=lambda p: (-len(p), min(p)))


def cut_off(case: GraphCase) -> list[int]:
    graph = case.graph
    return [sum(map(len, parts_left(graph, row)[1:])) for row in range(case.n)]


def reached_share(graph: Graph) -> float | None:
    """Share of the pairs that have a path, asked one by one."""
    pairs = list(itertools.combinations(graph, 2))
    return sum(nx.has_path(graph, a, b) for a, b in pairs) / len(pairs) if pairs else None


def removals(case: GraphCase) -> list[list[float]]:
    """Components, largest one and share of pairs without a path, each row removed in turn."""
    found = []
    for row in range(case.n):
        left = case.graph.copy()
        left.remove_node(row)
        sizes = [len(part) for part in nx.connected_components(left)]
        joined, pairs = sum(math.comb(size, 2) for size in sizes), math.comb(case.n - 1, 2)
        apart = 1 - joined / pairs if pairs else math.nan
        found.append([len(sizes), max(sizes, default=0), apart])
    return found


def open_pairs_of(graph: Graph, row: int) -> list[tuple[int, int]]:
    pairs = itertools.combinations(sorted(graph.adj[row]), 2)
    return [(a, b) for a, b in pairs if not graph.has_edge(a, b)]


def only_ways(case: GraphCase) -> dict[tuple[int, ...], int]:
    """(end, middle, other end) where the middle is the one common partner of groups that differ."""
    graph, labels = case.graph, case.labels
    return {
        (a, row, b): 1
        for row in graph
        for a, b in open_pairs_of(graph, row)
        if set(graph.adj[a]) & set(graph.adj[b]) == {row}
        and min(labels[a], labels[b]) >= 0
        and labels[a] != labels[b]
    }


def roles(case: GraphCase) -> list[list[int]]:
    """Coordinator, itinerant, gatekeeper, liaison, by the definition."""
    graph, labels = case.graph, case.labels
    found = [[0] * 4 for _ in range(case.n)]
    for row in graph:
        for a, b in open_pairs_of(graph, row):
            own, one, two = labels[[row, a, b]].tolist()
            if min(own, one, two) >= 0:
                alike = 0 if one == own else 1
                found[row][alike if one == two else 2 if own in (one, two) else 3] += 1
    return found


def bridged(case: GraphCase) -> list[int]:
    labels = case.labels
    return [
        sum(
            min(labels[a], labels[b]) >= 0 and labels[a] != labels[b]
            for a, b in open_pairs_of(case.graph, row)
        )
        for row in range(case.n)
    ]


def partner_groups(case: GraphCase, row: int) -> Counter[int]:
    return Counter(int(case.labels[o]) for o in case.graph.adj[row] if case.labels[o] >= 0)


def blau_of(counts: list[int]) -> float:
    """Chance that two draws with replacement differ, pair of draws by pair of draws."""
    total = sum(counts)
    if not total:
        return math.nan
    return sum(a * b for a, b in itertools.permutations(counts, 2)) / total**2


def shannon_of(counts: list[int]) -> float:
    total = sum(counts)
    if not total:
        return math.nan
    return math.fsum(-count / total * math.log(count / total) for count in counts if count)


def partner_diversity(case: GraphCase) -> list[float]:
    rows = range(case.n)
    return [blau_of(list(partner_groups(case, row).values())) for row in rows]


def triangles(case: GraphCase) -> list[int]:
    graph = case.graph
    pairs = [itertools.combinations(graph.adj[row], 2) for row in range(case.n)]
    return [sum(graph.has_edge(a, b) for a, b in one) for one in pairs]


def within_group_z(case: GraphCase) -> list[float]:
    labels = case.labels
    inside = [sum(labels[o] == labels[row] for o in case.graph.adj[row]) for row in range(case.n)]
    found = []
    for row in range(case.n):
        group = [inside[other] for other in range(case.n) if labels[other] == labels[row]]
        mean = sum(group) / len(group)
        spread = math.sqrt(sum((one - mean) ** 2 for one in group) / len(group))
        z = (inside[row] - mean) / spread if spread > 1e-9 else 0.0
        found.append(z if labels[row] >= 0 else math.nan)
    return found


def effective_size(case: GraphCase) -> list[float]:
    """Burt's formula of ties that have no strength."""
    graph = case.graph
    found = []
    for row in range(case.n):
        partners = set(graph.adj[row])
        redundant = sum(len(partners & set(graph.adj[one])) / len(partners) for one in partners)
        found.append(len(partners) - redundant if partners else math.nan)
    return found


def counted(case: GraphCase, pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Pairs of rows between each two groups, one by one."""
    found = [[0] * GROUPS for _ in range(GROUPS)]
    for a, b in pairs:
        one, two = sorted((int(case.labels[a]), int(case.labels[b])))
        if one >= 0:
            found[one][two] += 1
            found[two][one] += one != two
    return found


def crossing(case: GraphCase) -> list[int]:
    """Internal and external ties, then possible pairs."""
    labels = case.labels
    known = [p for p in itertools.combinations(range(case.n), 2) if labels[list(p)].min() >= 0]
    tied = [pair for pair in known if case.graph.has_edge(*pair)]
    found = []
    for pairs in (tied, known):
        apart = sum(labels[a] != labels[b] for a, b in pairs)
        found += [len(pairs) - apart, int(apart)]
    return found


def ei(outside: list[bool]) -> float:
    return 2 * sum(outside) / len(outside) - 1 if outside else math.nan


def seen_outside(case: GraphCase, row: int) -> list[bool]:
    """By tie of a row of known group, whether it leaves the group."""
    labels = case.labels
    if labels[row] < 0:
        return []
    return [bool(labels[o] != labels[row]) for o in case.graph.adj[row] if labels[o] >= 0]


def ei_of_groups(case: GraphCase) -> list[float]:
    return [
        ei(
            [
                one
                for row in range(case.n)
                if case.labels[row] == g
                for one in seen_outside(case, row)
            ]
        )
        for g in range(GROUPS)
    ]


def assortativity(case: GraphCase) -> float | None:
    known: Graph = nx.Graph(case.graph.subgraph(np.flatnonzero(case.labels >= 0).tolist()))
    if len({case.labels[row] for edge in known.edges for row in edge}) < 2:
        return None
    nx.set_node_attributes(known, {row: int(case.labels[row]) for row in known}, "group")
    return float(nx.attribute_assortativity_coefficient(known, "group"))


def degree_assortativity(case: GraphCase) -> float | None:
    if len({case.graph.degree(row) for edge in case.graph.edges for row in edge}) < 2:
        return None
    return float(nx.degree_assortativity_coefficient(case.graph))


def link_scores(case: GraphCase) -> dict[tuple[int, ...], list[float]]:
    """The scores of networkx for the pairs that are not tied and share a partner."""
    graph = case.graph
    pairs = [
        (a, b)
        for a, b in itertools.combinations(range(case.n), 2)
        if not graph.has_edge(a, b) and set(graph.adj[a]) & set(graph.adj[b])
    ]
    scores = (nx.resource_allocation_index, nx.adamic_adar_index, nx.jaccard_coefficient)
    found: dict[tuple[int, ...], list[float]] = {
        pair: [float(len(set(nx.common_neighbors(graph, *pair))))] for pair in pairs
    }
    for score in scores:
        for a, b, value in score(graph, pairs):
            found[a, b].append(value)
    return found


def projected(case: GraphCase) -> dict[tuple[int, ...], list[float]]:
    """Shared, Newman and overlap weights of networkx on the side of the actors."""
    from networkx.algorithms import bipartite

    graph, side = case.graph, range(case.actors)
    if case.actors == case.n:
        return {}
    shared = bipartite.weighted_projected_graph(graph, side)
    newman = bipartite.collaboration_weighted_projected_graph(graph, side)
    overlap = bipartite.overlap_weighted_projected_graph(graph, side, jaccard=False)
    return {
        (min(pair), max(pair)): [g.edges[pair]["weight"] for g in (shared, newman, overlap)]
        for pair in shared.edges
    }


def two_mode_degrees(case: GraphCase) -> list[float]:
    if not 0 < case.actors < case.n:
        return [math.nan] * case.n
    found = nx.bipartite.degree_centrality(case.graph, range(case.actors))
    return by_row(case.graph, found)


def two_mode_betweenness(case: GraphCase) -> list[float]:
    """By hand where a side has one row at most: there networkx divides by zero."""
    actors, others = case.actors, case.n - case.actors
    if min(actors, others) < 2:
        raw = nx.betweenness_centrality(case.graph, normalized=False)
        pairs = {True: math.comb(others, 2), False: math.comb(actors, 2)}
        alone = {True: actors == 1, False: others == 1}
        return [
            raw[row] / pairs[row < actors]
            if alone[row < actors] and pairs[row < actors]
            else math.nan
            for row in range(case.n)
        ]
    found = nx.bipartite.betweenness_centrality(case.graph, range(case.actors))
    return by_row(case.graph, found)


def chances_to_share(case: GraphCase) -> dict[tuple[int, ...], float]:
    """Hypergeometric law in whole numbers, for each pair of actors."""
    graph, events = case.graph, case.n - case.actors
    found: dict[tuple[int, ...], float] = {}
    for a, b in itertools.combinations(range(case.actors), 2):
        one, two = len(graph.adj[a]), len(graph.adj[b])
        shared = len(set(graph.adj[a]) & set(graph.adj[b]))
        ways = sum(
            math.comb(one, k) * math.comb(events - one, two - k) for k in range(shared, two + 1)
        )
        found[a, b] = ways / math.comb(events, two)
    return found


def best_coverage(holds: BoolArray, count: int) -> int:
    """Most cells that so many candidates cover, each choice tried."""
    chosen = itertools.combinations(range(len(holds)), min(count, len(holds)))
    return max((int(holds[list(rows)].any(axis=0).sum()) for rows in chosen), default=0)


def fewest_for_all(holds: BoolArray) -> int:
    """Size of the smallest cover, each choice tried from the smallest."""
    whole = int(holds.any(axis=0).sum())
    return next(k for k in range(len(holds) + 1) if best_coverage(holds, k) == whole)


def residuals(table: IntArray) -> list[list[float]]:
    """Adjusted residuals cell by cell, by the formula of Haberman."""
    total = table.sum()
    found = []
    for line, column in np.ndindex(table.shape):
        r, c = table[line].sum(), table[:, column].sum()
        variance = r * c * (total - r) * (total - c) / total**3 if total else 0
        over = table[line, column] - (r * c / total if total else 0)
        found.append([float(over) / math.sqrt(variance) if variance else math.nan])
    return found
