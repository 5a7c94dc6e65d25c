"""The queue of possible doubles: each answer does what it says, is kept, and is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.ui import duplicates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session

ACTORS = """id;nom;type;code_insee;telephone;source
a;Centre social La Rotonde;association;03095;04 70 11 22 33;s
b;C.S. La Rotonde;association;03095;;t
c;Les Amis *du* Bocage;association;03190;;s
d;Amis du Bocage;association;03190;;t
"""
ROTONDE = "« C.S. La Rotonde » est-il « Centre social La Rotonde » de la même commune ?"


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
    return open_page("files", partie="doublons")


def press(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.button if one.label.startswith(label)]
    assert found, [one.label for one in page.button]
    return found[0].click().run()


def question(page: AppTest) -> str:
    return page.subheader[0].value.replace("\\", "").replace("\xa0", " ")


def ids(session: Session) -> list[str]:
    found: list[str] = session.tables(["actors"])["actors"]["id"].to_pylist()
    return found


def ask_about_the_rotonde(page: AppTest) -> AppTest:
    return page if question(page) == ROTONDE else press(page, "Plus tard")


def test_same_actor_joins_the_fiche_that_was_not_kept(
    page: AppTest, session: Session, read: Callable[[AppTest], str]
) -> None:
    page = ask_about_the_rotonde(page)
    page.radio[0].set_value("b").run()
    page = press(page, "C’est le même acteur")

    assert sorted(ids(session)) == ["b", "c", "d"]
    kept = session.tables(["actors"], ids=["b"])["actors"].to_pylist()[0]
    assert kept["phone"] == "04 70 11 22 33"

    page = press(page, "Annuler")

    assert sorted(ids(session)) == ["a", "b", "c", "d"]
    assert "C’est annulé" in read(page)


def test_different_is_kept_for_ever(
    page: AppTest, session: Session, open_page: Callable[..., AppTest]
) -> None:
    page = press(ask_about_the_rotonde(page), "Deux acteurs différents")

    assert len(ids(session)) == 4
    for opened in (page, open_page("files", partie="doublons")):
        assert "Les Amis *du* Bocage" in question(opened)
        assert ROTONDE not in question(opened)


def test_service_of_the_other_is_noted(page: AppTest, session: Session) -> None:
    press(ask_about_the_rotonde(page), "«\xa0C\\.S\\. La Rotonde\xa0» est un service de")

    row = session.tables(["actors"], ids=["b"])["actors"].to_pylist()[0]
    assert row["part_of"] == "a"


def test_answer_is_taken_out_of_the_queue_without_looking_again(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for doubles in a large directory takes seconds: not after each answer."""
    page = ask_about_the_rotonde(page)
    looked: list[object] = []
    monkeypatch.setattr(duplicates, "duplicates_of", looked.append)
    page = press(page, "Deux acteurs différents")

    assert not page.exception
    assert "Les Amis *du* Bocage" in question(page)
    assert looked == []


def test_later_asks_the_next_one_and_writes_nothing(page: AppTest, session: Session) -> None:
    first = question(page)
    revision = session.revision().number
    page = press(page, "Plus tard")

    assert question(page) != first
    assert session.revision().number == revision
    # When all have been put off, the first one comes back.
    assert question(press(page, "Plus tard")) == first


def test_how_many_wait_is_said_on_the_choice_of_parts(page: AppTest) -> None:
    labels = [option.content for option in page.get("pills")[0].proto.options]

    assert "Doublons (2)" in labels


def test_nothing_to_decide_is_said(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    session_on: Callable[[Path], Session],
    tmp_path: Path,
) -> None:
    (tmp_path / "acteurs.csv").write_text("id;nom;type;source\na;Club;autre;s\n")
    import_files(session_on(tmp_path / "seul.sqlite"), [tmp_path / "acteurs.csv"])
    use_store(tmp_path / "seul.sqlite")

    assert "Aucun doublon à trancher" in read(open_page("files", partie="doublons"))


def test_the_fictional_territory_has_a_pair_to_try(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> None:
    use_store(demonstration)
    page = open_page("files", partie="doublons")

    labels = [option.content for option in page.get("pills")[0].proto.options]
    assert "Doublons (1)" in labels
    assert "Les Sabots légers" in question(page)
    assert "Sabots légers de Souvigny" in question(page)
