"""Stories 7, 8, 11 and 12 of the demonstration: committees, initiatives, names, the rest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from demo import stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]
TODAY = "2026-09-01"


def members(tables: Tables, committee: str) -> list[str]:
    return [row["acteur"] for row in tables["participations"] if row["cible"] == committee]


# 7. Committee.


def test_committee_of_montlucon_lacks_inhabitants_and_commentry(
    tables: Tables, actors: dict[str, Row]
) -> None:
    parents = {r["code"]: r["parents"] for r in tables["territoires"] if r["type"] == "commune"}
    side = {a for a, row in actors.items() if stories.MISSING_SIDE in parents[row["code_insee"]]}
    side |= {a for a, row in actors.items() if stories.MISSING_SIDE in row["agit_sur"]}
    seated = set(members(tables, stories.LOCAL_COMMITTEES["arr:031"]))
    assert len(seated) >= 15
    assert "groupe_habitants" not in {actors[a]["type"] for a in seated}
    assert not seated & side
    assert len(side) >= 10


def test_the_other_local_committees_have_inhabitants(
    tables: Tables, actors: dict[str, Row]
) -> None:
    for bassin in ("arr:032", "arr:033"):
        seated = members(tables, stories.LOCAL_COMMITTEES[bassin])
        assert "groupe_habitants" in {actors[a]["type"] for a in seated}


def test_departmental_committee_mirrors_the_territory(
    tables: Tables, actors: dict[str, Row], bassins: dict[str, str]
) -> None:
    seated = members(tables, stories.DEPARTEMENTAL_COMMITTEE)

    def shares(values: Iterable[str]) -> dict[str, float]:
        counts = Counter(values)
        return {value: count / counts.total() for value, count in counts.items()}

    for trait in (lambda a: actors[a]["type"], lambda a: bassins[a]):
        territory, committee = shares(map(trait, actors)), shares(map(trait, seated))
        assert territory.keys() == committee.keys()
        assert max(abs(territory[value] - committee[value]) for value in territory) < 0.05


def test_committees_are_four(tables: Tables) -> None:
    starts = {row["id"]: row["debut"] for row in tables["comites"]}
    assert starts.keys() == {stories.DEPARTEMENTAL_COMMITTEE, *stories.LOCAL_COMMITTEES.values()}
    assert starts[stories.DEPARTEMENTAL_COMMITTEE] == "2011-11-15"


# 8. Initiative as the only bridge.


def test_only_the_village_links_two_worlds(
    initiatives: Callable[[str], nx.Graph[str]], tables: Tables
) -> None:
    graph = initiatives("")
    far, near = stories.FAR_WORLD_IN_VILLAGE[0], "loc:centre-pont-neuf"
    assert nx.has_path(graph, far, near)
    graph.remove_nodes_from(stories.VILLAGE)
    world = nx.node_connected_component(graph, far)
    assert near not in world
    assert len([node for node in world if node.startswith("projet:")]) == 4
    assert set(stories.FAR_WORLD_IN_VILLAGE) <= world
    editions = {r["id"]: r["edition_de"] for r in tables["projets"] if r["id"] in stories.VILLAGE}
    assert editions == {v: "" if v == stories.VILLAGE[0] else stories.VILLAGE[0] for v in editions}
    assert len(editions) == 4


def test_today_the_village_of_2026_is_the_cut_point(
    initiatives: Callable[[str], nx.Graph[str]],
) -> None:
    graph = initiatives(TODAY)
    assert [v for v in stories.VILLAGE if v in graph] == [stories.VILLAGE[-1]]
    projects = [n for n in nx.articulation_points(graph) if n.startswith("projet:")]
    apart = {}
    for project in projects:
        rest = graph.subgraph(set(graph) - {project})
        sizes = sorted(map(len, nx.connected_components(rest)))
        apart[project] = max(sizes[:-1])
    assert max(apart, key=lambda project: apart[project]) == stories.VILLAGE[-1]
    assert apart[stories.VILLAGE[-1]] >= 10


# 11. Hostile names.


def test_hostile_names_are_kept_letter_by_letter(
    actors: dict[str, Row], network: nx.Graph[str]
) -> None:
    for actor, name in stories.HOSTILE.items():
        assert actors[actor]["nom"] == name
        assert network.degree(actor) > 0
    assert len(stories.LONG_NAME) == 180
    assert set(stories.HOSTILE.values()) >= {
        "L'Étoile <b>du</b> *Bocage* & Cie",
        "=Cie des Rives",
    }


# 12. The rest of the life.


def test_sizes(tables: Tables, actors: dict[str, Row]) -> None:
    assert Counter(row["type"] for row in actors.values()) == {
        "association": 155,
        "elu": 32,
        "service_public": 45,
        "collectivite": 24,
        "groupe_habitants": 22,
        "etablissement": 12,
        "entreprise_ess": 10,
    }
    sizes = {
        "themes": 12,
        "collaborations": stories.COLLABORATIONS,
        "projets": stories.PROJECTS,
        "comites": 4,
        "seances": stories.MEETINGS,
        "financements": stories.GRANTS,
        "contacts": stories.CONTACTS,
        "suites": stories.FOLLOW_UPS,
        "demandes": stories.APPLICATIONS,
        "planchers": stories.TARGETS,
    }
    assert {table: len(tables[table]) for table in sizes} == sizes


def test_years(tables: Tables) -> None:
    def years(table: str, column: str) -> set[str]:
        return {row[column][:4] for row in tables[table]}

    assert years("collaborations", "debut") == {str(year) for year in range(2019, 2027)}
    assert years("seances", "date") == {"2023", "2024", "2025", "2026"}
    assert years("financements", "exercice") == {str(year) for year in range(2022, 2027)}
    assert years("demandes", "exercice") == {"2024", "2025", "2026"}


def test_six_follow_ups_are_overdue(tables: Tables) -> None:
    overdue = [
        row
        for row in tables["suites"]
        if row["etat"] in ("a_faire", "en_cours") and row["echeance"] < TODAY
    ]
    assert len(overdue) == stories.OVERDUE == 6
    first = min(overdue, key=lambda row: row["echeance"])
    assert first["id"] == stories.OVERDUE_SINCE_APRIL
    assert first["qui"] == stories.CAISSE_FAMILIALE
    assert first["echeance"].startswith("2026-04")


def test_budgets_hold_what_was_granted_and_paid(tables: Tables) -> None:
    voted = {
        row["exercice"]: float(row["vote"])
        for row in tables["budgets"]
        if row["dispositif"] == "Enveloppe vivre ensemble"
    }
    assert voted.keys() == {"2024", "2025", "2026"}
    granted: Counter[str] = Counter()
    for row in tables["demandes"]:
        given, paid = float(row["accorde"] or 0), float(row["verse"] or 0)
        assert 0 <= paid <= given <= float(row["demande"])
        assert (given > 0) == (row["decision"] == "retenue")
        granted[row["exercice"]] += round(given)
    assert all(0.6 * voted[year] < granted[year] <= voted[year] for year in ("2024", "2025"))
    assert granted["2026"] <= voted["2026"]


def test_each_granted_application_is_a_grant(tables: Tables) -> None:
    granted = {r["id"]: r["accorde"] for r in tables["demandes"] if r["decision"] == "retenue"}
    given = {r["demande"]: r["montant"] for r in tables["financements"] if r["demande"]}
    assert granted == given


def test_two_cantons_never_asked(tables: Tables) -> None:
    cantons = {row["id"] for row in tables["territoires"] if row["type"] == "canton"}
    assert len(cantons) == 19
    asked = {row["territoire"] for row in tables["demandes"]}
    assert cantons - asked == set(stories.SILENT_CANTONS)


def test_three_actors_are_to_identify(actors: dict[str, Row]) -> None:
    found = [a for a, row in actors.items() if row["statut"] == "a_identifier"]
    assert sorted(found) == sorted(stories.TO_IDENTIFY)


def test_four_charges_de_mission_follow_their_territories(
    tables: Tables, actors: dict[str, Row]
) -> None:
    assert {row["suivi_par"] for row in actors.values()} == set(stories.STEWARDED)
    agents = [row for row in tables["contacts"] if row["fonction"].startswith("chargé")]
    missions = [row for row in agents if "mission" in row["fonction"]]
    assert len(missions) == len(stories.STEWARDED)


def test_most_meetings_have_people_who_came_and_people_who_did_not(tables: Tables) -> None:
    for meeting in tables["seances"]:
        rows = [row for row in tables["presences"] if row["seance"] == meeting["id"]]
        assert len(rows) >= 12
        assert "present" in {row["etat"] for row in rows}
    crowds = [row for row in tables["presences"] if not row["acteur"]]
    assert crowds
    assert all(int(row["nombre"]) >= 10 for row in crowds)
