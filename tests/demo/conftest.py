"""The committed files of the demonstration, read as anybody would: csv and networkx."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parents[2] / "import" / "demo"
AS_OF = "2026-09-01"

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]
NetworkOn: TypeAlias = "Callable[[str], nx.Graph[str]]"


def last_day(text: str) -> str:
    """A bound above all the days of a date of any precision."""
    return f"{text}-99"[:10] if len(text) < 10 else text


def holds(row: Row, on: str) -> bool:
    starts, ends = row["debut"], row["fin"]
    return (not starts or starts <= on) and (not ends or last_day(ends) >= on)


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Rows of each file, by its name without suffix."""
    found: Tables = {}
    for path in FOLDER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


@pytest.fixture(scope="session")
def actors(tables: Tables) -> dict[str, Row]:
    return {row["id"]: row for row in tables["acteurs"]}


@pytest.fixture(scope="session")
def bassins(tables: Tables, actors: dict[str, Row]) -> dict[str, str]:
    """Arrondissement where each actor is located."""
    parents = {
        row["code"]: row["parents"].split("|")
        for row in tables["territoires"]
        if row["type"] == "commune"
    }
    return {
        actor: next(p for p in parents[row["code_insee"]] if p.startswith("arr:"))
        for actor, row in actors.items()
    }


@pytest.fixture(scope="session")
def network_on(tables: Tables, actors: dict[str, Row]) -> NetworkOn:
    """The pairs of partners on a day; actors that were dissolved by then are out."""

    def network(on: str) -> nx.Graph[str]:
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(
            a for a, row in actors.items() if not row["dissous_le"] or row["dissous_le"] > on
        )
        for row in tables["collaborations"]:
            if holds(row, on) and row["acteur_a"] in graph and row["acteur_b"] in graph:
                graph.add_edge(row["acteur_a"], row["acteur_b"])
        return graph

    return network


@pytest.fixture(scope="session")
def network(network_on: NetworkOn) -> nx.Graph[str]:
    return network_on(AS_OF)


@pytest.fixture(scope="session")
def initiatives(tables: Tables) -> NetworkOn:
    """Who takes part in which projects and committees on a day ("" = ever), in two modes."""

    def graph(on: str) -> nx.Graph[str]:
        rows = [row for row in tables["participations"] if not on or holds(row, on)]
        return nx.Graph((row["acteur"], row["cible"]) for row in rows)

    return graph


@pytest.fixture(scope="session")
def documented(tables: Tables, actors: dict[str, Row]) -> set[str]:
    """Actors that have a tie of any family, or were asked for their partners (MODEL rule 7)."""
    ends = (
        ("collaborations", "acteur_a"),
        ("collaborations", "acteur_b"),
        ("financements", "financeur"),
        ("financements", "beneficiaire"),
        ("adhesions", "acteur"),
        ("adhesions", "organisme"),
        ("mandats", "elu"),
        ("mandats", "organe"),
        ("participations", "acteur"),
        ("presences", "acteur"),
    )
    tied = {row[column] for table, column in ends for row in tables[table]}
    asked = {actor for actor, row in actors.items() if row["partenaires_demandes_le"]}
    return (tied | asked) - {""}
