"""Which actors are the institution: the département and its own services.

Everything passes by the one that animates the network and writes its directory; without it one
sees what the others do among themselves (METHOD, decision 6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model.kinds import ActorKind
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = (ActorKind.LOCAL_AUTHORITY, ActorKind.PUBLIC_SERVICE)
# The SIREN of a département begins so (21 a commune, 23 a région, 24 an EPCI).
_SIREN: Final = "22"
_SUBTYPES: Final = frozenset({"departement", "conseil departemental"})
_HEADS: Final = ("conseil departemental ", "departement de ", "departement d ", "departement du ")


def institution(actors: pa.Table) -> frozenset[str]:
    """Ids of the départements of a table of actors, and of all that is part of them.

    A département is a local authority (or a public service, as some files say) whose subtype,
    name or SIREN says so. What is part of it: directorates, their own services, antennas.
    """
    columns = ("id", "name", "subtype", "siren")
    public = actors.filter(pc.is_in(actors["kind"], value_set=pa.array(list(_KINDS))))
    rows = zip(*(public[name].to_pylist() for name in columns), strict=True)
    found = {actor for actor, *said in rows if _is_departement(*said)}
    return _with_parts(found, actors) if found else frozenset()


def _is_departement(name: str | None, subtype: str | None, siren: str | None) -> bool:
    named = f"{fold(name or '')} "
    return (
        fold(subtype or "") in _SUBTYPES
        or named.startswith(_HEADS)
        or named.strip() in {"departement", "le departement"}
        or ((siren or "").startswith(_SIREN) and len(siren or "") == 9)
    )


def _with_parts(found: Iterable[str], actors: pa.Table) -> frozenset[str]:
    parts: dict[str, list[str]] = {}
    held = actors.filter(pc.is_valid(actors["part_of"]))
    for actor, above in zip(held["id"].to_pylist(), held["part_of"].to_pylist(), strict=True):
        parts.setdefault(above, []).append(actor)
    known, waiting = set(found), list(found)
    while waiting:
        below = [one for one in parts.get(waiting.pop(), ()) if one not in known]
        known.update(below)
        waiting += below
    return frozenset(known)
