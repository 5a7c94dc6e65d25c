"""Reads numbers and amounts in euros, as French people and spreadsheets write them.

Spaces of any kind part thousands, in groups of three only: « 4 500 00 » is not read as 450,000. A
dot or a comma followed by three digits could part thousands or cents: it is refused, unless
another mark in the same text tells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.dates import date_value
from actors_graph.changes.cells.readings import Reading, refused, repaired, warned
from actors_graph.words import money, quoted

if TYPE_CHECKING:
    from actors_graph.model import Field

_SPACE: Final = "[ \t\u00a0\u202f\u2009'’]"
_GROUPED: Final = re.compile(rf"([+-]?\d{{1,3}})((?:{_SPACE}\d{{3}})+)(?!\d)", re.ASCII)
_INTEGER: Final = re.compile(r"[+-]?\d+", re.ASCII)
_WHOLE_FLOAT: Final = re.compile(r"([+-]?\d+)[.,]0+", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
_AMOUNT: Final = re.compile(r"([+-]?\d+)(?:[.,](\d+))?", re.ASCII)
_MARKED: Final = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+", re.ASCII)
_REMARK: Final = re.compile(r"\s*(\([^()]*\)|\b(?:ttc|ht|net)\b)\s*$", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"\s*(k|m)?\s*(€|euros?|eur)$", re.IGNORECASE)
_LEADING: Final = re.compile(r"^(?:€|eur)\s*", re.IGNORECASE)
_THOUSANDS: Final = {"k": 1000, "m": 1_000_000}
_LONGEST: Final = 40
# Spreadsheets write 1014.1 as 1014.0999999999999.
_NOISE: Final = Decimal("0.000001")
_NOISY: Final = 6
_YEARS: Final = (1900, 2200)
_TWO_WAYS: Final = (
    "peut se lire de deux façons (milliers ou centimes).",
    "Écrivez le montant sans séparateur de milliers, par exemple 1014,50.",
)
_NOT_MONEY: Final = (
    "n’est pas un montant en euros.",
    "Écrivez par exemple 1 014,50 ou 1014.5.",
)


def int_value(text: str, field: Field) -> Reading:
    """Read a whole number within the limits of the field; a date counts as its year."""
    bare = _ungrouped(text)
    whole = _WHOLE_FLOAT.fullmatch(bare)
    if whole:
        bare = whole.group(1)
    # int() refuses more than 4,300 digits with an error of its own.
    if not _INTEGER.fullmatch(bare) or len(bare) > 18:
        return _year_of_date(text, field) or refused("n’est pas un nombre entier.", _range(field))
    number = int(bare)
    if not _within(number, field):
        return refused("est hors des valeurs permises.", _range(field))
    return repaired(number, f"lu {number}.") if whole else Reading(number)


def float_value(text: str, field: Field) -> Reading:
    """Read a number with a comma or a dot, within the limits of the field."""
    bare = _ungrouped(text)
    if not _DECIMAL.fullmatch(bare) or len(bare) > _LONGEST:
        return refused("n’est pas un nombre.", _range(field))
    number = float(bare.replace(",", "."))
    if not _within(number, field):
        return refused("est hors des valeurs permises.", _range(field))
    return Reading(number)


def money_value(text: str) -> Reading:
    """Read an amount in euros as whole cents."""
    bare, remarks = _without_remarks(text.strip())
    unit = _CURRENCY.search(bare)
    factor = 1
    if unit:
        bare = bare[: unit.start()]
        factor = _THOUSANDS[unit.group(1).lower()] if unit.group(1) else 1
    bare = _ungrouped(_LEADING.sub("", bare).strip())
    reading = _cents(bare, factor)
    if not isinstance(reading.value, int) or isinstance(reading.value, bool):
        return reading
    if remarks:
        shown = f"lu {money(reading.value)} ; {quoted(remarks)} n’est pas gardé."
        return repaired(reading.value, shown)
    if factor > 1:
        return repaired(reading.value, f"lu {money(reading.value)}.")
    if reading.value < 0:
        return warned(reading.value, "est un montant négatif.")
    return reading


def _ungrouped(text: str) -> str:
    """Join groups of three digits; a text grouped otherwise keeps its spaces, and is no number."""
    found = _GROUPED.match(text)
    if not found:
        return text
    return found.group(1) + re.sub(_SPACE, "", found.group(2)) + text[found.end() :]


def _without_remarks(text: str) -> tuple[str, str]:
    """Part an amount from what follows it: « (pour les 3 saisons) », « TTC »."""
    found = _REMARK.search(text)
    if not found or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()], found.group(1)


def _cents(bare: str, factor: int) -> Reading:
    if "," in bare and "." in bare:
        # Both: the last one is the decimal mark, the other parts the thousands.
        thousands = "." if bare.rindex(",") > bare.rindex(".") else ","
        bare = bare.replace(thousands, "")
    marked = _MARKED.fullmatch(bare)
    if marked:
        bare = bare.replace(marked.group(1), "")
    found = _AMOUNT.fullmatch(bare)
    if not found or len(bare) > _LONGEST or len(found.group(1)) > 13:
        return refused(*_NOT_MONEY)
    whole, decimals = found.group(1), found.group(2) or ""
    if factor == 1 and len(decimals) == 3:
        return refused(*_TWO_WAYS)
    return _whole_cents(Decimal(f"{whole}.{decimals or 0}") * factor, decimals=decimals)


def _whole_cents(euros: Decimal, *, decimals: str) -> Reading:
    cents = (euros * 100).to_integral_value()
    lost = abs(euros * 100 - cents)
    if not lost:
        return Reading(int(cents))
    if len(decimals) >= _NOISY and lost < _NOISE:
        return repaired(int(cents), f"lu {money(int(cents))}.")
    return refused(*_TWO_WAYS)


def _year_of_date(text: str, field: Field) -> Reading | None:
    """Read the year of a date where a year is asked; None where none is, or for another text."""
    if field.limits != _YEARS:
        return None
    reading = date_value(text)
    if isinstance(reading.value, str):
        year = int(reading.value[:4])
        return repaired(year, f"lu {year}.")
    return reading if "période" in reading.message else None


def _within(number: float, field: Field) -> bool:
    return field.limits is None or field.limits[0] <= number <= field.limits[1]


def _range(field: Field) -> str:
    if field.limits is None:
        return ""
    low, high = field.limits
    return f"Un nombre de {low} à {high} est attendu."
