"""Saisir: create and correct by hand; look-alikes are asked, somebody else's writing is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.changes.by_hand.forms import edit_row
from actors_graph.changes.imports import import_files
from actors_graph.model import TABLES
from actors_graph.ui.by_hand.entering_state import FIELDS, row_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from actors_graph.access import Session

ACTORS = """id;nom;type;code_insee;telephone;themes;verifie_le;source
a;Centre social La Rotonde;association;03095;04 70 11 22 33;Emploi;2026-05;s
b;Épicerie sociale;association;03190;;;;s
"""
TIES = "acteur_a;acteur_b;niveau;source\na;b;2;s\n"


@pytest.fixture
def session(
    tmp_path: Path,
    use_store: Callable[[Path], None],
    session_on: Callable[[Path], Session],
) -> Session:
    store = tmp_path / "territoire.sqlite"
    files = {"acteurs.csv": ACTORS, "collaborations.csv": TIES}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    opened = session_on(store)
    import_files(opened, [tmp_path / name for name in files])
    use_store(store)
    return opened


@pytest.fixture
def form(session: Session, open_page: Callable[..., AppTest]) -> Callable[..., AppTest]:  # noqa: ARG001  filled first
    def opened(kind: str, **address: str) -> AppTest:
        return open_page("files", partie="saisie", sorte=kind, **address)

    return opened


def press(page: AppTest, label: str) -> AppTest:
    found = [one for one in page.button if one.label.replace("\\", "").startswith(label)]
    assert found, [one.label for one in page.button]
    return found[0].click().run()


def write(page: AppTest, label: str, text: str) -> AppTest:
    fields = [*page.text_input, *page.text_area, *page.selectbox]
    found = [one for one in fields if one.label.replace("\\", "").startswith(label)]
    assert found, [one.label for one in fields]
    min(found, key=lambda one: len(one.label)).set_value(text)
    return page.run()


def row(session: Session, table: str, identifier: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = session.tables([table])[table].to_pylist()
    return next(one for one in found if one["id"] == identifier)


def test_correction_changes_only_what_was_written(
    form: Callable[..., AppTest], session: Session, read: Callable[[AppTest], str]
) -> None:
    before = row(session, "actors", "a")
    page = write(form("acteurs", ligne="a"), "Téléphone", "0470998877")
    page = press(page, "Enregistrer")
    after = row(session, "actors", "a")

    assert after["phone"] == "04 70 99 88 77"
    kept = set(before) - {"phone", "checked_on", "version"}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert after["checked_on"] == session.today.isoformat()

    page = press(page, "Annuler")

    assert row(session, "actors", "a")["phone"] == "04 70 11 22 33"
    assert "C’est annulé" in read(page)


def test_values_of_a_list_are_pressed(form: Callable[..., AppTest], session: Session) -> None:
    page = form("acteurs", ligne="a")
    fields = {one.label: one for one in page.pills}
    assert fields["Thèmes"].value == ["loc:emploi"]

    fields["Territoires où elle agit"].set_value(["dep:03"])
    fields["Thèmes"].set_value([])
    press(page.run(), "Enregistrer")

    written = row(session, "actors", "a")
    assert (written["acts_in"], written["themes"]) == (["dep:03"], None)


def test_earlier_gesture_is_found_and_taken_back(
    form: Callable[..., AppTest],
    session: Session,
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
) -> None:
    page = write(form("acteurs", ligne="a"), "Téléphone", "0470998877")
    press(page, "Enregistrer")
    page = open_page("files", partie="saisie")

    assert "Correction : «\xa0Centre social La Rotonde\xa0»" in read(page)

    page = press(page, "Annuler")

    assert row(session, "actors", "a")["phone"] == "04 70 11 22 33"
    assert "C’est annulé" in read(page)


def test_wrong_value_is_said_and_what_was_typed_stays(
    form: Callable[..., AppTest], session: Session, read: Callable[[AppTest], str]
) -> None:
    page = write(form("acteurs", ligne="a"), "Fiche vérifiée", "le 31 février")
    page = press(page, "Enregistrer")

    assert "n’est pas" in read(page)
    assert "le 31 février" in [one.value for one in page.text_input]
    assert row(session, "actors", "a")["checked_on"] == "2026-05"


def test_look_alike_is_asked_before_a_second_fiche(
    form: Callable[..., AppTest], session: Session, read: Callable[[AppTest], str]
) -> None:
    page = write(form("acteurs"), "Nom", "C.S. La Rotonde")
    page = write(page, "Type", "association")
    page = write(page, "Commune", "cusset")
    page = press(page, "Cusset (03)")
    page = press(page, "Enregistrer")

    assert "ressemble à un acteur que vous avez déjà" in read(page)
    assert session.tables(["actors"])["actors"].num_rows == 2

    page = press(page, "C’est un autre : le créer")
    names = session.tables(["actors"])["actors"].to_pylist()

    assert {one["name"]: one["commune_code"] for one in names}["C.S. La Rotonde"] == "03095"
    # The answer is kept: the pair does not wait in the queue.
    page.query_params["partie"] = "doublons"
    assert "Aucun doublon à trancher" in read(page.run())


def test_what_somebody_else_wrote_is_shown_and_nothing_typed_is_lost(
    form: Callable[..., AppTest], session: Session, read: Callable[[AppTest], str]
) -> None:
    page = write(form("acteurs", ligne="a"), "Courriel", "accueil@rotonde.example")
    version = row(session, "actors", "a")["version"]
    edit_row(session, TABLES["actors"], {"phone": "04 70 00 00 01"}, id="a", version=version)
    page = press(page, "Enregistrer")
    text = read(page).replace("\\", "")

    assert "modifiée entre-temps" in text
    assert "04 70 00 00 01" in text
    assert row(session, "actors", "a")["email"] is None

    press(page, "Enregistrer")
    after = row(session, "actors", "a")

    assert (after["email"], after["phone"]) == ("accueil@rotonde.example", "04 70 00 00 01")


def test_commune_that_was_typed_and_not_chosen_is_looked_up(
    form: Callable[..., AppTest], session: Session
) -> None:
    page = write(form("acteurs"), "Nom", "Foyer rural")
    page = write(page, "Type", "association")
    page = write(page, "Commune", "Lapalisse")
    press(page, "Enregistrer")

    found = session.tables(["actors"])["actors"].to_pylist()
    assert {one["name"]: one["commune_code"] for one in found}["Foyer rural"] == "03138"


def test_actor_that_was_typed_and_not_chosen_is_asked(
    form: Callable[..., AppTest], session: Session, read: Callable[[AppTest], str]
) -> None:
    page = write(form("contacts"), "Nom", "Durand")
    page = write(page, "Structure", "rotonde")
    page = press(page, "Enregistrer")

    assert "choisissez dans la liste" in read(page)
    assert session.tables(["contacts"])["contacts"].num_rows == 0


def test_contact_of_an_actor_is_added_from_its_form(
    form: Callable[..., AppTest], session: Session
) -> None:
    page = press(form("acteurs", ligne="a"), "Ajouter un contact")
    page = write(page, "Nom", "Durand")
    press(page, "Enregistrer")

    (contact,) = session.tables(["contacts"])["contacts"].to_pylist()
    assert (contact["actor"], contact["last_name"], contact["source"]) == ("a", "Durand", "saisie")


def test_tie_is_corrected_then_taken_away(form: Callable[..., AppTest], session: Session) -> None:
    (tie,) = session.tables(["collaborations"])["collaborations"].to_pylist()
    page = write(form("collaborations", ligne=tie["id"], de="a"), "Niveau", "4")
    press(page, "Enregistrer")

    assert row(session, "collaborations", tie["id"])["level"] == 4

    press(form("collaborations", ligne=tie["id"], de="a"), "Retirer ce lien")

    assert session.tables(["collaborations"])["collaborations"].num_rows == 0


def test_project_is_created(form: Callable[..., AppTest], session: Session) -> None:
    page = write(form("projets"), "Nom", "Jardin partagé")
    page = write(page, "Type", "initiative")
    press(page, "Enregistrer")

    (project,) = session.tables(["projects"])["projects"].to_pylist()
    assert (project["name"], project["kind"]) == ("Jardin partagé", "initiative")


def test_of_an_elu_only_name_office_and_dates_are_asked(
    form: Callable[..., AppTest],
) -> None:
    page = write(form("acteurs"), "Type", "elu")
    labels = " ".join(one.label for one in [*page.text_input, *page.text_area])

    assert "Téléphone" not in labels
    assert "Adresse" not in labels


def test_forms_show_every_field_that_a_person_may_write() -> None:
    for name, parts in FIELDS.items():
        shown = {field for part in parts for field in part}
        fields = {field.name for field in TABLES[name].fields if field.column}
        left_out = {"id", "commune", "postal_code", "lat", "lon", "steward", "reference"}

        assert shown <= fields
        assert fields - shown <= left_out, name


def test_texts_of_a_row_are_what_its_readers_read(session: Session) -> None:
    texts = row_texts(TABLES["actors"], row(session, "actors", "a"))

    assert (texts["checked_on"], texts["commune_code"]) == ("05/2026", "03095")
    assert texts["acronym"] == ""
    budget = row_texts(TABLES["projects"], {"budget": 101450})["budget"]
    assert budget == "1014,50"
