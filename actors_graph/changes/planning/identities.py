"""Gives every row its id (MODEL rule 1) and says which rows of the files are the same one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES
from actors_graph.model.ids import elu_id, row_id, tie_id
from actors_graph.model.register_numbers import is_rna, is_siren, is_siret
from actors_graph.sources import Problem, Severity
from actors_graph.words import count, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow

# Tables whose rows are found again by (source, reference) where they give no id.
_REFERENCED: Final = frozenset({"actors", "projects"})
_NUMBERS: Final = {"rna": is_rna, "siret": is_siret, "siren": is_siren}
PLACE: Final = ("commune", "commune_code", "postal_code", "address", "lat", "lon")
_BY_AMOUNT: Final = replace(TABLES["fundings"], identity=(*TABLES["fundings"].identity, "amount"))


def identify_nodes(
    files: Sequence[CheckedFile], known: Known, *, identity_key: bytes = b""
) -> None:
    """Give an id to the rows whose id does not depend on others, and make the ids known.

    `identity_key` is the secret of the store that hides the birth dates of élus in their ids.
    """
    for _, part in _parts(files, early=True):
        given = (str(row.values["id"]) for row in part.rows if "id" in row.values)
        known.add(part.table.name, given)
        known.add(part.table.name, part.refused_ids)
    found = _Found(files, known, identity_key)
    for file, part in _parts(files, early=True):
        for row in part.rows:
            row.given = "id" in row.values
            if not row.given:
                row.values["id"] = found.id_of(part, row) or None
                _refuse_without_id(file, row)
        known.add(part.table.name, (str(row.values["id"]) for row in part.rows))


def identify_others(files: Sequence[CheckedFile], known: Known) -> None:
    """Give an id to the rows whose id is made of others': ties, contacts, budgets, targets."""
    for _, part in _parts(files, early=False):
        table = part.table
        for row in part.rows:
            _sort_ends(part, row)
            row.given = "id" in row.values
            if not row.given:
                row.values["id"] = row_id(table, row.values)
        known.add(table.name, (str(row.values["id"]) for row in part.rows))


def merge_repeated(files: Sequence[CheckedFile]) -> None:
    """Keep one row of each id, and say so.

    Rows of one actor that the file does not number (a structure with several contacts) complete
    each other, the first being followed where they differ; two different rows of one given id are
    refused.
    """
    first: dict[tuple[str, str], tuple[CheckedFile, CheckedRow]] = {}
    for file in files:
        for part in file.parts:
            kept: list[CheckedRow] = []
            joined: list[CheckedRow] = []
            for row in part.rows:
                key = (part.table.name, str(row.values["id"]))
                if key in first and _other_grant(part, row, first[key][1]):
                    row.values["id"] = tie_id(_BY_AMOUNT, row.values)
                    key = (part.table.name, str(row.values["id"]))
                if key not in first:
                    first[key] = (file, row)
                    kept.append(row)
                elif part.table.name == "actors" and not _numbered(row, first[key][1]):
                    _complete(file, part, row, first=first[key])
                    joined.append(row)
                elif not part.by_name or first[key][1].values != row.values:
                    _say_repeated(file, row, first=first[key])
            part.rows = kept
            _say_joined(file, joined)


def _other_grant(part: CheckedPart, row: CheckedRow, first: CheckedRow) -> bool:
    """Whether two grants that nothing else tells apart are two: their amounts differ."""
    made = not (row.given or first.given)
    return (
        part.table.name == "fundings"
        and made
        and row.values.get("amount") != first.values.get("amount")
    )


def _numbered(one: CheckedRow, other: CheckedRow) -> bool:
    """Whether the file gives one id to both."""
    return one.given and other.given and not (one.moved or other.moved)


def _complete(
    file: CheckedFile,
    part: CheckedPart,
    row: CheckedRow,
    *,
    first: tuple[CheckedFile, CheckedRow],
) -> None:
    other, before = first
    # A place is taken whole: the code of one line does not belong to the commune of another.
    placed = any(before.values.get(name) for name in PLACE)
    for name, value in row.values.items():
        known = before.values.get(name)
        unsaid = name in before.unsaid or name in row.unsaid
        if isinstance(value, list) and isinstance(known, list):
            before.values[name] = list(dict.fromkeys([*known, *value]))
        elif known is None and name in PLACE and placed:
            continue
        elif known is None or (name in before.unsaid and name not in row.unsaid):
            before.values[name] = value
            before.unsaid = tuple(field for field in before.unsaid if field != name)
        elif value != known and not unsaid and name not in {"reference", "source"}:
            where = f"la ligne {before.line}" + ("" if other is file else f" de {other.name}")
            file.warn(
                row,
                column=part.columns.get(name, name),
                value=str(value),
                message=f"{where} dit {quoted(str(known))} de la même structure : c’est gardé.",
            )


def _say_joined(file: CheckedFile, rows: Sequence[CheckedRow]) -> None:
    if rows:
        n = len(rows)
        verb = "complète" if n == 1 else "complètent"
        message = f"{count(n, 'ligne')} {verb} une structure déjà lue plus haut."
        file.problems.append(Problem(rows[0].line, "", "", message, Severity.WARNING))


def _say_repeated(
    file: CheckedFile, row: CheckedRow, *, first: tuple[CheckedFile, CheckedRow]
) -> None:
    other, before = first
    where = f"la ligne {before.line}" + ("" if other is file else f" de {other.name}")
    if before.values == row.values:
        message = f"ligne identique à {where} : elle n’est comptée qu’une fois."
        file.problems.append(Problem(row.line, "", "", message, Severity.WARNING))
        return
    same = "sous le même identifiant" if row.given else "du même lien"
    file.refuse(
        row,
        column="id" if row.given else "",
        value=str(row.values["id"]) if row.given else "",
        message=f"{where} dit autre chose {same}.",
        remedy="Gardez une seule des deux lignes.",
    )


class _Found:
    """Ids by (source, reference), in the store and in the rows that give their id."""

    def __init__(self, files: Sequence[CheckedFile], known: Known, identity_key: bytes) -> None:
        self._identity_key = identity_key
        self._ids: dict[str, dict[tuple[str, str], str]] = {}
        for _, part in _parts(files, early=True):
            name = part.table.name
            if name not in _REFERENCED:
                continue
            if name not in self._ids:
                self._ids[name] = known.references(name)
            for row in part.rows:
                if "id" in row.values and "reference" in row.values:
                    self._ids[name][self._key(row)] = str(row.values["id"])

    @staticmethod
    def _key(row: CheckedRow) -> tuple[str, str]:
        return str(row.values.get("source", "")), str(row.values["reference"])

    def id_of(self, part: CheckedPart, row: CheckedRow) -> str:
        """Id found by reference, else made from the row; empty when neither is possible."""
        name = part.table.name
        if name in self._ids and "reference" in row.values:
            found = self._ids[name].get(self._key(row))
            if found:
                return found
        if row.birth_date and self._identity_key:
            return elu_id(
                name=str(row.values["name"]),
                birth_date=row.birth_date,
                identity_key=self._identity_key,
            )
        # What the name was found to be may change with the data around: ids may not.
        left = {"commune_code"} if row.placed else set()
        if name == "actors" and part.by_name:
            # « 00000000000000 » and a number with a wrong key stand in many lines.
            left |= {number for number, right in _NUMBERS.items()
                     if not right(str(row.values.get(number) or ""))}  # fmt: skip
        return row_id(part.table, {f: v for f, v in row.values.items() if f not in left})


def _refuse_without_id(file: CheckedFile, row: CheckedRow) -> None:
    if row.values["id"] in (None, "loc:"):
        file.refuse(
            row,
            column="id",
            value="",
            message="l’identifiant manque et rien dans la ligne ne permet d’en faire un.",
            remedy="Donnez un identifiant à chaque ligne.",
        )


def _sort_ends(part: CheckedPart, row: CheckedRow) -> None:
    table = part.table
    if not table.undirected:
        return
    a, b = row.values.get(table.source), row.values.get(table.target)
    if isinstance(a, str) and isinstance(b, str) and b < a:
        row.values[table.source], row.values[table.target] = b, a


def _parts(
    files: Sequence[CheckedFile], *, early: bool
) -> Iterator[tuple[CheckedFile, CheckedPart]]:
    for file in files:
        for part in file.parts:
            if early != (part.table.is_tie or bool(part.table.identity)):
                yield file, part
