"""What the words beside a number say of it."""

from __future__ import annotations

import pytest

from actors_graph.ui.evidence import documented_sentence


@pytest.mark.parametrize(
    ("documented", "n", "start", "end"),
    [
        (0, 5, "Aucun acteur n’est encore documenté", "avec qui il agit."),
        (1, 5, "1 acteur sur 5 est documenté : un lien", "c’est une question à leur poser."),
        (4, 5, "4 acteurs sur 5 sont documentés : un lien", "c’est une question à leur poser."),
        (5, 5, "5 acteurs sur 5 sont documentés : un lien", "ou la question a été posée."),
    ],
)
def test_documented_is_said_for_what_it_is(documented: int, n: int, start: str, end: str) -> None:
    """A seat in a committee documents an actor (MODEL rule 7); it says nothing of partners."""
    said = documented_sentence(documented, n=n).replace("\xa0", " ")

    assert said.startswith(start)
    assert said.endswith(end)
    assert "comité" in said or not documented
