"""How good the pairs are on names drawn with a seed that no rule was tuned on.

The figures to reach are those of the project: strict precision .995 and recall .85 of all true
pairs, .95 of the true pairs of one commune in the queue. `benchmarks/matching_quality.py` prints
them for 100,000 names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from association_names import HELD_OUT_SEED, association_names
from matching_quality import quality, records_of

from actors_graph.matching import same_actor_pairs

if TYPE_CHECKING:
    from association_names import AssociationNames

N = 6_000


@pytest.fixture(scope="module")
def drawn() -> AssociationNames:
    return association_names(N, seed=HELD_OUT_SEED)


def test_drawn_names_have_the_shape_that_is_promised(drawn: AssociationNames) -> None:
    pairs = drawn.true_pairs()
    apart = sum(drawn.communes[a] != drawn.communes[b] for a, b in pairs)

    assert len(drawn.names) == N
    assert len(set(drawn.actors)) == round(N * 0.82)
    assert 0.19 * N < len(pairs) < 0.21 * N
    assert 0.04 < apart / len(pairs) < 0.11
    assert drawn == association_names(N, seed=HELD_OUT_SEED)


def test_copies_differ_from_what_they_copy(drawn: AssociationNames) -> None:
    same = sum(drawn.names[a] == drawn.names[b] for a, b in drawn.true_pairs())

    assert same / len(drawn.true_pairs()) < 0.02


def test_pairs_reach_the_figures_of_the_project(drawn: AssociationNames) -> None:
    found = quality(drawn, same_actor_pairs(records_of(drawn)))

    assert found.strict_precision >= 0.995
    assert found.strict_recall >= 0.85
    assert found.queue_recall_near >= 0.95
    assert found.queue_precision >= 0.6
