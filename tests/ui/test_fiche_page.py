"""The fiche of an actor on a list of members of a committee, year by year, as people keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session

ROWS = """Structure;Commune;Comité local 2022;Comité local 2023;Comité local 2024;Fête 2023
Centre social La Source;Moulins;x;x;x;
Les Jardins partagés;Moulins;x;x;;x
Maison des jeunes de Bellevue;Yzeure;;;;
"""


@pytest.fixture
def on_crosses(
    use_store: Callable[[Path], None], session_on: Callable[[Path], Session], tmp_path: Path
) -> None:
    path = tmp_path / "membres.csv"
    path.write_text(ROWS, encoding="utf-8")
    store = tmp_path / "membres.sqlite"
    import_files(session_on(store), [path])
    use_store(store)


def listed(page: AppTest, key: str) -> list[list[str]]:
    """The lines of one table of the page."""
    import json

    for one in page.get("bidi_component"):
        if key in one.proto.id:
            rows = json.loads(one.proto.json)["rows"]
            return [[row["heading"]] if "heading" in row else row["cells"] for row in rows]
    return []


@pytest.mark.usefixtures("on_crosses")
def test_partners_that_nobody_asked_for_are_to_ask(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    """A structure known by its crosses only: never « 0 partenaire »."""
    everybody = listed(open_page("directory"), "annuaire-tous")
    page = open_page("directory", acteur="loc:les-jardins-partages-moulins")

    assert {row[0]: row[3] for row in everybody} == {
        "Centre social La Source": "à demander",
        "Les Jardins partagés": "à demander",
        "Maison des jeunes de Bellevue": "non documentés",
    }
    assert "– avec qui cette structure travaille" in read(page)


@pytest.mark.usefixtures("on_crosses")
def test_past_years_of_a_committee_are_on_the_fiche(open_page: Callable[..., AppTest]) -> None:
    left = open_page("directory", acteur="loc:les-jardins-partages-moulins")
    stayed = open_page("directory", acteur="loc:centre-social-la-source-moulins")

    assert listed(left, "fiche-autres") == [
        ["Auparavant"],
        ["Comité local", "a participé en 2022 et 2023"],
        ["Fête", "partenaire en 2023"],
    ]
    assert listed(stayed, "fiche-autres") == [
        ["Comités et projets"],
        ["Comité local", "membre, depuis 2024, auparavant en 2022 et 2023"],
    ]
