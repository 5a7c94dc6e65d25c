"""The national register of associations (RNA): `rna_waldec` and `rna_import`, one département.

The two files overlap: rows of `rna_import` taken over by the other one (position R) would count an
association twice, and are left out. Associations that are dissolved or struck off are left out.
What stays enters « à découvrir »: outside every figure until somebody keeps it.

Kept: name, short name, number, object, town, dates, SIRET, website where its publication is
allowed. Never read: the title of the director, the address of management, and the street of the
seat, which is often somebody's home.

Source of the columns and codes: notice of the files of the RNA (ministère de l’Intérieur).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.sources.registers.reading import RegisterReading
from actors_graph.sources.registers.stream import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.sources.registers.reading import Asked

SOURCE: Final = "RNA"
TITLE: Final = "répertoire national des associations"

_NO_DATE: Final = frozenset({"", "0001-01-01", "0000-00-00"})
_LABELS: Final = {
    "id": "id",
    "rna": "id",
    "name": "titre",
    "acronym": "titre_court",
    "siret": "siret",
    "description": "objet",
    "subtype": "objet_social1",
    "commune_code": "adrs_codeinsee",
    "postal_code": "adrs_codepostal",
    "commune": "adrs_libcommune",
    "created_on": "date_creat",
    "website": "siteweb",
    "status": "position",
    "reference": "id",
}
# First three digits of « objet social » (WALDEC nomenclature), in our words; those that social
# development cares about (DATA §2), the others stay unsaid.
FAMILIES: Final = {
    "003": "défense des droits",
    "006": "culture",
    "009": "vie sociale et quartiers",
    "011": "sport",
    "014": "amicales et entraide",
    "015": "éducation et formation",
    "017": "santé",
    "018": "soins et handicap",
    "019": "action sociale",
    "020": "solidarité et aide aux personnes",
    "021": "familles et personnes âgées",
    "022": "activité économique",
    "023": "intérêts économiques",
    "024": "environnement",
    "025": "emploi et développement local",
    "026": "logement",
    "032": "culte",
    "036": "emploi et développement local",
}


def is_rna(keys: frozenset[str]) -> bool:
    """Whether the columns are those of one of the two files."""
    return {"id", "id_ex", "siret", "gestion", "titre", "objet", "objet_social1"} <= keys


def read_rna(asked: Asked) -> RegisterReading:
    """Read one of the two files, the associations of a département only.

    Cost: one pass; memory grows with the associations kept.
    """
    reading = RegisterReading(TITLE, "actors")
    keys = asked.header.keys
    with rows_of(asked.path, header=asked.header, member=asked.member) as (encoding, rows):
        reading.encoding, reading.separator = encoding, asked.header.separator
        for line, cells in rows:
            row = dict(zip(keys, map(str.strip, cells), strict=False))
            why = _left_out(row, departement=asked.departement)
            if why:
                reading.leave_out(why)
                continue
            reading.lines.append(line)
            reading.add("actors", line=line, cells=_actor(row), labels=_LABELS)
    reading.say_left_out()
    return reading


def _left_out(row: Mapping[str, str], *, departement: str) -> str:
    code = row.get("adrs_codeinsee") or row.get("adrs_codepostal", "")
    if departement and not code.startswith(departement):
        return "d’autres départements laissées de côté"
    position = row.get("position", "").upper()
    if position == "R":
        return "reprises sous un autre numéro, laissées de côté pour ne pas compter deux fois"
    if position in {"D", "S"} or row.get("date_disso", "") not in _NO_DATE:
        return "d’associations dissoutes ou supprimées, laissées de côté"
    return ""


def _actor(row: Mapping[str, str]) -> dict[str, str]:
    number = row.get("id", "").upper()
    is_rna_number = number.startswith("W")
    name = row.get("titre", "")
    short = row.get("titre_court", "")
    code = row.get("adrs_codeinsee", "")
    created = row.get("date_creat", "")
    return {
        "id": f"rna:{number}" if is_rna_number else f"rna-import:{number}",
        "rna": number if is_rna_number else "",
        "name": name,
        "acronym": short if _is_acronym(short, name) else "",
        "kind": "association",
        "siret": row.get("siret", ""),
        "description": row.get("objet", ""),
        "subtype": FAMILIES.get(row.get("objet_social1", "")[:3], ""),
        "commune_code": code if len(code) == 5 else "",
        "postal_code": row.get("adrs_codepostal", ""),
        "commune": row.get("adrs_libcommune") or row.get("libcom", ""),
        "created_on": "" if created in _NO_DATE else created,
        "website": row.get("siteweb", "") if row.get("publiweb") == "1" else "",
        "status": "a_decouvrir",
        "source": SOURCE,
        "reference": number,
    }


def _is_acronym(short: str, name: str) -> bool:
    """Whether a short name says something: many are the first characters of the name."""
    return bool(short) and len(short) <= 20 and not name.startswith(short.rstrip(". "))
