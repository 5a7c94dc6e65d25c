"""The national register of elected people (RNE): mayors and three kinds of councillors.

Kept of an élu: name, organ, function, dates (decree 2014-1479; TRUST §2.1). The birth date only
makes the hashed id that finds one person again from file to file; sex, occupation, nationality
are never read. Rows of several functions of one person in one organ are as many mandates.

Source of the columns: the files of the ministère de l’Intérieur on data.gouv.fr, 2020 to 2026.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.sources.registers.reading import RegisterReading
from actors_graph.sources.registers.stream import rows_of
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors_graph.sources.registers.reading import Asked

# Added to the fields of the model for an élu: makes the id, then is forgotten.
BIRTH_DATE: Final = "birth_date"

_ELU_LABELS: Final = {"name": "Nom de l'élu", BIRTH_DATE: "Date de naissance"}
_MANDATE_LABELS: Final = {
    "function": "Libellé de la fonction",
    "starts_on": "Date de début de la fonction",
}


@dataclass(frozen=True, slots=True)
class _Organ:
    """The authority of a row, as an actor, and the territory on which its élus act."""

    cells: dict[str, str]
    territory: str
    departement: str


@dataclass(frozen=True, slots=True)
class RneFile:
    """One of the files: what it is called, the function of who has no other, its organ."""

    title: str
    source: str
    function: str
    organ: Callable[[Mapping[str, str]], _Organ | None]


def _commune(row: Mapping[str, str]) -> _Organ | None:
    code, name = row.get("code_de_la_commune", ""), row.get("libelle_de_la_commune", "")
    code = code.zfill(5)
    if not name or not code.strip("0"):
        return None
    cells = {
        "id": f"mairie:{code}",
        "name": f"Mairie de {name}",
        "kind": "collectivite",
        "subtype": "commune",
        "commune_code": code,
        "commune": name,
    }
    return _Organ(cells, f"com:{code}", row.get("code_du_departement", ""))


def _epci(row: Mapping[str, str]) -> _Organ | None:
    siren, name = row.get("n_siren", ""), row.get("libelle_de_l_epci", "")
    if not siren or not name:
        return None
    cells = {
        "id": f"siren:{siren}",
        "name": name,
        "kind": "collectivite",
        "subtype": "epci",
        "siren": siren,
    }
    return _Organ(cells, f"epci:{siren}", row.get("code_du_departement", ""))


def _departement(row: Mapping[str, str]) -> _Organ | None:
    code, name = row.get("code_du_departement", "").zfill(2), row.get("libelle_du_departement", "")
    if not name or not code.strip("0"):
        return None
    cells = {
        "id": f"departement:{code}",
        "name": f"Conseil départemental ({name})",
        "kind": "collectivite",
        "subtype": "departement",
    }
    return _Organ(cells, "", code)


MAYORS: Final = RneFile("maires", "RNE (maires)", "Maire", _commune)
MUNICIPAL: Final = RneFile(
    "conseillers municipaux", "RNE (conseillers municipaux)", "Conseiller municipal", _commune
)
COMMUNITY: Final = RneFile(
    "conseillers communautaires",
    "RNE (conseillers communautaires)",
    "Conseiller communautaire",
    _epci,
)
DEPARTMENTAL: Final = RneFile(
    "conseillers départementaux",
    "RNE (conseillers départementaux)",
    "Conseiller départemental",
    _departement,
)


def rne_file(keys: frozenset[str]) -> RneFile | None:
    """Return which of the files has these columns."""
    if not {"nom_de_l_elu", "prenom_de_l_elu", "date_de_debut_du_mandat"} <= keys:
        return None
    if {"n_siren", "libelle_de_l_epci"} <= keys:
        return COMMUNITY
    if "code_du_canton" in keys:
        return DEPARTMENTAL
    if "code_de_la_commune" not in keys:
        return None
    return MUNICIPAL if "libelle_de_la_fonction" in keys else MAYORS


def read_rne(asked: Asked) -> RegisterReading:
    """Read one of the files, the mandates of a département only (all when none is asked for)."""
    file = rne_file(frozenset(asked.header.keys))
    if file is None:
        raise ValueError(asked.header.names)
    reading = RegisterReading(f"répertoire national des élus, {file.title}", "mandates")
    keys = asked.header.keys
    with rows_of(asked.path, header=asked.header, member=asked.member) as (encoding, rows):
        reading.encoding, reading.separator = encoding, asked.header.separator
        for line, cells in rows:
            _read_row(reading, dict(zip(keys, map(str.strip, cells), strict=False)), line=line,
                      file=file, departement=asked.departement)  # fmt: skip
    reading.say_left_out()
    return reading


def _handle(name: str, birth: str) -> str:
    """Name a person within one import without showing a birth date, were it in a sentence."""
    return f"@elu-{hashlib.sha256(f'{fold(name)} {birth}'.encode()).hexdigest()[:16]}"


def _read_row(
    reading: RegisterReading,
    row: Mapping[str, str],
    *,
    line: int,
    file: RneFile,
    departement: str,
) -> None:
    organ = file.organ(row)
    name = f"{row.get('prenom_de_l_elu', '')} {row.get('nom_de_l_elu', '')}".strip()
    if organ is None or not name:
        reading.leave_out("sans nom ou sans assemblée, laissées de côté")
        return
    if departement and organ.departement.zfill(2) != departement:
        reading.leave_out("d’autres départements laissées de côté")
        return
    reading.lines.append(line)
    source = {"source": file.source}
    at = f"@{organ.cells['id']}"
    reading.add_actor(at, line=line, cells={**organ.cells, **source}, labels={})
    birth = row.get("date_de_naissance", "")
    who = _handle(name, birth)
    elu = {
        "name": name,
        "kind": "elu",
        "acts_in": organ.territory,
        BIRTH_DATE: birth,
        **source,
    }
    reading.add_actor(who, line=line, cells=elu, labels=_ELU_LABELS)
    mandate = {
        "elu": who,
        "organ": at,
        "function": row.get("libelle_de_la_fonction") or file.function,
        "starts_on": row.get("date_de_debut_de_la_fonction")
        or row.get("date_de_debut_du_mandat", ""),
        **source,
    }
    reading.add("mandates", line=line, cells=mandate, labels=_MANDATE_LABELS)
