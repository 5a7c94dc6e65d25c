"""What changed since the last visit: the journal is read from the operation seen last time.

One small file beside the data remembers, for each store, the last operation that was seen. It
holds no data of anybody and may be deleted.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.words import agreed, count, listing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from actors_graph.access import Session
    from actors_graph.model import Operation
    from actors_graph.settings import Settings

_FILE: Final = "visites.json"


def operations_since_last_visit(session: Session, settings: Settings) -> tuple[Operation, ...]:
    """The operations written since this browser's user last came; none at the first visit.

    The first call of a browser session counts as the visit: later ones answer the same.
    """
    if not may(session.user, Action.READ_JOURNAL):
        return ()
    operations = session.journal()
    last = operations[-1].seq if operations else 0
    key = f"visite-{session.location}"
    if key not in st.session_state:
        st.session_state[key] = _seen(settings, session.location, last)
    return tuple(one for one in operations if one.seq > st.session_state[key])


def _seen(settings: Settings, location: str, last: int) -> int:
    """The last operation seen before, and from now on `last`."""
    path = settings.data_dir / _FILE
    visits = _read(path)
    before = visits.get(location, last)
    visits[location] = last
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(visits), encoding="utf-8")
    except OSError:
        # A folder that cannot be written only means that the next visit starts afresh.
        return before
    return before


def _read(path: Path) -> dict[str, int]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(place): seq for place, seq in found.items() if isinstance(seq, int)}


def since_sentence(operations: Sequence[Operation]) -> str:
    """« Depuis votre dernière visite : 12 lignes ajoutées, 4 modifiées. »; empty when none."""
    created = sum(one.counts.created for one in operations)
    updated = sum(one.counts.updated for one in operations)
    deleted = sum(one.counts.deleted for one in operations)
    counted = (("ajouté", created), ("modifié", updated), ("retiré", deleted))
    parts = [f"{count(n, 'ligne')} {agreed(word, n=n, noun='ligne')}" for word, n in counted if n]
    return f"Depuis votre dernière visite : {listing(parts)}." if parts else ""
