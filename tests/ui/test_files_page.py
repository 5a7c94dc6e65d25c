"""Mes fichiers: drop, read the report, apply, take back, erase; each says what happened."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from actors_graph.model import TABLES, Change, ChangeSet
from actors_graph.ui.erasing import persons_named
from actors_graph.ui.keeping import templates_archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session


ACTORS = "id;nom;type;source\na;Les Amis;association;x\nb;L'Étoile *du* Bocage;association;x\n"
MIXED = f"{ACTORS}c;Le Club;licorne;x\n"
WRONG = "id;nom;type;source\na;Les Amis;licorne;x\n"


@pytest.fixture
def store(use_store: Callable[[Path], None], tmp_path: Path) -> Path:
    path = tmp_path / "territoire.sqlite"
    use_store(path)
    return path


def drop(page: AppTest, name: str, text: str) -> AppTest:
    page.file_uploader[0].upload(name, text.encode())
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.button if one.label.startswith(label)]
    assert found, [one.label for one in page.button]
    return found[0].click().run()


def changed_name(session: Session, identifier: str, name: str) -> None:
    """Somebody else corrects a name."""
    row = session.tables(["actors"], ids=[identifier])["actors"].to_pylist()[0]
    change = Change("actors", identifier, {"name": row["name"]}, {"name": name}, row["version"])
    session.apply(ChangeSet((change,), action="edit", at=session.now(), by="Moulins"))


def test_nothing_is_written_before_consent(
    open_page: Callable[..., AppTest],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = drop(open_page("files"), "acteurs.csv", ACTORS)

    assert [one.label for one in page.button if one.label.startswith("Appliquer 2")]
    assert session_on(store).revision().number == 0


def test_applied_import_is_written_listed_and_taken_back(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = press(drop(open_page("files"), "acteurs.csv", ACTORS), "Appliquer")
    session = session_on(store)

    assert "2\xa0lignes depuis acteurs.csv" in read(page).replace("\\", "")
    assert session.tables(["actors"])["actors"].num_rows == 2

    page = press(page, "Annuler cet import")

    assert "Import annulé" in read(page)
    assert session.tables(["actors"])["actors"].num_rows == 0
    assert not [one for one in page.button if one.label == "Annuler cet import"]


def test_report_is_made_again_where_somebody_wrote_meanwhile(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = drop(open_page("files"), "acteurs.csv", ACTORS)
    session = session_on(store)
    row = {"id": "c", "name": "Le Club", "kind": "association", "source": "y"}
    change = Change("actors", "c", None, row)
    session.apply(ChangeSet((change,), action="edit", at=session.now(), by="Moulins"))
    page = press(page, "Appliquer")

    assert "Vos données ont changé entre-temps" in read(page).replace("\\", "")
    assert session.tables(["actors"])["actors"].num_rows == 1

    press(page, "Appliquer")

    assert session.tables(["actors"])["actors"].num_rows == 3


@pytest.mark.usefixtures("store")
def test_same_file_again_changes_nothing(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = press(drop(open_page("files"), "acteurs.csv", ACTORS), "Appliquer")
    page = drop(press(page, "Charger un autre fichier"), "acteurs.csv", ACTORS)

    assert "Rien à changer : tout est déjà dans vos données." in read(page).replace("\\", "")


def test_refused_line_is_named_and_stops_everything(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = drop(open_page("files"), "acteurs.csv", WRONG)
    text = read(page)

    assert "Ligne 2" in text
    assert "« licorne »" in text.replace("\xa0", " ")
    assert "Aucune ligne ne peut entrer" in text
    assert not [one for one in page.button if one.label.startswith("Appliquer")]
    assert session_on(store).revision().number == 0


def test_valid_lines_are_imported_without_the_refused_one(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = drop(open_page("files"), "acteurs.csv", MIXED)

    assert "Ligne 4" in read(page)

    page = press(press(page, "Continuer"), "Appliquer 2")

    assert session_on(store).tables(["actors"])["actors"]["id"].to_pylist() == ["a", "b"]


def test_refused_line_stops_all_where_the_person_wants_it(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = drop(open_page("files"), "acteurs.csv", MIXED)
    page.radio[0].set_value(False)
    page = press(page.run(), "Continuer")

    assert "1\xa0ligne à corriger" in read(page)
    assert not [one for one in page.button if one.label.startswith("Appliquer")]
    assert session_on(store).revision().number == 0


@pytest.mark.usefixtures("store")
def test_file_that_is_no_table_is_a_sentence(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    text = read(drop(open_page("files"), "n'importe quoi.csv", "\x00\x01\x02"))

    assert "Traceback" not in text
    assert "n'importe quoi" in text.replace("\\", "")


def test_conflict_is_shown_and_decided(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = press(drop(open_page("files"), "acteurs.csv", ACTORS), "Appliquer")
    session = session_on(store)
    changed_name(session, "a", "Les Amis de Vichy")
    page = press(page, "Annuler cet import")

    question = "Moulins a modifié une de ces fiches depuis : la garder ?"
    assert question in read(page).replace("\\", "")
    assert "Rien n’a été annulé" in read(page)
    assert "Les Amis de Vichy" in read(page)
    assert session.tables(["actors"])["actors"].num_rows == 2

    page = press(page, "Oui, annuler le reste")

    assert session.tables(["actors"])["actors"]["name"].to_pylist() == ["Les Amis de Vichy"]
    assert "1\xa0fiche reste telle qu’elle est aujourd’hui" in read(page)


def test_fiches_that_others_name_are_announced_before_an_undo(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    page = press(drop(open_page("files"), "acteurs.csv", ACTORS), "Appliquer")
    session = session_on(store)
    tie = {"id": "t", "a": "a", "b": "b", "source": "y"}
    change = Change("collaborations", "t", None, tie)
    session.apply(ChangeSet((change,), action="edit", at=session.now(), by="Moulins"))
    page = press(page, "Annuler cet import")
    text = read(page).replace("\\", "")

    assert "Annuler cet import, sauf 2\xa0fiches ?" in text
    assert "2\xa0fiches resteront, sous leur seul nom, parce que d’autres lignes les citent" in text
    assert session.tables(["actors"])["actors"]["status"].to_pylist() == [None, None]

    page = press(page, "Oui, annuler cet import")

    assert session.tables(["actors"])["actors"]["status"].to_pylist() == ["inconnu", "inconnu"]
    assert "2\xa0fiches restent, sous leur seul nom" in read(page).replace("\\", "")


def test_person_is_found_and_erased(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    copied: Path,
    session_on: Callable[[Path], Session],
) -> None:
    session = session_on(copied)
    person = session.tables(["contacts"])["contacts"].slice(0, 1).to_pylist()[0]
    use_store(copied)
    page = open_page("files", partie="garder")
    page.text_input[0].set_value(person["last_name"].upper()).run()
    chosen = next(
        one for one in persons_named(session, person["last_name"]) if one.id == person["id"]
    )
    page.radio[0].set_value(chosen)
    page = press(page.run(), "Effacer")

    left = session.tables(["contacts"])["contacts"]["id"].to_pylist()
    assert person["id"] not in left
    assert "effacée" in read(page)


def test_templates_hold_every_file_of_the_model() -> None:
    with zipfile.ZipFile(io.BytesIO(templates_archive())) as archive:
        names = set(archive.namelist())

    assert {table.file for table in TABLES.values() if table.file} <= names
