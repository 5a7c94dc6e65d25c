"""Types the cells of a file: text, numbers, dates, amounts, lists, closed lists of words.

French notations are read as they are (`12/04/2019`, `1 014,50 €`); a mended value is said; a
value that could mean two things is refused, never guessed. Each function takes a cleaned,
non-empty text.
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from actors_graph.changes.readings import Reading, refused, repaired, warned
from actors_graph.model import FieldType
from actors_graph.text import clean, fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.model import Field
    from actors_graph.model.fields import EnumClass

YEARS: Final = (1800, 2200)

_SPACES: Final = re.compile("[\\s\u00a0\u202f\u2009]+")
_INTEGER: Final = re.compile(r"[+-]?\d+", re.ASCII)
_WHOLE_FLOAT: Final = re.compile(r"([+-]?\d+)[.,]0+", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
_AMOUNT: Final = re.compile(r"([+-]?\d+)(?:[.,](\d+))?", re.ASCII)
_CURRENCY: Final = re.compile(r"(€|euros?|eur)$", re.IGNORECASE)
_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_ISO_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ][0-9:.+Z-]+", re.ASCII)
_FRENCH: Final = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})", re.ASCII)
_MOJIBAKE: Final = re.compile("Ã[\u0080-\u00bf©¨ª®´»§]|â€")
# The apostrophe that our own CSV exports put before a text that a spreadsheet would compute.
_EXPORT_MARK: Final = re.compile(r"'(?=\s*[=+\-@\t\r＝＋－＠])")

_DATE_REMEDY: Final = "Écrivez 2019, 2019-04, 2019-04-12 ou 12/04/2019."


def text_value(text: str) -> Reading:
    """Read a text: kept as written, with a doubt where its accents were lost on the way."""
    value = _EXPORT_MARK.sub("", text, count=1)
    if "\ufffd" in value:
        return warned(value, "des caractères ont été perdus avant l’import (« \ufffd »).")
    if _MOJIBAKE.search(value):
        return warned(
            value,
            "les accents semblent abîmés.",
            "Enregistrez le fichier d’origine au format « CSV UTF-8 ».",
        )
    return Reading(value)


def int_value(text: str, field: Field) -> Reading:
    """Read a whole number within the limits of the field."""
    bare = _SPACES.sub("", text)
    whole = _WHOLE_FLOAT.fullmatch(bare)
    if whole:
        bare = whole.group(1)
    # int() refuses more than 4,300 digits with an error of its own.
    if not _INTEGER.fullmatch(bare) or len(bare) > 18:
        return refused("n’est pas un nombre entier.", _range_remedy(field))
    number = int(bare)
    if not _within(number, field):
        return refused("est hors des valeurs permises.", _range_remedy(field))
    if whole:
        return repaired(number, f"lu {number}.")
    return Reading(number)


def float_value(text: str, field: Field) -> Reading:
    """Read a number with a comma or a dot, within the limits of the field."""
    bare = _SPACES.sub("", text)
    if not _DECIMAL.fullmatch(bare) or len(bare) > 40:
        return refused("n’est pas un nombre.", _range_remedy(field))
    number = float(bare.replace(",", "."))
    if not _within(number, field):
        return refused("est hors des valeurs permises.", _range_remedy(field))
    return Reading(number)


def money_value(text: str) -> Reading:
    """Read an amount in euros as whole cents."""
    bare = _CURRENCY.sub("", _SPACES.sub("", text))
    if "," in bare and "." in bare:
        # Both: the last one is the decimal mark, the other parts the thousands.
        thousands = "." if bare.rindex(",") > bare.rindex(".") else ","
        bare = bare.replace(thousands, "")
    found = _AMOUNT.fullmatch(bare)
    if not found or len(bare) > 16:
        return refused("n’est pas un montant en euros.", "Écrivez par exemple 1 014,50 ou 1014.5.")
    cents = (found.group(2) or "").rstrip("0") if len(found.group(2) or "") != 3 else "ambigu"
    if len(cents) > 2:
        return refused(
            "peut se lire de deux façons (milliers ou centimes).",
            "Écrivez le montant sans séparateur de milliers, par exemple 1014,50.",
        )
    amount = int(Decimal(f"{found.group(1)}.{cents or 0}") * 100)
    if amount < 0:
        return warned(amount, "est un montant négatif.")
    return Reading(amount)


def bool_value(text: str) -> Reading:
    """Read « oui » or « non »."""
    word = fold(text)
    if word in {"oui", "o", "vrai", "true", "1", "x"}:
        return Reading(value=True)
    if word in {"non", "n", "faux", "false", "0"}:
        return Reading(value=False)
    return refused("n’est ni « oui » ni « non ».")


def date_value(text: str) -> Reading:
    """Read a date of any precision as ISO text, from ISO or from the French order."""
    stamped = _ISO_TIME.fullmatch(text)
    found = _ISO.fullmatch(stamped.group(1) if stamped else text)
    if found:
        year, month, day = found.groups()
    else:
        found = _FRENCH.fullmatch(text)
        if not found:
            return refused("n’est pas une date.", _DATE_REMEDY)
        day, month, year = found.groups()
    return _calendar(int(year), month=int(month or 0), day=int(day or 0), has_month=bool(month))


def _calendar(year: int, *, month: int, day: int, has_month: bool) -> Reading:
    if not YEARS[0] <= year <= YEARS[1]:
        return refused(f"n’est pas une date entre {YEARS[0]} et {YEARS[1]}.", _DATE_REMEDY)
    if not has_month:
        return Reading(f"{year:04d}")
    try:
        full = date(year, month, day or 1)
    except ValueError:
        return refused("n’est pas un jour du calendrier.", _DATE_REMEDY)
    return Reading(full.isoformat() if day else full.isoformat()[:7])


def enum_value(text: str, values: EnumClass) -> Reading:
    """Read a word of a closed list, whatever its case and accents."""
    key = fold(text).replace(" ", "_")
    known = _words(values)
    if key in known:
        return Reading(known[key])
    near = difflib.get_close_matches(key, known, n=1)
    hint = f"Vouliez-vous dire {quoted(near[0])} ? " if near else ""
    return refused(
        "n’est pas une valeur connue.",
        f"{hint}Valeurs possibles : {listing(list(known.values()), conjunction='ou')}.",
    )


@cache
def _words(values: EnumClass) -> dict[str, str]:
    return {fold(member.value).replace(" ", "_"): str(member.value) for member in values}


def list_value(text: str, item: Callable[[str], Reading]) -> Reading:
    """Read a list parted by « | »: items read one by one, empty and repeated ones left out."""
    values: list[str] = []
    worst = Reading(None)
    for part in map(clean, text.split("|")):
        if not part:
            continue
        reading = item(part)
        if reading.severity and (worst.severity is None or reading.value is None):
            worst = Reading(None, reading.severity, f"{quoted(part)} {reading.message}")
        if isinstance(reading.value, str) and reading.value not in values:
            values.append(reading.value)
    return Reading(values or None, worst.severity, worst.message, worst.remedy)


def typed_value(text: str, field: Field) -> Reading:
    """Read a cell by the type of its field; lists and codes have readers of their own."""
    if field.values is not None:
        return enum_value(text, field.values)
    return _READERS[field.type](text, field)


def _within(number: float, field: Field) -> bool:
    return field.limits is None or field.limits[0] <= number <= field.limits[1]


def _range_remedy(field: Field) -> str:
    if field.limits is None:
        return ""
    low, high = field.limits
    return f"Un nombre de {low} à {high} est attendu."


_READERS: Final[dict[FieldType, Callable[[str, Field], Reading]]] = {
    FieldType.TEXT: lambda text, _: text_value(text),
    FieldType.INT: int_value,
    FieldType.FLOAT: float_value,
    FieldType.MONEY: lambda text, _: money_value(text),
    FieldType.DATE: lambda text, _: date_value(text),
    FieldType.BOOL: lambda text, _: bool_value(text),
    FieldType.LIST: lambda text, _: list_value(text, text_value),
}
