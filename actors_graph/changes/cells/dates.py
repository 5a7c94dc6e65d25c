"""Reads dates as people write them: of any precision, in figures or in French words.

The French order is meant (`12/04/2019`, « 12 avril 2019 »); a date in figures whose year has two
digits is read only where one order is possible, by itself or because the other dates of its column
say which (`column_order`). A number of days, as a spreadsheet counts them, is a date only between
2018 and today: other numbers of five digits are more often something else.

A period gives its start to a start, its end to an end, and the other end to the field of the same
row that waits for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.readings import Reading, refused, repaired
from actors_graph.text import fold
from actors_graph.words import date_words, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS: Final = (1800, 2200)
# Of the columns that hold the two ends of a period.
PERIODS: Final = {"starts_on": "ends_on", "created_on": "dissolved_on"}

_ENDS: Final = frozenset(PERIODS.values())
_REMEDY: Final = "Écrivez 2019, 2019-04, 2019-04-12 ou 12/04/2019."
_TIME: Final = re.compile(r"[T ]+(?:à )?\d{1,2}[h:][0-9:.+Zh-]*$", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", re.ASCII)
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_FRENCH: Final = re.compile(r"(?:(\d{1,2}) ?[/.-] ?)?(\d{1,2}) ?[/.-] ?(\d{4})", re.ASCII)
_SPACED: Final = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{4})", re.ASCII)
_SHORT: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2})", re.ASCII)
_SERIAL: Final = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_FLOAT_YEAR: Final = re.compile(r"(\d{4})[.,]0+", re.ASCII)
_WORDS: Final = re.compile(
    r"(?:(?:le )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?"
    r"(\d{1,2})(?:er)? )?([a-z]+) (\d{4}|\d{2})"
)
_SINCE: Final = re.compile(r"(?:depuis|d[eè]s|[aà] partir d[eu]|en) +", re.IGNORECASE)
# What parts the two ends of a period, from the surest mark down.
_PARTING: Final = (
    re.compile(r" +(?:au?|à|jusqu['’]au?) +"),
    re.compile(r" +[-–—] +|[_–—]"),
    re.compile(r" ?/ ?(?=\d{4})", re.ASCII),
    re.compile(r"-(?=\d{4})", re.ASCII),
)
_STILL: Final = frozenset({"en cours", "a ce jour", "aujourd hui", "actuel", "actuellement"})
_FIRST_SERIAL: Final = (date(2018, 1, 1) - date(1899, 12, 30)).days
_MONTHS: Final = (
    ("janvier", "janv", "jan"),
    ("fevrier", "fevr", "fev"),
    ("mars",),
    ("avril", "avr"),
    ("mai",),
    ("juin",),
    ("juillet", "juil", "jul"),
    ("aout",),
    ("septembre", "sept", "sep"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("decembre", "dec"),
)
_MONTH: Final = {word: month for month, words in enumerate(_MONTHS, start=1) for word in words}


class Order(Enum):
    """How the figures of a date with a year of two digits follow each other."""

    DAY_FIRST = "jour mois année"
    MONTH_FIRST = "mois jour année"
    YEAR_FIRST = "année mois jour"


@dataclass(frozen=True, slots=True)
class DateRules:
    """What the place of a date says of it.

    Attributes:
        field: the field that it feeds; a period is only read by the fields of `PERIODS`.
        today: ISO day after which no number is a date; empty = no number is one.
        order: of the figures of its column, where the column tells (`column_order`).
    """

    field: str = ""
    today: str = ""
    order: Order | None = None


def date_value(text: str, rules: DateRules = DateRules()) -> Reading:
    """Read a date of any precision, or an end of a period, as ISO text."""
    reading = _one_date(text, rules)
    if reading is not None:
        return reading
    if rules.field in _ENDS and fold(text) in _STILL:
        return repaired(None, "lu sans date de fin.")
    period = _period(text, rules)
    return period or refused("n’est pas une date.", _REMEDY)


def column_order(cells: Iterable[str]) -> Order | None:
    """Order that all the dates with a short year of a column can have, None unless only one."""
    possible = set(Order)
    found = False
    for cell in cells:
        short = _SHORT.fullmatch(cell.strip())
        if short:
            found = True
            possible &= _orders(short).keys()
    return possible.pop() if found and len(possible) == 1 else None


def _one_date(text: str, rules: DateRules) -> Reading | None:
    """Read a text that is one date; None when it has another form."""
    year = _FLOAT_YEAR.fullmatch(text)
    if year:
        return _said(_calendar(year.group(1)))
    bare = _TIME.sub("", text)
    for form, order in ((_ISO, (1, 2, 3)), (_FRENCH, (3, 2, 1)), (_SPACED, (3, 2, 1))):
        found = form.fullmatch(bare)
        if found:
            return _calendar(*(found.group(at) for at in order))
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _said(_calendar(*compact.groups()))
    short = _SHORT.fullmatch(bare)
    if short:
        return _short_year(short, rules)
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _serial(int(serial.group(1)), rules)
    return _in_words(bare)


def _calendar(year: str, month: str | None = None, day: str | None = None) -> Reading:
    if not YEARS[0] <= int(year) <= YEARS[1]:
        return refused(f"n’est pas une date entre {YEARS[0]} et {YEARS[1]}.", _REMEDY)
    if not month:
        return Reading(f"{int(year):04d}")
    try:
        full = date(int(year), int(month), int(day or 1))
    except ValueError:
        return refused("n’est pas un jour du calendrier.", _REMEDY)
    return Reading(full.isoformat() if day else full.isoformat()[:7])


def _said(reading: Reading) -> Reading:
    """Say what was read, where the writing could be doubted."""
    if not isinstance(reading.value, str):
        return reading
    return repaired(reading.value, f"lu {date_words(reading.value)}.")


def _orders(short: re.Match[str]) -> dict[Order, str]:
    """Days that a date with a year of two digits may be, by the order that gives each."""
    first, mark, middle, last = short.groups()
    figures = {
        Order.DAY_FIRST: (last, middle, first),
        Order.MONTH_FIRST: (last, first, middle),
        Order.YEAR_FIRST: (first, middle, last),
    }
    # With slashes or dots nobody puts the year first.
    kept = (order for order in figures if mark == "-" or order is not Order.YEAR_FIRST)
    found = {order: _calendar(_century(figures[order][0]), *figures[order][1:]) for order in kept}
    return {order: r.value for order, r in found.items() if isinstance(r.value, str)}


def _century(year: str) -> str:
    """Year of two digits in full: 1950 to 2049."""
    return f"20{int(year):02d}" if int(year) < 50 else f"19{int(year):02d}"


def _short_year(short: re.Match[str], rules: DateRules) -> Reading:
    days = _orders(short)
    if rules.order in days:
        return _said(Reading(days[rules.order]))
    if not days:
        return refused("n’est pas un jour du calendrier.", _REMEDY)
    different = sorted(set(days.values()))
    if len(different) == 1:
        return _said(Reading(different[0]))
    readings = " ou ".join(date_words(day) for day in different)
    return refused(f"peut se lire {readings}.", "Écrivez l’année en quatre chiffres.")


def _serial(days: int, rules: DateRules) -> Reading:
    if rules.today and days >= _FIRST_SERIAL:
        day = (date(1899, 12, 30) + timedelta(days=days)).isoformat()
        if day <= rules.today:
            return repaired(day, f"lu {date_words(day)} (le tableur compte les jours).")
    return refused("est un nombre, pas une date.", _REMEDY)


def _in_words(text: str) -> Reading | None:
    """Read « vendredi 12 avril 2019 », « 1er mars 2019 », « avr. 2019 », « 12-avr-19 »."""
    found = _WORDS.fullmatch(fold(text))
    if not found or found.group(2) not in _MONTH:
        return None
    day, word, year = found.groups()
    month = str(_MONTH[word])
    if len(year) == 4:
        return _calendar(year, month, day)
    return _said(_calendar(_century(year), month, day))


def _period(text: str, rules: DateRules) -> Reading | None:
    """Read an end of « 2018-2019 », « du 1er mars au 12 avril 2019 », « depuis 2015 »."""
    since = _SINCE.match(text)
    if since:
        alone = _one_date(text[since.end() :], rules)
        return _said(alone) if alone else None
    bare = re.sub(r"^(?:du|de|d['’]) *", "", text, count=1, flags=re.IGNORECASE)
    for mark in _PARTING:
        parts = mark.split(bare)
        if len(parts) == 2:
            first, last = (_one_date(part.strip(), rules) for part in parts)
            if first and last and isinstance(first.value, str) and isinstance(last.value, str):
                return _end_of(first.value, last.value, rules)
    return None


def _end_of(first: str, last: str, rules: DateRules) -> Reading:
    if last[:4] < first[:4]:
        return refused("finit avant de commencer.", _REMEDY)
    if rules.field in PERIODS:
        message = f"période : début lu {date_words(first)}, fin {date_words(last)}."
        return repaired(first, message, also=((PERIODS[rules.field], last),))
    if rules.field in _ENDS:
        return repaired(last, f"période : fin lue {date_words(last)}.")
    return refused(
        f"est une période, de {quoted(first)} à {quoted(last)}.", "Écrivez une seule date."
    )
