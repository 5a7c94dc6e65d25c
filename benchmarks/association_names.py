"""Synthetic names of French associations, and the copies of them that people's files hold.

`association_names(n)` gives n records on real communes: 82 % actors, 18 % noisy copies of them
(case, accents, abbreviations, typing errors, word order, truncation at 38 characters, added
commune…), some of them placed in a neighbouring commune. What is a copy of what is known, so that
a comparison can be judged. Beside an actor stand, on purpose, actors of nearly the same name
(« section jeunes », the lycée beside the collège).

The generator knows nothing of the rules that are judged with it. It is still kinder than real
files: who writes both a question and its answer is optimistic.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from association_noise import noisy
from association_words import (
    ARTS,
    FANCY_ALONE,
    FANCY_ENDS,
    FANCY_HEADS,
    HAMLET_BEGINNINGS,
    HAMLET_ENDS,
    PATTERNS,
    PERSONS,
    SIBLING_ENDS,
    SIBLING_SWAPS,
    SPORTS,
    THINGS,
)

from actors_graph.model.geography import geography
from actors_graph.text import fold
from actors_graph.words import capital, of_place

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED: Final = 1901
# Used for the figures that are told; the rules were tuned on SEED.
HELD_OUT_SEED: Final = 2027
_DEPARTEMENTS: Final = ("03", "15", "18", "23", "42", "43", "58", "63", "71")
_RECORDS_PER_COMMUNE: Final = 33
_COPIES: Final = 0.18
_SIBLINGS: Final = 0.06
_MOVED: Final = 0.07
_WEIGHTLESS: Final = frozenset(["de", "d", "du", "des", "la", "le", "les", "l", "a", "association"])


@dataclass(frozen=True, slots=True)
class AssociationNames:
    """Records in a random order.

    Attributes:
        names: as a file holds them.
        communes: INSEE code of each.
        actors: number of the actor that each record is.
    """

    names: tuple[str, ...]
    communes: tuple[str, ...]
    actors: tuple[int, ...]

    def first(self, n: int) -> AssociationNames:
        """The first n records."""
        return AssociationNames(self.names[:n], self.communes[:n], self.actors[:n])

    def true_pairs(self) -> set[tuple[int, int]]:
        """Positions, ascending, of every two records of one actor."""
        places: dict[int, list[int]] = defaultdict(list)
        for position, actor in enumerate(self.actors):
            places[actor].append(position)
        return {pair for found in places.values() for pair in combinations(found, 2)}


def association_names(n: int = 100_000, *, seed: int = SEED) -> AssociationNames:
    """Draw n records; the same n and seed give the same ones. About 30 µs a record."""
    rng = random.Random(seed)  # noqa: S311  # draws of a benchmark, not secrets
    communes = _communes(n)
    actors = _actors(rng, round(n * (1 - _COPIES)), communes)
    records = [(name, commune, number) for number, (name, commune) in enumerate(actors)]
    for _ in range(n - len(actors)):
        number = rng.randrange(len(actors))
        name, commune = actors[number]
        copy = noisy(rng, name, commune=geography().name(f"com:{commune}"))
        records.append((copy, _moved(rng, commune), number))
    rng.shuffle(records)
    names, places, numbers = zip(*records, strict=True)
    return AssociationNames(names, places, numbers)


def _communes(n: int) -> Sequence[str]:
    """Codes of about n / 33 communes, the Allier first."""
    codes = [c for d in _DEPARTEMENTS for c in geography().communes_of(f"dep:{d}")]
    return codes[: max(3, n // _RECORDS_PER_COMMUNE)]


def _actors(rng: random.Random, wanted: int, communes: Sequence[str]) -> list[tuple[str, str]]:
    """Name and commune of each actor.

    No two of one commune have the same words (links and the commune's own name aside): nobody
    could say that « Judo club de Billy » and « Club de judo – Billy » are two.
    """
    weights = [(geography().population(f"com:{code}") + 50) ** 0.7 for code in communes]
    drawn = Counter(rng.choices(communes, weights, k=wanted))
    found: list[tuple[str, str]] = []
    for code in sorted(drawn):
        place = geography().name(f"com:{code}")
        names: dict[frozenset[str], str] = {}
        while len(names) < drawn[code]:
            name = _name(rng, place)
            names.setdefault(_words(name, place), name)
            if rng.random() < _SIBLINGS and len(names) < drawn[code]:
                sibling = _sibling(rng, name)
                names.setdefault(_words(sibling, place), sibling)
        found += [(name, code) for name in names.values()]
    return found


def _words(name: str, place: str) -> frozenset[str]:
    words = frozenset(fold(name).split())
    return (words - _WEIGHTLESS - frozenset(fold(place).split())) or words


def _name(rng: random.Random, place: str) -> str:
    pattern = rng.choices(_TEXTS, _WEIGHTS)[0]
    hamlet = f"{rng.choice(HAMLET_BEGINNINGS)} {rng.choice(HAMLET_ENDS)}".strip()
    name = pattern.format(
        of=of_place(place),
        commune=place,
        person=rng.choice(PERSONS),
        hamlet=hamlet,
        of_hamlet=of_place(hamlet),
        fancy=_fancy(rng),
        thing=rng.choice(THINGS),
        sport=rng.choice(SPORTS),
        art=rng.choice(ARTS),
    )
    return capital(name)


_TEXTS: Final = [text for _, text in PATTERNS]
_WEIGHTS: Final = [weight for weight, _ in PATTERNS]


def _fancy(rng: random.Random) -> str:
    if rng.random() < 0.25:
        return rng.choice(FANCY_ALONE)
    return f"{rng.choice(FANCY_HEADS)} {rng.choice(FANCY_ENDS)}"


def _sibling(rng: random.Random, name: str) -> str:
    """Another actor whose name is nearly the same."""
    swaps = [(a, b) for a, b in SIBLING_SWAPS if a in name]
    if swaps and rng.random() < 0.6:
        return name.replace(*rng.choice(swaps))
    return f"{name} {rng.choice(SIBLING_ENDS)}"


def _moved(rng: random.Random, commune: str) -> str:
    """The commune of a copy: the same, or sometimes another of its intercommunalité."""
    if rng.random() >= _MOVED:
        return commune
    home = geography().commune(commune)
    if home is None or not home.epci:
        return commune
    return rng.choice(geography().communes_of(f"epci:{home.epci}"))
