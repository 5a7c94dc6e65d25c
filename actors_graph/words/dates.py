"""Dates as a French reader writes them, at the precision that is known.

A date is an ISO text of any precision (`2019`, `2019-04`, `2019-04-12`), as the model keeps it:
« 2019 », « avril 2019 », « 12 avril 2019 ».
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from babel.dates import format_date

from actors_graph.words.numbers import LOCALE

if TYPE_CHECKING:
    from datetime import tzinfo

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def date_words(day: str | date) -> str:
    """Return the date in words, at its own precision.

    Raises:
        ValueError: when the text is not an ISO date.

    >>> date_words("2026-03-01"), date_words("2026-05"), date_words("2019")
    ('1er mars 2026', 'mai 2026', '2019')
    """
    parts = _parts(day)
    if len(parts) == 1:
        return f"{parts[0]:04d}"
    first = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    month = format_date(first, "MMMM y", locale=LOCALE)
    if len(parts) == 2:
        return month
    return f"{'1er' if first.day == 1 else first.day} {month}"


def when(day: str | date) -> str:
    """Return the date as the complement of a verb.

    >>> when("2026-03-01"), when("2026-05"), when("2019")
    ('le 1er mars 2026', 'en mai 2026', 'en 2019')
    """
    return f"{'le' if len(_parts(day)) == 3 else 'en'} {date_words(day)}"


def as_of(day: str | date) -> str:
    """Return the date at which something is described.

    >>> as_of("2026-03-01"), as_of("2026-05")
    ('au 1er mars 2026', 'en mai 2026')
    """
    return f"{'au' if len(_parts(day)) == 3 else 'en'} {date_words(day)}"


def moment(at: str | datetime, *, zone: tzinfo | None = None) -> str:
    """Return a moment: its day and its time on the clock of that zone (default: as it is written).

    Raises:
        ValueError: when the text is not an ISO moment.

    >>> moment("2026-03-01T14:05:00+00:00").replace(chr(0xA0), "_")
    '1er mars 2026 à 14_h_05'
    """
    read = datetime.fromisoformat(at) if isinstance(at, str) else at
    if zone is not None:
        read = read.astimezone(zone)
    return f"{date_words(read.date())} à {read.hour}\xa0h\xa0{read.minute:02d}"


def _parts(day: str | date) -> tuple[int, ...]:
    text = day.isoformat()[:10] if isinstance(day, date) else day
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError(f"not an ISO date: {day!r}")
    return tuple(int(part) for part in found.groups() if part)
