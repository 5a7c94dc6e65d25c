"""What a zip archive holds, told without unpacking it: a workbook, something else, or a bomb.

The names inside are only compared, never used as paths; nothing is written.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.contents import SAVE_AS_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_ENTRIES: Final = 5_000
MAX_UNZIPPED: Final = 300 * 1024 * 1024
MAX_RATIO: Final = 200
# A part that says what the archive is is never longer.
_LONGEST_PART: Final = 1024 * 1024
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED_FLAG: Final = 0x1
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)


def workbook_format(data: bytes, *, file: str) -> str:
    """Return what a zip archive is: `xlsx` or `ods`.

    Raises:
        InputError: it is damaged, encrypted, a bomb, another kind of workbook or no workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_bombs(entries, size=len(data), file=file)
            mime = _part(archive, "mimetype")
            manifest = _part(archive, "META-INF/manifest.xml")
            types = _part(archive, "[Content_Types].xml")
    except _BROKEN as error:
        raise damaged(file=file) from error
    if (
        any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries)
        or b"encryption-data" in manifest
    ):
        raise protected(file=file)
    if mime.startswith(_ODS):
        return "ods"
    names = {entry.filename.replace("\\", "/").lower().lstrip("/") for entry in entries}
    _refuse_other_documents(names, mime=mime, types=types, file=file)
    return "xlsx"


def damaged(*, file: str) -> InputError:
    """Return the refusal of a workbook that cannot be opened."""
    return InputError(
        "ce classeur est abîmé ou incomplet : il ne s’ouvre pas.",
        file=file,
        remedy=SAVE_AS_WORKBOOK,
    )


def protected(*, file: str) -> InputError:
    """Return the refusal of a workbook that asks for a password."""
    return InputError(
        "ce classeur est protégé par un mot de passe.",
        file=file,
        remedy="Ouvrez-le dans Excel ou LibreOffice, enregistrez-le sans mot de passe, "
        "puis recommencez.",
    )


def _refuse_bombs(entries: Sequence[zipfile.ZipInfo], *, size: int, file: str) -> None:
    unzipped = sum(entry.file_size for entry in entries)
    if len(entries) <= MAX_ENTRIES and unzipped <= min(MAX_UNZIPPED, MAX_RATIO * size):
        return
    raise InputError(
        "ce classeur est démesuré une fois décompressé : il n’a pas été ouvert.",
        file=file,
        remedy="Copiez le tableau dans un classeur neuf, enregistrez-le, puis recommencez.",
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the start of one part, empty where it is absent."""
    try:
        with archive.open(name) as part:
            return part.read(_LONGEST_PART)
    except KeyError:
        return b""


def _refuse_other_documents(names: set[str], *, mime: bytes, types: bytes, file: str) -> None:
    if "xl/workbook.bin" in names or b"sheet.binary" in types:
        raise InputError(
            "c’est un classeur binaire (.xlsb), que le programme ne lit pas.",
            file=file,
            remedy=SAVE_AS_WORKBOOK,
        )
    if "xl/vbaproject.bin" in names or b"macroEnabled" in types:
        raise InputError(
            "c’est un classeur à macros (.xlsm), que le programme n’ouvre pas.",
            file=file,
            remedy=SAVE_AS_WORKBOOK,
        )
    if mime or any(name.startswith(("word/", "ppt/")) for name in names):
        raise InputError(
            "c’est un texte ou une présentation, pas un tableau.",
            file=file,
            remedy="Copiez le tableau dans un classeur (.xlsx ou .ods), puis recommencez.",
        )
    if any(name.endswith(".iwa") for name in names):
        raise InputError(
            "c’est un classeur Numbers d’Apple, que le programme ne lit pas.",
            file=file,
            remedy="Dans Numbers, exportez-le au format Excel (.xlsx), puis recommencez.",
        )
    if "[content_types].xml" not in names and not any(name.startswith("xl/") for name in names):
        raise InputError(
            "c’est une archive, pas un tableau.",
            file=file,
            remedy="Décompressez-la, puis importez les fichiers qu’elle contient.",
        )
