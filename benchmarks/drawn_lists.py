"""A messy list of structures, as a mairie keeps one: French headers, no ids, communes by name.

One row in five holds something to mend: a SIRET or a phone whose zero was lost, a date with a short
year, a commune misspelt, a postal code without its zero.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

import numpy as np
from drawn_names import actor_names

from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorKind
from actors_graph.model.register_numbers import is_siret

if TYPE_CHECKING:
    from pathlib import Path

SEED: Final = 2026
HEADER: Final = (
    "Nom de la structure", "Type", "N° SIRET", "Adresse", "Code postal", "Commune", "Téléphone",
    "Courriel", "Date de création", "Thèmes",
)  # fmt: skip
_DEPARTEMENTS: Final = ("03", "15", "43", "63")
_KINDS: Final = {
    "Association loi 1901": ActorKind.ASSOCIATION,
    "asso": ActorKind.ASSOCIATION,
    "Mairie": ActorKind.LOCAL_AUTHORITY,
    "Service public": ActorKind.PUBLIC_SERVICE,
    "Établissement": ActorKind.ESTABLISHMENT,
}
_SHARES: Final = (0.5, 0.2, 0.1, 0.1, 0.1)
_THEMES: Final = ("Culture", "Sport", "Jeunesse", "Lutte contre l’isolement", "Mobilité", "Santé")
_FAULTS: Final = 5


def write_messy_list(path: Path, rows: int, *, seed: int = SEED) -> None:
    """Write a list of so many rows, in UTF-8 with semicolons; the same rows for the same seed."""
    rng = np.random.default_rng(seed + rows)
    france = geography()
    codes = [code for d in _DEPARTEMENTS for code in france.communes_of(f"dep:{d}")]
    places = [commune for code in codes if (commune := france.commune(code))]
    at = rng.integers(0, len(places), rows)
    kinds = rng.choice([*_KINDS], rows, p=_SHARES).tolist()
    names = actor_names(
        rng, [_KINDS[kind] for kind in kinds], places=[places[place].name for place in at]
    )
    draws = rng.integers(0, 1 << 30, (rows, 6)).tolist()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        for row in range(rows):
            place, draw = places[at[row]], draws[row]
            fault = row // _FAULTS % 5 if row % _FAULTS == 0 else -1
            writer.writerow((
                f"{names[row]} {row}",
                kinds[row],
                _siret(draw[0], lost=fault == 0) if draw[1] % 2 else "",
                f"{draw[1] % 200} rue du Port",
                place.postal_codes[0].lstrip("0") if fault == 4 else place.postal_codes[0],
                place.name[:-1] + "x" if fault == 3 else place.name.upper(),
                _phone(draw[2], lost=fault == 1),
                f"contact{row}@exemple.fr",
                _day(draw[3], short=fault == 2),
                f"{_THEMES[draw[4] % 6]} ; {_THEMES[draw[5] % 6]}",
            ))  # fmt: skip


def _siret(draw: int, *, lost: bool) -> str:
    first = f"{draw % 10**9:09d}"
    first = f"0{first[1:]}" if lost else f"7{first[1:]}"
    number = next(n for key in range(10) if is_siret(n := f"{first}0001{key}"))
    return number[1:] if lost else f"{number[:3]} {number[3:6]} {number[6:9]} {number[9:]}"


def _phone(draw: int, *, lost: bool) -> str:
    number = f"04{draw % 10**8:08d}"
    return number[1:] if lost else ".".join(number[at : at + 2] for at in range(0, 10, 2))


def _day(draw: int, *, short: bool) -> str:
    day, month, year = 13 + draw % 15, 1 + draw // 15 % 12, 1970 + draw // 180 % 55
    return f"{day:02d}/{month:02d}/{year % 100:02d}" if short else f"{day:02d}/{month:02d}/{year}"
