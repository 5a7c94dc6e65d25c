"""Every measure of the reference cases, by its name in their files, computed by our algorithms.

A measure takes a case and one of its entries, and gives values of the same shape. What no
algorithm of ours gives, for METHOD §4 leaves it out, is in `case_backbones` or says networkx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import case_backbones as backbones
import case_two_mode
import networkx as nx
import numpy as np
from case_graphs import first_of_file, flagged, of_counts, of_rows, of_table, rows_graph, whole

from actors_graph.algorithms import (
    brokerage,
    contingency,
    coverage,
    diversity,
    mixing,
    open_pairs,
    plain,
    positions,
    removal,
    resampling,
)
from actors_graph.algorithms.brokerage import Partition

if TYPE_CHECKING:
    from collections.abc import Callable

    from case_graphs import Case, Entry, Graph, Measure

    from actors_graph.algorithms.plain import FloatArray, IntArray

ROLES = ("coordinator", "consultant", "gatekeeper_representative", "liaison")


def ei_permutation(case: Case, entry: Entry) -> dict[str, float]:
    """Mean and spread of the E-I index over 10,000 permuted labels, and both chances."""
    partition = case.partition(entry)
    groups = np.eye(len(partition.differ), dtype=np.bool_)
    drawn = resampling.shuffle(case.pairs, partition, groups, draws=10_000)
    own = case.crossing(entry).ei
    assert own is not None
    found = resampling.chance(own, 2 * drawn.crossing / len(case.pairs) - 1)
    return {"mean": found.mean, "sd": found.sd, "p_low": found.p_low, "p_high": found.p_high}


def link_scores(case: Case, _entry: Entry) -> list[dict[str, Any]]:
    """The fifteen best open pairs by resource allocation, then by their names as in the file."""
    found = open_pairs.open_pairs(case.graph)
    place = {node["id"]: k for k, node in enumerate(case.content["graph"]["nodes"])}
    rows: list[dict[str, Any]] = [
        {
            "pair": sorted(case.named(pair), key=place.__getitem__),
            "common": int(found.common[k]),
            "adamic_adar": float(found.adamic_adar[k]),
            "resource_allocation": float(found.resource_allocation[k]),
            "jaccard": float(found.jaccard[k]),
        }
        for k, pair in enumerate(found.pairs)
    ]
    return sorted(rows, key=lambda row: (-round(row["resource_allocation"], 9), row["pair"]))[:15]


def pairs_with_a_broker(case: Case, entry: Entry) -> int:
    pairs = open_pairs.open_pairs(case.graph).pairs
    return int(case.partition(entry).apart(pairs[:, 0], pairs[:, 1]).sum())


def roles_by_actor(case: Case, entry: Entry) -> dict[str, Any]:
    roles = brokerage.brokerage_roles(case.graph, case.labels(entry)).tolist()
    return {
        one: dict(zip(ROLES, counts, strict=True)) | {"total": sum(counts)}
        for one, counts in zip(case.ids, roles, strict=True)
    }


def roles_in_all(case: Case, entry: Entry) -> dict[str, int]:
    counts = brokerage.brokerage_roles(case.graph, case.labels(entry)).sum(axis=0).tolist()
    return dict(zip(ROLES, counts, strict=True)) | {"total": sum(counts)}


def undirected_role_of_b(case: Case, _entry: Entry) -> dict[str, str]:
    found = {}
    for one in case.content["graph"]["labelings"]:
        labels = np.array(["ABC".index(one["groups"][row]) for row in case.ids])
        counts = brokerage.brokerage_roles(case.graph, labels)[1]
        assert counts.sum() == 1
        name = ROLES[int(counts.argmax())]
        found[one["pattern"]] = name + " (itinerant)" * (name == "consultant")
    return found


def directed_role_of_b(case: Case, _entry: Entry) -> dict[str, str]:
    """Networkx: the product has no directed ties."""
    labelings = case.content["graph"]["labelings"]
    return {
        one["pattern"]: backbones.directed_role(case.ties, one["groups"], "b") for one in labelings
    }


def brokers_of_a_closed_triad(case: Case, _entry: Entry) -> int:
    closed = nx.Graph(case.graph)
    closed.add_edge(0, 2)
    everybody = Partition.none(3)
    assert brokerage.pairs_bridged(case.graph, everybody).tolist() == [0, 1, 0]
    return int(brokerage.pairs_bridged(closed, everybody).sum())


def at_least(case: Case, entry: Entry) -> dict[str, float | None]:
    """Density of the ties of each rung or above."""
    found = {}
    for rung in entry["values"]:
        ties = [tie for tie in case.ties if tie[2] >= int(rung)]
        found[rung] = plain.density(rows_graph(case.ids, ties))
    return found


def sizes(graph: Graph) -> list[int]:
    return sorted(np.bincount(plain.components(graph)).tolist(), reverse=True)


def raw(graph: Graph) -> FloatArray:
    return positions.betweenness(graph)


def neighbour_degree(graph: Graph) -> FloatArray:
    """Networkx: the product has no use of the degree of neighbours."""
    found = nx.average_neighbor_degree(graph)
    return np.array([found[row] for row in graph])


def by_weight(measure: Callable[..., FloatArray]) -> Measure:
    def found(case: Case, entry: Entry) -> FloatArray:
        return measure(case.graph, weights=case.weights if entry.get("weight") else None)

    return of_rows(found)


def norm_without_isolates(case: Case, _entry: Entry) -> FloatArray:
    """Betweenness of the fifteen families that have a tie: normalised without Pucci."""
    tied = plain.partner_counts(case.graph) > 0
    found = np.full(len(tied), np.nan)
    found[tied] = positions.betweenness_normalised(raw(case.graph)[tied])
    return found


def degree_norm(case: Case, _entry: Entry) -> FloatArray:
    return plain.partner_counts(case.graph) / (len(case.ids) - 1)


def of_matrices(case: Case, _entry: Entry) -> dict[str, float | None]:
    matrices = case.content["graph"]["matrices"]
    return {name: mixing.assortativity_of_matrix(np.array(rows)) for name, rows in matrices.items()}


def chi_square(table: IntArray) -> dict[str, float]:
    found = contingency.chi_square(table)
    assert found is not None
    return {"statistic": found.statistic, "df": found.freedom, "p_asymptotic": found.p}


def fragmentation(graph: Graph) -> float | None:
    return removal.fragmentation(plain.components(graph))


MEASURES: dict[str, Measure] = {
    "n_nodes": whole(lambda graph: graph.number_of_nodes()),
    "n_edges": whole(lambda graph: len(mixing.edge_pairs(graph))),
    "density": whole(plain.density),
    "mean_degree": whole(lambda graph: plain.partner_counts(graph).mean()),
    "degree_centralization": whole(plain.degree_centralisation),
    "betweenness_centralization": whole(lambda g: positions.betweenness_centralisation(raw(g))),
    "n_components": whole(lambda graph: len(sizes(graph))),
    "component_sizes": whole(sizes),
    "n_bridges": whole(lambda graph: len(plain.only_links(graph))),
    "fragmentation": whole(fragmentation),
    "connectedness": whole(lambda graph: plain.connectedness(plain.components(graph))),
    "transitivity_global": whole(positions.transitivity),
    "degree_assortativity": whole(mixing.degree_assortativity),
    "isolates": flagged(lambda graph: plain.partner_counts(graph) == 0),
    "articulation_points": flagged(plain.articulation_points),
    "bridges": lambda case, _: [case.named(pair) for pair in plain.only_links(case.graph)],
    "degree": of_rows(lambda case, _: plain.partner_counts(case.graph)),
    "memberships": of_rows(lambda case, _: plain.partner_counts(case.graph)),
    "degree_norm": of_rows(degree_norm),
    "betweenness_raw": of_rows(lambda case, _: raw(case.graph)),
    "betweenness_norm": of_rows(
        lambda case, _: positions.betweenness_normalised(raw(case.graph)),
    ),
    "betweenness_norm_15": of_rows(norm_without_isolates),
    "constraint": by_weight(positions.constraint),
    "effective_size": by_weight(positions.effective_size),
    "efficiency": of_rows(lambda case, _: positions.efficiency(case.graph)),
    "constraint_isolated_node": lambda *_: positions.constraint(nx.empty_graph(1)).tolist()[0],
    "core_number": of_rows(lambda case, _: positions.core_numbers(case.graph)),
    "constraint_first3": first_of_file(positions.constraint),
    "betweenness_first3": first_of_file(raw),
    "core_number_first3": first_of_file(positions.core_numbers),
    "mean_neighbour_degree_first3": first_of_file(neighbour_degree),
    "fragmentation_after_removal": of_rows(lambda case, _: case.without.fragmentation),
    "largest_component_after_removal": of_rows(lambda case, _: case.without.largest),
    "n_components_after_removal": of_rows(lambda case, _: case.without.components),
    "ei_index": lambda case, entry: case.crossing(entry).ei,
    "ei_internal_external": lambda case, entry: [
        case.crossing(entry).internal,
        case.crossing(entry).external,
    ],
    "ei_expected": lambda case, entry: case.crossing(entry).expected_ei,
    "ei_bounds": lambda case, entry: case.crossing(entry).bounds,
    "ei_group": lambda case, entry: dict(
        zip(
            sorted(entry["values"]),
            mixing.ei_of_groups(case.pairs, case.partition(entry)).tolist(),
            strict=True,
        )
    ),
    "ei_individual": of_rows(
        lambda case, entry: mixing.ei_of_rows(case.pairs, case.partition(entry))
    ),
    "ei_permutation": ei_permutation,
    "assortativity_nominal": lambda case, entry: mixing.assortativity(
        case.pairs, case.labels(entry)
    ),
    "assortativity_from_matrix": of_matrices,
    "blau": of_counts(diversity.blau),
    "iqv": of_counts(diversity.qualitative_variation),
    "iqv_4_categories": of_counts(diversity.qualitative_variation),
    "shannon_nats": of_counts(diversity.shannon),
    "richness": of_counts(diversity.richness),
    "participation_coefficient": of_rows(
        lambda case, entry: brokerage.partner_diversity(case.graph, case.labels(entry))
    ),
    "within_module_z": of_rows(
        lambda case, entry: positions.within_group_z(case.graph, case.labels(entry))
    ),
    "gf_totals_unordered": roles_in_all,
    "gf_roles_unordered": roles_by_actor,
    "gf_role_of_b_directed": directed_role_of_b,
    "gf_role_of_b_undirected": undirected_role_of_b,
    "no_broker_if_a_c_tied": brokers_of_a_closed_triad,
    "brokered_pairs": of_rows(
        lambda case, entry: brokerage.pairs_bridged(case.graph, case.partition(entry))
    ),
    "exclusive_pairs": of_rows(
        lambda case, entry: brokerage.pairs_only_way(case.graph, case.partition(entry))
    ),
    "n_pairs_with_a_broker": pairs_with_a_broker,
    "link_scores_top": link_scores,
    "ladder_counts": lambda case, entry: {
        rung: sum(tie[2] == int(rung) for tie in case.ties) for rung in entry["values"]
    },
    "density_at_least": at_least,
    "greedy_bound": lambda *_: coverage.GUARANTEE,
    "upper_bound_after_greedy_2": lambda case, _: case_two_mode.steps_bound(case, 2),
    "crosstab_observed": of_table(lambda table: table.tolist()),
    "crosstab_expected": of_table(lambda table: contingency.expected_counts(table).tolist()),
    "crosstab_pearson_residuals": of_table(lambda t: contingency.pearson_residuals(t).tolist()),
    "crosstab_adjusted_residuals": of_table(lambda t: contingency.adjusted_residuals(t).tolist()),
    "chi_square": of_table(chi_square),
    "chi_square_p_simulated": of_table(contingency.simulated_p),
    "p_zero_poisson": of_table(
        lambda t: contingency.chance_of_empty(contingency.expected_counts(t)).tolist()
    ),
} | case_two_mode.MEASURES
