"""What may be corrected beside a fiche: its contacts, its ties; and the projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.ui.by_hand.noting import choose_structure
from actors_graph.ui.escape import esc_md
from actors_graph.ui.labels import LEVELS, since_words
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.ui.sections import Section, open_section
from actors_graph.ui.workspace import workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.ui.directory import Directory

    OpenRow = Callable[..., None]


def show_of_actor(actor: str, directory: Directory, *, on_open: OpenRow) -> None:
    """Draw the contacts and the ties of an actor, each to be corrected, and what adds one.

    Args:
        actor: whose they are.
        directory: names.
        on_open: opens the form of a row: table, id, and the actor it is about.
    """
    if may(workspace().session.user, Action.READ_INTERNAL):
        _contacts(actor, on_open)
    _ties(actor, directory, on_open)


def _contacts(actor: str, on_open: OpenRow) -> None:
    st.subheader("Ses contacts", anchor=False)
    table = workspace().session.tables(["contacts"])["contacts"]
    people = [row for row in table.to_pylist() if row["actor"] == actor]
    lines = [
        Row(
            row["id"],
            (
                " ".join(part for part in (row["first_name"], row["last_name"]) if part),
                row["role"] or "",
                row["phone"] or row["email"] or "",
            ),
        )
        for row in people
    ]
    if lines:
        columns = (Column("Nom"), Column("Fonction"), Column("Téléphone ou courriel"))
        listing(
            Listing(lines, columns, "Contacts à corriger"),
            key="saisie-contacts",
            on_open=lambda row: on_open("contacts", row, of=actor),
        )
    st.button(
        "Ajouter un contact",
        icon=":material/person_add:",
        on_click=on_open,
        args=("contacts",),
        kwargs={"of": actor},
    )


def _ties(actor: str, directory: Directory, on_open: OpenRow) -> None:
    st.subheader("Ses liens notés", anchor=False)
    table = workspace().session.tables(["collaborations"], ids=[actor])["collaborations"]
    lines = []
    for row in table.to_pylist():
        other = row["b"] if row["a"] == actor else row["a"]
        since = since_words(row["starts_on"] or "")
        lines.append(
            Row(row["id"], (directory.name(other), LEVELS[row["level"] or 0], since, row["source"]))
        )
    lines.sort(key=lambda line: line.cells)
    if lines:
        columns = (Column("Partenaire"), Column("Niveau"), Column("Depuis"), Column("Source"))
        listing(
            Listing(lines, columns, "Liens à corriger"),
            key="saisie-liens",
            on_open=lambda row: on_open("collaborations", row, of=actor),
        )
    with st.container(horizontal=True):
        st.button(
            "Cocher ses partenaires",
            icon=":material/checklist:",
            on_click=_note,
            args=(actor,),
        )
        st.button(
            "Ajouter un lien",
            icon=":material/add_link:",
            on_click=on_open,
            args=("collaborations",),
            kwargs={"of": actor},
        )


def _note(actor: str) -> None:
    choose_structure(actor)
    open_section(Section.PARTNERS)


def show_projects(directory: Directory, *, on_open: OpenRow) -> None:
    """Draw the choice of a project to correct."""
    table = directory.tables["projects"]
    names = dict(zip(table["id"].to_pylist(), table["name"].to_pylist(), strict=True))
    if not names:
        return
    chosen = st.selectbox(
        "Ou un projet",
        sorted(names, key=lambda one: names[one]),
        index=None,
        format_func=lambda one: esc_md(names[one]),
        placeholder="Choisir un projet",
        key="saisie-projet",
    )
    if chosen:
        st.button(
            "Corriger ce projet",
            icon=":material/edit:",
            on_click=on_open,
            args=("projects", chosen),
        )
