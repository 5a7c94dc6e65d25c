"""From the bytes of a file to its text, or to the sentence that says how to save it again.

The mark at the start of the file decides first, then UTF-8 read strictly, then the forms in which
Windows (cp1252) and older programs (latin-1) write accents. A form that would give unreadable
words (a Mac or MS-DOS file, two forms mixed in one file) is refused by name: a wrong guess would
spoil names without anybody noticing. The user may name the form; see `tables.Choices`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 20 * 1024 * 1024

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS: Final = "Enregistrez-le au format « CSV UTF-8 », puis recommencez."
# Names under which a user may ask for each form, by the name that Python gives the codec.
_FORMS: Final = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8-sig",
    "utf-16": "utf-16",
    "cp1252": "cp1252",
    "iso8859-1": "latin-1",
    "iso8859-15": "iso8859-15",
    "mac-roman": "mac-roman",
    "cp850": "cp850",
}
# Bytes 80 to 9F inside a word: a French text in cp1252 has there œ, Œ, ’, dots and dashes; all
# others are what é, è, à, ç become when a Mac or MS-DOS wrote them. Five are no letter at all.
_STRANGE: Final = re.compile(
    rb"(?<=[A-Za-z])[\x80-\x84\x86-\x8b\x8d-\x90\x98-\x9b\x9d-\x9f](?=[a-z])"
    rb"|[\x81\x8d\x8f\x90\x9d]"
)
_ACCENTS: Final = re.compile(rb"[\xc0-\xff]")
_UTF8_PAIRS: Final = re.compile(rb"[\xc3\xc5][\x80-\xbf]|\xe2\x80[\x90-\xbf]")
# What « é », « È », « ’ », « œ »… become when UTF-8 is read as cp1252, then saved again.
_DAMAGED: Final = re.compile(
    "Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ¦“”\u009d]|Â[°«»\u00a0]|Å[“’]|\ufffd"
)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file and how it was written: `utf-8`, `utf-8-sig`, `utf-16`, `cp1252`."""

    content: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Damage:
    """Accents lost before the file came to us: the first line, what is there, how many lines."""

    line: int
    found: str
    lines: int


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


def decoded(data: bytes, *, file: str, encoding: str = "") -> Text:
    """Return the text of the bytes of a file.

    Args:
        data: the whole content.
        file: its name, for the error.
        encoding: the form that the user names; by default it is found.

    Raises:
        InputError: empty, not a text, or its accents cannot be read.
    """
    text = _asked(data, file=file, encoding=encoding) if encoding else _found(data, file=file)
    if "\0" in text.content:
        line = text.content.count("\n", 0, text.content.index("\0")) + 1
        raise InputError(
            "le fichier contient des caractères nuls : ce n’est pas un texte lisible.",
            file=file,
            line=line,
            remedy=_SAVE_AS,
        )
    if not text.content.strip():
        raise InputError(
            "le fichier est vide.", file=file, remedy="Vérifiez que c’est le bon fichier."
        )
    return text


def damage(content: str) -> Damage | None:
    r"""Return what a text keeps of accents that an earlier program spoilt, or None.

    >>> damage("nom\nRÃ©gie de quartier")
    Damage(line=2, found='Ã©', lines=1)
    """
    first = _DAMAGED.search(content)
    if first is None:
        return None
    starts = {content.rfind("\n", 0, found.start()) for found in _DAMAGED.finditer(content)}
    return Damage(content.count("\n", 0, first.start()) + 1, first.group(), len(starts))


def _asked(data: bytes, *, file: str, encoding: str) -> Text:
    try:
        form = _FORMS[codecs.lookup(encoding).name]
    except (LookupError, ValueError) as error:
        raise InputError(
            f"{quoted(encoding)} n’est pas une façon connue d’écrire les accents.",
            file=file,
            remedy=f"Choix possibles : {listing(sorted(_FORMS.values()), conjunction='ou')}.",
        ) from error
    try:
        return Text(data.decode("utf-8-sig" if form == "utf-8" else form), form)
    except UnicodeError as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise InputError(
            f"le fichier n’est pas écrit en {form}.",
            file=file,
            line=line,
            remedy="Laissez le programme le trouver, ou choisissez une autre façon de le lire.",
        ) from error


def _found(data: bytes, *, file: str) -> Text:
    if data.startswith(_UTF16_MARKS):
        return _utf16(data, file=file)
    if b"\0" in data:
        return Text(data.decode("latin-1"), "latin-1")
    encoding = "utf-8-sig" if data.startswith(_UTF8_MARK) else "utf-8"
    try:
        return Text(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _older(data, file=file, line=line)


def _utf16(data: bytes, *, file: str) -> Text:
    try:
        return Text(data.decode("utf-16"), "utf-16")
    except UnicodeDecodeError as error:
        raise InputError(
            "le fichier est coupé ou abîmé : ses caractères ne se lisent pas.",
            file=file,
            remedy=_SAVE_AS,
        ) from error


def _older(data: bytes, *, file: str, line: int) -> Text:
    """Read the forms of Windows and of older programs, where the words stay plausible."""
    accents = len(_ACCENTS.findall(data))
    pairs = len(_UTF8_PAIRS.findall(data))
    if pairs and pairs * 3 >= accents:
        raise InputError(
            "ses accents sont écrits de deux façons à la fois : certains seraient perdus.",
            file=file,
            line=line,
            remedy=_SAVE_AS,
        )
    if len(_STRANGE.findall(data)) > accents // 4:
        raise InputError(
            "les accents ne se lisent pas : le fichier vient sans doute d’un Mac ou d’un logiciel "
            "ancien.",
            file=file,
            line=line,
            remedy=_SAVE_AS,
        )
    try:
        return Text(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return Text(data.decode("latin-1"), "latin-1")
