"""Which actors and which ties are looked at, and when (MODEL rule 5).

A `Scope` holds ids and closed values only; `actors_graph.network.sentence` says it in French.
What can be checked without the data is checked here (families, kinds, level, dates); ids of
territories, themes, committees and actors are checked when the network is built.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from actors_graph.errors import InputError
from actors_graph.model.kinds import ActorKind, Family

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

LEVELS: Final = range(1, 5)

# Families whose ties go to a committee, a project or a meeting: never projected (MODEL rule 6).
TWO_MODE: Final = frozenset({Family.PARTICIPATION, Family.COPRESENCE})

OPTIONS: Final = (
    "perimeter",
    "families",
    "min_level",
    "kinds",
    "themes",
    "confirmed_only",
    "since",
    "on",
    "committee",
    "without",
    "boundary",
)
YES: Final = frozenset({"oui", "1", "true"})

_PARTIAL_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_Member = TypeVar("_Member", bound=StrEnum)


class Boundary(StrEnum):
    """Which actors count: all that are active, or those about which a fact is known."""

    ALL = "all"
    DOCUMENTED = "documented"


@dataclass(frozen=True, slots=True)
class Scope:
    """Actors, ties and date of a network.

    Attributes:
        perimeter: ids of territories; an actor belongs if it is located or acts in one of them.
        families: the families of ties, in the order of the model.
        min_level: 1-4, for collaborations only; an unspecified level counts as 1.
        kinds: kinds of actors kept; none = all.
        themes: ids of themes; an actor belongs if it works on one of them or on a narrower one.
        confirmed_only: keep the collaborations that two declarants or an act confirm.
        since: keep the ties begun on that date or later, and the undated ones; "" = all.
        on: the date at which ties are valid; "" = the store's own date, else today.
        committee: keep the members of that committee; "" = all.
        without: ids of actors left out.
        boundary: which actors count.
    """

    perimeter: tuple[str, ...] = ()
    families: tuple[Family, ...] = (Family.COLLABORATION,)
    min_level: int = 1
    kinds: tuple[ActorKind, ...] = ()
    themes: tuple[str, ...] = ()
    confirmed_only: bool = False
    since: str = ""
    on: str = ""
    committee: str = ""
    without: tuple[str, ...] = ()
    boundary: Boundary = Boundary.ALL

    def __post_init__(self) -> None:
        """Check what needs no data; families and kinds are put in the order of the model."""
        if self.min_level not in LEVELS:
            raise InputError(
                f"Le niveau « {self.min_level} » n’existe pas.",
                value=str(self.min_level),
                remedy="Choisissez un niveau de 1 à 4.",
            )
        for text in (self.since, self.on):
            if text:
                check_date(text)
        object.__setattr__(self, "families", _ordered(self.families, Family))
        object.__setattr__(self, "kinds", _ordered(self.kinds, ActorKind))

    @property
    def is_two_mode(self) -> bool:
        """Whether committees, projects or meetings are nodes of the network."""
        return not TWO_MODE.isdisjoint(self.families)

    def to_dict(self) -> dict[str, object]:
        """The scope as plain values, under the names of the command line."""
        return {
            "perimeter": list(self.perimeter),
            "families": [str(family) for family in self.families],
            "min_level": self.min_level,
            "kinds": [str(kind) for kind in self.kinds],
            "themes": list(self.themes),
            "confirmed_only": self.confirmed_only,
            "since": self.since or None,
            "on": self.on or None,
            "committee": self.committee or None,
            "boundary": str(self.boundary),
            "without": list(self.without),
        }


def _ordered(members: Sequence[_Member], enum: type[_Member]) -> tuple[_Member, ...]:
    given = set(members)
    return tuple(member for member in enum if member in given)


def check_date(text: str) -> str:
    """Return the date as it is written (2019, 2019-04 or 2019-04-12).

    Raises:
        InputError: when it is no date.
    """
    found = _PARTIAL_DATE.fullmatch(text)
    try:
        if found:
            year, month, day = (int(part or 1) for part in found.groups())
            date(year, month, day)
            return text
    except ValueError:
        pass
    raise InputError(
        f"« {text} » n’est pas une date.",
        value=text,
        remedy="Écrivez-la 2026, 2026-03 ou 2026-03-01.",
    )


def parse_scope(options: Mapping[str, str]) -> Scope:
    """Read a scope from the texts of a command or an address; lists are separated by commas.

    Args:
        options: texts by name: perimeter, families, min_level, kinds, themes, since, on,
            committee, boundary, without, confirmed_only (« oui »). Absent or empty = default.

    Raises:
        InputError: unknown name, family, kind or boundary (the nearest known one is proposed),
            level out of 1-4, wrong date.
    """
    for name in options:
        checked(name, OPTIONS, noun="Le critère")
    given = {name: text.strip() for name, text in options.items()}
    families = _members(given.get("families", ""), Family, "La famille de liens")
    boundary = _members(given.get("boundary", ""), Boundary, "La limite")
    return Scope(
        perimeter=_items(given.get("perimeter", "")),
        families=families or (Family.COLLABORATION,),
        min_level=_level(given.get("min_level") or "1"),
        kinds=_members(given.get("kinds", ""), ActorKind, "Le type d’acteur"),
        themes=_items(given.get("themes", "")),
        confirmed_only=given.get("confirmed_only", "").lower() in YES,
        since=given.get("since", ""),
        on=given.get("on", ""),
        committee=given.get("committee", ""),
        without=_items(given.get("without", "")),
        boundary=boundary[0] if boundary else Boundary.ALL,
    )


def _level(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    raise InputError(
        f"Le niveau « {text} » n’existe pas.", value=text, remedy="Choisissez un niveau de 1 à 4."
    )


def _items(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.strip() for item in text.split(",") if item.strip()))


def _members(text: str, enum: type[_Member], noun: str) -> tuple[_Member, ...]:
    known = {str(member): member for member in enum}
    return tuple(known[checked(item, known, noun=noun)] for item in _items(text))


def checked(value: str, known: Collection[str], *, noun: str) -> str:
    """Return the value if it is known.

    Args:
        value: what was asked.
        known: the values that exist.
        noun: what it is, with its article: « Le thème ».

    Raises:
        InputError: it is not; the sentence proposes the nearest ones, or the first ones.
    """
    if value in known:
        return value
    near = difflib.get_close_matches(value, known, n=3) or sorted(known)[:8]
    raise InputError(
        f"{noun} « {value} » n’existe pas.",
        value=value,
        remedy=f"Possibles : {', '.join(near)}." if near else "",
    )
