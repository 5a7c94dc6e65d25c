"""« D’où vient ce chiffre ? » in Chromium: from a number to the right place of Méthode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from actors_graph.measures.about import BY_FIELD

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser


def wait_for_measure(page: Page, field: str) -> None:
    """Until the measure is unfolded, under the menu, in the window, and has the keyboard."""
    part = page.locator(f".st-key-mesure-{field}")
    part.get_by_text("Quand il trompe", exact=True).wait_for()
    page.wait_for_function(
        """(key) => {
            const part = document.querySelector(`.st-key-mesure-${key}`);
            const menu = document.querySelector('[data-testid="stHeader"]');
            const top = part.getBoundingClientRect().top;
            return top >= menu.getBoundingClientRect().bottom - 1
              && top < innerHeight / 2
              && part.contains(document.activeElement);
        }""",
        arg=field,
    )


@pytest.mark.parametrize("width", [1440, 390])
def test_address_of_a_measure_opens_it_under_the_eyes(
    visit: Callable[..., Visit], width: int
) -> None:
    page = visit(width).open("/methode?mesure=only_links")

    wait_for_measure(page, "only_links")
    assert page.get_by_text("Quand il trompe", exact=True).filter(visible=True).count() == 1


def test_search_finds_a_word_of_the_field(visit: Callable[..., Visit]) -> None:
    page = visit().open("/methode")
    page.get_by_label("Chercher une question ou un mot").press_sequentially("betweenness")
    page.get_by_text("1 question", exact=False).first.wait_for()

    page.get_by_text(BY_FIELD["betweenness"].question).wait_for()
    page.get_by_text(re.compile("par rang")).wait_for()
    assert not page.get_by_text(BY_FIELD["density"].question).is_visible()


def test_number_of_a_fiche_leads_to_what_explains_it(visit: Callable[..., Visit]) -> None:
    page = visit().open("/annuaire?acteur=loc:regie-moulins")
    page.get_by_text("Ses 14 partenaires notés").wait_for()
    page.get_by_role("link", name=BY_FIELD["diversity"].name).click()
    page.wait_for_url(re.compile("/methode.*mesure=diversity"))

    wait_for_measure(page, "diversity")


def test_numbers_of_specialists_are_unfolded_on_a_fiche(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/annuaire?acteur=loc:regie-moulins")
    page.get_by_text("Pour les spécialistes").click()
    table = page.get_by_role("table", name="Mesures pour les spécialistes")

    table.get_by_text(BY_FIELD["constraint"].name).wait_for()
    table.get_by_text(re.compile("premiers 10")).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hole_of_the_demonstration_is_asked_beside_what_is_missing(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("/fichiers?partie=qualite")
    page.get_by_role("heading", name="Thèmes par territoire").wait_for()

    page.get_by_text("Lutte contre l'isolement, arrondissement de Vichy : personne").wait_for()
    page.get_by_text("Communes", exact=True).click()
    page.get_by_text("Sport et loisirs, Moulins : 4").wait_for()
    assert page.get_by_text("personne dans votre annuaire").count() == 0
