"""A name is shown as it is written: no markup of its author is ever obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.ui.escape import esc_md

# What Markdown and Streamlit's own directives would change (measured in a browser).
NAMES = [
    "L'Étoile <b>du</b> *Bocage* & Cie",
    "=Cie des Rives",
    ":red[B] :material/home: $x^2$",
    "1. Foo",
    "![](http://example.org/x.png)",
    "[lien](javascript:alert(1))",
    "# Titre",
    "a -> b -- c",
    "`code` ~~non~~ __oui__",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_markup_is_protected_character_by_character(name: str) -> None:
    escaped = esc_md(name)

    assert escaped.replace("\\", "") == name.replace("\\", "")
    for place, character in enumerate(escaped):
        if character in "*_`[]<>#:$!~-=.&":
            assert escaped[place - 1] == "\\"


def test_lines_become_one() -> None:
    assert esc_md("Les Amis\n# du Bocage\r\n") == "Les Amis \\# du Bocage"


@given(st.text(alphabet=st.characters(whitelist_categories=["L", "N", "Zs"])))
def test_letters_and_digits_are_left_alone(text: str) -> None:
    assert esc_md(text) == text.strip()
