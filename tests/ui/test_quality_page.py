"""Ce qui manque: each count says on how many it is counted and opens the fiches behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest


@pytest.fixture
def on_demonstration(use_store: Callable[[Path], None], demonstration: Path) -> None:
    use_store(demonstration)


def badges(page: AppTest) -> str:
    return "\n".join(str(one.value) for one in page.markdown).replace("\\", "")


@pytest.mark.usefixtures("on_demonstration")
def test_counts_say_what_they_are_counted_on(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    """DEMO story 12: 45 actors never documented, 3 of them élus; 9 more were never asked.

    These sit in a committee, came to a meeting or got a grant: nobody noted a partner of them.
    """
    page = open_page("files", partie="qualite")
    text = read(page)

    assert "51 sur 263" in badges(page)
    assert "dont on ignore les partenaires" in text
    assert "au 1er septembre 2026" in text
    # Of the 9 « à appeler » of the directory 4 were never asked: they are among the 51.
    assert (
        "À appeler : 5 sans partenaire connu dont la fiche n’est plus à jour et 51 dont on ignore "
        "les partenaires." in text.replace("\\", "")
    )


@pytest.mark.usefixtures("on_demonstration")
def test_count_opens_its_fiches_and_the_next_gesture(
    open_page: Callable[..., AppTest], read: Callable[[AppTest], str]
) -> None:
    page = open_page("files", partie="qualite")
    seen = next(one for one in page.button if one.key == "voir-partenaires")
    page = seen.click().run()

    assert page.query_params["manque"] == "partenaires"
    assert "51\xa0structures dont on ignore" in badges(page)
    assert "une question à leur poser" in read(page)

    page = next(one for one in page.button if one.label.startswith("Noter")).click().run()

    assert page.query_params["partie"] == "partenaires"
    assert "212 sur 263" in "".join(one.proto.text for one in page.get("progress")).replace(
        "\\", ""
    )


@pytest.mark.usefixtures("on_demonstration")
def test_a_reader_takes_no_contact_along(
    open_page: Callable[..., AppTest],
    read: Callable[[AppTest], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACTORS_GRAPH_ROLE", "lecteur")
    page = open_page("files", partie="qualite")

    assert "sans contact" not in read(page)
    assert "coordonnées de personnes" not in read(page)
