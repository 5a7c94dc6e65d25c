"""Taking apart what people write where a commune is asked: « 03200 Vichy », « Moulins (03) ».

A cell of a directory often holds more than a name: the postal code, the département in brackets, a
whole address. Only what is written is told apart here; `place_names` says which commune it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.model.geography import geography
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSTAL_CODE: Final = re.compile(r"(?<![\w.])(\d{5})(?!\w)", re.ASCII)
# « 93 420 Stains »: only where a name follows.
_SPACED_POSTAL_CODE: Final = re.compile(r"(?<![\w.])(\d{2}) (\d{3})(?= [^\W\d_])", re.ASCII)
_TOWN: Final = re.compile(
    r"(?:la )?(?:commune|mairie|ville) (?:de la |de |du |des |d['’] ?)", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\(([^()]{1,40})\)\s*$")
_DEPARTEMENT: Final = re.compile(r"0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-46]", re.ASCII)
# After a postal code, the name goes on to a mark, a digit or the end.
_NAME: Final = re.compile(r"[\s,–—-]*([^\W\d_][^\d,;|()/–—\n]{1,60})")
_COUNTRY: Final = re.compile(r"[\s,–—-]+france\s*$", re.IGNORECASE)
_EDGES: Final = " \t,;:-–—/()"
_TAIL: Final = re.compile(r" [-–—] |,")
_SEVERAL: Final = re.compile(r"\s*(?:[,;/&+|]|\bet\b)\s*")


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A name of commune, with the postal code or the code of the département written beside it."""

    name: str
    postal_code: str = ""
    departement: str = ""


def written_place(text: str) -> WrittenPlace:
    """Tell apart the name, the postal code and the département of a cell « commune ».

    >>> written_place("03200 Vichy"), written_place("Moulins (03)").departement
    (WrittenPlace(name='Vichy', postal_code='03200', departement=''), '03')
    """
    text = _SPACED_POSTAL_CODE.sub(r"\1\2", text)
    for place in places_in_address(text):
        return WrittenPlace(place.name, place.postal_code)
    found = _POSTAL_CODE.search(text)
    if found:
        rest = text[: found.start()].strip(_EDGES)
        return WrittenPlace(rest, found.group(1)) if rest else WrittenPlace(text)
    brackets = _BRACKETS.search(text)
    if brackets:
        departement = _departement(brackets.group(1).strip())
        if departement:
            return WrittenPlace(text[: brackets.start()].strip(), departement=departement)
    return WrittenPlace(text)


def places_in_address(address: str) -> Iterator[WrittenPlace]:
    """Give the postal codes of an address with the name that follows each, the last one first.

    >>> list(places_in_address("12 rue du Port, 03200 VICHY CEDEX"))
    [WrittenPlace(name='VICHY CEDEX', postal_code='03200', departement='')]
    """
    address = _SPACED_POSTAL_CODE.sub(r"\1\2", address)
    for found in reversed(list(_POSTAL_CODE.finditer(address))):
        name = _NAME.match(address, found.end())
        if name:
            yield WrittenPlace(_COUNTRY.sub("", name.group(1)).strip(_EDGES), found.group(1))


def several_names(text: str) -> list[str]:
    """Return the parts of a cell that lists communes; the text alone when it lists none.

    >>> several_names("Vichy, Cusset et Abrest")
    ['Vichy', 'Cusset', 'Abrest']
    """
    return [part for part in _SEVERAL.split(text) if part]


def other_names(text: str) -> list[str]:
    """Return what may name the commune where the whole text does not, the surest first.

    >>> other_names("Mairie de Vichy"), other_names("chemin du Port - Vichy")
    (['Vichy'], ['Vichy'])
    """
    town = _TOWN.match(text)
    parts = _TAIL.split(text)
    found = [text[town.end() :] if town else "", parts[-1] if len(parts) > 1 else ""]
    return [name for part in found if (name := part.strip(_EDGES))]


def _departement(text: str) -> str:
    """Code of a département given by its code or its name; empty for anything else."""
    code = text.upper()
    if _DEPARTEMENT.fullmatch(code):
        return code
    key = fold(text)
    for territory_id, name in geography().names.items():
        if territory_id.startswith("dep:") and fold(name) == key:
            return territory_id.removeprefix("dep:")
    return ""
