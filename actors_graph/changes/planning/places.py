"""Finds the commune of actors from what a file writes: its code, its name, a postal code.

The name as written stays; only the code is filled, and nothing pretends to an address: without a
point of its own an actor is placed at its commune (`derived.geo_precision`). A name that is equal,
within its postal code or in France, is found in silence; anything less is said: a near name, an
old one, a homonym chosen because it lies in the user's territory. What could be two communes stays
empty and is said with both.

Each different (code, name, postal code) is looked up once: 100,000 rows cost their communes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.model.geography import geography
from actors_graph.model.place_names import Found, departement_of
from actors_graph.model.written_places import (
    other_names,
    places_in_address,
    several_names,
    written_place,
)
from actors_graph.sources import Problem, Severity
from actors_graph.words import count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
    from actors_graph.model import Value
    from actors_graph.model.place_names import Resolution

_SHOWN: Final = 6
# Paris, Lyon, Marseille: an arrondissement has a name and a code, neither of them old.
_CITIES: Final = frozenset({"75056", "69123", "13055"})
# Fewer communes do not say where a file lies.
_ENOUGH: Final = 3
# A town of so many inhabitants is meant wherever it lies.
_TOWN: Final = 2_000
_REMEDY: Final = "Ajoutez son code postal ou son code INSEE."


@dataclass(frozen=True, slots=True)
class Written:
    """What one row says of its commune; each may be empty.

    `address` is only kept where it is needed: where code, name or postal code are missing.
    """

    code: str = ""
    name: str = ""
    postal_code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """The commune found for what is written, and what there is to say of it.

    Attributes:
        code: the commune of today; empty when none was found.
        name: the name to keep where the row has none, read in its address.
        postal_code: the one to keep where the row has none, read in its address.
        severity: None when there is nothing to say.
        message: French, completing « Commune « … » : ».
        remedy: what to do about it.
        candidates: codes of the communes among which a person must choose.
    """

    code: str = ""
    name: str = ""
    postal_code: str = ""
    severity: Severity | None = None
    message: str = ""
    remedy: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceDoubt:
    """A name that could be several communes: its lines, and the codes to choose among."""

    lines: tuple[int, ...]
    column: str
    value: str
    candidates: tuple[str, ...]


def place_actors(
    file: CheckedFile, part: CheckedPart, *, departements: Collection[str] = ()
) -> list[PlaceDoubt]:
    """Fill the commune code of the rows of `actors`, before they get their ids.

    To be called once on each checked part, after its cells were read and the private ones dropped;
    nothing happens on another table. Values are set in the rows (`commune_code`; also `commune`
    and `postal_code` where only the address says them), the columns they came from in
    `part.columns`, and what there is to say is added to `file.problems`. No row is refused.

    Args:
        file: the file that the part belongs to.
        part: rows of one table.
        departements: where the user's data lie (`home_departements`); those of the communes that
            the part names for certain are added.

    Returns:
        The names that could be several communes, one for each different name; they are also said
        as warnings, so that a caller who cannot ask may ignore them.
    """
    if part.table.name != "actors":
        return []
    groups = _grouped(part.rows)
    found = _placed(groups, departements)
    doubts: list[PlaceDoubt] = []
    in_address: list[CheckedRow] = []
    for written, rows in groups.items():
        placed = found[written]
        _fill(part, rows, placed=placed)
        if placed.postal_code or placed.name:
            in_address.extend(rows)
        if placed.severity is not None:
            _say(file, part, rows=rows, written=written, placed=placed)
        if placed.candidates:
            lines = tuple(row.line for row in rows)
            doubts.append(
                PlaceDoubt(lines, _label(part, "commune"), written.name, placed.candidates)
            )
    if in_address:
        _say_read_in_address(file, part, rows=in_address)
    return doubts


def placed_commune(written: Written, *, departements: Collection[str] = ()) -> Placed:
    """Find the commune of what is written; pure, about 0.05 ms."""
    reference = geography()
    if written.code:
        return _of_code(written, departements)
    if not written.name:
        return _of_address(written)
    read = written_place(written.name)
    postal_code = written.postal_code or read.postal_code
    if not postal_code and written.address:
        postal_code = next((p.postal_code for p in places_in_address(written.address)), "")
    near = {read.departement} if read.departement else departements
    found = reference.resolve(read.name, postal_code=postal_code, departements=near)
    if found.code:
        return _resolved(found, postal_code=postal_code)
    if found.found is Found.UNKNOWN:
        for name in other_names(read.name):
            other = reference.resolve(name, postal_code=postal_code, departements=near)
            if other.code and other.found is not Found.NEAR:
                return Placed(other.code, severity=Severity.REPAIRED, message=_read(other.code))
    return _unresolved(found, written.name)


def _of_code(written: Written, departements: Collection[str]) -> Placed:
    """Read a code; the name beside it only tells what a wrong one should be."""
    reference = geography()
    current = reference.current_code(written.code)
    if current and current != written.code:
        return Placed(
            current,
            severity=Severity.REPAIRED,
            message=_read(current)
            if current in _CITIES
            else f"ancien code de commune, lu {_shown(current)}.",
        )
    if not written.name:
        return Placed(current)
    by_name = Written(name=written.name, postal_code=written.postal_code)
    other = placed_commune(by_name, departements=departements).code
    if not other or other == current:
        return Placed(current)
    if reference.communes_at(written.code):
        inside = reference.resolve(written.name, postal_code=written.code)
        if inside.found is Found.POSTAL_CODE and inside.code != current:
            message = f"est un code postal : code INSEE lu {_shown(inside.code)}."
            return Placed(inside.code, severity=Severity.REPAIRED, message=message)
    if not current:
        message = f"n’est le code d’aucune commune : lu {_shown(other)}, d’après son nom."
        return Placed(other, severity=Severity.REPAIRED, message=message)
    return Placed(
        current,
        severity=Severity.WARNING,
        message=f"ce code est celui de {reference.name(f'com:{current}')}, et la commune écrite "
        f"est {quoted(written.name)} : le code a été suivi.",
        remedy="Corrigez l’un des deux.",
    )


def _of_address(written: Written) -> Placed:
    for place in places_in_address(written.address):
        if written.postal_code in ("", place.postal_code):
            found = geography().resolve(place.name, postal_code=place.postal_code)
            if found.code:
                return Placed(found.code, name=place.name, postal_code=place.postal_code)
    return Placed()


def _resolved(found: Resolution, *, postal_code: str) -> Placed:
    reference = geography()
    shown = _shown(found.code)
    if found.old_name and found.found is not Found.NEAR:
        message = _read(found.code) if found.code in _CITIES else f"ancien nom, lu {shown}."
        return Placed(found.code, severity=Severity.REPAIRED, message=message)
    if found.found is Found.NEAR:
        return Placed(found.code, severity=Severity.REPAIRED, message=_read(found.code))
    if found.found is Found.TERRITORY:
        message = f"plusieurs communes portent ce nom : lu {shown}, la seule de votre territoire."
        return Placed(found.code, severity=Severity.WARNING, message=message)
    if found.found is Found.DEPARTEMENT and reference.communes_at(postal_code):
        message = f"lu {shown}, mais {postal_code} n’est pas son code postal."
        return Placed(
            found.code, severity=Severity.WARNING, message=message, remedy="Vérifiez les deux."
        )
    return Placed(found.code)


def _unresolved(found: Resolution, text: str) -> Placed:
    parts = several_names(text)
    if len(parts) > 1 and all(_is_commune(part) for part in parts):
        return Placed(
            severity=Severity.WARNING,
            message="nomme plusieurs communes : aucune n’a été choisie.",
            remedy="Gardez celle du siège.",
            candidates=found.candidates,
        )
    if found.candidates:
        communes = listing(
            [_shown(code) for code in found.candidates], limit=_SHOWN, conjunction="ou"
        )
        return Placed(
            severity=Severity.WARNING,
            message=f"peut être {communes} : la commune n’a pas été choisie.",
            remedy=_REMEDY,
            candidates=found.candidates,
        )
    return Placed(
        severity=Severity.WARNING,
        message="n’est pas une commune connue : la fiche restera sans commune sur la carte.",
        remedy="Corrigez le nom, ou ajoutez le code INSEE.",
    )


def _is_commune(name: str) -> bool:
    return geography().resolve(name).found is not Found.UNKNOWN


def _read(code: str) -> str:
    return f"lu {_shown(code)}."


def _shown(code: str) -> str:
    """Name of a commune, with its code: what tells homonyms apart."""
    return f"{geography().name(f'com:{code}')} ({code})"


def _grouped(rows: Iterable[CheckedRow]) -> dict[Written, list[CheckedRow]]:
    groups: dict[tuple[Value, ...], list[CheckedRow]] = {}
    for row in rows:
        values = row.values
        code, name = values.get("commune_code"), values.get("commune")
        postal_code = values.get("postal_code")
        address = None if code or (name and postal_code) else values.get("address")
        groups.setdefault((code, name, postal_code, address), []).append(row)
    return {
        Written(*(str(part or "") for part in key)): found
        for key, found in groups.items()
        if any((key[0], key[1], key[3]))
    }


def _placed(groups: Collection[Written], departements: Collection[str]) -> dict[Written, Placed]:
    """Find the commune of each different text, in the light of the others.

    First alone, then in the départements of what was found so: a second import of the same part,
    which also knows where its actors are, finds the same.
    """
    found = {written: placed_commune(written) for written in groups}
    near = frozenset(departements) | _departements(groups)
    near |= {departement_of(placed.code) for placed in found.values() if placed.code}
    for written in groups:
        if not written.postal_code:
            found[written] = placed_commune(written, departements=near)
    homes = Counter(departement_of(placed.code) for placed in found.values() if placed.code)
    known = frozenset(departements)
    return {
        written: _doubted(placed, homes=homes)
        if _is_far(written, placed, homes=homes, known=known)
        else placed
        for written, placed in found.items()
    }


def _is_far(
    written: Written, placed: Placed, *, homes: Counter[str], known: Collection[str]
) -> bool:
    """Whether a name alone leads away from where all the rest lies.

    « Allier » under « Ville » is also a commune, of the Hautes-Pyrénées.
    """
    if not placed.code or written.code or written.postal_code or written.address:
        return False
    home = departement_of(placed.code)
    if written_place(written.name).departement or home in known or homes[home] > 1:
        return False
    if geography().population(f"com:{placed.code}") >= _TOWN:
        return False
    most = max(homes.values())
    return most >= _ENOUGH and 2 * most > homes.total()


def _doubted(placed: Placed, *, homes: Counter[str]) -> Placed:
    there = geography().name(f"dep:{departement_of(placed.code)}")
    most = geography().name(f"dep:{homes.most_common(1)[0][0]}")
    return Placed(
        severity=Severity.WARNING,
        message=f"est une commune ({_shown(placed.code)}, {there}) loin des autres ({most}) : "
        "elle n’a pas été choisie.",
        remedy=_REMEDY,
        candidates=(placed.code,),
    )


def _departements(groups: Iterable[Written]) -> frozenset[str]:
    """Départements that the codes and postal codes of a file name for certain."""
    reference = geography()
    found: set[str] = set()
    for written in groups:
        code = reference.current_code(written.code)
        communes = (code,) if code else reference.communes_at(written.postal_code)
        found.update(map(departement_of, communes))
    return frozenset(found)


def _fill(part: CheckedPart, rows: Sequence[CheckedRow], *, placed: Placed) -> None:
    new: dict[str, Value] = {
        name: value
        for name, value in (
            ("commune_code", placed.code),
            ("commune", placed.name),
            ("postal_code", placed.postal_code),
        )
        if value
    }
    source = "address" if placed.name else "commune"
    for name in new:
        part.columns.setdefault(name, _label(part, source))
    for row in rows:
        row.placed = placed.code != row.values.get("commune_code", "")
        row.values.update(new)
        row.repaired |= placed.severity is Severity.REPAIRED


def _label(part: CheckedPart, name: str) -> str:
    return part.columns.get(name, name)


def _say(
    file: CheckedFile,
    part: CheckedPart,
    *,
    rows: Sequence[CheckedRow],
    written: Written,
    placed: Placed,
) -> None:
    """Say a repair on each line, a doubt once with the number of its lines."""
    severity = placed.severity or Severity.WARNING
    field_name = "commune_code" if written.code else "commune"
    value = written.code or written.name
    said = rows if severity is Severity.REPAIRED else rows[:1]
    message = placed.message
    if len(rows) > len(said):
        message = f"{message.removesuffix('.')} ({count(len(rows), 'ligne')})."
    for row in said:
        file.problems.append(
            Problem(row.line, _label(part, field_name), value, message, severity, placed.remedy)
        )


def _say_read_in_address(
    file: CheckedFile, part: CheckedPart, *, rows: Sequence[CheckedRow]
) -> None:
    first = min(rows, key=lambda row: row.line)
    shown = f"{first.values['postal_code']} {first.values['commune']}"
    times = len(rows)
    message = (
        f"code postal et commune lus dans l’adresse de {count(times, 'ligne')} "
        f"(ligne {first.line} : {shown})."
    )
    file.problems.append(Problem(None, _label(part, "address"), "", message, Severity.WARNING))
