"""The pages in Chromium: what is shown, clicked, typed, and what is asked of the network.

Every visit ends with the same check: no request but to this server, no error on the console.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

PATHS = ["/", "/annuaire", "/fichiers", "/methode"]
# DEMO story 11.
HOSTILE = {
    "etoile": "L'Étoile <b>du</b> *Bocage* & Cie",
    "=cie": "=Cie des Rives",
    "tournesols": "Les Tournesols 🌻 de Souvigny",
}
HINGE = "Régie de quartier des Bords d'Allier"
# Words of Streamlit that a French page must not show.
ENGLISH = re.compile(
    r"\b(Upload|Drag and drop|Browse files|per file|Search|Select|Choose an option|Press Enter|"
    r"Running|Stop|Deploy|Rerun|Skip to main content|View more|No results)\b"
)


def seen(page: Page) -> str:
    """Texts of the page, those of its components included, and the names of its controls."""
    names = page.evaluate(
        "() => [...document.querySelectorAll('[aria-label],[placeholder],[title]')].map(one =>"
        " [one.ariaLabel, one.placeholder, one.title].join(' ')).join('\\n')"
    )
    return f"{page.locator('body').inner_text()}\n{names}"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_page_is_french_and_fits_its_width(
    visit: Callable[..., Visit], path: str, width: int
) -> None:
    page = visit(width).open(path)

    assert page.locator("html").get_attribute("lang") == "fr"
    assert not ENGLISH.findall(seen(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("part", ["qualite", "doublons", "partenaires", "saisie", "garder"])
def test_part_of_the_files_is_french_and_fits_a_phone(
    visit: Callable[..., Visit], part: str
) -> None:
    page = visit(390).open(f"/fichiers?partie={part}")

    # What a screen reader says of a control has none of the marks that protect a label.
    assert "\\" not in seen(page)
    assert not ENGLISH.findall(seen(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_map_is_one_click_away_on_a_phone(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/annuaire")
    page.get_by_role("link", name="Voir la carte").click()
    page.wait_for_function(
        "() => document.querySelector('.st-key-titre-de-la-carte')"
        ".getBoundingClientRect().top < 200"
    )

    assert not visit(1440).open("/annuaire").get_by_role("link", name="Voir la carte").is_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_first_gesture_is_seen_without_scrolling(visit: Callable[..., Visit], width: int) -> None:
    page = visit(width).open("/")

    box = page.get_by_label("Trouver un acteur").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] < 844


def test_search_forgets_accents_and_opens_the_fiche(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.get_by_label("Trouver un acteur").press_sequentially("regie bords")
    page.get_by_role("button", name=HINGE).click()
    page.wait_for_url(re.compile("/annuaire.*acteur="))

    page.get_by_role("heading", name=HINGE).wait_for()


def test_name_of_the_list_opens_the_fiche_by_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire?liste=font-le-lien")
    page.get_by_role("button", name=HINGE).focus()
    page.keyboard.press("Enter")

    page.get_by_role("heading", name=HINGE).wait_for()
    assert "acteur=loc%3Aregie-moulins" in page.url or "acteur=loc:regie-moulins" in page.url

    page.get_by_role("button", name="Revenir à la liste").click()
    page.get_by_role("table", name="Font le lien").wait_for()
    assert "acteur=" not in page.url


def test_how_an_alert_stands_comes_by_itself(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire?acteur=loc:regie-moulins")

    page.get_by_text("Cela tient même si des liens manquent").wait_for()


def test_address_of_an_actor_opens_its_fiche_and_its_place_on_the_map(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("/annuaire?acteur=loc:regie-moulins")

    page.get_by_role("heading", name=HINGE).wait_for()
    page.get_by_role("button", name="Effacer").wait_for()
    table = page.get_by_role("table", name=re.compile("Partenaires"))

    # 14 partners, the titles of the levels, the line of the columns.
    assert table.get_by_role("button").count() == 14


def test_partner_of_a_fiche_opens_its_own(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire?acteur=loc:regie-moulins")
    table = page.get_by_role("table", name=re.compile("Partenaires"))
    partner = table.get_by_role("button").first
    name = partner.inner_text()
    partner.click()

    page.get_by_role("heading", name=name, exact=True).wait_for()


def test_click_on_the_map_opens_the_fiche_and_the_address(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire")
    drawing = page.get_by_role("application", name=re.compile("^Carte"))
    drawing.wait_for()
    drawing.focus()
    # N goes to the next actor of the map, Enter chooses it.
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("acteur="))

    page.get_by_role("button", name="Revenir à la liste").wait_for()


def test_actors_surrounded_on_the_map_stay_chosen(visit: Callable[..., Visit]) -> None:
    page = visit(1440).open("/annuaire")
    page.wait_for_function("() => globalThis.__carte?.firstFrame")
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    left, top = stage["x"] + 20, stage["y"] + 20
    right, bottom = left + stage["width"] * 0.5, top + stage["height"] * 0.5
    page.keyboard.down("Shift")
    page.mouse.move(left, top)
    page.mouse.down()
    for corner in ((right, top), (right, bottom), (left, bottom), (left, top)):
        page.mouse.move(*corner, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    page.get_by_role("button", name="Revenir à la liste").wait_for()
    page.wait_for_timeout(800)

    assert page.evaluate("globalThis.__carte.chosen().length") > 1


@pytest.mark.parametrize(("asked", "name"), HOSTILE.items(), ids=["markup", "formula", "emoji"])
def test_hostile_name_is_shown_as_it_is_written(
    visit: Callable[..., Visit], asked: str, name: str
) -> None:
    page = visit().open("/annuaire")
    page.get_by_label("Trouver un acteur").press_sequentially(asked)
    page.get_by_role("button", name=name, exact=True).click()

    page.get_by_role("heading", name=name, exact=True).wait_for()


def test_long_name_is_whole_on_a_phone(visit: Callable[..., Visit]) -> None:
    """180 characters: nothing is cut, nothing sticks out."""
    page = visit(390).open("/annuaire?acteur=loc:nom-long")
    heading = page.get_by_role("heading", name=re.compile("Association pour la rencontre"))
    heading.wait_for()
    box = heading.bounding_box()

    assert heading.inner_text().endswith("du pays de Saint-Pourçain")
    assert box is not None
    assert box["x"] + box["width"] <= 390


def test_choices_become_a_sentence_and_an_address(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire")
    page.get_by_role("button", name="Choisir qui et quoi").click()
    place = page.get_by_role("combobox", name="Territoires")
    place.press_sequentially("Moulins (c")
    page.get_by_role("option", name="Moulins (commune)", exact=True).click()
    page.get_by_text(re.compile("^Acteurs de Moulins, liens notés")).wait_for()
    # The list closed by itself: the next field is free.
    page.get_by_role("option").first.wait_for(state="detached")
    page.get_by_role("button", name="Association", exact=True).click()
    page.get_by_text(re.compile("^Associations de Moulins, liens notés")).wait_for()

    assert "territoire=com%3A03190" in page.url
    assert "types=association" in page.url


def test_first_tab_goes_to_the_content(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"


def test_dropped_file_is_reported_before_anything_is_written(visit: Callable[..., Visit]) -> None:
    page = visit().open("/fichiers")
    content = "id;nom;type;source\nessai:1;<b>Essai</b> *un*;association;essai\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "<b>acteurs.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )

    page.get_by_role("button", name=re.compile("Appliquer 1")).wait_for()
    page.get_by_role("heading", name="<b>acteurs.csv").wait_for()

    page = visit().open("/annuaire")
    page.get_by_label("Trouver un acteur").press_sequentially("essai un")
    page.get_by_text(re.compile("^Aucun acteur")).wait_for()
    assert page.get_by_role("button", name="<b>Essai</b> *un*", exact=True).count() == 0


def test_user_returns_to_own_data(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.get_by_role("button", name="Revenir à mes données").click()

    page.get_by_role("heading", name="Bonjour.").wait_for()
    assert "donnees=" not in page.url
