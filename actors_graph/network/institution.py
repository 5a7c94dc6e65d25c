"""Which actors are the institution: the département and its own services.

Everything passes by the one that animates the network and writes its directory; without it one
sees what the others do among themselves (METHOD, decision 6).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorKind
from actors_graph.model.place_names import without_article
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = (ActorKind.LOCAL_AUTHORITY, ActorKind.PUBLIC_SERVICE)
# The SIREN of a département begins so (21 a commune, 23 a région, 24 an EPCI).
_SIREN: Final = "22"
_SUBTYPES: Final = frozenset({"departement", "conseil departemental"})
_HEAD: Final = re.compile(r"(?:le )?(?:conseil departemental|departement)(?: (?:de|du|des|d))?\b")


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
    if fold(subtype or "") in _SUBTYPES or ((siren or "").startswith(_SIREN) and siren):
        return True
    # « Conseil départemental de l’accès aux droits », « Département de cardiologie » are others.
    head = _HEAD.match(fold(name or ""))
    if not head:
        return False
    rest = without_article(fold(name or "")[head.end() :].strip())
    return not rest or rest in _departements()


@cache
def _departements() -> frozenset[str]:
    """Names and numbers of the départements, folded."""
    known = geography()
    ids = [one for one in known.territory_ids if one.startswith("dep:")]
    named = {without_article(fold(known.name(one))) for one in ids}
    return frozenset(named | {one.removeprefix("dep:").lower() for one in ids})


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
