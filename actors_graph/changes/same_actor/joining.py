"""What one fiche becomes when another is joined to it: pure rules on two rows of actors.

The kept one keeps its values; what it lacks is taken from the other; lists are united. Values
that say one place, or one registration, go together. What the other said that finds no place is
given back, so that a person reads it before it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.checks import ELU_DROPPED
from actors_graph.changes.rows import differs
from actors_graph.model import TABLES, FieldType
from actors_graph.model.kinds import ActorKind, ActorStatus, Visibility
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model import Row, Value

# Numbers of public registers: what is lost of them still finds the actor at an import.
IDENTIFIERS: Final = ("rna", "siret", "siren")

# A name that somebody wrote in a cell or a tie: nothing is known of the actor itself.
_NAMES_ONLY: Final = frozenset({ActorStatus.STUB, ActorStatus.TO_IDENTIFY})
_OF_THE_DESCRIBED: Final = ("name", "kind", "status", "source", "reference")
_PLACE: Final = ("commune", "commune_code", "postal_code", "address", "lat", "lon")
_POINT: Final = ("lat", "lon")
# What an empty value of these means.
_UNSAID: Final = {"status": ActorStatus.ACTIVE, "visibility": Visibility.PUBLIC}
# Decided by rules of their own, or no loss for a reader.
_NOT_FILLED: Final = frozenset(
    {"id", "status", "visibility", "dissolved_on", "part_of", "source", "reference", *_PLACE}
)
_NOT_LOST: Final = frozenset(
    {"id", "source", "reference", "checked_on", "partners_asked_on", "lat", "lon"}
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A value of the joined fiche that finds no place: its field, what is kept, what goes."""

    field: str
    kept: Value
    lost: Value


@dataclass(frozen=True, slots=True)
class Joined:
    """New values of the kept fiche (only those that change), and what finds no place."""

    values: dict[str, Value]
    lost: tuple[Lost, ...]


def names_only(actor: Row) -> bool:
    """Whether nothing is known of an actor but a name that others wrote."""
    return actor.get("status") in _NAMES_ONLY


def joined(keep: Row, drop: Row, *, part_of: Value) -> Joined:
    """Join the fiche `drop` to the fiche `keep`.

    Args:
        keep: the whole row that stays.
        drop: the whole row that goes.
        part_of: the actor that the kept one is then a service of; it depends on others' rows.
    """
    after: dict[str, Value] = {**keep, "part_of": part_of}
    _describe(after, drop)
    _fill(after, drop)
    _place(after, drop)
    _life(after, drop)
    if after["kind"] == ActorKind.ELU:
        after.update(dict.fromkeys(ELU_DROPPED))
    changed = {name: value for name, value in after.items() if differs(keep.get(name), value)}
    lost = _lost(after, drop)
    if "name" in changed and not same_text(keep["name"], after["name"]):
        lost.insert(0, Lost("name", after["name"], keep["name"]))
    return Joined(changed, tuple(lost))


def same_text(one: Value, other: Value) -> bool:
    """Whether two values say the same to a reader: case and accents aside."""
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return not differs(one, other)


def _describe(after: dict[str, Value], drop: Row) -> None:
    """Take from a described fiche what it is, where the kept one was only a name."""
    if names_only(after) and not names_only(drop):
        after.update({name: drop.get(name) for name in _OF_THE_DESCRIBED})


def _fill(after: dict[str, Value], drop: Row) -> None:
    for target in TABLES["actors"].hashed:
        name, value = target.name, drop.get(target.name)
        if value is None or name in _NOT_FILLED:
            continue
        now = after.get(name)
        if isinstance(value, list):
            after[name] = list(dict.fromkeys([*(now if isinstance(now, list) else ()), *value]))
        elif now is None and _agrees(after, name, str(value)):
            after[name] = value
    if after.get("reference") is None and after.get("source") == drop.get("source"):
        after["reference"] = drop.get("reference")


def _agrees(after: Mapping[str, Value], name: str, value: str) -> bool:
    """Whether a SIREN and a SIRET are those of one structure; true of any other field."""
    siren, siret = after.get("siren"), after.get("siret")
    if name == "siret" and siren is not None:
        return value.startswith(str(siren))
    return not (name == "siren" and siret is not None) or str(siret).startswith(value)


def _place(after: dict[str, Value], drop: Row) -> None:
    """Take what is missing of the place, if both are in one commune or one says none."""
    here = after.get("commune_code") or after.get("commune")
    there = drop.get("commune_code") or drop.get("commune")
    if here and there and not same_text(here, there):
        return
    if after.get("address") is None and drop.get("address") and drop.get("lat") is not None:
        # The point of an address goes with it, rather than that of the commune.
        after.update({name: drop.get(name) for name in _POINT})
    placed = after.get("lat") is not None
    for name in _PLACE:
        if after.get(name) is None and not (placed and name in _POINT):
            after[name] = drop.get(name)


def _life(after: dict[str, Value], drop: Row) -> None:
    """Keep what is known of its life; what one fiche hides from the public stays hidden."""
    if after.get("status") == ActorStatus.TO_DISCOVER and not names_only(drop):
        after["status"] = drop.get("status")
    if after.get("status") == ActorStatus.DISSOLVED and after.get("dissolved_on") is None:
        after["dissolved_on"] = drop.get("dissolved_on")
    if drop.get("visibility") == Visibility.INTERNAL:
        after["visibility"] = drop["visibility"]


def _said_elsewhere(after: Mapping[str, Value], drop: Row, name: str) -> bool:
    """Whether an empty value, or another field, says what the joined fiche says there."""
    if name in _UNSAID and after.get(name) is None:
        return drop.get(name) == _UNSAID[name]
    code = drop.get("commune_code")
    if name == "commune":
        # Another spelling of the commune that is kept.
        return code is not None and code == after.get("commune_code")
    return name == "commune_code" and drop.get("commune") is not None


def _lost(after: Mapping[str, Value], drop: Row) -> list[Lost]:
    found = []
    for target in TABLES["actors"].hashed:
        value = drop.get(target.name)
        if value is None or target.type is FieldType.LIST or target.name in _NOT_LOST:
            continue
        if target.name == "part_of" and value == after["id"]:
            continue
        if _said_elsewhere(after, drop, target.name):
            continue
        if names_only(drop) and target.name in {"kind", "status"}:
            continue
        if not same_text(after.get(target.name), value):
            found.append(Lost(target.name, after.get(target.name), value))
    return found
