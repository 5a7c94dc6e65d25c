"""From a dropped file to its report, as pages: what is understood, asked, stopped, said."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from actors_graph.sources import read_tables
from actors_graph.ui import importing, importing_work
from actors_graph.ui.importing_questions import Reply, answer_of, refused_sentence, reply_of
from actors_graph.ui.importing_reading import accented, reading_sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

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


def test_reading_is_said_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    raw = read_tables(path)[0]

    assert reading_sentence(raw) == (
        "Colonnes séparées par des points-virgules. Titres des colonnes lus à la ligne 3 ; les "
        "lignes au-dessus sont laissées de côté."
    )
    assert accented(raw) == []


def test_title_line_can_be_said_by_the_person(dropped: Callable[..., AppTest]) -> None:
    page = dropped("liste.csv", LIST.encode())
    line = page.number_input[0]
    assert line.value == 3

    page = line.set_value(4).run()

    assert "Les Amis du Cèdre" in chosen(page)


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


@pytest.mark.parametrize("reply", Reply)
def test_reply_comes_back_from_its_answer(reply: Reply) -> None:
    named = "loc:mairie" if reply in {Reply.SAME, Reply.PART_OF} else ""

    assert reply_of(answer_of(reply, "loc:mairie")) == (reply, named)


def test_refused_lines_are_said_in_agreement() -> None:
    assert refused_sentence(1) == "1\xa0ligne ne peut pas entrer telle quelle"
    assert refused_sentence(2) == "2\xa0lignes ne peuvent pas entrer telles quelles"
