"""The pages say how well an alert stands, once it is worked out, and never wait for it."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.measures import standing
from actors_graph.measures.about import BY_FIELD
from actors_graph.ui import cache
from actors_graph.ui import standing as page_standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session
    from actors_graph.jobs import Progress
    from actors_graph.measures import Facts, Standing

# Six structures tied to one of a well tied four, and two that another one holds.
HELD = [("a", f"feuille{i}") for i in range(6)] + [("b", "x"), ("x", "y")]
TIED = [(one, two) for one in "abcd" for two in "abcd" if one < two]
ACTORS = sorted({end for tie in (*HELD, *TIED) for end in tie})


@pytest.fixture
def territory(
    use_store: Callable[[Path], None], session_on: Callable[[Path], Session], tmp_path: Path
) -> None:
    actors = tmp_path / "acteurs.csv"
    rows = [f"{one};Structure {one};association;s;2026-09-01" for one in (*ACTORS, "seule")]
    actors.write_text("\n".join(["id;nom;type;source;partenaires_demandes_le", *rows]) + "\n")
    ties = tmp_path / "collaborations.csv"
    rows = [f"{one};{two};s" for one, two in (*HELD, *TIED)]
    ties.write_text("\n".join(["acteur_a;acteur_b;source", *rows]) + "\n")
    store = tmp_path / "territoire.sqlite"
    assert import_files(session_on(store), [actors, ties]).applied
    use_store(store)


def notes(page: AppTest) -> list[str]:
    starts = ("Cela tient", "À vérifier d’abord")
    return [one.value for one in page.text if one.value.startswith(starts)]


def links(page: AppTest) -> list[str]:
    return [one.proto.label for one in page.get("page_link")]


def cells(page: AppTest, key: str) -> list[list[str]]:
    found = [one for one in page.get("bidi_component") if key in one.proto.id]
    return [row["cells"] for one in found for row in json.loads(one.proto.json)["rows"]]


@pytest.mark.usefixtures("territory")
def test_fiche_says_beside_each_alert_how_well_it_stands(
    open_page: Callable[..., AppTest],
) -> None:
    of_hinge, of_none = (open_page("directory", acteur=one) for one in "ac")
    held = notes(of_hinge)
    lost = notes(open_page("directory", acteur="b"))
    plain = notes(of_none)

    assert len(held) == 2
    assert held[0].startswith("Cela tient même si des liens manquent : c’est encore le cas dans")
    assert "trop peu pour en dire plus" in held[1]
    assert [one.split(" : ")[0] for one in lost] == ["À vérifier d’abord"]
    assert plain == []
    assert BY_FIELD["standing"].name in links(of_hinge)
    assert BY_FIELD["standing"].name not in links(of_none)


@pytest.mark.usefixtures("territory")
def test_list_and_first_page_say_it_too(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    hinges = open_page("directory", liste="font-le-lien")
    alone = open_page("directory", liste="a-appeler")

    assert [(row[0], row[3]) for row in cells(hinges, "annuaire-font-le-lien")] == [
        ("Structure a", "tient"),
        ("Structure b", "à vérifier d’abord"),
    ]
    assert "de ceux qui paraissent sans partenaire en auraient un" in read(alone)
    assert "de ceux qui paraissent sans partenaire en auraient un" in read(open_page("home"))


@pytest.mark.usefixtures("territory")
def test_page_does_not_wait_and_says_how_far_the_work_is(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on, half = threading.Event(), threading.Event()

    def slow(facts: Facts, *, progress: Progress) -> Standing:
        progress(0.5)
        half.set()
        go_on.wait(60)
        return standing(facts)

    monkeypatch.setattr(cache, "standing", slow)
    monkeypatch.setattr(page_standing, "WAIT", 0.0)
    open_page("directory", acteur="b")
    assert half.wait(60)

    meanwhile = read(open_page("directory", acteur="b"))
    listed = cells(open_page("directory", liste="font-le-lien"), "annuaire-font-le-lien")
    go_on.set()
    monkeypatch.setattr(page_standing, "WAIT", 60.0)
    after = read(open_page("directory", acteur="b"))

    assert "calcul en cours (50\xa0%)" in meanwhile
    assert "À vérifier d’abord" not in meanwhile
    assert {row[3] for row in listed} == {"calcul en cours"}
    assert "calcul en cours" not in after
    assert "À vérifier d’abord" in after


@pytest.mark.usefixtures("territory")
def test_alerts_are_said_alone_where_the_work_fails(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(facts: Facts, *, progress: Progress) -> Standing:
        progress(0.1)
        raise ZeroDivisionError(facts.evidence.n)

    monkeypatch.setattr(cache, "standing", broken)

    text = read(open_page("directory", acteur="b"))

    assert "ne seraient plus reliées aux autres" in text
    assert "calcul en cours" not in text
    assert "À vérifier d’abord" not in text
    assert "unexpected error" in caplog.text
