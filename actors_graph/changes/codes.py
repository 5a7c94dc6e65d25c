"""Reads the codes of public registers: SIREN, SIRET, RNA, INSEE and postal codes, phones.

Spreadsheets spoil them: a lost leading zero, a `.0`, spaces, `="03190"`. What can be mended
without a doubt is mended and said; a wrong checksum is a warning, because registers hold some.
The checksums and forms themselves are in `model.register_numbers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from actors_graph.changes.readings import Reading, refused, repaired, warned
from actors_graph.model.register_numbers import has_right_sum, is_rna
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

_EXCEL_TEXT: Final = re.compile(r'="(.*)"')
_SEPARATORS: Final = re.compile("[\\s\u00a0\u202f.\\-_]+")
_FLOAT_TAIL: Final = re.compile(r"(\d+)[.,]0+", re.ASCII)
_SCIENTIFIC: Final = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_COMMUNE: Final = re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)
_PHONE: Final = re.compile(r"(?:\+33|0033)\s*(?:\(0\))?", re.ASCII)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def bare_code(text: str) -> str:
    """Return a code without what a spreadsheet added: `="…"`, a trailing `.0`, spaces, dots.

    >>> bare_code('="03190"'), bare_code("384 138 996 00028"), bare_code("3190.0")
    ('03190', '38413899600028', '3190')
    """
    found = _EXCEL_TEXT.fullmatch(text)
    if found:
        text = found.group(1)
    whole = _FLOAT_TAIL.fullmatch(text.strip())
    return whole.group(1) if whole else _SEPARATORS.sub("", text)


def said(text: str, value: str) -> Reading:
    """Read a code: what differs from the cell is said."""
    return Reading(value) if value == text else repaired(value, f"lu {value}.")


def _register_number(text: str, *, length: int, name: str) -> Reading:
    if _SCIENTIFIC.fullmatch(text):
        return refused(
            f"n’est pas un {name} : le tableur en a perdu des chiffres.",
            f"Mettez la colonne au format « texte » et écrivez les {length} chiffres.",
        )
    digits = bare_code(text)
    if not _DIGITS.fullmatch(digits):
        return refused(f"n’est pas un {name} ({length} chiffres attendus).")
    padded = digits.zfill(length)
    if len(digits) == length - 1 and has_right_sum(padded):
        return repaired(padded, f"lu {padded} (le zéro s’était perdu).")
    if len(digits) != length:
        return refused(f"n’est pas un {name} ({length} chiffres attendus).")
    if not has_right_sum(digits):
        return warned(digits, f"a {length} chiffres, mais ce n’est pas un {name} valide (clé).")
    return said(text, digits)


def siren_value(text: str) -> Reading:
    """Read a SIREN: 9 digits."""
    return _register_number(text, length=9, name="SIREN")


def siret_value(text: str) -> Reading:
    """Read a SIRET: 14 digits."""
    return _register_number(text, length=14, name="SIRET")


def rna_value(text: str) -> Reading:
    """Read an RNA number; another form is kept with a warning."""
    code = bare_code(text).upper()
    if not is_rna(code):
        return warned(text, "n’a pas la forme d’un numéro RNA (W et 9 caractères).")
    return said(text, code)


def commune_value(text: str) -> Reading:
    """Read an INSEE commune code: 5 characters."""
    code = bare_code(text).upper()
    if _DIGITS.fullmatch(code) and len(code) == 4:
        return repaired(f"0{code}", f"lu 0{code} (le zéro s’était perdu).")
    if not _COMMUNE.fullmatch(code):
        return refused(
            "n’est pas un code INSEE de commune (5 caractères attendus).",
            "Ne le confondez pas avec le code postal.",
        )
    return said(text, code)


def postal_value(text: str) -> Reading:
    """Read a postal code; one of another country is kept with a warning."""
    code = bare_code(text)
    if _DIGITS.fullmatch(code) and len(code) == 4:
        return repaired(f"0{code}", f"lu 0{code} (le zéro s’était perdu).")
    if not (_DIGITS.fullmatch(code) and len(code) == 5):
        return warned(text, "n’est pas un code postal français (5 chiffres).")
    return said(text, code)


def phone_value(text: str) -> Reading:
    """Read a phone number; French ones are written « 04 70 12 34 56 »."""
    found = _EXCEL_TEXT.fullmatch(text)
    plain = _PHONE.sub("0", found.group(1) if found else text)
    digits = bare_code(plain)
    if _DIGITS.fullmatch(digits) and len(digits) == 9 and digits[0] != "0":
        value = _phone_words(f"0{digits}")
        return repaired(value, f"lu {value} (le zéro s’était perdu).")
    if _DIGITS.fullmatch(digits) and len(digits) == 10 and digits[0] == "0":
        return Reading(_phone_words(digits))
    return Reading(text)


def _phone_words(digits: str) -> str:
    return " ".join(digits[start : start + 2] for start in range(0, 10, 2))


def email_value(text: str) -> Reading:
    """Read an e-mail address; another form is kept with a warning."""
    value = text.removeprefix("mailto:")
    if not _EMAIL.fullmatch(value):
        return warned(value, "n’a pas la forme d’une adresse de courriel.")
    return Reading(value)


def website_value(text: str) -> Reading:
    """Read the address of a site: only the web has sites."""
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        return warned(text, "n’a pas la forme d’une adresse de site.")
    # « exemple.fr:8080 » parses as the scheme « exemple.fr ».
    if scheme and scheme not in {"http", "https"} and "." not in scheme:
        return refused("n’est pas l’adresse d’un site.", "Une adresse commence par https://.")
    return Reading(text)


def id_value(text: str) -> Reading:
    """Read an id or a reference to one: « | » parts the items of a list, so none may hold it."""
    found = _EXCEL_TEXT.fullmatch(text)
    code = found.group(1) if found else text
    if "|" in code:
        return refused(f"contient {quoted('|')}, qui sépare les éléments d’une liste.")
    return said(text, code)


CODES: Final[dict[str, Callable[[str], Reading]]] = {
    "siren": siren_value,
    "siret": siret_value,
    "rna": rna_value,
    "commune_code": commune_value,
    "communes": commune_value,
    "postal_code": postal_value,
    "phone": phone_value,
    "email": email_value,
    "website": website_value,
    "id": id_value,
}
