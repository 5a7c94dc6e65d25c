"""The choices of a page: each is one press, reads in the sentence and lives in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest


@pytest.fixture
def page(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> AppTest:
    use_store(demonstration)
    return open_page("directory")


def test_territories_are_added_one_at_a_time_and_taken_out(
    page: AppTest, read: Callable[[AppTest], str]
) -> None:
    """The list of Streamlit for several values stayed open over the next field."""
    assert not page.multiselect
    page.selectbox(key="filtre-perimeter-ajouter").set_value("com:03190").run()
    page.selectbox(key="filtre-perimeter-ajouter").set_value("arr:033").run()

    assert page.query_params["territoire"] == "com:03190,arr:033"
    assert page.selectbox(key="filtre-perimeter-ajouter").value is None
    assert "Moulins (commune)" not in page.selectbox(key="filtre-perimeter-ajouter").options
    assert "Acteurs de Moulins et de l’arrondissement de Vichy" in read(page)

    page.button(key="filtre-perimeter-retirer-com:03190").click().run()

    assert page.query_params["territoire"] == "arr:033"
    assert "Moulins (commune)" in page.selectbox(key="filtre-perimeter-ajouter").options


def test_a_few_values_are_pressed(page: AppTest, read: Callable[[AppTest], str]) -> None:
    page.pills(key="filtre-kinds").set_value(["elu", "association"]).run()

    assert page.query_params["types"] == "elu,association"
    assert "Associations et élus" in read(page)


def test_choices_are_those_of_the_address(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> None:
    use_store(demonstration)
    page = open_page("directory", territoire="arr:033", types="elu")

    assert (
        page.button(key="filtre-perimeter-retirer-arr:033").label.replace("\\", "")
        == "Vichy (arrondissement)"
    )
    assert page.pills(key="filtre-kinds").value == ["elu"]
