"""« Qui travaille avec qui ? »: tick, write, pass, take back; one structure at a time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from actors_graph.changes.imports import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session

ACTORS = """id;nom;type;code_insee;source
a;Centre social;association;03190;s
b;Épicerie sociale;association;03190;s
c;Club;association;03185;s
d;Jeanne Martin;elu;03190;s
"""


@pytest.fixture
def session(
    tmp_path: Path,
    use_store: Callable[[Path], None],
    session_on: Callable[[Path], Session],
) -> Session:
    store = tmp_path / "territoire.sqlite"
    (tmp_path / "acteurs.csv").write_text(ACTORS, encoding="utf-8")
    opened = session_on(store)
    import_files(opened, [tmp_path / "acteurs.csv"])
    use_store(store)
    return opened


@pytest.fixture
def page(session: Session, open_page: Callable[..., AppTest]) -> AppTest:  # noqa: ARG001  filled first
    return open_page("files", partie="partenaires")


def tick(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.checkbox if one.label.startswith(label)]
    assert found, [one.label for one in page.checkbox]
    found[0].set_value(not found[0].value)
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.button if one.label.startswith(label)]
    assert found, [one.label for one in page.button]
    assert not found[0].disabled
    return found[0].click().run()


def ties(session: Session) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = session.tables(["collaborations"])["collaborations"].to_pylist()
    return rows


def test_partner_found_without_its_accent_is_written_with_its_level(
    page: AppTest, session: Session, read: Callable[[AppTest], str]
) -> None:
    assert page.subheader[0].value == "Centre social"

    page.text_input[0].set_value("epicerie").run()
    page = tick(page, "Épicerie sociale")
    page.selectbox[0].set_value(3).run()
    page = press(page, "Enregistrer")

    (tie,) = ties(session)
    assert {tie["a"], tie["b"]} == {"a", "b"}
    assert tie["level"] == 3
    assert "Centre social. Noté : 1\xa0partenaire ajouté." in read(page).replace("\\", "")
    # Both ends are documented now; the élu is never asked.
    assert page.subheader[0].value == "Club"


def test_nobody_is_an_answer_and_is_taken_back(
    page: AppTest, session: Session, read: Callable[[AppTest], str]
) -> None:
    page = press(page, "Personne à ma connaissance")
    row = session.tables(["actors"], ids=["a"])["actors"].to_pylist()[0]

    assert row["partners_asked_on"]
    assert page.subheader[0].value == "Épicerie sociale"

    page = press(page, "Annuler")

    assert "C’est annulé" in read(page)
    row = session.tables(["actors"], ids=["a"])["actors"].to_pylist()[0]
    assert row["partners_asked_on"] is None


def test_skipped_structure_comes_back_at_the_end(page: AppTest, session: Session) -> None:
    order = [page.subheader[0].value]
    for _ in range(3):
        page = press(page, "Passer")
        order.append(page.subheader[0].value)

    assert order == ["Centre social", "Épicerie sociale", "Club", "Centre social"]
    assert ties(session) == []


def test_partner_no_longer_ticked_asks_why(
    page: AppTest, session: Session, open_page: Callable[..., AppTest]
) -> None:
    page = press(tick(page, "Épicerie"), "Enregistrer")
    page = open_page("files", partie="partenaires")
    page.text_input[1].set_value("centre").run()
    page = press(page, "Centre social")

    assert page.subheader[0].value == "Centre social"

    page = tick(page, "Épicerie")
    page.radio[0].set_value(page.radio[0].options and "erreur").run()
    page = press(page, "Enregistrer")

    assert ties(session) == []


def test_list_for_a_meeting_names_those_to_ask(session: Session) -> None:
    from actors_graph.network import Scope
    from actors_graph.ui.by_hand.noting import printed_list
    from actors_graph.ui.cache import directory_of, facts_of

    content = printed_list(session, ["a", "c"], directory_of(session), facts_of(session, Scope()))
    tab = openpyxl.load_workbook(io.BytesIO(content)).active
    assert tab is not None
    rows = [[cell.value for cell in row] for row in tab.iter_rows(min_row=7)]

    assert rows[0] == ["Nom", "Type", "Commune", "Partenaires", "Id"]
    assert [row[:3] for row in rows[1:]] == [
        ["Centre social", "Association", "Moulins"],
        ["Club", "Association", "Montluçon"],
    ]
