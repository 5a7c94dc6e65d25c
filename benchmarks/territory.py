"""A synthetic territory of any size, as the tables that a store loads.

`territory(n)` gives n actors on real communes of France and 5 n statements of collaboration, with
the shape described in `drawn_ties`: the same n and seed give the same rows. Bassins are the
arrondissements; a territory of 1,000 actors covers the Allier or less, one of 100,000 a region.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import pyarrow as pa
from drawn_names import actor_names
from drawn_ties import Places, pairs

from actors_graph.model import TABLES
from actors_graph.model.geography import geography
from actors_graph.model.ids import tie_id
from actors_graph.model.kinds import ActorKind, ActorStatus, GeoPrecision, Visibility
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from actors_graph.model.geography import Geography

# Values of each column: what Arrow takes.
_Columns: TypeAlias = "dict[str, Sequence[object] | NDArray[Any]]"

SEED: Final = 2012
STATEMENTS_PER_ACTOR: Final = 5
# One pair in seven is stated by both sides.
_STATEMENTS_PER_PAIR: Final = 1.15
_FEWEST: Final = 50
_ACTORS_PER_COMMUNE: Final = 35
_HOME: Final = "03"
_REGION: Final = "reg:84"
_THEMES: Final = (
    "Lutte contre l’isolement", "Alimentation", "Mobilité", "Numérique", "Culture", "Sport",
    "Petite enfance", "Jeunesse", "Parentalité", "Logement", "Santé", "Insertion",
)  # fmt: skip
_KINDS: Final = {
    ActorKind.ASSOCIATION: 0.60,
    ActorKind.ELU: 0.12,
    ActorKind.PUBLIC_SERVICE: 0.08,
    ActorKind.LOCAL_AUTHORITY: 0.05,
    ActorKind.RESIDENTS_GROUP: 0.05,
    ActorKind.ESTABLISHMENT: 0.05,
    ActorKind.SOCIAL_ENTERPRISE: 0.04,
    ActorKind.OTHER: 0.01,
}
_SOURCES: Final = ("enquete-2024", "enquete-2026", "atelier-2025", "compte-rendu")
_NATURES: Final = ("partenariat", "convention", "orientation", "information", "mise_a_disposition")


def territory(n: int, *, seed: int = SEED) -> dict[str, pa.Table]:
    """Tables `themes`, `territories`, `actors` and `collaborations` of a synthetic territory.

    Rows are whole (ids by MODEL rule 1 for ties, derived fields set, references resolved), with
    version 1, in the schemas of `model.TABLES`. About 0.1 ms an actor with its five statements.

    Args:
        n: actors.
        seed: of every draw.

    Raises:
        ValueError: fewer than 50 actors, which leave no room for five statements each.
    """
    if n < _FEWEST:
        message = f"a territory has at least {_FEWEST} actors"
        raise ValueError(message)
    rng = np.random.default_rng(seed + n)
    france = geography()
    ground = _ground(rng, france, n)
    themes = [f"theme:{number:02}" for number in range(len(_THEMES))]
    kinds = [ActorKind(k) for k in rng.choice([*_KINDS], n, p=[*_KINDS.values()])]
    ids = [_actor_id(kind, number) for number, kind in enumerate(kinds)]
    linked = pairs(rng, ground.places, wanted=_pair_count(n))
    columns: dict[str, _Columns] = {
        "themes": {"id": themes, "label": list(_THEMES)},
        "territories": _territories(france, ground.communes),
        "actors": _actors(rng, france, ground, ids=ids, kinds=kinds, themes=themes),
        "collaborations": _statements(rng, linked, ids=ids, themes=themes),
    }
    return {name: _table(name, found) for name, found in columns.items()}


@dataclass(frozen=True, slots=True)
class _Ground:
    """The communes drawn upon, and where each actor stands."""

    communes: list[str]
    places: Places

    @property
    def codes(self) -> list[str]:
        return [self.communes[i] for i in self.places.commune.tolist()]


def _pair_count(n: int) -> int:
    return int(n * STATEMENTS_PER_ACTOR / _STATEMENTS_PER_PAIR)


def _ground(rng: np.random.Generator, france: Geography, n: int) -> _Ground:
    """About n / 35 communes, the Allier first, then its région; larger ones have more actors."""
    wanted = min(max(6, n // _ACTORS_PER_COMMUNE), len(france.codes))
    region = frozenset(france.communes_of(_REGION))
    near_first = sorted(france.codes, key=lambda c: (not c.startswith(_HOME), c not in region, c))
    communes = near_first[:wanted]
    bassins = [france.parents(f"com:{code}")[0] for code in communes]
    weights = np.array([france.population(f"com:{code}") + 50 for code in communes]) ** 0.85
    commune = rng.choice(wanted, n, p=weights / weights.sum())
    number = {bassin: i for i, bassin in enumerate(dict.fromkeys(bassins))}
    popularity = 1 / np.arange(1, len(_THEMES) + 1) ** 0.6
    return _Ground(
        communes,
        Places(
            commune=commune,
            bassin=np.array([number[bassin] for bassin in bassins])[commune],
            theme=rng.choice(len(_THEMES), n, p=popularity / popularity.sum()),
        ),
    )


def _actor_id(kind: ActorKind, number: int) -> str:
    if kind is ActorKind.ASSOCIATION:
        return f"rna:W03{number:07}"
    if kind is ActorKind.ELU:
        return f"elu:{number:016x}"
    return f"siren:{900_000_000 + number}"


def _territories(france: Geography, communes: Sequence[str]) -> _Columns:
    ids = {f"com:{code}" for code in communes}
    for code in communes:
        ids |= france.ancestors(f"com:{code}")
    found = [t for t in map(france.territory, sorted(ids)) if t is not None]
    return {
        "id": [t.id for t in found],
        "kind": [t.kind.value for t in found],
        "code": [t.code for t in found],
        "name": [t.name for t in found],
        "parents": [list(t.parents) for t in found],
        "lat": [t.lat for t in found],
        "lon": [t.lon for t in found],
        "population": [t.population for t in found],
    }


def _actors(
    rng: np.random.Generator,
    france: Geography,
    ground: _Ground,
    *,
    ids: Sequence[str],
    kinds: Sequence[ActorKind],
    themes: Sequence[str],
) -> _Columns:
    n = len(ids)
    homes = {code: c for code in ground.communes if (c := france.commune(code))}
    communes = [homes[code] for code in ground.codes]
    names = actor_names(rng, kinds, places=[c.name for c in communes])
    second = rng.integers(-2 * len(themes), len(themes), n).tolist()
    first = ground.places.theme.tolist()
    exact = rng.random(n) < 0.6
    # An address is within about 500 m of the commune's point.
    shift = np.where(exact, 1, 0)[:, None] * rng.normal(0, 0.005, (n, 2))
    points = np.array([(c.lat, c.lon) for c in communes]) + shift
    wide = rng.random(n) < 0.15
    return {
        "id": ids,
        "name": names,
        "kind": [kind.value for kind in kinds],
        "commune": [c.name for c in communes],
        "commune_code": ground.codes,
        "postal_code": [c.postal_codes[0] for c in communes],
        "lat": points[:, 0].round(5),
        "lon": points[:, 1].round(5),
        "themes": [
            [themes[a]] if b < 0 or a == b else [themes[a], themes[b]]
            for a, b in zip(first, second, strict=True)
        ],
        "acts_in": [
            [france.parents(f"com:{c.code}")[0]] if far else None
            for far, c in zip(wide.tolist(), communes, strict=True)
        ],
        "description": [f"Action locale – {_THEMES[a].lower()}" for a in first],
        "status": rng.choice([ActorStatus.ACTIVE, ActorStatus.INACTIVE], n, p=[0.97, 0.03]),
        "partners_asked_on": _sometimes(rng, _days(rng, n), 0.5),
        "created_on": _sometimes(rng, _years(rng, n), 0.7),
        "visibility": [Visibility.PUBLIC.value] * n,
        "checked_on": _sometimes(rng, _days(rng, n), 0.8),
        "source": rng.choice(_SOURCES, n),
        "geo_precision": np.where(exact, GeoPrecision.ADDRESS, GeoPrecision.COMMUNE),
        "search": list(map(fold, names)),
    }


def _statements(
    rng: np.random.Generator,
    linked: NDArray[np.int64],
    *,
    ids: Sequence[str],
    themes: Sequence[str],
) -> _Columns:
    """One statement a pair by one side or nobody, then a second one by the other side."""
    again = rng.permutation(len(linked))[: len(ids) * STATEMENTS_PER_ACTOR - len(linked)]
    both = np.concatenate([linked, linked[again]])
    size = len(both)
    name = np.array(ids, dtype=object)
    ends = np.sort(name[both].astype(str), axis=1)
    by_first = rng.random(size) < 0.5
    by_first[len(linked) :] = ~by_first[again]
    sides = np.where(by_first, ends[:, 0], ends[:, 1]).tolist()
    unknown = rng.random(size) < 0.1
    unknown[len(linked) :] = False
    declared = [None if u else d for u, d in zip(unknown.tolist(), sides, strict=True)]
    starts = _sometimes(rng, _days(rng, size), 0.85)
    columns: _Columns = {
        "a": ends[:, 0].tolist(),
        "b": ends[:, 1].tolist(),
        "nature": rng.choice(_NATURES, size, p=[0.5, 0.1, 0.2, 0.15, 0.05]).tolist(),
        "level": _sometimes(rng, rng.integers(1, 5, size).tolist(), 0.8),
        "frequency": _sometimes(rng, rng.integers(1, 6, size).tolist(), 0.4),
        "declared_by": declared,
        "evidence": rng.choice(["declaration", "acte", "estimation"], size, p=[0.8, 0.1, 0.1]),
        "theme": _sometimes(rng, [themes[i] for i in rng.integers(0, len(themes), size)], 0.4),
        "starts_on": starts,
        "ends_on": _sometimes(rng, [f"{y}-12-31" for y in rng.integers(2026, 2030, size)], 0.08),
        "checked_on": _sometimes(rng, _days(rng, size), 0.3),
        "source": rng.choice(_SOURCES, size).tolist(),
    }
    return {"id": _tie_ids(columns), **columns}


def _tie_ids(columns: Mapping[str, Sequence[Any] | NDArray[Any]]) -> list[str]:
    table = TABLES["collaborations"]
    names = ("a", "b", *(name for name in table.identity if name in columns))
    rows = zip(*(columns[name] for name in names), strict=True)
    return [tie_id(table, dict(zip(names, row, strict=True))) for row in rows]


def _days(rng: np.random.Generator, size: int) -> list[str]:
    """Dates from 2012 to August 2026, to the day."""
    drawn = np.datetime64("2012-01-01") + rng.integers(0, 5350, size)
    return [str(day) for day in drawn.tolist()]


def _years(rng: np.random.Generator, size: int) -> list[str]:
    return [str(year) for year in rng.integers(1950, 2026, size).tolist()]


def _sometimes(rng: np.random.Generator, values: Sequence[Any], share: float) -> list[Any]:
    known = (rng.random(len(values)) < share).tolist()
    return [value if kept else None for value, kept in zip(values, known, strict=True)]


def _table(name: str, columns: _Columns) -> pa.Table:
    schema = TABLES[name].arrow_schema
    rows = len(columns["id"])
    whole = {
        field.name: pa.array(columns[field.name], field.type)
        if field.name in columns
        else pa.nulls(rows, field.type)
        for field in schema
    }
    whole["version"] = pa.array(np.ones(rows, np.int64))
    return pa.table(whole, schema=schema).sort_by("id")
