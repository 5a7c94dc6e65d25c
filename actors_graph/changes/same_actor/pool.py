"""The actors that a row or a name could be: those of the store and those that files describe."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.questions import Candidate
from actors_graph.matching import Records, Verdict, why
from actors_graph.model.geography import geography

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from actors_graph.changes.known import Known
    from actors_graph.matching import Pair
    from actors_graph.model import Value

# As many as a person reads before answering.
CANDIDATES_SHOWN: Final = 5

_FIELDS: Final = ("name", "acronym", "commune_code", "siren", "siret", "rna", "kind")


@dataclass(slots=True)
class Pool:
    """Actors by position, with what is compared of each.

    `communes` are the names of their communes, as written or as the reference calls them.
    """

    ids: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _FIELDS})
    communes: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, actor: str, values: Mapping[str, Value]) -> None:
        """Add one actor."""
        self.ids.append(actor)
        for name, column in self.columns.items():
            column.append(str(values.get(name) or ""))
        self.communes.append(str(values.get("commune") or ""))

    def records(self) -> Records:
        """Return what `matching` compares."""
        columns = {name: tuple(column) for name, column in self.columns.items()}
        return Records(
            ids=tuple(self.ids),
            names=columns["name"],
            acronyms=columns["acronym"],
            communes=columns["commune_code"],
            siren=columns["siren"],
            siret=columns["siret"],
            rna=columns["rna"],
            kinds=columns["kind"],
        )

    def commune(self, position: int) -> str:
        """Name of the commune of an actor; empty when nobody knows it."""
        code = self.columns["commune_code"][position]
        return geography().name(f"com:{code}") or self.communes[position]

    def same_name(self, position: int, commune: str) -> str:
        """Return why an actor of that very name is proposed for a name of that commune (code)."""
        its_own = self.columns["commune_code"][position]
        elsewhere = commune and its_own and commune != its_own
        return "même nom, mais dans une autre commune" if elsewhere else "même nom"

    def candidate(self, position: int, reason: str, *, sure: bool = False) -> Candidate:
        """Return an actor as it is proposed to a person."""
        name = self.columns["name"][position]
        return Candidate(self.ids[position], name, self.commune(position), reason, sure)

    def candidates(self, pairs: Iterable[Pair]) -> tuple[Candidate, ...]:
        """Return the second actors of pairs, the surest first, as they are proposed."""
        found = sorted(pairs, key=lambda pair: (-pair.verdict, pair.b))
        return tuple(
            self.candidate(pair.b, why(pair), sure=pair.verdict is not Verdict.GREY)
            for pair in found[:CANDIDATES_SHOWN]
        )


def stored_pool(known: Known, *, without: Iterable[str] = ()) -> Pool:
    """Return the actors of the store, in its order; `without` some ids. O(actors)."""
    left = set(without)
    columns = {name: _texts(known, name) for name in (*_FIELDS, "commune")}
    ids = known.column("actors", "id")
    if left:
        keep = [place for place, actor in enumerate(ids) if actor not in left]
        ids = [ids[place] for place in keep]
        columns = {name: [column[place] for place in keep] for name, column in columns.items()}
    return Pool(list(ids), {name: columns[name] for name in _FIELDS}, columns["commune"])


def _texts(known: Known, name: str) -> list[str]:
    return [value or "" for value in known.column("actors", name)]


def sure(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that share a number of a public register, which need no question."""
    return [pair for pair in pairs if pair.verdict is Verdict.IDENTIFIER]
