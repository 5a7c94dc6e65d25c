"""Accueil: the thing to do, first; what changed; whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.measures import alone
from actors_graph.measures.sentences import unchecked_words
from actors_graph.measures.standing_sentences import alone_standing
from actors_graph.ui.cache import directory_of, facts_of, standing_job
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import bold
from actors_graph.ui.filters import chosen_scope
from actors_graph.ui.labels import kind_label
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.ui.navigation import go
from actors_graph.ui.search import search_field, show_found
from actors_graph.ui.sections import PARAMETER, Section
from actors_graph.ui.shell import page_title
from actors_graph.ui.standing import show_below, standing_known
from actors_graph.ui.visits import operations_since_last_visit, since_sentence
from actors_graph.ui.workspace import enter_demonstration, workspace
from actors_graph.words import count
from actors_graph.words import listing as sentence_list

if TYPE_CHECKING:
    from actors_graph.measures import Facts
    from actors_graph.ui.directory import Directory
    from actors_graph.ui.workspace import Workspace

_CALLS: Final = 6
_FIRST_HOUR: Final = (
    ("1. Déposer", "Votre fichier est lu comme il est. Cinq questions au plus, en mots simples."),
    ("2. Vérifier", "Ce qui est nouveau, réparé ou en double, ligne par ligne ; tout s’annule."),
    ("3. Relier", "Qui travaille avec qui ? Cochez les partenaires de quelques structures."),
)
_CALL_COLUMNS: Final = (Column("Nom"), Column("Type"), Column("Commune"))


def show() -> None:
    """Draw the page."""
    here = workspace()
    directory = directory_of(here.session)
    _, middle, _ = st.columns([1, 4, 1])
    with middle:
        if directory.actors.num_rows:
            _filled(here, directory)
        else:
            _empty(here)


def _empty(here: Workspace) -> None:
    page_title("Bonjour.")
    st.text(
        "Aucune donnée pour l’instant. Apportez votre fichier de partenaires tel qu’il est : un "
        "tableur, une liste, un vieil export. Le programme dit ce qu’il a compris, vous corrigez, "
        "et rien n’est écrit avant votre accord."
    )
    with st.container(horizontal=True, key="commencer"):
        if st.button(
            "Charger mon fichier de partenaires", type="primary", icon=":material/upload:"
        ):
            go(Entry.FILES)
        if not here.is_demonstration:
            st.button(
                "Visiter avec un territoire fictif, séparé de vos données",
                icon=":material/theater_comedy:",
                on_click=enter_demonstration,
            )
    st.text("Rien ne quitte cet ordinateur.")
    for place, (title, text) in zip(st.columns(len(_FIRST_HOUR)), _FIRST_HOUR, strict=True):
        with place.container(border=True, height="stretch"):
            st.markdown(bold(title))
            st.text(text)


def _filled(here: Workspace, directory: Directory) -> None:
    scope = chosen_scope(directory, here.settings)
    facts = facts_of(here.session, scope)
    page_title(_place(here, directory))
    st.subheader("Que voulez-vous faire ?", anchor=False)
    asked = search_field(key="recherche-accueil")
    if asked:
        show_found(asked, directory, key="accueil-trouves", on_open=_open)
    _opened()
    with st.container(horizontal=True):
        if st.button("Voir qui travaille avec qui", type="primary", icon=":material/hub:"):
            go(Entry.DIRECTORY)
        if st.button("Charger un fichier", icon=":material/upload:"):
            go(Entry.FILES)
    since = since_sentence(operations_since_last_visit(here.session, here.settings))
    if since:
        st.text(since)
    if facts.evidence.ties:
        _to_call(here, facts, directory)
    else:
        _first_ties(directory)


def _place(here: Workspace, directory: Directory) -> str:
    """What the page is about: the perimeter, else the name of the data."""
    chosen = [
        directory.name(place) for place in here.settings.perimeter if place in directory.names
    ]
    return sentence_list(chosen) or here.session.info().title or "Votre territoire"


def _open(identifier: str) -> None:
    # A page is left in the run, not in a callback.
    st.session_state["accueil-ouvrir"] = identifier


def _opened() -> None:
    identifier = st.session_state.pop("accueil-ouvrir", "")
    if identifier:
        go(Entry.DIRECTORY, query={"acteur": identifier})


def _to_call(here: Workspace, facts: Facts, directory: Directory) -> None:
    found = alone(facts)
    calls = found.to_call or found.known
    if calls:
        job = standing_job(here.session, facts.network.scope)
        known = standing_known(job)
        st.subheader("À appeler", anchor=False)
        stale = unchecked_words(facts, calls) if found.to_call else ""
        st.text(_call_sentence(len(calls), stale or "dont la fiche est à jour"))
        most = alone_standing(known) if known else ""
        if most:
            st.text(most)
        rows = [directory.row_of[actor] for actor in calls[:_CALLS]]
        lines = [
            Row(
                actor,
                (directory.name(actor), kind_label(directory.kind(row)), directory.communes[row]),
            )
            for actor, row in zip(calls, rows, strict=False)
        ]
        shown = Listing(lines, _CALL_COLUMNS, "Structures à appeler")
        listing(shown, key="accueil-appels", on_open=_open)
        show_below(job, known, said=bool(most), others=("isolates",))
    if found.undocumented:
        n = len(found.undocumented)
        st.text(
            f"Votre fichier ne dit pas avec qui {'travaille' if n == 1 else 'travaillent'} "
            f"{count(n, 'structure')}. Ce n’est pas un constat : c’est une question à leur poser."
        )
        if may(workspace().session.user, Action.WRITE):
            _note_partners()


def _call_sentence(n: int, why: str) -> str:
    first = f" Voici les {_CALLS} premières." if n > _CALLS else ""
    return f"Nous ne connaissons pas de partenaire à {count(n, 'structure')} {why}.{first}"


def _first_ties(directory: Directory) -> None:
    """What to do next with a file that says nothing of who works with whom."""
    with st.container(border=True):
        st.subheader("La suite : qui travaille avec qui ?", anchor=False)
        st.text(
            f"Votre fichier donne {count(directory.actors.num_rows, 'acteur')} et aucun lien entre "
            "eux : c’est normal pour un annuaire. On ne peut donc encore rien dire de leurs "
            "partenaires."
        )
        st.text(
            "Commencez par dix structures que vous connaissez bien : cochez leurs partenaires, ou "
            "prenez la liste à remplir pour votre prochaine réunion."
        )
        _note_partners(primary=True)


def _note_partners(*, primary: bool = False) -> None:
    if st.button(
        "Noter qui travaille avec qui",
        type="primary" if primary else "secondary",
        icon=":material/checklist:",
    ):
        go(Entry.FILES, query={PARAMETER: Section.PARTNERS.address})
