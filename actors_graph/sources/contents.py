"""What a file is, told by its first bytes: its name may lie, and often does."""

from __future__ import annotations

from typing import Final

from actors_graph.errors import InputError

_SAVE_AS: Final = (
    "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format Excel (.xlsx), puis recommencez."
)
_SAVE_AS_CSV: Final = "Enregistrez-le au format « CSV UTF-8 », puis recommencez."
_OTHER_FORMATS: Final = (
    (b"PK\x03\x04", "c’est un classeur ou une archive, pas un fichier CSV."),
    (b"\xd0\xcf\x11\xe0", "c’est un ancien classeur Excel, pas un fichier CSV."),
    (b"%PDF", "c’est un document PDF, pas un tableau."),
    (b"{\\rtf", "c’est un document de traitement de texte, pas un tableau."),
    (b"\x1f\x8b", "c’est une archive compressée, pas un tableau."),
    (b"\x89PNG", "c’est une image, pas un tableau."),
    (b"\xff\xd8\xff", "c’est une image, pas un tableau."),
)


def refuse_other_formats(data: bytes, *, file: str) -> None:
    """Stop at a file whose first bytes are those of something else than a table.

    Raises:
        InputError: it is named, with what to do.
    """
    for mark, message in _OTHER_FORMATS:
        if data.startswith(mark):
            raise InputError(message, file=file, remedy=_SAVE_AS_CSV)
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        raise InputError(
            "c’est une page web enregistrée sous un autre nom.", file=file, remedy=_SAVE_AS
        )
    if start.startswith(b"<?xml"):
        raise InputError("c’est un fichier XML, pas un tableau.", file=file, remedy=_SAVE_AS)
