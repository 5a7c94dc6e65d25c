"""After an import: what there is now, what to do next, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from actors_graph.model.kinds import ActorStatus
from actors_graph.ui.duplicates import COUNTED_UP_TO, waiting_pairs
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import esc_md
from actors_graph.ui.navigation import go
from actors_graph.ui.sections import PARAMETER, Section
from actors_graph.ui.workspace import workspace
from actors_graph.words import count, listing, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access import Session
    from actors_graph.changes.report import ImportReport

_NAMED: Final = 3
_OUTSIDE: Final = (ActorStatus.DISSOLVED.value, ActorStatus.TO_DISCOVER.value)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the data hold now: structures, those without a commune, partnerships noted."""

    actors: int
    nowhere: int
    partnerships: int


def holdings(session: Session) -> Holdings:
    """Count what the data of a session hold; those out of the directory are left out."""
    tables = session.tables(["actors", "collaborations"])
    actors = tables["actors"]
    gone = pc.is_in(pc.fill_null(actors["status"], ""), value_set=pa.array(_OUTSIDE))
    kept = actors.filter(pc.invert(gone))
    nowhere = pc.sum(pc.equal(pc.fill_null(kept["commune_code"], ""), "")).as_py() or 0
    return Holdings(kept.num_rows, nowhere, tables["collaborations"].num_rows)


def show_done(
    report: ImportReport, *, on_undo: Callable[[], None], on_again: Callable[[], None]
) -> None:
    """Draw what was written, what there is now, and the next gestures."""
    names = listing([file.file for file in report.files], limit=_NAMED)
    said = f"C’est fait : {report.amount} depuis {names}."
    st.success(esc_md(said), icon=":material/check:")
    st.subheader("Ce que nous avons maintenant", anchor=False)
    session = workspace().session
    held = holdings(session)
    counted = held.actors <= COUNTED_UP_TO
    doubts = len(waiting_pairs(session) if counted else report.questions)
    _show_holdings(held, doubts=doubts)
    st.subheader("Et maintenant ?", anchor=False)
    with st.container(horizontal=True, key="suite"):
        st.button(
            "Qui travaille avec qui ?",
            type="secondary" if held.partnerships else "primary",
            icon=":material/group_add:",
            on_click=_open,
            args=(Section.PARTNERS,),
        )
        if st.button(
            "Les voir sur la carte",
            type="primary" if held.partnerships else "secondary",
            icon=":material/map:",
        ):
            go(Entry.DIRECTORY)
        if doubts:
            st.button(
                f"Trancher {_the_doubts(doubts)}",
                icon=":material/compare_arrows:",
                on_click=_open,
                args=(Section.DUPLICATES,),
            )
    with st.container(horizontal=True, key="revenir"):
        st.button("Charger un autre fichier", icon=":material/upload:", on_click=on_again)
        st.button("Annuler cet import", icon=":material/undo:", on_click=on_undo)


def _open(section: Section) -> None:
    st.query_params[PARAMETER] = section.address


def _the_doubts(n: int) -> str:
    return "le doublon possible" if n == 1 else f"les {count(n, 'doublon possible')}"


def _show_holdings(held: Holdings, *, doubts: int) -> None:
    figures = {
        "Structures": held.actors,
        "Sans commune": held.nowhere,
        "Doublons à trancher": doubts,
        "Partenariats notés": held.partnerships,
    }
    with st.container(horizontal=True, key="acquis"):
        for title, n in figures.items():
            st.metric(title, number(n), width="content")
    if not held.partnerships:
        st.text(
            "Aucun partenariat noté : c’est normal, votre fichier ne dit pas qui travaille avec "
            "qui. C’est la prochaine question."
        )
