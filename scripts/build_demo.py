"""Rebuild the demonstration territory: the files of `import/demo/`.

    python scripts/build_demo.py            write the files
    python scripts/build_demo.py --check    rebuild in memory, compare with what is shipped

Everything is drawn from one fixed seed and from the hand-written lists of `scripts/demo/`, so that
the same bytes come out each time. Needs the package and, for the spreadsheet, the extra
`maintainer`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from demo.files import files

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).resolve().parents[1] / "import" / "demo"
LIMIT: Final = 400_000


def main() -> int:
    """Rebuild or check the files; return 1 where a check fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare with the shipped files")
    options = parser.parse_args()
    built = files()
    size = sum(map(len, built.values()))
    print(f"{len(built)} files, {size:,} bytes")
    if size >= LIMIT:
        print(f"more than the limit of {LIMIT:,} bytes")
        return 1
    return compare(built) if options.check else write(built)


def compare(built: Mapping[str, bytes]) -> int:
    """Print the names of the files that are not as shipped; return 1 if there are any."""
    names = {str(p.relative_to(FOLDER).as_posix()) for p in FOLDER.rglob("*") if p.is_file()}
    different = sorted(names ^ built.keys())
    different += [n for n in sorted(names & built.keys()) if (FOLDER / n).read_bytes() != built[n]]
    for name in different:
        print(f"{name} is not as shipped")
    return 1 if different else 0


def write(built: Mapping[str, bytes]) -> int:
    """Write all files."""
    for name, content in built.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
