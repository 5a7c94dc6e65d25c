"""Reads the codes of public registers: SIREN, SIRET, RNA, INSEE and postal codes, ids.

Spreadsheets spoil them: a lost leading zero, a `.0`, spaces, `="03190"`. What can be mended
without a doubt is mended and said; a wrong checksum is a warning, because registers hold some. A
number of another register than its column's is kept where it belongs. The checksums and forms
themselves are in `model.register_numbers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.reaching import email_value, phone_value, website_value
from actors_graph.changes.cells.readings import Reading, refused, repaired, warned
from actors_graph.changes.cells.values import text_value, unsaid
from actors_graph.model.register_numbers import has_right_sum, is_rna, is_siren, is_siret
from actors_graph.sources import Severity
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

_EXCEL_TEXT: Final = re.compile(r'="(.*)"')
_SEPARATORS: Final = re.compile("[\\s\u00a0\u202f.\\-_]+")
_FLOAT_TAIL: Final = re.compile(r"(\d+)[.,]0+", re.ASCII)
_SCIENTIFIC: Final = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_COMMUNE: Final = re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)
_POSTAL: Final = re.compile(r"(?:F(?:R)?-?)?(\d{5})(?: ?cedex(?: \d+)?)?", re.IGNORECASE | re.ASCII)
_POSTAL_AND_NAME: Final = re.compile(r"(\d{5})[ ,–-]+([^\W\d_][^\d|;]{1,60})", re.ASCII)
_LABEL: Final = re.compile(r"(?:n[°o] ?)?(?:siret|siren|rna|insee)\s*:?\s*", re.IGNORECASE)
_A_NAME: Final = re.compile(r"[^\W\d_][^\d|;]{2,60}")
_LOST_ZERO: Final = "(le zéro s’était perdu)"
# Forms fill a column with zeros: two actors that have them are not the same.
_ZEROS: Final = Reading(None, Severity.WARNING, "que des zéros : lu comme vide.", once=True)


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


def siren_value(text: str) -> Reading:
    """Read a SIREN: 9 digits; a SIRET in its place is kept as one."""
    digits = bare_code(_LABEL.sub("", text, count=1))
    if is_siret(digits):
        also = (("siret", digits),)
        return repaired(digits[:9], f"est un SIRET : gardé, et SIREN lu {digits[:9]}.", also=also)
    return _register_number(text, digits, length=9, name="SIREN")


def siret_value(text: str) -> Reading:
    """Read a SIRET: 14 digits; a SIREN or an RNA number in its place is kept as one."""
    digits = bare_code(_LABEL.sub("", text, count=1))
    if is_siren(digits):
        return repaired(None, "est un SIREN : gardé comme SIREN.", also=(("siren", digits),))
    if is_rna(digits.upper()):
        also = (("rna", digits.upper()),)
        return repaired(None, "est un numéro RNA : gardé comme numéro RNA.", also=also)
    return _register_number(text, digits, length=14, name="SIRET")


def _register_number(text: str, digits: str, *, length: int, name: str) -> Reading:
    expected = f"n’est pas un {name} ({length} chiffres attendus)."
    if _SCIENTIFIC.fullmatch(text):
        return refused(
            f"n’est pas un {name} : le tableur en a perdu des chiffres.",
            f"Mettez la colonne au format « texte » et écrivez les {length} chiffres.",
        )
    if not _DIGITS.fullmatch(digits):
        return refused(expected)
    if not digits.strip("0"):
        return _ZEROS
    padded = digits.zfill(length)
    if len(digits) == length - 1 and has_right_sum(padded):
        return repaired(padded, f"lu {padded} {_LOST_ZERO}.")
    if len(digits) != length:
        return refused(expected)
    return said(text, digits) if has_right_sum(digits) else _wrong_key(digits, name)


def _wrong_key(digits: str, name: str) -> Reading:
    message = f"a {len(digits)} chiffres, mais ce n’est pas un {name} valide (clé)."
    return warned(digits, message)


def rna_value(text: str) -> Reading:
    """Read an RNA number; another form is kept with a warning."""
    code = bare_code(_LABEL.sub("", text, count=1)).upper()
    if is_siret(code):
        return repaired(None, "est un SIRET : gardé comme SIRET.", also=(("siret", code),))
    if not is_rna(code):
        return warned(text, "n’a pas la forme d’un numéro RNA (W et 9 caractères).")
    if not code[1:].strip("0"):
        return _ZEROS
    return said(text, code)


def commune_value(text: str) -> Reading:
    """Read an INSEE commune code: 5 characters."""
    code = bare_code(_LABEL.sub("", text, count=1)).upper()
    if _DIGITS.fullmatch(code) and len(code) == 4:
        return repaired(f"0{code}", f"lu 0{code} {_LOST_ZERO}.")
    if not _COMMUNE.fullmatch(code):
        return refused(
            "n’est pas un code INSEE de commune (5 caractères attendus).",
            "Ne le confondez pas avec le code postal.",
        )
    return said(text, code)


def loose_commune_value(text: str) -> Reading:
    """Read an INSEE code in a file that also names the communes: a wrong one only goes away."""
    reading = commune_value(text)
    if reading.severity is not Severity.REFUSED:
        return reading
    if _A_NAME.fullmatch(text):
        message = "est un nom, pas un code INSEE : lu comme la commune."
        return repaired(None, message, also=(("commune", text),))
    message = "n’est pas un code INSEE de commune (5 caractères attendus) : il n’est pas gardé."
    return warned(None, message, "La commune est cherchée par son nom.")


def postal_value(text: str) -> Reading:
    """Read a postal code; one of another country is kept with a warning."""
    both = _POSTAL_AND_NAME.fullmatch(text)
    if both and not _POSTAL.fullmatch(text):
        code, name = both.groups()
        return repaired(
            code, f"lu {code}, et {quoted(name)} lu comme la commune.", also=(("commune", name),)
        )
    code = bare_code(text)
    if _DIGITS.fullmatch(code) and len(code) == 4:
        return repaired(f"0{code}", f"lu 0{code} {_LOST_ZERO}.")
    if _DIGITS.fullmatch(code) and len(code) == 5:
        return said(text, code)
    whole = _POSTAL.fullmatch(text.strip())
    if whole:
        return said(text, whole.group(1))
    return warned(text, "n’est pas un code postal français (5 chiffres).")


def id_value(text: str) -> Reading:
    """Read an id or a reference to one: « | » parts the items of a list, so none may hold it."""
    found = _EXCEL_TEXT.fullmatch(text)
    code = found.group(1) if found else text
    if "|" in code:
        return refused(f"contient {quoted('|')}, qui sépare les éléments d’une liste.")
    return said(text, code)


def _or_unsaid(read: Callable[[str], Reading]) -> Callable[[str], Reading]:
    """Read « néant », « - », « NC » as nothing."""
    return lambda text: unsaid(text) or read(text)


CODES: Final[dict[str, Callable[[str], Reading]]] = {
    "siren": _or_unsaid(siren_value),
    "siret": _or_unsaid(siret_value),
    "rna": _or_unsaid(rna_value),
    "commune": _or_unsaid(text_value),
    "commune_code": _or_unsaid(commune_value),
    "communes": commune_value,
    "postal_code": _or_unsaid(postal_value),
    "phone": _or_unsaid(phone_value),
    "email": _or_unsaid(email_value),
    "website": _or_unsaid(website_value),
    "id": id_value,
}
