"""What a file is, told by its first bytes: its name may lie, and often does."""

from __future__ import annotations

import re
from typing import Final

from actors_graph.errors import InputError

SAVE_AS_WORKBOOK: Final = (
    "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format Excel (.xlsx), puis recommencez."
)
ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
OLE: Final = b"\xd0\xcf\x11\xe0"
_OTHER_FORMATS: Final = (
    (b"%PDF", "c’est un document PDF, pas un tableau."),
    (b"{\\rtf", "c’est un document de traitement de texte, pas un tableau."),
    (b"\x1f\x8b", "c’est une archive compressée, pas un tableau."),
    (b"7z\xbc\xaf", "c’est une archive compressée, pas un tableau."),
    (b"Rar!", "c’est une archive compressée, pas un tableau."),
    (b"\x89PNG", "c’est une image, pas un tableau."),
    (b"\xff\xd8\xff", "c’est une image, pas un tableau."),
    (b"GIF8", "c’est une image, pas un tableau."),
)
_WEB_PAGE: Final = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<div")
_JSON: Final = re.compile(rb"""[\[{]\s*[\[{"]""")
# Names of the streams of an OLE file, as it writes them.
_WORKBOOK_STREAMS: Final = tuple(
    name.encode("utf-16-le") for name in ("Workbook", "WORKBOOK", "Book", "BOOK")
)
_PASSWORD_STREAM: Final = "EncryptedPackage".encode("utf-16-le")


def is_zip(data: bytes) -> bool:
    """Whether the content is a zip archive, as workbooks of today are."""
    return data.startswith(ZIP)


def is_ole(data: bytes) -> bool:
    """Whether the content is an OLE file, as workbooks of before 2007 and encrypted ones are."""
    return data.startswith(OLE)


def is_encrypted_ole(data: bytes) -> bool:
    """Whether an OLE file only wraps an encrypted workbook of today."""
    return _PASSWORD_STREAM in data


def has_old_workbook(data: bytes) -> bool:
    """Whether an OLE file holds a workbook rather than a text or a presentation."""
    return any(name in data for name in _WORKBOOK_STREAMS)


def refuse_other_formats(data: bytes, *, file: str) -> None:
    """Stop at a file whose first bytes are those of something else than a table.

    Raises:
        InputError: it is named, with what to do.
    """
    for mark, message in _OTHER_FORMATS:
        if data.startswith(mark):
            raise InputError(message, file=file, remedy=SAVE_AS_WORKBOOK)
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_WEB_PAGE):
        raise InputError(
            "c’est une page web enregistrée sous un autre nom.", file=file, remedy=SAVE_AS_WORKBOOK
        )
    if _JSON.match(start):
        raise InputError(
            "c’est un fichier JSON, pas un tableau.", file=file, remedy=SAVE_AS_WORKBOOK
        )
    if start.startswith(b"<?xml"):
        raise InputError(
            "c’est un fichier XML, pas un tableau.", file=file, remedy=SAVE_AS_WORKBOOK
        )
