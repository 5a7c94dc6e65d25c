"""The file of the RNA as the ministère publishes it, with fictional associations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Column names of the two files: notice of the RNA (DATA §2).
WALDEC = [
    "id",
    "id_ex",
    "siret",
    "rup_mi",
    "gestion",
    "date_creat",
    "date_decla",
    "date_publi",
    "date_disso",
    "nature",
    "groupement",
    "titre",
    "titre_court",
    "objet",
    "objet_social1",
    "objet_social2",
    "adrs_complement",
    "adrs_numvoie",
    "adrs_repetition",
    "adrs_typevoie",
    "adrs_libvoie",
    "adrs_distrib",
    "adrs_codeinsee",
    "adrs_codepostal",
    "adrs_libcommune",
    "adrg_declarant",
    "adrg_complemid",
    "adrg_complemgeo",
    "adrg_libvoie",
    "adrg_distrib",
    "adrg_codepostal",
    "adrg_achemine",
    "adrg_pays",
    "dir_civilite",
    "siteweb",
    "publiweb",
    "observation",
    "position",
    "maj_time",
]


def association(number: str, **cells: str) -> dict[str, str]:
    """A fictional association of Vichy."""
    return {
        "id": number,
        "gestion": "033P",
        "date_creat": "2012-04-02",
        "date_disso": "0001-01-01",
        "titre": "LES MAINS VERTES DU LAC",
        "objet": "jardiner ensemble",
        "objet_social1": "009025",
        "adrs_numvoie": "12",
        "adrs_libvoie": "Rue du Domicile",
        "adrs_codeinsee": "03310",
        "adrs_codepostal": "03200",
        "adrs_libcommune": "Vichy",
        "adrg_declarant": "Personne Déclarante",
        "dir_civilite": "MF",
        "siteweb": "https://mains-vertes.example",
        "publiweb": "1",
        "position": "A",
        **cells,
    }


def write_rna(path: Path, rows: list[dict[str, str]], *, encoding: str = "latin-1") -> Path:
    lines = [";".join(WALDEC)]
    lines += [";".join(row.get(name, "") for name in WALDEC) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


ROWS = [
    association("W033001001"),
    association("W033001002", date_disso="2020-09-30", position="D"),
    association("W033001003", position="S"),
    association("033P00000004", position="R", observation="W033001001"),
    association("W033001005", publiweb="0", titre_court="MVL"),
    association("W751001006", adrs_codeinsee="75114", adrs_codepostal="75014"),
]
