"""Méthode: how each number is made, how to read it, when it misleads, where it comes from.

The address may name a measure (`?mesure=cuts_off`): it is unfolded and brought under the eyes, for
« D’où vient ce chiffre ? » beside a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures.about import BY_FIELD, BY_SUBJECT, LEFT_OUT, MEASURES
from actors_graph.text import fold
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.evidence import MEASURE
from actors_graph.ui.reaching import reach
from actors_graph.ui.search import search_field
from actors_graph.ui.shell import page_title
from actors_graph.words import count

if TYPE_CHECKING:
    from actors_graph.measures.about import About, LeftOut

_LINES: Final = (
    ("Comment le lire", "reading"),
    ("Quand il trompe", "misleads"),
    ("Il n’est dit qu’à partir de", "minimum"),
)
# So few answers are unfolded: they are read at once.
_UNFOLDED: Final = 2


def show() -> None:
    """Draw the page."""
    _, middle, _ = st.columns([1, 4, 1])
    with middle:
        page_title(Entry.METHOD.title)
        st.text(
            "Chaque chiffre du programme répond à une question. Voici comment il est compté, "
            "comment le lire, quand il trompe, et d’où il vient."
        )
        words = fold(_asked()).split()
        found = [about for about in MEASURES if _holds(_texts(about), words)]
        left = [one for one in LEFT_OUT if _holds((one.term, one.english, one.why), words)]
        if words:
            st.caption(esc_md(_found_sentence(len(found), len(left))))
        chosen = st.query_params.get(MEASURE, "")
        opened = {about.field for about in found} if words and len(found) <= _UNFOLDED else set()
        _measures(found, opened=opened | {chosen})
        _left_out(left, unfolded=bool(words) and not found)
        if chosen in BY_FIELD:
            reach(_key(chosen))


def _asked() -> str:
    return search_field(
        key="recherche-methode",
        label="Chercher une question ou un mot",
        placeholder="charnière, seul lien, betweenness…",
    )


def _texts(about: About) -> tuple[str, ...]:
    named = (about.question, about.name, about.term, about.english, about.also)
    return (*named, about.reading, about.misleads, about.formula, about.reference)


def _holds(texts: tuple[str, ...], words: list[str]) -> bool:
    held = fold(" ".join(texts))
    return all(word in held for word in words)


def _found_sentence(found: int, left: int) -> str:
    if not found and not left:
        return "Aucune question ne contient ces mots. Essayez un mot de moins."
    said = count(found, "question")
    return f"{said} ; {count(left, 'mesure')} laissée de côté" if left else said


def _measures(found: list[About], *, opened: set[str]) -> None:
    for subject, measures in BY_SUBJECT.items():
        shown = [about for about in measures if about in found]
        if shown:
            st.subheader(subject.value, anchor=False)
        for about in shown:
            _measure(about, expanded=about.field in opened)


def _measure(about: About, *, expanded: bool) -> None:
    # The key is that of the frame: an expander that has one keeps its first state.
    frame = st.container(key=_key(about.field))
    with frame.expander(esc_md(about.question), expanded=expanded):
        st.markdown(bold(about.name))
        for title, attribute in _LINES:
            st.markdown(_line(title, getattr(about, attribute)))
        st.markdown(_line("Comment il est compté", about.formula))
        st.markdown(_line("Son nom dans les livres", _named(about)))
        st.markdown(_line("Source", about.reference))


def _named(one: About | LeftOut) -> str:
    return f"{one.term} (en anglais : {one.english})"


def _line(title: str, text: str) -> str:
    return f"{bold(title)} : {esc_md(text)}"


def _left_out(shown: list[LeftOut], *, unfolded: bool) -> None:
    if not shown:
        return
    st.subheader("Ce que le programme ne calcule pas", anchor=False)
    with st.expander("Les mesures laissées de côté, et pourquoi", expanded=unfolded):
        for one in shown:
            st.markdown(_line(_named(one), one.why))


def _key(field: str) -> str:
    return f"mesure-{field}"
