"""Two walks in Chromium: a messy file taken back at the end, and the first hour of an empty tool.

Every visit ends with the same check: no request but to this server, no error on the console.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from human_files import partner_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

MESSY = Path(__file__).resolve().parents[2] / "import/demo/a-importer/liste-mairie-cusset.xlsx"
# A line of the messy file that nobody knew before it.
NEW = "Les Ateliers du Ruisseau"


def choose(page: Page, column: str, meaning: str) -> None:
    """Say what a column holds, by its list."""
    box = page.get_by_role("combobox", name=re.compile(f"colonne.*{column}"))
    box.press_sequentially(meaning)
    page.get_by_role("option", name=meaning, exact=True).click()


def search(page: Page, name: str) -> None:
    page.get_by_label("Trouver un acteur").press_sequentially(name)


def test_messy_file_is_corrected_asked_applied_mapped_and_taken_back(
    visit: Callable[..., Visit],
) -> None:
    here = visit()
    page = here.open("/fichiers")
    page.locator("input[type=file]").set_input_files(MESSY)
    page.get_by_role("heading", name="Les colonnes sont-elles bien comprises ?").wait_for()
    choose(page, "Thématiques", "Ce que fait la structure")
    page.get_by_role("button", name="Oui, continuer").first.click()

    card = page.locator("[class*=st-key-depot]", has_text="Maison Des Jeunes SICHON").last
    card.get_by_role("radio", name="Oui").click()
    page.get_by_role("button", name="Continuer").first.click()
    page.get_by_role("button", name=re.compile("^Appliquer")).click()
    page.get_by_role("heading", name="Ce que nous avons maintenant").wait_for()
    page.get_by_role("button", name="Les voir sur la carte").click()

    page.get_by_role("application", name=re.compile("^Carte")).wait_for()
    search(page, NEW)
    page.get_by_role("button", name=NEW, exact=True).click()
    page.get_by_role("heading", name=NEW, exact=True).wait_for()

    page = here.open("/fichiers")
    page.get_by_role("button", name="Annuler cet import").first.click()
    page.get_by_text(re.compile("^Import annulé")).wait_for()
    page = here.open("/annuaire")
    search(page, NEW)
    page.get_by_text(re.compile("^Aucun acteur")).wait_for()


def figure(page: Page, title: str) -> int:
    """A figure of what there is now."""
    metric = page.locator("[data-testid=stMetric]", has_text=title)
    value = metric.locator("[data-testid=stMetricValue]").inner_text()
    return int(re.sub(r"\D", "", value))


def test_first_hour_goes_from_an_empty_tool_to_a_first_page_that_helps(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    path, truth = partner_list(tmp_path, seed=1)
    here = visit()
    page = here.open("/", fictional=False)
    page.get_by_role("button", name="Charger mon fichier de partenaires").click()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Oui, continuer").first.click()
    page.get_by_role("heading", name=re.compile("questions? avant le rapport")).wait_for()
    page.get_by_role("radio", name="Non, deux structures").first.click()
    page.get_by_role("button", name="Continuer", exact=True).first.click()
    page.get_by_role("button", name=re.compile("^Appliquer")).click()
    page.get_by_role("heading", name="Ce que nous avons maintenant").wait_for()

    # Nothing is merged without her, so that no structure of the file is lost.
    assert figure(page, "Structures") >= len(truth.structures)
    assert figure(page, "Partenariats notés") >= 0.95 * len(truth.ties)

    page = here.open("/", fictional=False)
    page.get_by_role("button", name="Voir qui travaille avec qui").wait_for()
    page.get_by_text(
        re.compile("^Votre fichier ne dit pas avec qui|^Nous ne connaissons")
    ).wait_for()
