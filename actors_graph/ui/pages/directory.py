"""Annuaire et carte: find an actor, see with whom it works, who is alone, who holds groups.

Text, then table, then drawing. The scope, the open fiche and the list shown are in the address:
a link sent to a colleague opens the same page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.map.component import actor_map
from actors_graph.model.kinds import Family
from actors_graph.network import Scope
from actors_graph.ui.actor import sheet
from actors_graph.ui.by_hand.entering import form_address
from actors_graph.ui.cache import directory_of, facts_of, lists_of_scope, map_of, standing_job
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import bold
from actors_graph.ui.evidence import show_evidence
from actors_graph.ui.fiche import show_fiche
from actors_graph.ui.filters import chosen_scope, clear_filters, is_filtered, show_filters
from actors_graph.ui.lists import show_lists
from actors_graph.ui.navigation import go, page
from actors_graph.ui.search import search_field, show_found
from actors_graph.ui.shell import page_title
from actors_graph.ui.workspace import workspace

if TYPE_CHECKING:
    from actors_graph.jobs import Job
    from actors_graph.measures import Facts, Standing
    from actors_graph.ui.directory import Directory

ACTOR: Final = "acteur"
_MAP: Final = "carte"
_SEARCH: Final = "recherche-annuaire"
_EVERYTHING: Final = Scope(families=tuple(Family))


def show() -> None:
    """Draw the page."""
    page_title(Entry.DIRECTORY.title)
    _body()


# One fragment: a click redraws what is under the title, not the frame of the page.
@st.fragment
def _body() -> None:
    here = workspace()
    directory = directory_of(here.session)
    if not directory.actors.num_rows:
        st.text("Aucun acteur pour l’instant : chargez d’abord un fichier.")
        st.page_link(page(Entry.FILES), label="Charger mon fichier de partenaires")
        return
    scope = chosen_scope(directory, here.settings)
    facts = facts_of(here.session, scope)
    show_evidence(facts)
    asked = _search_and_filters(directory, scope, facts)
    # Shown on a narrow screen only, where the map comes under the list (assets/page.css).
    with st.container(key="vers-la-carte"):
        st.markdown("[Voir la carte](#carte)")
    beside, drawing = st.columns([5, 7], gap="medium")
    with beside:
        _panel(asked, scope, directory, facts)
    with drawing:
        _map(scope, facts)


def _search_and_filters(directory: Directory, scope: Scope, facts: Facts) -> str:
    asked = search_field(key=_SEARCH)
    with st.container(horizontal=True, vertical_alignment="center", key="choix"):
        st.markdown(bold(facts.network.sentence), width="content")
        with st.popover("Choisir qui et quoi", icon=":material/tune:"):
            show_filters(directory, scope)
        if is_filtered(scope):
            st.button("Tout voir", type="tertiary", on_click=clear_filters)
    return asked


def _panel(asked: str, scope: Scope, directory: Directory, facts: Facts) -> None:
    if asked:
        show_found(asked, directory, key="annuaire-trouves", on_open=open_actor)
        return
    session = workspace().session

    def standing() -> Job[Standing]:
        return standing_job(session, scope)

    chosen = st.query_params.get(ACTOR, "")
    if not chosen:
        found = lists_of_scope(session, scope)
        show_lists(found, facts, directory, on_open=open_actor, standing=standing)
        return
    with st.container(horizontal=True, key="fiche-gestes"):
        st.button("Revenir à la liste", icon=":material/arrow_back:", on_click=close_actor)
        known = chosen in directory.row_of
        if known and may(session.user, Action.WRITE):
            correct = st.button("Corriger cette fiche", icon=":material/edit:")
            if correct:
                go(Entry.FILES, query=form_address("actors", chosen))
    shown = sheet(directory, facts_of(session, _EVERYTHING), chosen)
    if shown is None:
        st.text("Cet acteur n’est pas dans vos données : il a pu être retiré.")
        return
    show_fiche(shown, facts, directory, on_open=open_actor, standing=standing)


def _map(scope: Scope, facts: Facts) -> None:
    chosen = st.query_params.get(ACTOR, "")
    with st.container(key="titre-de-la-carte"):
        st.subheader("Carte", anchor=_MAP)
    on_map = chosen in facts.network.row_of
    held = st.session_state.get(_MAP, {}).get("selection") or []
    # Several actors surrounded on the map stay chosen there while the fiche of the first is open.
    kept = on_map and held[:1] == [chosen]
    actor_map(
        map_of(workspace().session, scope),
        key=_MAP,
        selected=None if kept else [chosen] if on_map else [],
        height=640,
        on_selection=_selected_on_map,
    )


def _selected_on_map() -> None:
    chosen = st.session_state[_MAP]["selection"]
    if chosen:
        open_actor(chosen[0])
    else:
        close_actor()


def open_actor(identifier: str) -> None:
    """Open the fiche of an actor; a callback."""
    st.query_params[ACTOR] = identifier
    st.session_state[_SEARCH] = ""


def close_actor() -> None:
    """Close the fiche that is open; a callback."""
    st.query_params.pop(ACTOR, None)
