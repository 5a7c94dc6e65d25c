"""Grants as local authorities publish them (SCDL « subventions » 2.1.1): who funds whom.

The standard asks for commas and exact names; what is published has anything. Columns are found by
the names that were seen in the wild; cells are read by the same repairs as any other file.

Kept: funder, beneficiary, amount, dates, object, scheme, numbers of both in public registers.

Source of the columns: schema SCDL subventions 2.1.1 (schema.data.gouv.fr, 2023-09-28).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actors_graph.sources.columns import column_key
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.registers.reading import RegisterReading
from actors_graph.sources.registers.stream import rows_of
from actors_graph.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.sources.registers.reading import Asked

TITLE: Final = "subventions publiées"

FIELDS: Final = (
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "idRAE",
    "notificationUE",
    "pourcentageSubvention",
    "dispositifAide",
)
_OFFICIAL: Final = {column_key(name): name for name in FIELDS}
_RNA: Final = re.compile(r"W[0-9A-Z]{9}", re.ASCII)
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
# Digits of a SIRET as spreadsheets write it: spaces, dots, a decimal part.
_TAIL: Final = re.compile(r"[.,]0+\Z")
_NOT_DIGIT: Final = re.compile(r"\D+", re.ASCII)


def official_names(
    names: Sequence[str], synonyms: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the position of each field of the standard that a header has.

    Args:
        names: the header.
        synonyms: other names of the fields, as `column_key` writes them.
    """
    known = {**(synonyms or {}), **_OFFICIAL}
    found: dict[str, int] = {}
    for position, name in enumerate(names):
        field = known.get(column_key(name))
        if field is not None:
            found.setdefault(field, position)
    return found


def is_scdl(places: Mapping[str, int]) -> bool:
    """Whether the columns say who gave how much to whom, with a number of one of them."""
    return {"nomAttribuant", "nomBeneficiaire", "montant"} <= places.keys() and bool(
        {"idAttribuant", "idBeneficiaire", "rnaBeneficiaire"} & places.keys()
    )


def read_scdl(asked: Asked, *, synonyms: Mapping[str, str] | None = None) -> RegisterReading:
    """Read the grants of a file: one grant a row, the two actors once each.

    Cost: one pass; memory grows with the rows.
    """
    places = official_names(asked.header.names, synonyms)
    reading = RegisterReading(TITLE, "fundings")
    labels = {field: asked.header.names[position] for field, position in places.items()}
    with rows_of(asked.path, header=asked.header, member=asked.member) as (encoding, rows):
        reading.encoding, reading.separator = encoding, asked.header.separator
        for line, cells in rows:
            row = {
                field: cells[position].strip() if position < len(cells) else ""
                for field, position in places.items()
            }
            reading.lines.append(line)
            _read_row(reading, row, line=line, labels=labels, source=asked.path.name)
    _say_unread(reading, asked.header.names, places)
    return reading


def _say_unread(reading: RegisterReading, names: Sequence[str], places: Mapping[str, int]) -> None:
    read = set(places.values())
    for position, name in enumerate(names):
        if name and position not in read:
            message = "la colonne n’a pas de place dans une subvention : elle n’a pas été lue."
            reading.problems.append(Problem(1, name, "", message, Severity.WARNING))


def _read_row(
    reading: RegisterReading,
    row: Mapping[str, str],
    *,
    line: int,
    labels: Mapping[str, str],
    source: str,
) -> None:
    funder = _actor(
        row.get("nomAttribuant", ""), number=row.get("idAttribuant", ""), kind="collectivite"
    )
    number = row.get("rnaBeneficiaire", "").upper()
    beneficiary = _actor(
        row.get("nomBeneficiaire", ""),
        number=row.get("idBeneficiaire", ""),
        rna=number if _RNA.fullmatch(number) else "",
        kind="association" if _RNA.fullmatch(number) else "autre",
    )
    for actor, end in ((funder, "Attribuant"), (beneficiary, "Beneficiaire")):
        if actor["name"]:
            shown = {"name": labels[f"nom{end}"], "siret": labels.get(f"id{end}", "")}
            cells = {**actor, "source": source}
            reading.add_actor(f"@{actor['id']}", line=line, cells=cells, labels=shown)
    decided = row.get("dateConvention", "")
    year = _YEAR.search(decided)
    grant = {
        "funder": f"@{funder['id']}" if funder["name"] else "",
        "beneficiary": f"@{beneficiary['id']}" if beneficiary["name"] else "",
        "amount": row.get("montant", ""),
        "year": year.group() if year else "",
        "decided_on": decided,
        "object": row.get("objet", ""),
        "scheme": row.get("dispositifAide", ""),
        "nature": row.get("nature", ""),
        "source": source,
        "reference": row.get("referenceDecision", ""),
    }
    shown = {
        "funder": labels["nomAttribuant"],
        "beneficiary": labels["nomBeneficiaire"],
        "amount": labels["montant"],
        "year": labels.get("dateConvention", ""),
        "decided_on": labels.get("dateConvention", ""),
    }
    reading.add("fundings", line=line, cells=grant, labels=shown)


def _actor(name: str, *, number: str, kind: str, rna: str = "") -> dict[str, str]:
    digits = _NOT_DIGIT.sub("", _TAIL.sub("", number))
    siret = digits.zfill(14) if len(digits) in {13, 14} else ""
    siren = digits.zfill(9) if len(digits) in {8, 9} else ""
    numbered = [("rna", rna), ("siret", siret), ("siren", siren)]
    given = next((f"{key}:{value}" for key, value in numbered if value), "")
    return {
        "id": given or (f"loc:{slug(name)}" if slug(name) else ""),
        "name": name,
        "kind": kind,
        "siret": siret,
        "siren": siren,
        "rna": rna,
    }
