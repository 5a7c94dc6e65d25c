from __future__ import annotations

from typing import TYPE_CHECKING

from graph_cases import graph_cases
from hypothesis import HealthCheck, given, settings

from actors_graph.algorithms import mixing, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph_cases import GraphCase

    from actors_graph.measures import Facts


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(graph_cases())
def test_a_tie_said_twice_or_backwards_is_one(
    measure: Callable[..., Facts], case: GraphCase
) -> None:
    ids = [f"a{row:02d}" for row in range(case.n)]
    said = [(ids[a], ids[b]) for a, b in case.statements]

    facts = measure(actors=ids, collaborations=said)

    assert list(facts.network.ids) == ids
    assert mixing.edge_pairs(facts.network.graph).tolist() == case.ties.tolist()
    assert facts.network.edges.tolist() == case.ties.tolist()
    assert facts.partners.tolist() == plain.partner_counts(case.graph).tolist()
    assert facts.components.tolist() == plain.components(case.graph).tolist()
    assert facts.cuts.cut_off.tolist() == plain.actors_cut_off(case.graph).tolist()
    assert facts.cuts.links.tolist() == plain.only_links(case.graph).tolist()
