"""Algorithms on tables, counts and memberships, each beside its oracle."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import graph_oracles as oracles
import networkx as nx
import numpy as np
from graph_cases import GROUPS
from law import Law, with_values

from actors_graph.algorithms import contingency, coverage, diversity, positions, two_mode

if TYPE_CHECKING:
    import scipy.sparse as sp
    from graph_cases import GraphCase
    from law import Values

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray


def members(case: GraphCase) -> sp.csr_array[np.int64]:
    return two_mode.memberships(case.graph, actors=case.actors)


def holds(case: GraphCase) -> BoolArray:
    return np.asarray(members(case).toarray() > 0)[:9]


def table(case: GraphCase) -> IntArray:
    return contingency.crossed_counts(case.labels, case.others, shape=(GROUPS, 3))


def projected(case: GraphCase) -> dict[tuple[int, ...], Values]:
    found = two_mode.projection(members(case))
    return with_values(found.pairs, found.shared, found.newman, found.overlap)


def chances(case: GraphCase) -> dict[tuple[int, ...], Values]:
    pairs = (
        np.array(list(itertools.combinations(range(case.actors), 2)))
        .astype(np.int64)
        .reshape(-1, 2)
    )
    found = two_mode.chance_to_share(members(case), pairs)
    return dict(zip(map(tuple, pairs.tolist()), found.tolist(), strict=True))


def chi_square(case: GraphCase) -> list[float] | None:
    found = contingency.chi_square(table(case))
    return None if found is None else [found.statistic, found.freedom, found.p]


def scipy_chi_square(case: GraphCase) -> list[float] | None:
    from scipy.stats import chi2_contingency

    counts = table(case)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    if min(counts.shape) < 2:
        return None
    found = chi2_contingency(counts, correction=False)
    return [found.statistic, found.dof, found.pvalue]


def scipy_expected(case: GraphCase) -> FloatArray:
    from scipy.stats.contingency import expected_freq

    counts = table(case)
    return np.asarray(expected_freq(counts)) if counts.sum() else np.zeros(counts.shape)


def crossed_by_hand(case: GraphCase) -> list[list[int]]:
    both = list(zip(case.labels.tolist(), case.others.tolist(), strict=True))
    return [[both.count((line, column)) for column in range(3)] for line in range(GROUPS)]


def pearson_by_hand(case: GraphCase) -> list[list[float]]:
    return [
        [(o - e) / math.sqrt(e) if e else math.nan for o, e in zip(*lines, strict=True)]
        for lines in zip(crossed_by_hand(case), scipy_expected(case).tolist(), strict=True)
    ]


def group_counts(case: GraphCase) -> IntArray:
    """Partners of each row in each group."""
    found = np.zeros((case.n, GROUPS), dtype=np.int64)
    for row in range(case.n):
        for group, count in oracles.partner_groups(case, row).items():
            found[row, group] = count
    return found


def index_of_variation(case: GraphCase) -> list[float]:
    even = oracles.blau_of([1] * GROUPS)
    return [oracles.blau_of(line) / even for line in group_counts(case).tolist()]


TABLES: dict[str, Law] = {
    "richness": Law(
        lambda c: diversity.richness(group_counts(c)),
        lambda c: [len(oracles.partner_groups(c, row)) for row in range(c.n)],
    ),
    "blau": Law(lambda c: diversity.blau(group_counts(c)), oracles.partner_diversity),
    "qualitative_variation": Law(
        lambda c: diversity.qualitative_variation(group_counts(c)), index_of_variation
    ),
    "shannon": Law(
        lambda c: diversity.shannon(group_counts(c)),
        lambda c: [oracles.shannon_of(line) for line in group_counts(c).tolist()],
    ),
    "crossed_counts": Law(lambda c: [table(c)], lambda c: [crossed_by_hand(c)]),
    "expected_counts": Law(
        lambda c: [contingency.expected_counts(table(c))], lambda c: [scipy_expected(c)]
    ),
    "pearson_residuals": Law(
        lambda c: [contingency.pearson_residuals(table(c))], lambda c: [pearson_by_hand(c)]
    ),
    "adjusted_residuals": Law(
        lambda c: [contingency.adjusted_residuals(table(c))],
        lambda c: [np.array(oracles.residuals(table(c))).reshape(GROUPS, 3)],
    ),
    "chance_of_empty": Law(
        lambda c: [contingency.chance_of_empty(scipy_expected(c))],
        lambda c: [[[math.exp(-one) for one in line] for line in scipy_expected(c).tolist()]],
    ),
    "chi_square": Law(chi_square, scipy_chi_square),
}
TWO_MODE: dict[str, Law] = {
    "memberships": Law(
        lambda c: members(c).sum(),
        lambda c: sum(min(edge) < c.actors <= max(edge) for edge in c.graph.edges),
    ),
    "two_mode_density": Law(
        lambda c: two_mode.two_mode_density(members(c)),
        lambda c: nx.bipartite.density(c.graph, range(c.actors)) if 0 < c.actors < c.n else None,
    ),
    "two_mode_degrees": Law(
        lambda c: two_mode.two_mode_degrees(members(c)), oracles.two_mode_degrees
    ),
    "two_mode_betweenness": Law(
        lambda c: two_mode.two_mode_betweenness(positions.betweenness(c.graph), actors=c.actors),
        oracles.two_mode_betweenness,
    ),
    "projection": Law(projected, oracles.projected),
    "chance_to_share": Law(chances, oracles.chances_to_share),
}
# Of several best choices an integer program gives one: how much it covers is what must agree.
CHOICES: dict[str, Law] = {
    "best_coverage": Law(
        lambda c: coverage.best_coverage(holds(c), 2).covered,
        lambda c: oracles.best_coverage(holds(c), 2),
    ),
    "smallest_cover": Law(
        lambda c: len(coverage.smallest_cover(holds(c)).chosen),
        lambda c: oracles.fewest_for_all(holds(c)),
    ),
}
