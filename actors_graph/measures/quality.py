"""What is missing where in a directory, what to check and whom to call: counts and lists.

Only structures are looked at: an élu has no theme, no contact and no partner to give. A structure
that is only a name in a tie is counted apart: everything is missing of it. Nothing here judges
anybody; each number comes with how many it is counted on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from actors_graph.measures.evidence import months_before
from actors_graph.measures.groups import By, groups
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.words import agreed, count, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from actors_graph.measures.facts import Facts

_NAMES_ONLY: Final = frozenset({ActorStatus.STUB, ActorStatus.TO_IDENTIFY})
_FIELDS: Final = (
    "id", "name", "kind", "status", "commune", "commune_code", "themes", "phone", "email",
    "checked_on",
)  # fmt: skip


class Lack(StrEnum):
    """What may be missing of a structure; the value is the word of exports."""

    IDENTITY = "identite"
    COMMUNE = "commune"
    THEME = "theme"
    PARTNERS = "partenaires"
    CONTACT = "contact"


class Age(StrEnum):
    """How long ago a fiche was checked."""

    RECENT = "recent"
    SIX_MONTHS = "six_mois"
    ONE_YEAR = "un_an"
    TWO_YEARS = "deux_ans"
    NEVER = "jamais"


LACK_WORDS: Final = {
    Lack.IDENTITY: "connue par un nom seulement, à identifier",
    Lack.COMMUNE: "sans commune",
    Lack.THEME: "sans thème",
    Lack.PARTNERS: "dont on ne sait pas avec qui elle travaille",
    Lack.CONTACT: "sans contact, téléphone ni courriel",
}
AGE_WORDS: Final = {
    Age.RECENT: "vérifiée il y a moins de 6 mois",
    Age.SIX_MONTHS: "vérifiée il y a plus de 6 mois",
    Age.ONE_YEAR: "vérifiée il y a plus d’un an",
    Age.TWO_YEARS: "vérifiée il y a plus de 2 ans",
    Age.NEVER: "jamais vérifiée",
}
# From the oldest: the months after which an age begins.
_MONTHS: Final = ((Age.TWO_YEARS, 24), (Age.ONE_YEAR, 12), (Age.SIX_MONTHS, 6))
# What is checked first: what nobody looked at for longest, then what nobody ever looked at.
_CHECKED_FIRST: Final = (Age.TWO_YEARS, Age.NEVER, Age.ONE_YEAR, Age.SIX_MONTHS, Age.RECENT)


@dataclass(frozen=True, slots=True)
class Structure:
    """One structure and what is missing of it.

    Attributes:
        id: of the actor.
        name: as written.
        kind: a value of `ActorKind`.
        commune: as written, or empty.
        commune_code: or empty.
        phone: of the structure, or empty.
        checked_on: ISO, or empty.
        age: how long ago.
        lacks: what is missing.
        partners: how many it has, those that the scope leaves out included.
        asked: whether a partner of it was ever noted, or asked for.
    """

    id: str
    name: str
    kind: str
    commune: str
    commune_code: str
    phone: str
    checked_on: str
    age: Age
    lacks: frozenset[Lack]
    partners: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """What is missing in a directory.

    Attributes:
        as_of: the day at which it is looked at, ISO.
        structures: all that are looked at, by name.
        asked: what may be missing; contacts are left out where the view hides them.
    """

    as_of: str
    structures: tuple[Structure, ...]
    asked: tuple[Lack, ...]

    @property
    def described(self) -> tuple[Structure, ...]:
        """Structures that are more than a name: the n of the other counts."""
        return tuple(one for one in self.structures if Lack.IDENTITY not in one.lacks)

    def lacking(self, lack: Lack) -> tuple[Structure, ...]:
        """Structures of which this is missing, by name."""
        return tuple(one for one in self.structures if lack in one.lacks)

    def aged(self, age: Age) -> tuple[Structure, ...]:
        """Structures checked that long ago, by name."""
        return tuple(one for one in self.described if one.age is age)

    def n(self, lack: Lack) -> int:
        """Structures among which it may be missing."""
        return len(self.structures if lack is Lack.IDENTITY else self.described)

    def sentences(self) -> tuple[str, ...]:
        """What is missing, in French, the greatest first; one sentence if nothing is."""
        missing = sorted(
            ((len(self.lacking(lack)), lack) for lack in self.asked), key=lambda one: -one[0]
        )
        said = tuple(_sentence(n, lack, total=self.n(lack)) for n, lack in missing if n)
        return said or ("Rien ne manque dans ces fiches.",)


@dataclass(frozen=True, slots=True)
class Place:
    """The counts of one territory; its id and name are empty for what is placed nowhere."""

    id: str
    name: str
    n: int
    lacking: dict[Lack, int]
    aged: dict[Age, int]


def quality(facts: Facts, *, contacts: pa.Table | None) -> Quality:
    """Look at what is missing in the structures of a network. O(n log n).

    Inactive structures are left out: nobody completes them any more.

    Args:
        facts: of the scope looked at.
        contacts: the table; None where the view hides it, contacts are then not asked for.
    """
    network = facts.network
    reached = set(contacts.column("actor").to_pylist()) if contacts is not None else None
    columns = [network.actors[name].to_pylist() for name in _FIELDS]
    found = []
    for row, values in enumerate(zip(*columns, strict=True)):
        actor = dict(zip(_FIELDS, values, strict=True))
        if actor["kind"] == ActorKind.ELU or actor["status"] == ActorStatus.INACTIVE:
            continue
        asked_for = bool(network.asked[row])
        found.append(
            (
                network.reading_order[row],
                Structure(
                    id=actor["id"],
                    name=actor["name"],
                    kind=actor["kind"],
                    commune=actor["commune"] or "",
                    commune_code=actor["commune_code"] or "",
                    phone=actor["phone"] or "",
                    checked_on=actor["checked_on"] or "",
                    age=age_of(actor["checked_on"] or "", on=network.on),
                    lacks=_lacks(actor, asked=asked_for, reached=reached),
                    partners=int(facts.partners[row] + network.partners_elsewhere[row]),
                    asked=asked_for,
                ),
            )
        )
    asked = tuple(lack for lack in Lack if reached is not None or lack is not Lack.CONTACT)
    return Quality(network.on, tuple(one for _, one in sorted(found, key=_first)), asked)


def age_of(checked_on: str, *, on: str) -> Age:
    """Return how long before a day a fiche was checked; a partial date is its first day.

    >>> age_of("2026-03-01", on="2026-09-01"), age_of("2026-02", on="2026-09-01")
    (<Age.RECENT: 'recent'>, <Age.SIX_MONTHS: 'six_mois'>)
    >>> age_of("2024", on="2026-09-01"), age_of("", on="2026-09-01")
    (<Age.TWO_YEARS: 'deux_ans'>, <Age.NEVER: 'jamais'>)
    """
    if not checked_on:
        return Age.NEVER
    day = f"{checked_on}-01-01"[:10]
    return next((age for age, months in _MONTHS if day < months_before(on, months)), Age.RECENT)


def quality_by_place(facts: Facts, found: Quality) -> tuple[Place, ...]:
    """Count what is missing in each bassin of the store (else arrondissement), by name.

    A commune of two bassins counts in both; what is placed nowhere comes last.
    """
    network = facts.network
    sets = groups(network, By.TERRITORY)
    labels = sets.partition.labels
    inside: dict[str, list[Structure]] = {}
    for one in found.structures:
        label = int(labels[network.row_of[one.id]])
        for place in sets.names[label].split(" + ") if label >= 0 else [""]:
            inside.setdefault(place, []).append(one)
    names = {place: network.places.name(place) if place else "" for place in inside}
    order = sorted(inside, key=lambda place: (not place, names[place], place))
    return tuple(_place(place, names[place], inside[place], asked=found.asked) for place in order)


def to_check(found: Quality) -> tuple[Structure, ...]:
    """Return the fiches to check, first those of the most partners among the oldest checks.

    Those checked within six months of which nothing is missing are left out.
    """
    waiting = [one for one in found.structures if one.lacks or one.age is not Age.RECENT]
    order = {age: place for place, age in enumerate(_CHECKED_FIRST)}
    return tuple(sorted(waiting, key=lambda one: (order[one.age], -one.partners)))


class Reason(StrEnum):
    """Why one calls, those that tell most first; the value names it in keys."""

    ALONE = "sans_partenaire"
    UNASKED = "a_demander"
    OLD = "ancienne"
    NEVER = "jamais"


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call: the structure, the number (empty = to be found), why, in French."""

    structure: Structure
    phone: str
    contact: str
    reason: Reason

    @property
    def why(self) -> str:
        """The sentence of a list."""
        record = AGE_WORDS[self.structure.age]
        return {
            Reason.ALONE: f"Sans partenaire connu, fiche {record} : est-ce toujours vrai ?",
            Reason.UNASKED: "Nous ne savons pas avec qui elle travaille.",
        }.get(self.reason, f"Fiche {record}.")


def to_call(found: Quality, *, contacts: pa.Table | None) -> tuple[Call, ...]:
    """Return the structures of which one call would tell something, the reachable first.

    First those said to be without partner by a fiche that is no longer recent, then those of whose
    partners nothing is known, then the fiches unchecked for two years, then those that nobody
    ever checked. O(n log n).
    """
    people = _people(contacts)
    calls = []
    for one in found.described:
        reason = _why_call(one)
        if reason:
            contact, phone = people.get(one.id, ("", ""))
            calls.append(Call(one, one.phone or phone, contact, reason))
    order = list(Reason)
    calls.sort(key=lambda call: (not call.phone, order.index(call.reason)))
    return tuple(calls)


def _why_call(one: Structure) -> Reason | None:
    if not one.asked:
        return Reason.UNASKED
    if one.age not in {Age.TWO_YEARS, Age.NEVER}:
        return None
    if not one.partners:
        return Reason.ALONE
    return Reason.OLD if one.age is Age.TWO_YEARS else Reason.NEVER


def _people(contacts: pa.Table | None) -> dict[str, tuple[str, str]]:
    """Name and number of one contact of each structure, one that has a number first."""
    found: dict[str, tuple[str, str]] = {}
    if contacts is None:
        return found
    columns = (contacts[name].to_pylist() for name in ("actor", "first_name", "last_name", "phone"))
    for actor, first, last, phone in zip(*columns, strict=True):
        if actor not in found or (phone and not found[actor][1]):
            found[actor] = (" ".join(part for part in (first, last) if part), phone or "")
    return found


def _lacks(
    actor: Mapping[str, object], *, asked: bool, reached: set[str] | None
) -> frozenset[Lack]:
    if actor["status"] in _NAMES_ONLY:
        return frozenset({Lack.IDENTITY})
    missing = {
        Lack.COMMUNE: not actor["commune_code"],
        Lack.THEME: not actor["themes"],
        Lack.PARTNERS: not asked,
        Lack.CONTACT: reached is not None
        and actor["id"] not in reached
        and not (actor["phone"] or actor["email"]),
    }
    return frozenset(lack for lack, lacking in missing.items() if lacking)


def _place(place: str, name: str, inside: list[Structure], *, asked: tuple[Lack, ...]) -> Place:
    described = [one for one in inside if Lack.IDENTITY not in one.lacks]
    return Place(
        id=place,
        name=name,
        n=len(inside),
        lacking={lack: sum(lack in one.lacks for one in inside) for lack in asked},
        aged={age: sum(one.age is age for one in described) for age in Age},
    )


def _sentence(n: int, lack: Lack, *, total: int) -> str:
    of = f" sur {number(total)}"
    if lack is Lack.PARTNERS:
        # WORDS, model 2: a question to ask, not a finding.
        return (
            f"On ne sait pas avec qui {'travaillent' if n > 1 else 'travaille'} "
            f"{count(n, 'structure')}{of}."
        )
    words = {
        Lack.IDENTITY: f"{agreed('connu', n=n, noun='structure')} par un nom seulement, "
        "à identifier",
    }.get(lack, LACK_WORDS[lack])
    return f"{count(n, 'structure')}{of} {words}."


def _first(found: tuple[tuple[str, str], Structure]) -> tuple[str, str]:
    return found[0]
