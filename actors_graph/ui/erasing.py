"""Erasing a person who asks for it: found by name, confirmed, then gone from everywhere here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.erase import erase
from actors_graph.model import TABLES
from actors_graph.model.kinds import ActorKind
from actors_graph.text import fold
from actors_graph.ui.cache import directory_of
from actors_graph.ui.directory import LONGEST_SEARCH
from actors_graph.ui.escape import esc_md
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, capital, count, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.access import Session
    from actors_graph.changes.erase import EraseReport

_SEARCH: Final = "effacer-recherche"
_CHOSEN: Final = "effacer-choix"
_DONE: Final = "effacer-fait"
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Person:
    """A contact or an élu, and what tells two of the same name apart."""

    id: str
    name: str
    about: str


def show_erasing() -> None:
    """Draw the search of a person, the confirmation, and what was done."""
    st.subheader("Effacer une personne", anchor=False)
    st.text(
        "Une personne peut demander à ne plus figurer dans vos données. Elle est effacée des "
        "fiches, de l’historique et des sauvegardes de cet ordinateur. Cela ne s’annule pas."
    )
    if done := st.session_state.pop(_DONE, ()):
        for sentence in done:
            st.text(sentence)
    asked = st.text_input(
        "Nom de la personne",
        type="search",
        key=_SEARCH,
        max_chars=LONGEST_SEARCH,
        placeholder="Contact ou élu",
    )
    if not asked:
        return
    found = list(persons_named(workspace().session, asked))
    if not found:
        st.text(f"Aucun contact et aucun élu ne s’appelle {quoted(asked)}.")
        return
    chosen = st.radio(
        "Qui effacer ?",
        found[:_MOST],
        index=None,
        format_func=lambda person: esc_md(f"{person.name} ({person.about})"),
        key=_CHOSEN,
    )
    if chosen is not None:
        _confirm(chosen)


def _confirm(person: Person) -> None:
    st.button(
        f"Effacer {esc_md(person.name)} pour toujours",
        icon=":material/delete_forever:",
        on_click=_erase,
        args=(person,),
    )


def _erase(person: Person) -> None:
    report = erase(workspace().session, person.id, reason="demande de la personne")
    st.session_state[_DONE] = _sentences(person, report)
    st.session_state[_SEARCH] = ""
    # The choices of other pages and the reports of earlier imports may hold the name.
    for key in (
        "depot",
        "dernier-geste",
        "saisie",
        "partenaires-en-cours",
        "doublons-file",
        _CHOSEN,
    ):
        st.session_state.pop(key, None)


def _sentences(person: Person, report: EraseReport) -> tuple[str, ...]:
    rows, emptied = sum(report.rows.values()), report.emptied
    said = [
        (
            f"{capital(count(rows, 'ligne'))} {agreed('effacé', n=rows, noun='ligne')} ; "
            f"{count(emptied, 'autre ligne')} {agreed('corrigé', n=emptied, noun='ligne')}. "
            "Les copies que vous avez prises ailleurs la contiennent encore : détruisez-les ou "
            "refaites-les."
        )
    ]
    if report.mentions:
        said.append(f"Des textes libres nomment encore {quoted(person.name)}, à relire :")
        said += [
            f"– {TABLES[mention.table].title}, {mention.id}, colonne {quoted(mention.column)}"
            for mention in report.mentions
        ]
    return tuple(said)


def persons_named(session: Session, asked: str) -> Iterator[Person]:
    """Contacts then élus whose name holds every word asked, accents forgotten."""
    words = fold(asked).split()
    directory = directory_of(session)
    for row in session.tables(["contacts"])["contacts"].to_pylist():
        name = " ".join(part for part in (row["first_name"], row["last_name"]) if part)
        if words and all(word in fold(name) for word in words):
            role = f"{row['role']}, " if row["role"] else ""
            yield Person(row["id"], name, f"{role}{directory.name(row['actor'])}")
    for row in directory.found(asked):
        if directory.kind(row) is ActorKind.ELU:
            actor = directory.actors["id"][row].as_py()
            yield Person(actor, directory.name(actor), f"élu, {directory.communes[row]}")
