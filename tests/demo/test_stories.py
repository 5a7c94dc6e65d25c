"""Stories 1 to 3 of the demonstration and their look-alikes, on the committed files."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest
from demo import stories

if TYPE_CHECKING:
    from collections.abc import Mapping

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]


def pieces_without(graph: nx.Graph[str], actor: str) -> list[set[str]]:
    """What an actor alone holds to the rest: the parts it leaves behind but the largest."""
    body = nx.node_connected_component(graph, actor)
    rest = graph.subgraph(body - {actor})
    return sorted(nx.connected_components(rest), key=len)[:-1]


# 1. Alone.


def test_lone_documented_actors_are_27(
    network: nx.Graph[str], documented: set[str], actors: dict[str, Row]
) -> None:
    alone = set(nx.isolates(network))
    checked = sorted(actors[a]["verifie_le"] for a in alone & documented)
    assert len(checked) == stories.LONE_RECENT + stories.LONE_OLD == 27
    assert sum(day >= "2025-09-01" for day in checked) == stories.LONE_RECENT == 18
    assert sum("" < day < "2024-09-01" for day in checked) == stories.LONE_OLD == 9
    assert stories.LONE_EXAMPLE in alone & documented


def test_never_documented_actors_are_45_and_none_is_said_alone(
    network: nx.Graph[str], documented: set[str], actors: dict[str, Row]
) -> None:
    silent = set(actors) - documented
    assert len(silent) == stories.NEVER_DOCUMENTED == 45
    assert silent <= set(nx.isolates(network))
    assert stories.LONE_NEVER_DOCUMENTED in silent
    assert set(stories.TO_IDENTIFY) <= silent


def test_never_documented_actors_appear_in_no_other_file(
    tables: Tables, documented: set[str], actors: dict[str, Row]
) -> None:
    silent = set(actors) - documented
    others = [rows for table, rows in tables.items() if table != "acteurs"]
    cells = {cell for rows in others for row in rows for cell in row.values()}
    assert not silent & cells


# 2. Hinge.


def test_regie_holds_six_groups_and_one_association(
    network: nx.Graph[str], actors: dict[str, Row]
) -> None:
    cut_off = set().union(*pieces_without(network, stories.HINGE))
    assert cut_off == {*stories.HINGE_GROUPS, stories.HINGE_ASSOCIATION}
    kinds = sorted(actors[a]["type"] for a in cut_off)
    assert kinds == ["association", *["groupe_habitants"] * 6]
    assert actors[stories.HINGE]["commune"] == "Moulins"


def test_every_tie_of_the_regie_says_since_when(tables: Tables) -> None:
    rows = [
        row
        for row in tables["collaborations"]
        if stories.HINGE in (row["acteur_a"], row["acteur_b"])
    ]
    assert len(rows) >= 14
    assert all(row["debut"] and row["niveau"] for row in rows)


def test_large_association_cuts_off_nobody(network: nx.Graph[str]) -> None:
    assert network.degree(stories.LARGE_ASSOCIATION) >= 18
    assert network.degree(stories.LARGE_ASSOCIATION) == max(degree for _, degree in network.degree)
    assert pieces_without(network, stories.LARGE_ASSOCIATION) == []


def test_cut_points_are_few(network: nx.Graph[str]) -> None:
    cuts = {a: pieces_without(network, a) for a in nx.articulation_points(network)}
    held_together = {a for a, parts in cuts.items() if len(parts[-1]) > 1}
    assert held_together == {stories.HINGE, stories.ONLY_WAY}
    assert len(cuts) <= 20


# 3. Only way.


def sides(
    actors: Mapping[str, Row], bassins: Mapping[str, str], network: nx.Graph[str]
) -> tuple[set[str], set[str]]:
    """Culture actors and social actors of the bassin of Vichy that have a partner."""
    here = [
        (actor, set(row["themes"].split("|")))
        for actor, row in actors.items()
        if bassins[actor] == "arr:033" and actor in network and network.degree(actor)
    ]
    culture = {actor for actor, themes in here if "culture" in themes}
    social = {actor for actor, themes in here if themes & set(stories.SOCIAL_THEMES)}
    return culture, social


@pytest.mark.parametrize("perimeter", ["all", "bassin"])
def test_elue_is_the_only_path_between_culture_and_social(
    network: nx.Graph[str], actors: dict[str, Row], bassins: dict[str, str], perimeter: str
) -> None:
    culture, social = sides(actors, bassins, network)
    assert len(culture) >= 12
    assert len(social) >= 20
    inside = [a for a in network if perimeter == "all" or bassins[a] == "arr:033"]
    graph = nx.Graph(network.subgraph(inside))
    assert nx.has_path(graph, stories.ONLY_WAY_CULTURE[0], stories.ONLY_WAY_SOCIAL[0])
    graph.remove_node(stories.ONLY_WAY)
    assert not [part for part in nx.connected_components(graph) if part & culture and part & social]


def test_elue_has_sixteen_exclusive_pairs(network: nx.Graph[str]) -> None:
    assert set(network[stories.ONLY_WAY]) == {*stories.ONLY_WAY_CULTURE, *stories.ONLY_WAY_SOCIAL}
    for a, b in product(stories.ONLY_WAY_CULTURE, stories.ONLY_WAY_SOCIAL):
        assert set(nx.common_neighbors(network, a, b)) == {stories.ONLY_WAY}
        assert not network.has_edge(a, b)


def test_departmental_mandate_of_the_elue_ends_in_march_2028(tables: Tables) -> None:
    ends = {
        row["organe"]: row["fin"] for row in tables["mandats"] if row["elu"] == stories.ONLY_WAY
    }
    assert ends[stories.INSTITUTION] == stories.ONLY_WAY_MANDATE_ENDS == "2028-03"
    assert "loc:vichy-communaute" in ends


def test_look_alike_elu_has_as_many_partners_and_two_paths(
    network: nx.Graph[str], actors: dict[str, Row]
) -> None:
    assert actors[stories.TWO_WAYS]["type"] == "elu"
    assert network.degree(stories.TWO_WAYS) == network.degree(stories.ONLY_WAY)
    assert pieces_without(network, stories.TWO_WAYS) == []
    for a, b in product(stories.TWO_WAYS_CULTURE, stories.TWO_WAYS_SOCIAL):
        common = set(nx.common_neighbors(network, a, b))
        assert {stories.TWO_WAYS, stories.TWO_WAYS_OTHER} <= common


def test_renewed_mandate_is_not_an_ending(tables: Tables) -> None:
    terms = sorted(
        (row["debut"], row["fin"], row["organe"])
        for row in tables["mandats"]
        if row["elu"] == stories.RENEWED
    )
    (_, first_end, first_organ), (second_start, second_end, second_organ) = terms
    assert first_organ == second_organ
    assert first_end < second_start <= "2026-09-01" < second_end
