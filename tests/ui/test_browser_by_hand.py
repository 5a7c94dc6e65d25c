"""Written by hand in Chromium: ticked with the keyboard, corrected from the fiche, taken along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

HINGE = "Régie de quartier des Bords d'Allier"


def test_partner_is_ticked_with_the_keyboard_alone(visit: Callable[..., Visit]) -> None:
    one = visit()
    page = one.open("/fichiers?partie=partenaires")
    heading = page.locator(".st-key-partenaires-fiche h2, .st-key-partenaires-fiche h3").first
    structure = heading.inner_text()
    page.get_by_label("Trouver un partenaire").focus()
    page.keyboard.type("regie bords")
    page.get_by_role("checkbox", name=re.compile("Régie de quartier")).wait_for()
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.type === 'checkbox'")
    page.keyboard.press("Space")
    page.get_by_text("1\xa0partenaire", exact=True).wait_for()
    # The button is drawn last: it can be pressed once the page is whole.
    write = page.get_by_role("button", name="Enregistrer, structure suivante", disabled=False)
    write.wait_for()
    one.settle()
    write.press("Enter")

    page.get_by_text(re.compile(r"Noté : 1\spartenaire ajouté")).wait_for()
    one.settle()
    assert heading.inner_text() != structure


def test_fiche_is_corrected_from_the_directory(visit: Callable[..., Visit]) -> None:
    one = visit()
    page = one.open("/annuaire?acteur=loc:regie-moulins")
    page.get_by_role("button", name="Corriger cette fiche").click()
    page.get_by_role("heading", name=re.compile(f"Corriger la fiche : {HINGE}")).wait_for()
    page.get_by_label("Téléphone").fill("0470112233")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text(re.compile("c’est noté")).wait_for()
    one.settle()

    assert page.get_by_label("Téléphone").input_value() == "04 70 11 22 33"


def test_list_is_taken_along_as_a_workbook(visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit().open("/fichiers?partie=qualite")
    with page.expect_download() as taken:
        page.get_by_role("button", name=re.compile("Liste « à appeler »")).click()
    path = tmp_path / taken.value.suggested_filename
    taken.value.save_as(path)
    tab = openpyxl.load_workbook(path).active

    assert tab is not None
    assert tab["A1"].value == "Structures à appeler"
    assert tab.max_row > 50
