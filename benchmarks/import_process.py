"""One dry run of an import in a process of its own: `python import_process.py FILE FOLDER`.

Prints JSON: seconds by phase, of the whole process, of its processor, its peak of memory (MiB), and
how many rows became what.
"""

from __future__ import annotations

import time

BEGAN = time.perf_counter()

import json  # noqa: E402  the clock starts before anything is loaded
import resource  # noqa: E402
import sys  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING, Any  # noqa: E402

from actors_graph.access.opening import open_session  # noqa: E402
from actors_graph.changes import imports  # noqa: E402
from actors_graph.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

PHASES = {
    "read_files": "read",
    "checked_part": "check",
    "place_actors": "place",
    "planned": "plan",
    "home_departements": "home",
}
SECONDS: dict[str, float] = {}


def timed(phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, its seconds added to those of a phase."""

    def run(*given: object, **named: object) -> object:
        began = time.perf_counter()
        try:
            return function(*given, **named)
        finally:
            SECONDS[phase] = SECONDS.get(phase, 0.0) + time.perf_counter() - began

    return run


def main() -> None:
    """Import the file into an empty store, without writing."""
    file, folder = map(Path, sys.argv[1:])
    for name, phase in PHASES.items():
        setattr(imports, name, timed(phase, getattr(imports, name)))
    settings = Settings(
        data_dir=folder / "data", cache_dir=folder / "cache", today=date(2026, 9, 1)
    )
    SECONDS["load"] = time.perf_counter() - BEGAN
    with open_session(settings) as session:
        report = imports.import_files(session, [file], dry_run=True).files[0]
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "seconds": SECONDS | {"whole": time.perf_counter() - BEGAN},
                "processor": used.ru_utime + used.ru_stime,
                "peak_mib": used.ru_maxrss / 1024,
                "rows_read": report.rows_read,
                "kept": report.kept,
                "repaired": report.repaired,
                "refused": report.refused,
            }
        )
    )


if __name__ == "__main__":
    main()
