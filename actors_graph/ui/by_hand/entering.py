"""Saisir: one actor, contact, tie or project created or corrected by hand.

The checks are those of an import. What looks like a known actor is asked before a second fiche is
made; what somebody else wrote meanwhile is shown, and nothing is lost of what the person typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.changes.by_hand.forms import create_actor, create_row, edit_row, remove_tie
from actors_graph.errors import ActorsGraphError, ConflictError
from actors_graph.model import TABLES
from actors_graph.model.kinds import ActorKind
from actors_graph.sources import kind_of
from actors_graph.ui.by_hand.entering_fields import LONG, show_field
from actors_graph.ui.by_hand.entering_lists import show_of_actor, show_projects
from actors_graph.ui.by_hand.entering_state import FIELDS, close_form, form_of, read_again
from actors_graph.ui.by_hand.gestures import show_gestures
from actors_graph.ui.by_hand.last_gesture import forget, say, show_last
from actors_graph.ui.cache import directory_of
from actors_graph.ui.column_words import target_label
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import esc_md
from actors_graph.ui.navigation import go
from actors_graph.ui.search import search_field, show_found
from actors_graph.ui.sections import PARAMETER, Section
from actors_graph.ui.workspace import workspace
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.changes.by_hand.forms import EditReport
    from actors_graph.ui.by_hand.entering_state import Form
    from actors_graph.ui.directory import Directory

PLACE: Final = "saisie"
KIND: Final = "sorte"
ROW: Final = "ligne"
OF: Final = "de"
_SEARCH: Final = "saisie-recherche"
_FICHE: Final = "saisie-ouvrir"
_NEW: Final = {
    "actors": ("Un acteur", ":material/group_add:"),
    "contacts": ("Un contact", ":material/person_add:"),
    "collaborations": ("Un lien", ":material/add_link:"),
    "projects": ("Un projet", ":material/add_task:"),
}
_TITLES: Final = {
    "actors": ("Nouvel acteur", "Corriger la fiche"),
    "contacts": ("Nouveau contact", "Corriger le contact"),
    "collaborations": ("Nouveau lien", "Corriger le lien"),
    "projects": ("Nouveau projet", "Corriger le projet"),
}
# Of an élu only the name, the office and the dates are kept (MODEL).
_OF_AN_ELU: Final = (
    "name",
    "kind",
    "commune_code",
    "part_of",
    "status",
    "visibility",
    "checked_on",
    "source",
    "reference",
)


def show_entering() -> None:
    """Draw the form that the address asks for, else what may be written by hand."""
    identifier = st.session_state.pop(_FICHE, "")
    if identifier:
        go(Entry.DIRECTORY, query={"acteur": identifier})
    show_last(PLACE)
    session = workspace().session
    directory = directory_of(session)
    asked = st.query_params.get(KIND, "")
    table = next((one for one in FIELDS if kind_of(TABLES[one]) == asked), "")
    if not table:
        _choose(directory)
        return
    row, of = st.query_params.get(ROW, ""), st.query_params.get(OF, "")
    given = {"contacts": {"actor": of}, "collaborations": {"a": of}}.get(table, {})
    form = form_of(session, table, row, given={name: text for name, text in given.items() if text})
    if form is None:
        st.text("Cette ligne n’est plus dans vos données : elle a pu être retirée.")
        st.button("Revenir", icon=":material/arrow_back:", on_click=leave)
        return
    _show_form(form, directory)
    if table == "actors" and form.id:
        show_of_actor(form.id, directory, on_open=open_row)


def _choose(directory: Directory) -> None:
    st.subheader("Ajouter", anchor=False)
    with st.container(horizontal=True, key="saisie-ajouter"):
        for table, (label, icon) in _NEW.items():
            st.button(label, icon=icon, key=f"ajouter-{table}", on_click=open_row, args=(table,))
    st.subheader("Corriger", anchor=False)
    asked = search_field(key=_SEARCH, label="Trouver l’acteur à corriger")
    if asked:
        show_found(asked, directory, key="saisie-trouves", on_open=_correct)
    show_projects(directory, on_open=open_row)
    if may(workspace().session.user, Action.READ_JOURNAL):
        show_gestures(PLACE)


def _correct(identifier: str) -> None:
    open_row("actors", identifier)


def form_address(table: str, identifier: str) -> dict[str, str]:
    """The parameters of the address of the form of a row."""
    return {
        PARAMETER: Section.ENTRY.address,
        KIND: kind_of(TABLES[table]),
        ROW: identifier,
    }


def open_row(table: str, identifier: str = "", *, of: str = "") -> None:
    """Open the form of a row, or of a new one; a callback.

    Args:
        table: name of the table.
        identifier: the row; empty for a new one.
        of: the actor that a new contact or tie is about.
    """
    close_form()
    forget()
    kind = kind_of(TABLES[table]) if table else ""
    for name, text in ((KIND, kind), (ROW, identifier), (OF, of)):
        if text:
            st.query_params[name] = text
        else:
            st.query_params.pop(name, None)


def leave() -> None:
    """Close the form that is open; a callback."""
    of = st.query_params.get(OF, "")
    open_row("actors", of) if of else open_row("")


def _show_form(form: Form, directory: Directory) -> None:
    new, correct = _TITLES[form.table]
    with st.container(border=True, key="saisie-fiche"):
        st.subheader(esc_md(_title(form, directory) if form.id else new), anchor=False)
        _meanwhile(form)
        usual, others = FIELDS[form.table]
        _fields(form, usual, directory)
        with st.expander("Autres champs", key=form.widget("autres")):
            _fields(form, others, directory)
        if form.error:
            st.error(esc_md(form.error), icon=":material/error:")
        _buttons(form, correct)


def _title(form: Form, directory: Directory) -> str:
    names = {
        "actors": form.before.get("name", ""),
        "projects": form.before.get("name", ""),
        "contacts": " ".join(
            part for name in ("first_name", "last_name") if (part := form.before.get(name, ""))
        ),
        "collaborations": " et ".join(
            directory.name(form.before.get(end, "")) for end in ("a", "b")
        ),
    }
    return f"{_TITLES[form.table][1]} : {names[form.table]}"


def _fields(form: Form, names: Sequence[str], directory: Directory) -> None:
    # The sort of an actor decides which other fields it may have.
    kind = st.session_state.get(form.widget("kind"), form.texts.get("kind"))
    is_elu = form.table == "actors" and kind == ActorKind.ELU
    shown = [name for name in names if not is_elu or name in _OF_AN_ELU]
    short = [name for name in shown if name not in LONG]
    # Two by two, a new line each time: the order of the keyboard is that of reading.
    for place in range(0, len(short), 2):
        for column, name in zip(st.columns(2), short[place : place + 2], strict=False):
            with column:
                show_field(form, name, directory)
    for name in shown:
        if name in LONG:
            show_field(form, name, directory)


def _meanwhile(form: Form) -> None:
    """What somebody else wrote since the form was opened, before what is here is written."""
    if not form.meanwhile:
        return
    st.text("Ce qui a changé entre-temps, repris ci-dessous :")
    for name, text in form.meanwhile.items():
        column = form.schema.by_name[name].column
        if column:
            label = target_label(kind_of(form.schema), column)
            st.text(f"– {label} : {text or '(vidé)'}")


def _buttons(form: Form, correct: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="saisie-conclure"):
        save = st.button("Enregistrer", type="primary", icon=":material/check:")
        if form.table == "actors" and form.id:
            checked = st.button("Tout est juste, vérifiée aujourd’hui", disabled=bool(form.changed))
            if checked:
                today = workspace().session.today.isoformat()
                _write(form, {"checked_on": today}, said=correct)
        if form.table == "collaborations" and form.id:
            st.button("Retirer ce lien, noté par erreur", on_click=_remove, args=(form,))
        st.button("Ne rien changer", type="tertiary", on_click=leave)
    if save:
        _write(form, form.changed, said=correct)
    _alike(form)


def _write(form: Form, texts: dict[str, str], *, said: str) -> None:
    session = workspace().session
    form.error = ""
    for name, typed in form.unchosen.items():
        if typed:
            label = target_label(kind_of(form.schema), form.schema.by_name[name].column)
            form.error = f"{label} : choisissez dans la liste ce que veut dire {quoted(typed)}."
            st.rerun()
    try:
        if form.id:
            report = edit_row(
                session, form.schema, texts, id=form.id, version=form.version, reason=said
            )
        elif form.table == "actors":
            report = create_actor(session, texts, different_from=form.different_from)
        else:
            report = create_row(session, form.schema, texts)
    except ConflictError as error:
        # Its first line says who; what changed is shown in the words of the form.
        who = error.message.partition("\n")[0]
        form.error = f"{who} Ce que vous avez écrit est gardé : relisez, puis enregistrez."
        read_again(session, form)
        st.rerun()
    except ActorsGraphError as error:
        form.error = str(error)
        st.rerun()
    form.candidates = report.candidates
    if not report.candidates:
        _written(form, report)
    st.rerun()


def _written(form: Form, report: EditReport) -> None:
    name = directory_of(workspace().session).name(report.id)
    done = "Rien n’a changé." if report.receipt is None else "C’est noté."
    about = f"{quoted(name)} : " if form.table == "actors" else ""
    said = [f"{about}{done[0].lower() if about else done[0]}{done[1:]}"]
    said += [f"{problem.value} : {problem.sentence}" for problem in report.problems]
    operation = str(report.receipt.seq) if report.receipt else ""
    if form.table == "actors":
        open_row("actors", report.id)
    else:
        leave()
    say(PLACE, said, operation=operation)


def _alike(form: Form) -> None:
    """The known actors that a new one may be: open one of them, or create it all the same."""
    if not form.candidates:
        return
    with st.container(border=True, key="saisie-ressemble"):
        st.text("Cet acteur ressemble à un acteur que vous avez déjà :")
        for one in form.candidates:
            with st.container(horizontal=True, vertical_alignment="center"):
                place = f", {one.commune}" if one.commune else ""
                st.text(f"{one.name}{place} ({one.reason})", width="stretch")
                st.button(
                    "C’est lui : ouvrir sa fiche",
                    key=form.widget(f"lui-{one.id}"),
                    on_click=open_row,
                    args=("actors", one.id),
                )
        if st.button("C’est un autre : le créer", type="primary", key=form.widget("autre")):
            form.different_from = (*form.different_from, *(one.id for one in form.candidates))
            _write(form, form.changed, said="")


def _remove(form: Form) -> None:
    try:
        receipt = remove_tie(workspace().session, form.schema, id=form.id, version=form.version)
    except ActorsGraphError as error:
        form.error = str(error)
        return
    leave()
    say(PLACE, ("Le lien est retiré.",), operation=str(receipt.seq))
