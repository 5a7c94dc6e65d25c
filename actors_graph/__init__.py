"""The graph of the actors of a territory: who works with whom, who is missing, whom to invite.

    import actors_graph as ag

    with ag.open("territoire.sqlite") as session:
        ag.import_files(session, ["acteurs.csv", "collaborations.csv"])
        net = ag.network(session, ag.Scope(min_level=2))
        ag.measures_report(ag.Facts(net))

Names are looked up at their first use, so that importing the package costs a few milliseconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actors_graph.access import Session
    from actors_graph.changes.by_hand.partners import record_partners
    from actors_graph.changes.imports import import_files
    from actors_graph.changes.same_actor.duplicates import answer_pair, duplicate_queue
    from actors_graph.changes.same_actor.merges import merge
    from actors_graph.changes.undoing.undo import undo
    from actors_graph.errors import ActorsGraphError, ConflictError, InputError
    from actors_graph.measures import (
        By,
        Facts,
        alone,
        committee_ties,
        concentration,
        crossing,
        crossing_at_each_level,
        evidence,
        hinges,
        inventory,
        measures_report,
        mixing_table,
        movement,
        only_links,
        partners,
        passages,
        paths,
        profile,
        standing,
        summary,
        without_institution,
    )
    from actors_graph.network import Network, Scope, network, parse_scope
    from actors_graph.settings import Settings

__all__ = [
    "ActorsGraphError",
    "By",
    "ConflictError",
    "Facts",
    "InputError",
    "Network",
    "Scope",
    "Session",
    "Settings",
    "alone",
    "answer_pair",
    "committee_ties",
    "concentration",
    "crossing",
    "crossing_at_each_level",
    "duplicate_queue",
    "evidence",
    "hinges",
    "import_files",
    "inventory",
    "measures_report",
    "merge",
    "mixing_table",
    "movement",
    "network",
    "only_links",
    "open",
    "parse_scope",
    "partners",
    "passages",
    "paths",
    "profile",
    "record_partners",
    "standing",
    "summary",
    "undo",
    "without_institution",
]

_HOMES: Final = {
    "actors_graph.access": ("Session",),
    "actors_graph.changes.same_actor.duplicates": ("answer_pair", "duplicate_queue"),
    "actors_graph.changes.imports": ("import_files",),
    "actors_graph.changes.same_actor.merges": ("merge",),
    "actors_graph.changes.by_hand.partners": ("record_partners",),
    "actors_graph.changes.undoing.undo": ("undo",),
    "actors_graph.errors": ("ActorsGraphError", "ConflictError", "InputError"),
    "actors_graph.measures": (
        "By",
        "Facts",
        "alone",
        "committee_ties",
        "concentration",
        "crossing",
        "crossing_at_each_level",
        "evidence",
        "hinges",
        "inventory",
        "measures_report",
        "mixing_table",
        "movement",
        "only_links",
        "partners",
        "passages",
        "paths",
        "profile",
        "standing",
        "summary",
        "without_institution",
    ),
    "actors_graph.network": ("Network", "Scope", "network", "parse_scope"),
    "actors_graph.settings": ("Settings",),
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def open(store: str = "", *, settings: Settings | None = None) -> Session:  # noqa: A001  `ag.open`
    """Open a store as a session; use it in a `with` block.

    Args:
        store: a path, or the address of a Neo4j server; empty = the data folder of the user.
        settings: by default those of the environment (ACTORS_GRAPH_*).

    Raises:
        StoreUnavailableError: the store cannot be opened; the sentence says what to do.
    """
    from actors_graph.access import open_session
    from actors_graph.settings import Settings as _Settings

    chosen = settings or _Settings.from_environment()
    return open_session(chosen, store=store or chosen.store)


def __getattr__(name: str) -> object:
    """Import a public name at its first use."""
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
