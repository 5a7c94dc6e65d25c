"""Commas in lists: what is known tells whether they part items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.cells.listed import known_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

words = st.lists(st.text("ab, ", min_size=1, max_size=8), max_size=6)


@given(words, words)
def test_no_word_of_a_list_is_lost(items: list[str], known: list[str]) -> None:
    found = known_items(items, set(known))

    assert "".join(found).replace(",", "").replace(" ", "") == "".join(items).replace(
        ",", ""
    ).replace(" ", "")


def test_a_known_theme_keeps_its_comma_and_a_list_is_cut(
    bring: Callable[..., ImportReport], session: Session
) -> None:
    bring(themes='id,libelle\nt1,"Santé, handicap"\nt2,Sport\n')
    head = "id,nom,type,source,themes\n"
    bring(
        acteurs=f'{head}a,Un,association,x,"Santé, handicap"\nb,Deux,association,x,"sport, Pêche"\n'
        'c,Trois,association,x,"Pêche, chasse"\n'
    )

    actors = session.tables(["actors"])["actors"]
    found = dict(zip(*(actors.column(n).to_pylist() for n in ("id", "themes")), strict=True))
    assert found["a"] == ["t1"]
    assert found["b"][0] == "t2"
    assert len(found["b"]) == 2
    # « Pêche » was no theme before this file: the order of its lines says nothing.
    assert len(found["c"]) == 1
