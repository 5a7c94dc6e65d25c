"""Grants as authorities publish or keep them: a beneficiary, an amount, perhaps who decided.

Beneficiaries and funders are only named here: their numbers and commune help to find them. Where
no column says who paid, one actor « à identifier » stands for the authority of the file, and the
report says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES
from actors_graph.model.kinds import ActorKind
from actors_graph.sources.shapes.rows import Rows, column_label, handle_of, year_of_title
from actors_graph.sources.shapes.say import warn
from actors_graph.sources.shapes.types import type_of_name
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes.directory import Directory

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# Parts of a beneficiary, by target.
_BENEFICIARY: Final = {
    "beneficiaire.siret": "siret",
    "beneficiaire.rna": "rna",
    "beneficiaire.commune": "commune",
    "beneficiaire.code_insee": "commune_code",
    "beneficiaire.code_postal": "postal_code",
    "beneficiaire.adresse": "address",
}
_IDENTIFYING: Final = ("name", "siret", "rna", "commune", "commune_code", "postal_code")


@dataclass(slots=True)
class Grants:
    """The grants of a table and the actors they name, each once."""

    content: TableContent
    directory: Directory
    authority: str
    fundings: Rows = field(default_factory=lambda: Rows("fundings"))
    actors: Rows = field(default_factory=lambda: Rows("actors", named=True))
    _seen: dict[tuple[str, ...], str] = field(default_factory=dict)

    def named(self, line: int, cells: dict[str, str], *, part: str) -> str:
        """Return what refers to a named actor: its name where nothing else is known of it."""
        target = "beneficiaire" if part == "b" else "financeur"
        label = column_label(self.content.raw, self.content.mapping, target)
        self.directory.where = (line, label)
        name = cells.get("name", "")
        known = self.directory.refer(name, commune=cells.get("commune", ""))
        if not name or known != name or set(cells) == {"name"}:
            return known
        key = tuple(fold(cells.get(field_name, "")) for field_name in _IDENTIFYING)
        if key not in self._seen:
            self._seen[key] = handle_of(self.content.raw, line, part)
            cells.setdefault("kind", type_of_name(name) or str(ActorKind.OTHER))
            cells["source"] = self.content.raw.file
            self.actors.add(line, cells, handle=self._seen[key])
        return self._seen[key]

    def beneficiary(self, row: int) -> str:
        """Return what refers to the beneficiary of a row."""
        # A number without a name is one all the same: the import looks for it.
        name = self._cell("beneficiaire", row) or self._cell("beneficiaire.siret", row)
        cells = {"name": name}
        for target, name in _BENEFICIARY.items():
            value = self._cell(target, row)
            if value:
                cells[name] = value
        return self.named(self.content.raw.lines[row], cells, part="b")

    def funder(self, row: int) -> str:
        """Return what refers to the funder of a row; an élu is named by first and last name."""
        name = self._cell("financeur", row)
        first = self._cell("financeur.prenom", row)
        siret = self._cell("financeur.siret", row)
        cells = {"name": f"{first} {name}".strip() or siret}
        if first:
            cells["kind"] = str(ActorKind.ELU)
        elif siret:
            cells["siret"] = siret
        if not cells["name"]:
            return self.authority
        return self.named(self.content.raw.lines[row], cells, part="f")

    def _cell(self, target: str, row: int) -> str:
        raw = self.content.raw
        cells = (raw.columns[p][row].strip() for p in self.content.mapping.positions(target))
        return " ".join(filter(None, cells))


def grant_extracts(
    content: TableContent, directory: Directory, *, authority: str = ""
) -> list[Extract]:
    """Return the grants of a table, with the actors that they name.

    Args:
        content: the table; what is to be said is added to its problems.
        directory: the actors of the file.
        authority: what refers to the funder where no column names one; by default an actor named
            after the file, to be identified.
    """
    mapping, raw = content.mapping, content.raw
    grants = Grants(content, directory, authority or _authority(content))
    fields = _fields(content)
    grants.fundings.labels = {name: column_label(raw, mapping, target) for name, target in fields}
    grants.fundings.labels |= {
        "funder": column_label(raw, mapping, "financeur"),
        "beneficiary": column_label(raw, mapping, "beneficiaire"),
        "amount": column_label(raw, mapping, "montant"),
    }
    grants.actors.labels = {
        name: column_label(raw, mapping, target) for target, name in _BENEFICIARY.items()
    } | {"name": grants.fundings.labels["beneficiary"]}
    year = "" if mapping.positions("exercice") else year_of_title(content)
    for row, line in enumerate(raw.lines):
        shared = {name: raw.columns[mapping.positions(t)[0]][row].strip() for name, t in fields}
        shared = {name: value for name, value in shared.items() if value}
        shared.setdefault("source", raw.file)
        shared |= {"funder": grants.funder(row), "beneficiary": grants.beneficiary(row)}
        for position in _amounts(content, row):
            header = raw.header[position] if position >= 0 else ""
            dated = _YEAR.search(header)
            amount = raw.columns[position][row].strip() if position >= 0 else ""
            cells = {"amount": amount} | shared
            if "year" not in cells and "decided_on" not in cells:
                cells["year"] = dated.group() if dated else year
            grants.fundings.add(line, cells)
    found = [grants.fundings.extract()]
    return [*found, grants.actors.extract()] if grants.actors.rows else found


def _fields(content: TableContent) -> list[tuple[str, str]]:
    apart = {"funder", "beneficiary", "amount"}
    return [
        (target.name, target.column)
        for target in TABLES["fundings"].fields
        if target.column and target.name not in apart and content.mapping.positions(target.column)
    ]


def _amounts(content: TableContent, row: int) -> list[int]:
    """Positions of the amounts of a row: one grant each; one where all are empty, -1 for none."""
    positions = content.mapping.positions("montant")
    filled = [p for p in positions if content.raw.columns[p][row].strip()]
    return filled or positions[:1] or [-1]


def _authority(content: TableContent) -> str:
    """Name the funder that the file does not; say so where rows need it."""
    raw, mapping = content.raw, content.mapping
    name = f"Financeur de {PurePath(raw.file).stem}"
    columns = [raw.columns[p] for p in mapping.positions("financeur")]
    if columns and all(any(cells) for cells in zip(*columns, strict=True)):
        return name
    message = (
        f"le fichier ne dit pas qui a versé ces subventions : une fiche {quoted(name)} est créée, "
        "à identifier."
    )
    remedy = "Ajoutez une colonne « financeur », ou renommez cette fiche après l’import."
    warn(content, None, column_label(raw, mapping, "financeur"), "", message, remedy)
    return name
