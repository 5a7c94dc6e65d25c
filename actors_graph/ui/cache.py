"""What all the browsers share: directories and networks, kept until what they rest on changes.

One cache for the process, bounded, of objects that nobody changes. The key holds the store, the
stamps of its tables, what the session may see, the scope and the day: what one role may see
never reaches another.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.changes.same_actor.duplicates import duplicate_queue
from actors_graph.jobs import Jobs
from actors_graph.map.drawing import map_payload
from actors_graph.measures import Facts, standing
from actors_graph.measures.quality import quality
from actors_graph.measures.to_ask import to_ask
from actors_graph.network import network
from actors_graph.network.network import TABLES as NETWORK_TABLES
from actors_graph.ui.directory import TABLES as DIRECTORY_TABLES
from actors_graph.ui.directory import Directory
from actors_graph.ui.figure import figure_of
from actors_graph.ui.lists import lists_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow as pa

    from actors_graph.access import Session
    from actors_graph.changes.same_actor.duplicates import DuplicateQuestion
    from actors_graph.jobs import Job
    from actors_graph.measures import Standing
    from actors_graph.measures.quality import Quality
    from actors_graph.measures.to_ask import ToAsk
    from actors_graph.network import Scope
    from actors_graph.ui.lists import Lists

_WAITING: Final = "Lecture des données…"


def directory_of(session: Session) -> Directory:
    """The directory that a session may see."""
    return _directory(state_key(session, DIRECTORY_TABLES), session)


def facts_of(session: Session, scope: Scope) -> Facts:
    """The network of a scope and what is computed on it, at the session's own date."""
    return _facts(_network_key(session, scope), session, scope)


def lists_of_scope(session: Session, scope: Scope) -> Lists:
    """The lists that a page shows of a network."""
    return _lists(_network_key(session, scope), facts_of(session, scope))


def to_ask_of(session: Session, scope: Scope) -> ToAsk:
    """The structures to ask with whom they work."""
    return _to_ask(_network_key(session, scope), facts_of(session, scope))


def standing_job(session: Session, scope: Scope) -> Job[Standing]:
    """The work that says how the alerts of a scope stand: started at the first call, then kept.

    One that failed is kept as well: nothing but other data would give another end.
    """
    name = f"alertes|{_network_key(session, scope)}"
    facts = facts_of(session, scope)
    jobs = _standings()
    # One name is one work, so that the type of its outcome is known.
    known = cast("Job[Standing] | None", jobs.find(name))
    return known or jobs.start(name, lambda progress: standing(facts, progress=progress))


def quality_of(session: Session, scope: Scope) -> Quality:
    """What is missing in the structures of a scope; contacts only where the session sees them."""
    tables = (*NETWORK_TABLES, "contacts")
    key = f"{state_key(session, tables)}|{scope}|{session.today}"
    return _quality(key, facts_of(session, scope), session)


def duplicates_of(session: Session) -> tuple[DuplicateQuestion, ...]:
    """The possible doubles that wait for an answer."""
    # An answer moves the stamp of no table, only the number of the revision.
    key = f"{state_key(session, ())}|{session.revision().number}"
    return _duplicates(key, session)


def map_of(session: Session, scope: Scope) -> bytes:
    """The map of a network, as its component takes it."""
    key = _network_key(session, scope)
    return _map(key, facts_of(session, scope), directory_of(session), session.settings.cache_dir)


def _network_key(session: Session, scope: Scope) -> str:
    return f"{state_key(session, NETWORK_TABLES)}|{scope}|{session.today}"


def state_key(session: Session, tables: Sequence[str]) -> str:
    """What identifies the content of these tables, as this session sees it."""
    revision = session.revision()
    stamps = [revision.stamps.get(table, 0) for table in tables]
    # A restore may bring back the numbers of an earlier day with another content.
    sealed = session.info().sealed_hash
    return f"{session.location}|{sealed}|{session.view}|{stamps}"


@st.cache_resource(max_entries=8, show_spinner=_WAITING)
def _directory(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _session: Session,
) -> Directory:
    directory = Directory(_session.tables(DIRECTORY_TABLES))
    _settle()
    return directory


@st.cache_resource(max_entries=32, show_spinner=_WAITING)
def _facts(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _session: Session,
    _scope: Scope,
) -> Facts:
    facts = Facts(network(_session, _scope))
    _settle()
    return facts


@st.cache_resource(max_entries=32, show_spinner=False)
def _lists(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _facts: Facts,
) -> Lists:
    return lists_of(_facts)


@st.cache_resource(max_entries=32, show_spinner=False)
def _to_ask(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _facts: Facts,
) -> ToAsk:
    return to_ask(_facts)


@st.cache_resource(max_entries=32, show_spinner=False)
def _quality(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _facts: Facts,
    _session: Session,
) -> Quality:
    return quality(_facts, contacts=contacts_of(_session))


def contacts_of(session: Session) -> pa.Table | None:
    """The contacts, or None where the session does not see them."""
    if not may(session.user, Action.READ_INTERNAL):
        return None
    return session.tables(["contacts"])["contacts"]


# Its ended works are the results, as many as the networks kept above; one at a time is enough.
@st.cache_resource(show_spinner=False, on_release=Jobs.close)
def _standings() -> Jobs:
    return Jobs(workers=1, remembered=32)


@st.cache_resource(max_entries=4, show_spinner="Recherche des doublons…")
def _duplicates(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _session: Session,
) -> tuple[DuplicateQuestion, ...]:
    return tuple(duplicate_queue(_session))


@st.cache_resource(max_entries=32, show_spinner="Dessin de la carte…")
def _map(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    _facts: Facts,
    _directory: Directory,
    _cache_dir: Path,
) -> bytes:
    return map_payload(figure_of(_facts, _directory), cache_dir=_cache_dir)


def _settle() -> None:
    """Take what was just loaded out of the collector's rounds.

    A full collection walks every object of every network in memory, and no page runs meanwhile.
    """
    gc.collect()
    gc.freeze()
