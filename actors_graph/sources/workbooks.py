"""Reads the sheets of a workbook (XLSX, ODS, XLS) in a child process that may die.

One cell written far enough makes the parser ask for 500 GB and abort, some damaged files make it
panic, others make it run without end. The child has its limits of memory and time and is given
only an archive whose declared sizes are sane; whatever becomes of it ends here as sheets or as one
sentence.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from actors_graph.errors import InputError
from actors_graph.sources import archives, contents
from actors_graph.sources.delimited import too_long
from actors_graph.sources.headers import HEAD_ROWS
from actors_graph.sources.raw import MAX_CELL, MAX_COLUMNS, MAX_ROWS, origin
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.sources.headers import Record

_SCRIPT: Final = Path(__file__).with_name("workbook_process.py")
_MEMORY: Final = 640 * 1024 * 1024
_CPU_SECONDS: Final = 20
_SECONDS: Final = 60
# Together they bound what the parent keeps, whatever the sheets hold.
_MAX_CELLS: Final = 8_000_000
_MAX_TEXT: Final = 60_000_000
_NEW_WORKBOOK: Final = (
    "Copiez le tableau dans un classeur neuf, enregistrez-le au format Excel (.xlsx), "
    "puis recommencez."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled rows of a sheet, each with its line.

    `across` are the lines whose only cell is merged over several columns.
    """

    name: str
    records: list[Record] = field(default_factory=list)
    across: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a workbook is (`xlsx`, `ods`, `xls`), its filled sheets, the hidden ones left out."""

    format: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


def is_workbook(data: bytes) -> bool:
    """Whether the content of a file is that of a workbook (or of another archive)."""
    return contents.is_zip(data) or contents.is_ole(data)


def read_workbook(data: bytes, *, file: str, sheets: Sequence[str] = ()) -> Workbook:
    """Read the filled sheets of a workbook.

    Args:
        data: the whole content of the file.
        file: its name, for the errors.
        sheets: names of the sheets to read; by default those that are not hidden.

    Raises:
        InputError: it is no workbook that can be read, or is beyond the limits.
    """
    kind = _format(data, file=file)
    with TemporaryDirectory(prefix="actors-graph-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, f"classeur.{kind}")
        path.write_bytes(data)
        said = Path(folder, "lignes.json")
        _run(path, said, file=file, sheets=sheets)
        read, hidden = _heard(said, file=file)
    filled = tuple(sheet for sheet in read if sheet.records)
    if not filled:
        raise InputError(
            "le classeur n’a aucune cellule remplie.",
            file=file,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    return Workbook(kind, filled, hidden)


def _format(data: bytes, *, file: str) -> str:
    if contents.is_zip(data):
        return archives.workbook_format(data, file=file)
    if contents.is_encrypted_ole(data):
        raise archives.protected(file=file)
    if not contents.has_old_workbook(data):
        raise InputError(
            "ce n’est pas un classeur que le programme sait lire.",
            file=file,
            remedy=contents.SAVE_AS_WORKBOOK,
        )
    return "xls"


def _run(path: Path, said: Path, *, file: str, sheets: Sequence[str]) -> None:
    """Run the child on a file; what it says is in `said`, even if it dies."""
    asked = {
        "path": str(path),
        "sheets": list(sheets),
        "memory": _MEMORY,
        "seconds": _CPU_SECONDS,
        "rows": MAX_ROWS + HEAD_ROWS,  # titles and the header are no rows of the table
        "columns": MAX_COLUMNS,
        "cell": MAX_CELL,
        "cells": _MAX_CELLS,
        "text": _MAX_TEXT,
    }
    # -P: no module of the folder of the script, nor of the current one, takes the place of another.
    command = [sys.executable, "-P", "-B", str(_SCRIPT)]
    try:
        with said.open("wb") as output:
            subprocess.run(  # noqa: S603 - our own script; the file goes by a path we made
                command,
                input=json.dumps(asked).encode(),
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise _endless(file=file) from error


def _heard(said: Path, *, file: str) -> tuple[list[Sheet], tuple[str, ...]]:
    """Return the sheets that the child read to the end, and the names of the hidden ones."""
    sheets: list[Sheet] = []
    hidden: tuple[str, ...] = ()
    with said.open("rb") as lines:
        for heard in _complete(lines):
            if isinstance(heard, list):
                sheets[-1].records.append((heard[0], heard[1]))
                if len(heard) > 2:
                    sheets[-1].across.add(heard[0])
            elif "sheet" in heard and "stop" not in heard:
                sheets.append(Sheet(heard["sheet"]))
            elif "hidden" in heard:
                hidden = tuple(heard["hidden"])
            elif "end" in heard:
                return sheets, hidden
            else:
                raise _stopped(heard, file=file)
    raise InputError(
        "ce classeur n’a pas pu être lu jusqu’au bout : il est abîmé, ou demande trop de mémoire.",
        file=file,
        remedy=_NEW_WORKBOOK,
    )


def _complete(lines: Iterator[bytes]) -> Iterator[Any]:  # Any: JSON of our child
    """Give what each whole line says; a child that dies may leave half a line."""
    for line in lines:
        if line.endswith(b"\n"):
            yield json.loads(line)


def _stopped(heard: dict[str, Any], *, file: str) -> InputError:  # Any: JSON of our child
    stop, line = heard["stop"], heard.get("line")
    place = origin(file, heard.get("sheet", ""))
    if stop == "password":
        return archives.protected(file=file)
    if stop == "damaged":
        return archives.damaged(file=file)
    if stop == "cell":
        return too_long(file=place, line=line or 0, column="")
    if stop == "sheet":
        names = [quoted(name) for name in heard["names"].split("\n")]
        return InputError(
            f"le classeur n’a pas de feuille {quoted(heard['sheet'])}.",
            file=file,
            remedy=f"Ses feuilles : {listing(names, limit=10)}.",
        )
    return InputError(_TOO_LARGE[stop], file=place, line=line, remedy=_NEW_WORKBOOK)


_TOO_LARGE: Final = {
    "rows": "la feuille a plus de 200 000 lignes.",
    "columns": "la ligne a une cellule au-delà de la 200e colonne.",
    "size": "le classeur contient trop de cellules.",
    "memory": "le classeur demande trop de mémoire pour être lu.",
}


def _endless(*, file: str) -> InputError:
    return InputError(
        "ce classeur demande trop de temps pour être lu.", file=file, remedy=_NEW_WORKBOOK
    )
