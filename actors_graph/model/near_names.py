"""Which of a few places a misspelt or shortened name most likely is.

Only asked within one postal code or a few départements, once no name is equal. Two measures must
agree: the whole names, and the names without « saint », articles and linking words, which so many
communes share (« Saint-Léon » is not « Saint-Léger »). A name that says a part of another
(« Bellerive » for « Bellerive-sur-Allier ») counts as near. Two places nearly as near as each
other give both: only a person may choose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Share of the letters that two names have in common, in order (2 x LCS / total length). Measured on
# the communes of the Allier with one letter wrong, sought in the département alone: 91 % found,
# 3 % left to choose, 0.3 % wrong (0.85 finds 80 %, of which 0.7 % wrong).
_FLOOR: Final = 0.8

_LINK_WORDS: Final = "a au aux d de des du en et l la le les lez s sous sur"
_LINKS: Final = frozenset(_LINK_WORDS.split())
_COMMON: Final = _LINKS | {"saint", "sainte"}
_PART_SCORE: Final = 0.9
_MARGIN: Final = 0.05
_SHORTEST: Final = 4
# No commune has a longer name; the bound keeps a comparison cheap.
_LONGEST: Final = 80
_PERIMETER_WORDS: Final = (
    "agglo agglomeration bassin canton communaute departement intercommunalite metropole pays "
    "region secteur syndicat territoire"
)
# They make a name that of another perimeter, even where it begins like a commune's.
_OTHER_PERIMETERS: Final = frozenset(_PERIMETER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A commune that a name may mean; `old_name` is empty when the name is today's."""

    commune: str
    old_name: str = ""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A folded name in the three forms that are compared, and the commune that bears it."""

    key: str
    linkless: str
    own: str
    candidate: Candidate


def named_place(key: str, candidate: Candidate) -> NamedPlace:
    """Return a folded name and its commune, ready to be compared."""
    return NamedPlace(key, without_links(key), _without(_COMMON, key), candidate)


def without_links(key: str) -> str:
    """Return a folded name without articles and linking words; itself when nothing else is left.

    >>> without_links("bellerive sur allier"), without_links("les")
    ('bellerive allier', 'les')
    """
    return _without(_LINKS, key)


def nearest(key: str, places: Iterable[NamedPlace]) -> list[Candidate]:
    """Candidates whose name is near a folded one: none, one, or several that cannot be told.

    Args:
        key: the folded name that was written.
        places: some hundreds at most; a commune may come under several names.

    Returns:
        Candidates within 0.05 of the best, best first. O(places).
    """
    if not _SHORTEST <= len(key) <= _LONGEST or not _OTHER_PERIMETERS.isdisjoint(key.split()):
        return []
    # Loaded where used: most files hold no misspelt commune.
    from rapidfuzz.fuzz import ratio

    written = named_place(key, Candidate(""))
    scored = [(_likeness(written, place, ratio), place.candidate) for place in places]
    scored = [pair for pair in scored if pair[0] >= _FLOOR]
    best = max((score for score, _ in scored), default=0.0)
    near = [pair for pair in scored if pair[0] >= best - _MARGIN]
    return [candidate for _, candidate in sorted(near, key=lambda pair: -pair[0])]


def likeness(one: NamedPlace, other: NamedPlace) -> float:
    """How near two names are, 0 to 1; 1 when only articles and linking words part them.

    >>> any_commune = Candidate("")
    >>> def compared(one: str, other: str) -> float:
    ...     first, second = (named_place(key, any_commune) for key in (one, other))
    ...     return round(likeness(first, second), 2)
    >>> compared("bellerive allier", "bellerive sur allier"), compared("cuset", "cusset")
    (1.0, 0.91)
    >>> compared("saint alban", "saint urban"), compared("bellerive", "bellerive sur allier")
    (0.6, 0.9)
    """
    from rapidfuzz.fuzz import ratio

    return _likeness(one, other, ratio)


def _likeness(one: NamedPlace, other: NamedPlace, ratio: Callable[[str, str], float]) -> float:
    if one.linkless == other.linkless:
        return 1.0
    score = ratio(one.key, other.key) / 100
    if score >= _FLOOR:
        score = min(score, ratio(one.own, other.own) / 100)
    return max(score, _PART_SCORE) if _is_part(one.linkless, other.linkless) else score


def _is_part(written: str, name: str) -> bool:
    """Whether whole words of one begin the other, or what is written ends with the name."""
    short, long = (written, name) if len(written) < len(name) else (name, written)
    if len(short) < _SHORTEST:
        return False
    # « Mairie de Cusset »; and « Cusset Vichy » is near to both, so that nobody chooses.
    return long.startswith(f"{short} ") or (long is written and long.endswith(f" {short}"))


def _without(words: frozenset[str], key: str) -> str:
    return " ".join([word for word in key.split() if word not in words]) or key
