"""Each page on an empty store, on the fictional territory, and where nothing can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.map.drawing import description
from actors_graph.network import Scope
from actors_graph.ui.cache import directory_of, facts_of
from actors_graph.ui.figure import figure_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session


PAGES = ["home", "directory", "files", "method"]


def button(page: AppTest, label: str) -> bool:
    return any(label in one.label for one in page.button)


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_on_an_empty_store(
    page: str,
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    use_store(tmp_path / "vide.sqlite")

    assert "données fictives" not in read(open_page(page))


@pytest.mark.parametrize("page", PAGES)
def test_page_says_that_the_data_are_fictional(
    page: str,
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
) -> None:
    use_store(demonstration)

    assert "données fictives" in read(open_page(page))


def test_first_screen_says_what_to_do(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    """The sentences of WORDS, and only what exists."""
    use_store(tmp_path / "vide.sqlite")
    page = open_page("home")

    assert page.title[0].value == "Bonjour\\."
    assert button(page, "Charger mon fichier de partenaires")
    assert button(page, "Visiter avec un territoire fictif, séparé de vos données")
    assert not button(page, "Coller un compte rendu")
    assert "Rien ne quitte cet ordinateur." in read(page)


def test_filled_screen_searches_first_and_names_whom_to_call(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
) -> None:
    """Story 1 of the demonstration: 9 not checked for two years, 45 never documented."""
    use_store(demonstration)
    page = open_page("home")

    assert page.text_input[0].label == "Trouver un acteur"
    assert "9\xa0structures dont la fiche n’a pas été vérifiée depuis deux ans" in read(page)
    assert "45\xa0structures. Ce n’est pas un constat" in read(page)


def test_file_without_ties_names_no_one_and_says_what_is_next(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    session_on: Callable[[Path], Session],
    tmp_path: Path,
) -> None:
    store = tmp_path / "annuaire.sqlite"
    path = tmp_path / "acteurs.csv"
    path.write_text("id;nom;type;source\na;Les Amis;association;x\nb;Régie;association;x\n")
    import_files(session_on(store), [path])
    use_store(store)

    home, directory = read(open_page("home")), read(open_page("directory"))

    assert "La suite : qui travaille avec qui ?" in home
    for page in (home, directory):
        assert "sans partenaire connu" not in page.lower()
        assert "À appeler" not in page


def test_lists_are_those_of_the_stories(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> None:
    """DEMO stories 1 and 12: 18 alone, 9 to call, 45 never documented."""
    use_store(demonstration)
    page = open_page("directory")

    labels = [option.content for option in page.pills(key="annuaire-liste").proto.options]

    assert labels[1:4] == [
        "Sans partenaire connu (18)",
        "À appeler (9)",
        "Non documentés (45)",
    ]


def test_scope_of_the_address_reads_as_a_sentence(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
) -> None:
    use_store(demonstration)
    page = open_page("directory", types="association,elu", niveau="2", territoire="com:03310")

    assert "Associations et élus" in read(page)
    assert "de Vichy" in read(page)
    assert "de niveau 2 et plus" in read(page)


def test_address_of_other_data_is_no_error(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
) -> None:
    use_store(demonstration)
    page = open_page("directory", territoire="com:99999", niveau="neuf", acteur="loc:parti")

    assert "Cet acteur n’est pas dans vos données" in read(page)


def test_fiche_of_the_hinge_says_who_depends_on_it(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
) -> None:
    """Story 2: without the régie de quartier, six groups and a small association are cut off."""
    use_store(demonstration)
    page = read(open_page("directory", acteur="loc:regie-moulins"))

    assert "Régie de quartier des Bords d'Allier" in page.replace("\\", "")
    assert "7\xa0acteurs (6\xa0groupes d’habitants et 1\xa0association)" in page
    assert "14\xa0partenaires" in page.replace("\\", "")


def test_names_cut_short_are_unfolded(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> None:
    """Story 2: seven actors depend on the régie, the sentence names five."""
    use_store(demonstration)
    unfolded = [one.label for one in open_page("directory", acteur="loc:regie-moulins").expander]

    assert "Voir tous les noms" in unfolded
    assert "Voir tous les noms" not in [
        one.label for one in open_page("directory", acteur="loc:dir-territoires").expander
    ]


def test_map_counts_those_to_call_as_the_lists_do(
    demonstration: Path, session_on: Callable[[Path], Session]
) -> None:
    """Story 1: 18 without known partner, 9 to call; the dock of the map says both."""
    session = session_on(demonstration)
    figure = figure_of(facts_of(session, Scope()), directory_of(session))

    assert figure.to_call == 9
    assert "Sans partenaire connu\xa0: 18, à appeler\xa0: 9." in description(
        figure, figure.standing()
    )


def test_folder_that_cannot_be_used_is_a_sentence(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    file = tmp_path / "fichier"
    file.write_text("")
    monkeypatch.setenv("ACTORS_GRAPH_STORE", str(file / "dossier" / "t.sqlite"))
    page = read(open_page("home"))

    assert "Ce n’est pas possible pour l’instant" in page
    assert "Traceback" not in page


def test_absent_server_is_a_sentence(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Port 9 (discard) of this computer: nothing answers there.
    monkeypatch.setenv("ACTORS_GRAPH_STORE", "bolt://127.0.0.1:9")
    monkeypatch.setenv("ACTORS_GRAPH_NEO4J_PASSWORD", "x")
    page = read(open_page("home"))

    assert "Ce n’est pas possible pour l’instant" in page
    assert "127.0.0.1:9" in page


def test_misspelt_setting_is_a_sentence(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACTORS_GRAPH_STOER", "x")

    assert "ACTORS_GRAPH_STOER" in read(open_page("home"))


def test_reader_is_offered_nothing_that_writes(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    demonstration: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use_store(demonstration)
    monkeypatch.setenv("ACTORS_GRAPH_ROLE", "lecteur")
    page = open_page("files")

    assert not page.get("file_uploader")
    assert not page.text_input
    assert "permet de lire" in read(page)
