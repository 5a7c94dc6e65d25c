"""From the bytes of a file to its text, or to the sentence that says how to save it again.

Only UTF-8, with or without its mark, is read: a wrong guess of encoding would spoil names without
anybody noticing. Each other form that people really have is recognised and named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 20 * 1024 * 1024

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS: Final = "Enregistrez-le au format « CSV UTF-8 », puis recommencez."
# What the first bytes of other formats are; a spreadsheet renamed .csv is the usual case.
_OTHER_FORMATS: Final = (
    (b"PK\x03\x04", "c’est un classeur ou une archive, pas un fichier CSV."),
    (b"\xd0\xcf\x11\xe0", "c’est un ancien classeur Excel, pas un fichier CSV."),
    (b"%PDF", "c’est un document PDF, pas un fichier CSV."),
    (b"{\\rtf", "c’est un document de traitement de texte, pas un fichier CSV."),
)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file and the encoding it was written in (`utf-8`, `utf-8-sig`)."""

    content: str
    encoding: str


def read_bytes(path: Path) -> bytes:
    """Return the content of a file of at most 20 MB.

    Raises:
        InputError: no such file, not a file, unreadable, empty or too large.
    """
    try:
        if path.is_dir():
            raise InputError("c’est un dossier.", file=path.name, remedy="Donnez un fichier.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(
                f"le fichier dépasse 20 Mo ({size / 1024 / 1024:.0f} Mo).",
                file=path.name,
                remedy="Coupez-le en plusieurs fichiers.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            "ce fichier n’existe pas.", file=str(path), remedy="Vérifiez le nom et le dossier."
        ) from error
    except OSError as error:
        raise InputError(
            "ce fichier ne peut pas être lu.",
            file=str(path),
            remedy="Vérifiez vos droits sur ce fichier.",
        ) from error


def decoded(data: bytes, *, file: str) -> Text:
    """Return the text of the bytes of a file.

    Raises:
        InputError: empty, another format, or another encoding than UTF-8.
    """
    for mark, message in _OTHER_FORMATS:
        if data.startswith(mark):
            raise InputError(message, file=file, remedy=_SAVE_AS)
    if data.startswith(_UTF16_MARKS):
        raise InputError("le fichier est encodé en UTF-16.", file=file, remedy=_SAVE_AS)
    if b"\0" in data:
        raise InputError(
            "le fichier contient des octets nuls : ce n’est pas un texte lisible.",
            file=file,
            remedy=_SAVE_AS,
        )
    encoding = "utf-8-sig" if data.startswith(_UTF8_MARK) else "utf-8"
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "le fichier n’est pas encodé en UTF-8 (il vient sans doute d’Excel, « CSV » simple).",
            file=file,
            line=line,
            remedy=_SAVE_AS,
        ) from error
    if not content.strip():
        raise InputError(
            "le fichier est vide.", file=file, remedy="Vérifiez que c’est le bon fichier."
        )
    return Text(content, encoding)
