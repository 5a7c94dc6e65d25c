"""A large CSV of a public register, read row by row: as a file, or as a member of a zip.

The encoding changes between editions of one register (DATA §1.4): the bytes are read once to know
whether they are UTF-8, else they are Windows-1252. The separator is that of the header.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from actors_graph.errors import InputError
from actors_graph.sources.columns import column_key
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_BLOCK: Final = 1 << 20
_HEADER: Final = 16_384
_ZIP: Final = b"PK\x03\x04"
_SPREADSHEET: Final = "[Content_Types].xml"
# A member of one département, as the Intérieur names it: rna_waldec_20260901_dpt_03.csv.
_DEPARTEMENT: Final = re.compile(r"dpt_?(\w{2,3})\.csv\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """How a register is written: its encoding, its separator and its columns."""

    encoding: str
    separator: str
    names: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The names as they are compared: « Nom de l'élu » is `nom_de_l_elu`."""
        return tuple(map(column_key, self.names))


def header_of(path: Path, *, member: str = "") -> Header | None:
    """Return the header of a file, or of a member of a zip; None where there is none to read.

    Only the first bytes are read: the encoding is that of the first 16,384 of them.
    """
    try:
        with _opened(path, member) as stream:
            start = stream.read(_HEADER)
    except (OSError, zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return None
    whole = start.rpartition(b"\n")[0] or start
    encoding = "utf-8-sig" if _is_utf8([whole]) else "cp1252"
    text = whole.decode(encoding, errors="replace")
    first = text.partition("\n")[0]
    if "\0" in first:
        return None
    separator = max(";,\t", key=first.count)
    try:
        names = next(csv.reader([first], delimiter=separator), [])
    except csv.Error:
        return None
    return Header(encoding, separator, tuple(name.strip() for name in names))


def members_of(path: Path) -> list[str]:
    """Names of the CSV files in a zip; none when it is no zip, or a spreadsheet."""
    try:
        with path.open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                return []
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return []
    return [] if _SPREADSHEET in names else [n for n in names if n.lower().endswith(".csv")]


def member_of(path: Path, members: Sequence[str], *, departement: str) -> str:
    """Return the member of a zip that holds a département, or its only member.

    Raises:
        InputError: which one is meant is not said, or there is none for that département.
    """
    if len(members) == 1:
        return members[0]
    by_departement = {
        found.group(1).upper(): name for name in members if (found := _DEPARTEMENT.search(name))
    }
    if departement in by_departement:
        return by_departement[departement]
    if departement and by_departement:
        raise InputError(
            f"l’archive n’a pas de fichier pour le département {quoted(departement)}.",
            file=path.name,
            remedy="Téléchargez celle qui le contient, ou corrigez le numéro du département.",
        )
    shown = listing(members, limit=4)
    raise InputError(
        f"l’archive contient {len(members)} fichiers ({shown}).",
        file=path.name,
        remedy="Dites de quel département il s’agit (--departement 03).",
    )


@contextmanager
def rows_of(
    path: Path, *, header: Header, member: str = ""
) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """Give the encoding, and an iterator on (line, cells) of the rows below the header.

    Memory: one row. Cost: the file is read twice, once to know its encoding.

    Raises:
        InputError: while iterating, where a quote is never closed or a cell is too long.
    """
    with _opened(path, member) as stream:
        encoding = "cp1252"
        if _is_utf8(iter(lambda: stream.read(_BLOCK), b"")):
            encoding = "utf-8-sig"
    with (
        _opened(path, member) as stream,
        # Windows-1252 leaves five bytes undefined: a damaged letter is not a reason to stop.
        io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="") as text,
    ):
        yield encoding, _numbered(text, separator=header.separator, file=path.name)


def _numbered(
    text: io.TextIOWrapper, *, separator: str, file: str
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text, delimiter=separator, strict=False)
    line = 1
    try:
        for cells in reader:
            if line > 1 and any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            "la ligne ne peut pas être lue.",
            file=file,
            line=line,
            remedy="Téléchargez le fichier de nouveau.",
        ) from error


@contextmanager
def _opened(path: Path, member: str) -> Iterator[BinaryIO]:
    if not member:
        with path.open("rb") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive, archive.open(member) as inner:
        yield inner  # type: ignore[misc]  # zipfile's stream is typed IO[bytes], read-only


def _is_utf8(blocks: Iterator[bytes] | Sequence[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in blocks:
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True
