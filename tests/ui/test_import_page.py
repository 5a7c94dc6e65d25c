"""From a dropped file to its report, as pages: what is understood, asked, stopped, said."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from rne_files import MAYORS, write_register

from actors_graph.sources import Choices, read_tables
from actors_graph.sources.mapping.proposal import proposed
from actors_graph.ui.importing import flow as importing
from actors_graph.ui.importing import work as importing_work
from actors_graph.ui.importing.alike import Together
from actors_graph.ui.importing.columns import clashes
from actors_graph.ui.importing.state import ReadTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session
    from actors_graph.jobs import Progress

# A list as people make them: a title, headings of their own, remarks, a column of nothing known.
LIST = """Partenaires du quartier;;;;
;;;;
Nom de la structure;Type;Ville;Tél.;Remarques
Les Amis du Cèdre;association;Vichy;04 70 00 00 01;ne rappelle jamais
Club des aînés;association;Cusset;04 70 00 00 02;
Régie des Rives;association;Moulins;;à voir
"""


@pytest.fixture
def store(use_store: Callable[[Path], None], tmp_path: Path) -> Path:
    path = tmp_path / "territoire.sqlite"
    use_store(path)
    return path


@pytest.fixture
def dropped(open_page: Callable[..., AppTest], store: Path) -> Callable[..., AppTest]:  # noqa: ARG001  the data that the page opens
    """Drop a file on the page of an empty tool."""

    def drop(name: str, content: bytes) -> AppTest:
        page = open_page("files")
        page.file_uploader[0].upload(name, content)
        return page.run()

    return drop


def press(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.button if one.label.startswith(label)]
    assert found, labels(page)
    return found[0].click().run()


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def chosen(page: AppTest) -> dict[str, str]:
    """What each column is understood to say: « Ville » → the place chosen for it."""
    found = {}
    for box in page.selectbox:
        column = box.label.removeprefix("Ce que dit la colonne «\xa0").removesuffix("\xa0»")
        if column != box.label:
            found[column] = str(box.value)
    return found


def test_list_of_a_person_is_asked_about_with_every_choice_made(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode("cp1252"))

    assert "Les colonnes sont-elles bien comprises ?" in read(page)
    assert chosen(page) == {
        "Nom de la structure": "nom",
        "Type": "type",
        "Ville": "commune",
        "Tél.": "telephone",
        "Remarques": "remarques",
    }
    assert "Oui, continuer" in labels(page)


def test_remarks_stay_in_the_file_and_the_page_says_why(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode())

    assert "avis sur des personnes" in read(page)


def test_column_is_corrected_by_its_list(dropped: Callable[..., AppTest]) -> None:
    page = dropped("liste.csv", LIST.encode())
    box = next(one for one in page.selectbox if "Tél." in one.label)
    page = box.set_value("contact.telephone").run()

    assert chosen(page)["Tél."] == "contact.telephone"
    assert chosen(page)["Ville"] == "commune"


def test_accents_that_were_guessed_are_shown(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode("cp1252"))

    assert "Les accents sont-ils corrects ?" in read(page)
    assert "Cèdre" in read(page)


def test_title_line_can_be_said_by_the_person(dropped: Callable[..., AppTest]) -> None:
    page = dropped("liste.csv", LIST.encode())
    line = page.number_input[0]
    assert line.value == 3

    page = line.set_value(4).run()

    assert "Les Amis du Cèdre" in chosen(page)


def test_reading_that_does_not_fit_is_said_and_left_as_it_was(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode())
    page = page.number_input[0].set_value(4000).run()

    assert page.error
    assert page.number_input[0].value == 3
    assert chosen(page)["Ville"] == "commune"
    assert "Les colonnes sont-elles bien comprises ?" in read(page)


def test_table_of_nothing_known_is_asked_about_first(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("mesures.csv", b"zz;yy\n1,5;2,5\n3,5;4,5\n")

    assert "Nous ne savons pas ce que contient ce tableau" in read(page)
    assert page.selectbox[0].label == "Ce tableau contient"


def test_public_register_is_asked_nothing(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str], tmp_path: Path
) -> None:
    path = write_register(tmp_path / "elus-maires-mai.csv", MAYORS)
    page = dropped(path.name, path.read_bytes())

    assert "Oui, continuer" not in labels(page)
    assert [label for label in labels(page) if label.startswith("Appliquer")]
    assert "mandats" in read(page)


def test_minutes_alone_are_said_not_to_be_a_table(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    text = "Compte rendu du comité local\n\nPrésents : Mme Torcieux, M. Vallegrain.\n"
    page = dropped("compte-rendu.txt", text.encode())

    assert "ce n’est pas un tableau" in read(page).replace("\\", "")
    assert page.file_uploader


def test_columns_are_remembered_from_the_last_import(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode())
    box = next(one for one in page.selectbox if "Tél." in one.label)
    page = press(box.set_value("ignorer").run(), "Oui, continuer")
    page = press(page, "Appliquer")
    page = press(page, "Charger un autre fichier")
    page.file_uploader[0].upload("liste 2.csv", LIST.encode())
    page = page.run()

    assert "Comprises comme la dernière fois" in read(page)
    assert chosen(page)["Tél."] == "ignorer"


def test_repair_that_is_wrong_leads_back_to_its_column(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    lost = "Nom;Type;Code INSEE\nLes Amis;association;3095\nLe Club;association;3310\n"
    page = dropped("liste.csv", lost.encode())
    page = press(page, "Ce n’est pas ça")

    assert "3095\xa0» lu 03095" in page.info[0].value.replace("\\", "")
    assert ":material/help:] **Code INSEE**" in read(page)


def test_two_columns_of_one_meaning_stop_the_way(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = dropped("liste.csv", LIST.encode())
    box = next(one for one in page.selectbox if "Type" in one.label)
    page = box.set_value("commune").run()

    assert "gardez-en une seule" in read(page).replace("\\", "")
    assert all(one.disabled for one in page.button if one.label == "Oui, continuer")


def test_two_columns_of_one_list_are_read_together(tmp_path: Path) -> None:
    path = tmp_path / "territoires.csv"
    path.write_text("id;type;nom;parent_id;autres_parents\nx;perso;Le Val;dep:03;\n")
    raw = read_tables(path)[0]

    assert not clashes(ReadTable(0, raw, proposed(raw), Choices()))


def test_reading_that_lasts_is_shown_and_stopped(
    dropped: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()

    def endless(_session: object, _files: object, progress: Progress) -> list[object]:
        progress(0.4, "Lecture de liste.csv…")
        go_on.wait()
        return []

    monkeypatch.setattr(importing, "read_deposit", endless)
    monkeypatch.setattr(importing_work, "AT_ONCE", 0.01)
    page = dropped("liste.csv", LIST.encode())
    try:
        assert "Arrêter la lecture" in labels(page)

        stop = next(one for one in page.button if one.label == "Arrêter la lecture")
        page = stop.click().run()

        assert "Lecture arrêtée" in read(page)
        assert page.file_uploader
    finally:
        go_on.set()


def test_commune_where_the_file_lies_is_proposed_and_kept(
    dropped: Callable[..., AppTest], store: Path, session_on: Callable[[Path], Session]
) -> None:
    # A list on both sides: the Allier and Ille-et-Vilaine each have a Moulins.
    named = ["Vichy", "Cusset", "Montluçon", "Rennes", "Moulins"]
    rows = [f"Les Amis de {name};association;{name}" for name in named]
    page = dropped("liste.csv", "\n".join(["Structure;Type;Ville", *rows]).encode())
    page = press(press(page, "Oui, continuer"), "Continuer")
    press(page, "Appliquer")

    codes = session_on(store).tables(["actors"])["actors"]["commune_code"].to_pylist()
    assert set(codes) == {"03310", "03095", "03185", "35238", "03190"}


def test_each_question_is_counted_and_answered_once_and_for_all(
    dropped: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    # The Allier has two Saint-Pourçain and two Saint-Gérand.
    named = ["Vichy", "Cusset", "Montluçon", "St Pourçain", "St Gérand"]
    rows = [f"Les Amis de {name};association;{name}" for name in named]
    content = "\n".join(["Structure;Type;Ville", *rows]).encode()
    page = press(dropped("liste.csv", content), "Oui, continuer")

    assert "2\xa0questions avant le rapport" in read(page)

    for box in page.selectbox[1:]:
        box.select_index(1)
    page = press(press(page.run(), "Continuer"), "Appliquer")
    page = press(page, "Charger un autre fichier")
    page.file_uploader[0].upload("liste.csv", content)
    page = press(page.run(), "Oui, continuer")

    assert "avant le rapport" not in read(page)
    assert "Rien à changer : tout est déjà dans vos données." in read(page).replace("\\", "")


def test_names_written_alike_are_one_question(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    use_store: Callable[[Path], None],
    session_on: Callable[[Path], Session],
    copied: Path,
) -> None:
    """DEMO story 9: an old export names known actors as they are written."""
    use_store(copied)
    before = session_on(copied).tables(["actors"])["actors"].num_rows
    page = open_page("files")
    export = Path(__file__).parents[2] / "import" / "demo" / "a-importer" / "ancien-export.csv"
    page.file_uploader[0].upload(export.name, export.read_bytes())
    page = press(page.run(), "Oui, continuer")

    assert "1\xa0question avant le rapport" in read(page)
    assert "11\xa0noms de vos fichiers sont écrits exactement" in read(page)
    (together,) = page.segmented_control
    assert together.value is Together.LATER

    page = together.set_value(Together.EACH).run()
    assert "11\xa0questions avant le rapport" in read(page)
    assert len(page.segmented_control) == 1 + 8

    page = page.segmented_control[0].set_value(Together.SAME).run()
    press(press(page, "Continuer"), "Appliquer")

    # Of the twelve rows, one is new.
    assert session_on(copied).tables(["actors"])["actors"].num_rows == before + 1


def test_sheet_of_nothing_known_is_left_aside_and_the_others_imported(
    dropped: Callable[..., AppTest],
    store: Path,
    session_on: Callable[[Path], Session],
) -> None:
    book = Workbook()
    known = book.create_sheet("Structures", 0)
    for row in (["Structure", "Nature"], ["Les Amis", "association"], ["Le Club", "association"]):
        known.append(row)
    for row in (["zz", "yy"], ["1,5", "2,5"], ["3,5", "4,5"]):
        book["Sheet"].append(row)
    content = io.BytesIO()
    book.save(content)
    page = dropped("classeur.xlsx", content.getvalue())

    assert [one.label for one in page.expander if "laissée de côté" in one.label]

    press(press(page, "Oui, continuer"), "Appliquer")

    names = session_on(store).tables(["actors"])["actors"]["name"].to_pylist()
    assert set(names) == {"Les Amis", "Le Club"}
