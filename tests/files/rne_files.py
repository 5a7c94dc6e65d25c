"""The four files of the RNE as the ministère publishes them, with fictional people.

Columns, order and separator: the notice of the files on data.gouv.fr (2020 to 2026).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PLACE = [
    "Code du département",
    "Libellé du département",
    "Code de la collectivité à statut particulier",
    "Libellé de la collectivité à statut particulier",
]
_COMMUNE = ["Code de la commune", "Libellé de la commune"]
_PERSON = [
    "Nom de l'élu",
    "Prénom de l'élu",
    "Code sexe",
    "Date de naissance",
    "Code de la catégorie socio-professionnelle",
    "Libellé de la catégorie socio-professionnelle",
]
_MANDATE = ["Date de début du mandat"]
_FUNCTION = ["Libellé de la fonction", "Date de début de la fonction"]

_CSP = ["55", "Employés de commerce"]
TORCIEUX = ["TORCIEUX", "Nadège", "F", "03/02/1961", *_CSP]
VALLEGRAIN = ["VALLEGRAIN", "Corinne", "F", "17/09/1970", *_CSP]
# Another person of the same name.
HOMONYM = ["TORCIEUX", "Nadège", "F", "30/11/1988", *_CSP]

_ALLIER = ["03", "Allier", "", ""]
_CREUSE = ["23", "Creuse", "", ""]
_MONTLUCON = ["03185", "Montluçon"]
_DOMERAT = ["03101", "Domérat"]

MAYORS = [
    [*_PLACE, *_COMMUNE, *_PERSON, *_MANDATE, "Date de début de la fonction"],
    [*_ALLIER, *_DOMERAT, *VALLEGRAIN, "15/03/2026", "21/03/2026"],
    [*_CREUSE, "23096", "Guéret", *HOMONYM, "15/03/2026", "21/03/2026"],
]
MUNICIPAL = [
    [*_PLACE, *_COMMUNE, *_PERSON, *_MANDATE, *_FUNCTION, "Code nationalité"],
    [*_ALLIER, *_MONTLUCON, *TORCIEUX, "15/03/2026", "1er adjoint au Maire", "21/03/2026", "FR"],
    [*_ALLIER, *_MONTLUCON, *HOMONYM, "15/03/2026", "", "", "FR"],
    [*_ALLIER, *_DOMERAT, *VALLEGRAIN, "15/03/2026", "Maire", "21/03/2026", "FR"],
    [*_ALLIER, *_DOMERAT, *VALLEGRAIN, "15/03/2026", "Maire délégué", "02/04/2026", "FR"],
]
COMMUNITY = [
    [
        *_PLACE,
        "N° SIREN",
        "Libellé de l'EPCI",
        "Code de la commune de rattachement",
        "Libellé de la commune de rattachement",
        *_PERSON,
        *_MANDATE,
        *_FUNCTION,
    ],
    [
        *_ALLIER,
        "200071082",
        "CA Montluçon Communauté",
        *_MONTLUCON,
        *TORCIEUX,
        "15/03/2026",
        "Vice-président",
        "11/04/2026",
    ],
]
DEPARTMENTAL = [
    [*_PLACE[:2], "Code du canton", "Libellé du canton", *_PERSON, *_MANDATE, *_FUNCTION],
    ["03", "Allier", "0312", "Montluçon-1", *TORCIEUX, "01/07/2021", "", ""],
]


def write_register(
    path: Path, rows: list[list[str]], *, encoding: str = "utf-8-sig", separator: str = ";"
) -> Path:
    """Write the rows as the register is published."""
    text = "".join(f"{separator.join(row)}\r\n" for row in rows)
    path.write_bytes(text.encode(encoding))
    return path
