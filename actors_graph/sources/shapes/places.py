"""Territories named in a cell: « Cusset, Vichy », « Bassin de Moulins »."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from actors_graph.model.geography import geography
from actors_graph.model.place_names import place_key
from actors_graph.text import clean, fold

_PARTS: Final = re.compile(r"[|;,\n/]|\s+et\s+")
_LEAD: Final = re.compile(
    r"^(?:bassin|bassin de vie|communes?|ville|secteur|pays|canton|arrondissement|departement"
    r"|agglomeration|agglo|communaute de communes|communaute d agglomeration|cc|ca|zone|tout)"
    r"(?: de| du| des| d| la| le| les| l)*\s+"
)


def territories(cell: str, *, departement: str = "") -> tuple[list[str], list[str]]:
    """Return the ids of the territories that a cell names, and the pieces that name none.

    An id is kept as it is. A name is that of one commune, EPCI, arrondissement, département or
    région of the reference geography; one that several bear is not chosen among them, unless one
    alone is in the `departement` (its code) of the table.
    """
    ids: list[str] = []
    unknown: list[str] = []
    for part in map(clean, _PARTS.split(cell)):
        if not part:
            continue
        found = part if re.fullmatch(r"[a-z_]+:\S+", part) else _territory(part, departement)
        if found:
            ids.append(found)
        else:
            unknown.append(part)
    return list(dict.fromkeys(ids)), unknown


@cache
def _territory(name: str, departement: str) -> str:
    for prefix in ("epci", "com", "dep") if name.isdigit() else ():
        if geography().territory(f"{prefix}:{name}") is not None:
            return f"{prefix}:{name}"
    wide = [
        place.id
        for place in geography().search(name, limit=8)
        if place_key(place.name) == place_key(name) and place.id[:4] in {"dep:", "reg:", "epci"}
    ]
    if len(wide) == 1:
        return wide[0]
    postal_code = f"{departement}000"[:5] if departement else ""
    for text in (name, _LEAD.sub("", fold(name))):
        commune = geography().resolve(text, postal_code=postal_code)
        if commune.code:
            return f"com:{commune.code}"
    return ""
