"""« Qui travaille avec qui ? »: one structure at a time, its partners ticked in a list.

Names are searched without their accents. What is ticked is written in one operation, which can
be taken back; « personne à ma connaissance » is an answer too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.by_hand.partners import Untie, record_partners
from actors_graph.errors import ActorsGraphError
from actors_graph.measures.to_ask import neighbours
from actors_graph.reports.lists import About, Named, asking_list
from actors_graph.reports.workbook import MIME
from actors_graph.ui.by_hand.last_gesture import forget, say, show_last
from actors_graph.ui.by_hand.noting_state import forget_notes, notes_of
from actors_graph.ui.cache import directory_of, facts_of, to_ask_of
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.filters import chosen_scope
from actors_graph.ui.labels import LEVELS, kind_label
from actors_graph.ui.search import search_field
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, capital, count, number, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access import Session
    from actors_graph.measures import Facts
    from actors_graph.measures.to_ask import ToAsk
    from actors_graph.network import Scope
    from actors_graph.ui.by_hand.noting_state import Notes
    from actors_graph.ui.directory import Directory

_SKIPPED: Final = "partenaires-passees"
_CHOSEN: Final = "partenaires-structure"
_SEARCH: Final = "partenaires-recherche"
_WHICH: Final = "partenaires-laquelle"
_PLACE: Final = "partenaires"
_SHOWN: Final = 8
_WHY: Final = {Untie.ENDED: "c’est terminé", Untie.MISTAKE: "c’était une erreur"}


def show_noting() -> None:
    """Draw the structure to ask about, its partners to tick, and how far one is."""
    here = workspace()
    directory = directory_of(here.session)
    scope = chosen_scope(directory, here.settings)
    asked = to_ask_of(here.session, scope)
    _progress(asked)
    show_last(_PLACE)
    actor = _structure(asked, directory)
    if not actor:
        st.text("Toutes les structures ont une réponse. Choisissez-en une pour la compléter.")
    else:
        notes = notes_of(here.session, actor)
        with st.container(border=True, key="partenaires-fiche"):
            _who(actor, directory)
            _ticked(notes, directory)
            _search(notes, directory, scope)
            _conclude(notes, asked)
    _to_print(asked, directory, scope)


def _progress(asked: ToAsk) -> None:
    st.text(
        "Une structure à la fois : cochez ses partenaires. Ce que vous ne savez pas reste une "
        "question, pas une absence."
    )
    if asked.total:
        done = agreed("fait", n=asked.done, noun="structure")
        label = f"{number(asked.done)} sur {count(asked.total, 'structure')} {done}"
        st.progress(asked.done / asked.total, text=esc_md(label))


def _structure(asked: ToAsk, directory: Directory) -> str:
    """The structure that is asked about: the one chosen, else the next one."""
    skipped: list[str] = st.session_state.get(_SKIPPED, [])
    chosen = st.session_state.get(_CHOSEN, "")
    if chosen in directory.row_of:
        return str(chosen)
    left = [one for one in asked.waiting if one not in skipped]
    return (left or [*asked.waiting, ""])[0]


def _who(actor: str, directory: Directory) -> None:
    row = directory.row_of[actor]
    fields = directory.actors.slice(row, 1).to_pylist()[0]
    st.subheader(esc_md(fields["name"]), anchor=False)
    themes = " · ".join(directory.name(one) for one in fields["themes"] or [])
    facts = (kind_label(fields["kind"]), directory.communes[row], themes)
    st.text(" · ".join(fact for fact in facts if fact))


def _ticked(notes: Notes, directory: Directory) -> None:
    if not notes.levels and not notes.untied:
        return
    st.markdown(bold(capital(count(len(notes.levels), "partenaire"))))
    for other in sorted(notes.levels, key=directory.name):
        with st.container(horizontal=True, vertical_alignment="center", key=f"coche-{other}"):
            st.checkbox(
                esc_md(_label(other, directory)),
                value=True,
                key=f"garde-{notes.actor}-{other}",
                on_change=notes.tick,
                args=(other,),
                width="stretch",
            )
            _level(notes, other)
    for other in sorted(notes.untied, key=directory.name):
        _why(notes, other, directory)


def _level(notes: Notes, other: str) -> None:
    key = f"niveau-{notes.actor}-{other}"
    levels = sorted(LEVELS)
    st.selectbox(
        "Niveau",
        levels,
        index=levels.index(notes.levels[other]),
        format_func=lambda level: LEVELS[level],
        key=key,
        label_visibility="collapsed",
        width=240,
        on_change=lambda: notes.levels.__setitem__(other, st.session_state[key]),
    )


def _why(notes: Notes, other: str, directory: Directory) -> None:
    """A partner that was noted and is no longer ticked: over, or never so."""
    key = f"pourquoi-{notes.actor}-{other}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"decoche-{other}"):
        st.checkbox(
            esc_md(_label(other, directory)),
            value=False,
            key=f"reprend-{notes.actor}-{other}",
            on_change=notes.tick,
            args=(other,),
            width="stretch",
        )
        st.radio(
            "Pourquoi",
            list(_WHY),
            index=list(_WHY).index(notes.untied[other]),
            format_func=lambda why: _WHY[why],
            horizontal=True,
            key=key,
            label_visibility="collapsed",
            on_change=lambda: notes.untied.__setitem__(other, st.session_state[key]),
        )


def _search(notes: Notes, directory: Directory, scope: Scope) -> None:
    asked = search_field(key=_SEARCH, label="Trouver un partenaire")
    session = workspace().session
    if asked:
        found = [directory.actors["id"][row].as_py() for row in directory.found(asked)]
    else:
        found = list(neighbours(facts_of(session, scope), notes.actor, most=2 * _SHOWN))
    left = [one for one in found if one not in notes.levels and one != notes.actor]
    left = [one for one in left if one not in notes.untied]
    if asked and not left:
        st.text(f"Aucun autre acteur ne correspond à {quoted(asked)}.")
    elif left and not asked:
        st.caption("Dans la même commune ou sur les mêmes thèmes :")
    for other in left[:_SHOWN]:
        st.checkbox(
            esc_md(_label(other, directory)),
            value=False,
            key=f"propose-{notes.actor}-{other}",
            on_change=_tick_found,
            args=(notes, other),
        )
    if asked and len(left) > _SHOWN:
        st.caption("Précisez le nom pour voir les autres.")


def _tick_found(notes: Notes, other: str) -> None:
    notes.tick(other)
    st.session_state[_SEARCH] = ""


def _label(other: str, directory: Directory) -> str:
    place = directory.communes[directory.row_of[other]] if other in directory.row_of else ""
    return f"{directory.name(other)}, {place}" if place else directory.name(other)


def _conclude(notes: Notes, asked: ToAsk) -> None:
    if notes.error:
        st.error(esc_md(notes.error), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center", key="partenaires-conclure"):
        st.button(
            "Enregistrer, structure suivante",
            type="primary",
            icon=":material/check:",
            disabled=not notes.levels and not notes.untied,
            on_click=_write,
            args=(notes,),
        )
        st.button(
            "Personne à ma connaissance",
            disabled=bool(notes.levels),
            on_click=_write,
            args=(notes,),
            kwargs={"none_known": True},
        )
        if len(asked.waiting) > 1 or st.session_state.get(_CHOSEN):
            st.button("Passer", type="tertiary", on_click=_skip, args=(notes.actor,))


def _write(notes: Notes, *, none_known: bool = False) -> None:
    session = workspace().session
    name = directory_of(session).name(notes.actor)
    try:
        report = record_partners(
            session,
            notes.actor,
            ticked=notes.ticked,
            untied=notes.untied,
            none_known=none_known,
        )
    except ActorsGraphError as error:
        notes.error = str(error)
        return
    say(_PLACE, (f"{name}. {report.sentence}",), operation=report.operation)
    _leave()


def _skip(actor: str) -> None:
    skipped: list[str] = st.session_state.get(_SKIPPED, [])
    st.session_state[_SKIPPED] = [*skipped, actor]
    forget()
    _leave()


def _leave() -> None:
    forget_notes()
    st.session_state.pop(_CHOSEN, None)
    st.session_state[_SEARCH] = ""


def choose_structure(actor: str) -> None:
    """Ask about that structure next; a callback."""
    forget_notes()
    forget()
    st.session_state[_CHOSEN] = actor
    for key in (_SEARCH, _WHICH):
        st.session_state[key] = ""


def _to_print(asked: ToAsk, directory: Directory, scope: Scope) -> None:
    """Another structure, and the list to bring to a meeting."""
    wanted = search_field(key=_WHICH, label="Choisir une autre structure")
    if wanted:
        for row in directory.found(wanted)[:_SHOWN]:
            actor = directory.actors["id"][row].as_py()
            st.button(
                esc_md(_label(actor, directory)),
                type="tertiary",
                key=f"structure-{actor}",
                on_click=choose_structure,
                args=(actor,),
            )
    session = workspace().session
    if asked.waiting:
        st.download_button(
            f"Prendre la liste pour une réunion ({count(len(asked.waiting), 'structure')})",
            data=lambda: printed_list(session, asked.waiting, directory, facts_of(session, scope)),
            file_name="qui-travaille-avec-qui.xlsx",
            mime=MIME,
            icon=":material/print:",
            on_click="ignore",
        )


def printed_list(
    session: Session, actors: Sequence[str], directory: Directory, facts: Facts
) -> bytes:
    """The workbook that names these structures and leaves room for their partners."""
    rows = [directory.row_of[actor] for actor in actors]
    structures = [
        Named(actor, directory.name(actor), directory.kind(row), directory.communes[row])
        for actor, row in zip(actors, rows, strict=True)
    ]
    source = session.info().title or "votre annuaire"
    about = About(facts.network.sentence, session.today.isoformat(), source)
    return asking_list(structures, about)
