"""Finding a commune or a territory by the name that somebody wrote.

Two needs: an import has a name, perhaps a postal code, and must not guess (`resolve`); a person
types a few letters and chooses in a list (`search`). Names are compared folded, with « St » read
as « Saint » and « Cedex » left out; a misspelt one is looked for only near by (`near_names`).

A postal code alone never names a commune: 6,187 postal codes cover 34,875 communes.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from actors_graph.model.near_names import Candidate, named_place, nearest, without_links
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from actors_graph.model.geography import Geography
    from actors_graph.model.near_names import NamedPlace

_Value = TypeVar("_Value")

_CEDEX: Final = re.compile(r" cedex( \d+)?$")
_ABBREVIATIONS: Final = {"st": "saint", "ste": "sainte", "s": "sur"}
_ARTICLES: Final = frozenset({"l", "la", "le", "les"})
# « Lyon 3e », « Marseille 13e arrondissement »: one commune each, whatever the arrondissement.
_DISTRICT: Final = re.compile(
    r"(paris|lyon|marseille) (?:\d{1,2} ?(?:er|e|eme|ere)?|[ivx]{1,5})(?: arrondissement)?",
    re.ASCII,
)
# A misspelt name is not looked for in more départements than a territory and its neighbours have.
MOST_DEPARTEMENTS: Final = 12
# In a list of answers the wide perimeters come first: they are few and often meant.
_RANKS: Final = {"dep": 0, "arr": 1, "epci": 2, "reg": 3, "com": 4}


class Found(StrEnum):
    """What led to a commune, from the surest down; or why none was found."""

    CODE = "code"
    OLD_CODE = "ancien_code"
    POSTAL_CODE = "nom_et_code_postal"
    DEPARTEMENT = "nom_et_departement"
    NAME = "nom"
    TERRITORY = "nom_dans_le_territoire"
    NEAR = "nom_proche"
    AMBIGUOUS = "plusieurs"
    UNKNOWN = "aucune"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The commune of today behind what was written.

    Attributes:
        code: its code; empty when none or several are possible.
        found: what led to it.
        old_name: the old name that was recognised, empty when it is today's.
        candidates: codes among which a person must choose, ascending.
    """

    code: str
    found: Found
    old_name: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldName:
    """A name or code of the past (either may be empty) and the commune of today."""

    name: str
    code: str
    commune: str


# Communes by whole key, and by key without article.
_Bearers: TypeAlias = "tuple[dict[str, list[Candidate]], dict[str, list[Candidate]]]"


def departement_of(code: str) -> str:
    """Code of the département that a commune code belongs to.

    >>> departement_of("03190"), departement_of("97411"), departement_of("2A004")
    ('03', '974', '2A')
    """
    return code[:3] if code.startswith("97") else code[:2]


def place_key(name: str) -> str:
    """Return what is compared of the name of a place.

    >>> place_key("ST-POURÇAIN S/ SIOULE CEDEX 2")
    'saint pourcain sur sioule'
    """
    key = _CEDEX.sub("", fold(name))
    return " ".join([_ABBREVIATIONS.get(word, word) for word in key.split()])


def without_article(key: str) -> str:
    """Return the key without its article, wherever a list puts it.

    >>> without_article("le donjon"), without_article("donjon le")
    ('donjon', 'donjon')
    """
    first, _, rest = key.partition(" ")
    if rest and first in _ARTICLES:
        return rest
    rest, _, last = key.rpartition(" ")
    return rest if rest and last in _ARTICLES else key


class PlaceNames:
    """An index of the names of territories, today's and the old ones of communes."""

    def __init__(self, geography: Geography) -> None:
        """Fold nothing yet: each index is built when it is first asked (about 0.1 s)."""
        self._geography = geography
        self._old_codes = {old.code: old for old in geography.old_names}

    def resolve(
        self,
        name: str,
        *,
        postal_code: str = "",
        code: str = "",
        departements: Collection[str] = (),
    ) -> Resolution:
        """Find the commune of today that was written, and say how.

        The code first (today's, then an old one); then the name within the postal code, today's
        before the old ones; a near name there; the name, then a near one, within the département
        of the postal code. Without postal code: a name that one commune bears in France, one that
        several bear but one alone in the départements, a near name in these, one that only linking
        words part from what is written (« Saint-Germain-la-Rivière »). A name that
        contradicts its postal code resolves to nothing, with the communes that bear it as
        candidates.

        Args:
            name: as written.
            postal_code: five digits, or anything else, which finds nothing.
            code: INSEE code, today's or an old one; another one is not looked at.
            departements: codes of the départements where the data lie; above 12 they say nothing
                of a misspelt name.
        """
        if code and self._geography.current_code(code) == code:
            return Resolution(code, Found.CODE)
        if code in self._old_codes:
            old = self._old_codes[code]
            return Resolution(old.commune, Found.OLD_CODE, old.name)
        key = place_key(name)
        current, former = self._bearers(key, self._current), self._bearers(key, self._former)
        district = None if current or former else _DISTRICT.fullmatch(key)
        if district:
            key = district.group(1)
            current = self._bearers(key, self._current)
        if postal_code:
            return self._at(postal_code, key, current=current, former=former)
        return self._without_postal_code(key, current or former, departements=departements)

    def _at(
        self,
        postal_code: str,
        key: str,
        *,
        current: Sequence[Candidate],
        former: Sequence[Candidate],
    ) -> Resolution:
        """Resolve a name beside its postal code."""
        here = frozenset(self._geography.communes_at(postal_code))
        kept = _first_kept((current, former), lambda bearer: bearer.commune in here)
        if kept:
            return _chosen(kept, Found.POSTAL_CODE)
        near = nearest(key, self._near_communes(here))
        around = _departements_of(postal_code)
        kept = _first_kept(
            (current, former), lambda bearer: departement_of(bearer.commune) in around
        )
        if near and kept:
            # « Saint-Pont » under the postal code of « Saint-Pons »: one of the two is wrong.
            return _refused((*near, *kept))
        if near or kept:
            return _chosen(near, Found.NEAR) if near else _chosen(kept, Found.DEPARTEMENT)
        near = nearest(key, self._near_departements(around))
        # Where it is called so, but elsewhere, nobody can say whether name or postal code is wrong.
        if near and not (current or former):
            return _chosen(near, Found.NEAR)
        return _refused((*near, *current, *former))

    def _without_postal_code(
        self, key: str, bearers: Sequence[Candidate], *, departements: Collection[str]
    ) -> Resolution:
        """Resolve a name alone, by what the territory leaves of its homonyms."""
        here = [bearer for bearer in bearers if departement_of(bearer.commune) in departements]
        if here:
            alone = len({bearer.commune for bearer in bearers}) == 1
            return _chosen(here, Found.NAME if alone else Found.TERRITORY)
        few = departements if len(departements) <= MOST_DEPARTEMENTS else ()
        near = nearest(key, self._near_departements(few))
        if near and bearers:
            # « Bellerive » elsewhere, or « Bellerive-sur-Allier » here?
            return _refused((*near, *bearers))
        if bearers:
            return _chosen(bearers, Found.NAME)
        return _chosen(near or self._linkless.get(without_links(key), ()), Found.NEAR)

    def search(self, text: str, *, limit: int = 20) -> list[str]:
        """Ids of the territories whose name holds the text at the beginning of a word.

        A whole name comes before its beginning, its beginning before its inside, today's names
        before the old ones; then départements, arrondissements, EPCI, régions, communes; then the
        most populated. Digits are read as a code or a postal code.
        """
        query = place_key(text)
        if not query:
            return []
        if query.replace(" ", "").isalnum() and query[0].isdigit():
            return self._by_number(query.replace(" ", "").upper())[:limit]
        best: dict[str, int] = {}
        for keys, penalty in ((self._keys, 0), (self._old_keys, 3)):
            for key, i in keys:
                rank = _match(query, key)
                if rank is not None:
                    best[i] = min(best.get(i, rank + penalty), rank + penalty)
        return sorted(best, key=lambda i: (best[i], *self._order(i)))[:limit]

    def _order(self, territory_id: str) -> tuple[int, int, str]:
        rank = _RANKS.get(territory_id.partition(":")[0], len(_RANKS))
        return rank, -self._geography.population(territory_id), territory_id

    def _by_number(self, number: str) -> list[str]:
        number = number.zfill(5) if len(number) == 4 else number  # a code whose zero was lost
        ids = [i for i in self._geography.territory_ids if i.partition(":")[2] == number]
        old = self._old_codes.get(number)
        codes = (*self._geography.communes_at(number), *((old.commune,) if old else ()))
        return list(dict.fromkeys([*ids, *(f"com:{code}" for code in codes)]))

    @staticmethod
    def _bearers(key: str, names: _Bearers) -> list[Candidate]:
        """Communes that bear the name; without its article only when none bears it whole."""
        whole, bare = names
        return whole.get(key) or bare.get(without_article(key)) or []

    def _near_communes(self, communes: Iterable[str]) -> list[NamedPlace]:
        return [place for commune in communes for place in self._named[commune]]

    def _near_departements(self, departements: Iterable[str]) -> list[NamedPlace]:
        return [place for d in departements for place in self._in_departement.get(d, ())]

    @functools.cached_property
    def _named(self) -> dict[str, list[NamedPlace]]:
        """Each commune under all its names, today's first."""
        bearers = (
            (key, candidate)
            for whole, _ in (self._current, self._former)
            for key, candidates in whole.items()
            for candidate in candidates
        )
        return _grouped((c.commune, named_place(key, c)) for key, c in bearers)

    @functools.cached_property
    def _linkless(self) -> dict[str, list[Candidate]]:
        """Communes by their name without articles and linking words."""
        places = (place for found in self._named.values() for place in found)
        return _grouped((place.linkless, place.candidate) for place in places)

    @functools.cached_property
    def _in_departement(self) -> dict[str, list[NamedPlace]]:
        named = self._named.items()
        return _grouped((departement_of(commune), p) for commune, found in named for p in found)

    @functools.cached_property
    def _keys(self) -> list[tuple[str, str]]:
        """Key and id of each territory. Official names hold no abbreviation to read."""
        names = self._geography.names
        return [(fold(name), i) for i, name in names.items()]

    @functools.cached_property
    def _old_keys(self) -> list[tuple[str, str]]:
        return [(fold(o.name), f"com:{o.commune}") for o in self._geography.old_names if o.name]

    @functools.cached_property
    def _current(self) -> _Bearers:
        communes = ((key, i[4:]) for key, i in self._keys if i.startswith("com:"))
        return _bearers((key, Candidate(code)) for key, code in communes)

    @functools.cached_property
    def _former(self) -> _Bearers:
        named = (old for old in self._geography.old_names if old.name)
        return _bearers((fold(old.name), Candidate(old.commune, old.name)) for old in named)


def _departements_of(postal_code: str) -> frozenset[str]:
    """Départements of a postal code; postal codes know one Corsica, commune codes two."""
    if postal_code.startswith("20"):
        return frozenset({"2A", "2B"})
    return frozenset({departement_of(postal_code)})


def _first_kept(
    groups: Iterable[Sequence[Candidate]], keep: Callable[[Candidate], bool]
) -> list[Candidate]:
    """Candidates of the first group that has some to keep."""
    for group in groups:
        kept = [candidate for candidate in group if keep(candidate)]
        if kept:
            return kept
    return []


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    groups: dict[str, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _bearers(keyed: Iterable[tuple[str, Candidate]]) -> _Bearers:
    whole = _grouped(keyed)
    bare = _grouped((without_article(k), bearer) for k, found in whole.items() for bearer in found)
    return whole, bare


def _match(query: str, key: str) -> int | None:
    if not key.startswith(query):
        return 2 if f" {query}" in key else None
    return 0 if len(key) == len(query) else 1


def _chosen(bearers: Sequence[Candidate], found: Found) -> Resolution:
    """The one commune that all bearers are, else a refusal."""
    if len({bearer.commune for bearer in bearers}) != 1:
        return _refused(bearers)
    return Resolution(bearers[0].commune, found, bearers[0].old_name)


def _refused(bearers: Iterable[Candidate]) -> Resolution:
    candidates = tuple(sorted({bearer.commune for bearer in bearers}))
    return Resolution("", Found.AMBIGUOUS if candidates else Found.UNKNOWN, "", candidates)
