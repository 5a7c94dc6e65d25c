"""Stories 4 and 5 of the demonstration (empty cells, silos) and their look-alikes."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from demo import stories

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]


# 4. Empty cell.


def cell(
    theme: str, bassin: str, actors: Mapping[str, Row], bassins: Mapping[str, str]
) -> tuple[list[str], float]:
    """Actors of a theme in a bassin, and how many would be there if themes knew no place."""
    works = {a for a, row in actors.items() if theme in row["themes"].split("|")}
    here = {a for a in actors if bassins[a] == bassin}
    return sorted(works & here), len(works) * len(here) / len(actors)


def test_isolement_has_nobody_in_vichy_where_three_are_expected(
    actors: dict[str, Row], bassins: dict[str, str], documented: set[str], tables: Tables
) -> None:
    found, expected = cell(*stories.EMPTY_CELL, actors, bassins)
    assert found == []
    assert expected >= 3
    known = {a: row for a, row in actors.items() if a in documented}
    assert cell(*stories.EMPTY_CELL, known, bassins)[1] >= 3
    floor = next(row for row in tables["planchers"] if row["theme"] == stories.EMPTY_CELL[0])
    assert (floor["lieu"], floor["minimum"]) == ("arrondissement", "3")


def test_it_is_the_only_empty_cell_where_three_are_expected(
    actors: dict[str, Row], bassins: dict[str, str], tables: Tables
) -> None:
    empty = []
    themes = [row["id"] for row in tables["themes"]]
    for theme, bassin in product(themes, stories.LOCAL_COMMITTEES):
        found, expected = cell(theme, bassin, actors, bassins)
        if not found and expected >= 3:
            empty.append((theme, bassin))
    assert empty == [stories.EMPTY_CELL]


def test_five_mobility_actors_of_montlucon_never_worked_together(
    actors: dict[str, Row], bassins: dict[str, str], tables: Tables
) -> None:
    found, _ = cell(*stories.UNTIED_CELL, actors, bassins)
    assert found == sorted(stories.MOBILITY)
    pairs = {frozenset((r["acteur_a"], r["acteur_b"])) for r in tables["collaborations"]}
    assert not pairs & {frozenset(pair) for pair in combinations(found, 2)}


def test_numerique_in_moulins_is_tied(
    actors: dict[str, Row], bassins: dict[str, str], network: nx.Graph[str]
) -> None:
    found, expected = cell(*stories.FINE_CELL, actors, bassins)
    assert len(found) >= expected
    tied = network.subgraph(found)
    assert tied.number_of_edges() >= 8
    assert sum(tied.degree(a) > 0 for a in found) >= 7


def test_one_actor_of_logement_in_montlucon_is_no_gap(
    actors: dict[str, Row], bassins: dict[str, str]
) -> None:
    found, expected = cell(*stories.SMALL_CELL, actors, bassins)
    assert found == [stories.SMALL_CELL_ACTOR]
    assert expected < 3


# 5. Silo.


def directorates(actors: Mapping[str, Row]) -> list[str]:
    return [a for a, row in actors.items() if row["sous_type"] == "direction"]


def test_the_institution_has_nine_directorates(actors: dict[str, Row]) -> None:
    found = directorates(actors)
    assert len(found) == 9
    assert {actors[a]["rattache_a"] for a in found} == {stories.INSTITUTION}


def test_culture_and_autonomy_share_four_associations_and_no_tie(
    network: nx.Graph[str], initiatives: Callable[[str], nx.Graph[str]], actors: dict[str, Row]
) -> None:
    one, other = stories.SILO
    assert set(nx.common_neighbors(network, one, other)) == set(stories.SILO_COMMON)
    assert {actors[a]["type"] for a in stories.SILO_COMMON} == {"association"}
    assert not network.has_edge(one, other)
    ever = initiatives("")
    assert not [x for x in ever if ever.has_edge(x, one) and ever.has_edge(x, other)]


def test_no_other_two_directorates_ignore_each_other(
    network: nx.Graph[str], actors: dict[str, Row], initiatives: Callable[[str], nx.Graph[str]]
) -> None:
    inside = {*directorates(actors), stories.INSTITUTION}
    now = initiatives("2026-09-01")
    claimed = []
    for pair in combinations(directorates(actors), 2):
        outside = set(nx.common_neighbors(network, *pair)) - inside
        first, second = (set(now[a]) if a in now else set() for a in pair)
        if len(outside) >= 2 and not network.has_edge(*pair) and not first & second:
            claimed.append(set(pair))
    assert claimed == [set(stories.SILO)]


def test_look_alike_directorates_share_partners_and_a_project(
    network: nx.Graph[str], initiatives: Callable[[str], nx.Graph[str]]
) -> None:
    one, other = stories.NO_SILO
    assert set(stories.NO_SILO_COMMON) <= set(nx.common_neighbors(network, one, other))
    assert not network.has_edge(one, other)
    now = initiatives("2026-09-01")
    assert {one, other} <= set(now[stories.NO_SILO_PROJECT])


def test_roads_work_with_nobody_outside(network: nx.Graph[str], actors: dict[str, Row]) -> None:
    partners = set(network[stories.INWARD])
    assert partners
    assert partners <= set(directorates(actors))
