"""Feeds mutated files to the readers, the columns and the checks, guided by coverage.

Started by `test_fuzzing.py` with the arguments of libFuzzer. Any exception but an `InputError`
stops it with a traceback and a non-zero code; the file that caused it is kept.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Guessing what the columns of any table mean costs more than all the rest: one file in 32.
GUESSED = 32


def checker() -> Callable[[bytes], None]:
    """What checks one file; called where the modules that it imports are instrumented."""
    from actors_graph.changes.planning.checks import CheckedFile, checked_part
    from actors_graph.changes.planning.routes import model_file, raw_head
    from actors_graph.errors import InputError
    from actors_graph.sources import importable
    from actors_graph.sources.archives import workbook_format
    from actors_graph.sources.mapping.proposal import proposed
    from actors_graph.sources.shapes.extracting import extracts
    from actors_graph.sources.tables import tables_of
    from actors_graph.sources.workbooks import is_workbook

    kinds = importable()

    def check_one(data: bytes) -> None:
        with contextlib.suppress(InputError):
            if is_workbook(data):  # its cells are read by a parser of another process
                workbook_format(data, file="x.csv")
                return
            (raw,) = tables_of(data, file="x.csv")
            if len(data) % GUESSED:
                read = model_file(raw, kinds[len(data) % len(kinds)])
                file = CheckedFile(read.head, refused=set(read.skipped))
                parts = read.extracts
            else:
                (content,) = extracts([(raw, proposed(raw))])
                file = CheckedFile(raw_head(raw, kind="", main=frozenset()))
                parts = content.extracts
            for extract in parts:
                checked_part(file, extract, by_name=not len(data) % GUESSED)

    return check_one


def main() -> None:
    """Run libFuzzer; installed by make prove alone, hence imported here."""
    import atheris

    with atheris.instrument_imports(include=["actors_graph.sources", "actors_graph.changes"]):
        check_one = checker()
    atheris.Setup(sys.argv, check_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
