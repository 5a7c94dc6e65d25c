"""Stories 6 and 10 of the demonstration: before and after, kept, new and ended ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from demo import stories

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import networkx as nx

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]


def first_starts(tables: Tables) -> dict[frozenset[str], str]:
    """Since when each pair works together: the earliest start that anybody states."""
    found: dict[frozenset[str], str] = {}
    for row in tables["collaborations"]:
        pair = frozenset((row["acteur_a"], row["acteur_b"]))
        found[pair] = min(row["debut"], found.get(pair, "9"))
    return found


def gained(
    tables: Tables,
    actors: Mapping[str, Row],
    group: Collection[str],
    *,
    window: tuple[str, str],
    beside: Collection[str] = (),
) -> int:
    """Pairs of two kinds, with an end in `group` and none in `beside`, that began in the window."""
    first, last = window
    return sum(
        bool(pair & set(group))
        and not pair & set(beside)
        and len({actors[a]["type"] for a in pair}) == 2
        and first < start <= last
        for pair, start in first_starts(tables).items()
    )


def present(tables: Tables, meetings: Collection[str]) -> set[str]:
    rows = [row for row in tables["presences"] if row["seance"] in meetings]
    return {row["acteur"] for row in rows if row["etat"] == "present"} - {""}


# 6. Before and after.


def test_workshop_of_moulins_was_followed_by_fourteen_ties(
    tables: Tables, actors: dict[str, Row], bassins: dict[str, str]
) -> None:
    group = present(tables, stories.WORKSHOP)
    assert group == set(stories.WORKSHOP_PARTICIPANTS)
    assert {bassins[a] for a in group} == {"arr:032"}
    gain = gained(tables, actors, group, window=stories.WORKSHOP_WINDOW)
    assert gain == stories.WORKSHOP_GAIN == 14


def test_comparable_structures_gained_four(tables: Tables, actors: dict[str, Row]) -> None:
    group = stories.WORKSHOP_COMPARABLE
    assert not set(group) & set(stories.WORKSHOP_PARTICIPANTS)
    kinds = sorted(actors[a]["type"] for a in group)
    assert kinds == sorted(actors[a]["type"] for a in stories.WORKSHOP_PARTICIPANTS)
    gain = gained(tables, actors, group, window=stories.WORKSHOP_WINDOW)
    assert gain == stories.WORKSHOP_COMPARABLE_GAIN == 4


def test_comparable_structures_had_as_many_partners_before(
    network_on: Callable[[str], nx.Graph[str]],
) -> None:
    before = network_on(stories.WORKSHOP_WINDOW[0])
    means = [
        sum(before.degree(a) for a in group) / len(group)
        for group in (stories.WORKSHOP_PARTICIPANTS, stories.WORKSHOP_COMPARABLE)
    ]
    assert abs(means[0] - means[1]) < 1.5


def test_seminar_of_montlucon_changed_nothing_measurable(
    tables: Tables, actors: dict[str, Row], bassins: dict[str, str]
) -> None:
    group = present(tables, [stories.SEMINAR])
    assert group == set(stories.SEMINAR_PARTICIPANTS)
    assert {bassins[a] for a in group} == {"arr:031"}
    gain = gained(tables, actors, group, window=stories.SEMINAR_WINDOW)
    others = [a for a in actors if bassins[a] == "arr:031" and a not in group]
    theirs = gained(tables, actors, others, window=stories.SEMINAR_WINDOW, beside=group)
    assert gain == stories.SEMINAR_GAIN
    assert abs(gain - theirs) <= 1


def test_look_alike_workshop_gathered_the_well_connected(
    tables: Tables, actors: dict[str, Row], network_on: Callable[[str], nx.Graph[str]]
) -> None:
    group = present(tables, [stories.WELL_CONNECTED])
    assert group == set(stories.WELL_CONNECTED_PARTICIPANTS)
    before = network_on(stories.WELL_CONNECTED_WINDOW[0])
    partners = [degree for _, degree in before.degree if degree]
    assert sum(before.degree(a) for a in group) / len(group) > 2 * sum(partners) / len(partners) - 2
    assert gained(tables, actors, group, window=stories.WELL_CONNECTED_WINDOW) <= 1


# 10. Time.


def test_one_bassin_kept_41_ties_gained_9_and_lost_3(
    bassins: dict[str, str], network_on: Callable[[str], nx.Graph[str]]
) -> None:
    before, after = (
        {
            frozenset(pair)
            for pair in network_on(day).edges
            if {bassins[a] for a in pair} == {stories.TIME_BASSIN}
        }
        for day in stories.TIME_DATES
    )
    assert len(before & after) == stories.KEPT == 41
    assert len(after - before) == stories.NEW == 9
    assert len(before - after) == stories.ENDED == 3


def test_nobody_from_elsewhere_acts_in_that_bassin(
    actors: dict[str, Row], bassins: dict[str, str], tables: Tables
) -> None:
    parents = {row["id"]: row["parents"].split("|") for row in tables["territoires"]}
    inside = {t for t, above in parents.items() if stories.TIME_BASSIN in above}
    inside |= {epci for t in inside for epci in parents[t] if epci.startswith("epci:")}
    acting = {a for a, row in actors.items() if set(row["agit_sur"].split("|")) & inside}
    assert acting
    assert {bassins[a] for a in acting} == {stories.TIME_BASSIN}
    assert not [a for a, row in actors.items() if "dep:03" in row["agit_sur"]]


def test_two_associations_are_dissolved_and_their_ties_have_ended(
    actors: dict[str, Row], tables: Tables
) -> None:
    gone = {a: row["dissous_le"] for a, row in actors.items() if row["statut"] == "dissous"}
    assert sorted(gone) == sorted(stories.DISSOLVED)
    assert {actors[a]["type"] for a in gone} == {"association"}
    for row in tables["collaborations"]:
        for actor in {row["acteur_a"], row["acteur_b"]} & gone.keys():
            assert row["fin"]
            assert row["fin"] <= gone[actor]
