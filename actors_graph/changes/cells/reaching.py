"""Reads what one reaches somebody by: phones, e-mail addresses, sites.

A cell often holds two of them, or one of another sort. French numbers are kept in pairs of figures
(« 04 70 12 34 56 »), which no spreadsheet takes for a formula; several stay together. What a cell
says beside (« Mme X, matin ») is left out and said: names of people have their own fields.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from actors_graph.changes.cells.readings import Reading, refused, repaired, warned
from actors_graph.text import fold
from actors_graph.words import listing, quoted

_EXCEL_TEXT: Final = re.compile(r'="(.*)"')
_PREFIX: Final = r"(?:(?:\+|00) ?\d{1,3}[ .-]?(?:\(0\))?|\(0\d\)|)"
_FIGURES: Final = r"\d(?:[ .\-\u00a0\u202f]{0,2}\d){1,13}"
_NUMBER: Final = re.compile(rf"(?<![\d+]){_PREFIX}[ .-]?{_FIGURES}(?!\d)", re.ASCII)
_ONLY_FIGURES: Final = re.compile(r"[\d\s./+()-]+")
_FLOAT_TAIL: Final = re.compile(r"(\d{8,11})[.,]0", re.ASCII)
_EXTENSION: Final = re.compile(r"\W*(?:poste|p\.|ext\.?)\s*(\d{1,5})\b", re.IGNORECASE)
_FRANCE: Final = re.compile(r"(?:\+|00)?330?([1-9]\d{8})", re.ASCII)
_TEN: Final = re.compile(r"0?[1-9]\d{8}", re.ASCII)
# Numbers of overseas départements begin by their own code on both sides of the prefix.
_OVERSEAS: Final = re.compile(r"(?:\+|00)(262|590|594|596)(\d{9})", re.ASCII)
_NOT_FIGURES: Final = re.compile(r"[^\d+]", re.ASCII)
_SHORT: Final = re.compile(r"1\d{1,2}|3\d{3}|11[68]\d{3}|10\d{2}", re.ASCII)
_FOREIGN: Final = re.compile(r"(?:\+|00)[1-9]\d{6,14}", re.ASCII)
_LABEL_WORDS: Final = (
    "tel telephone telephones port portable portables fixe fixes mobile mobiles standard ou et n "
    "no numero t p m"
)
_LABELS: Final = frozenset(_LABEL_WORDS.split())
_PART: Final = r"[^@\s<>,;:()\[\]\"|/]+"
_EMAIL: Final = re.compile(rf"{_PART}@{_PART}\.[^@\s<>,;:()\[\]\"|/.]{{2,}}")
_AT: Final = re.compile(r" *[(\[](?:at|a|arobase)[)\]] *| +(?:at|arobase) +", re.IGNORECASE)
_LOOSE_AT: Final = re.compile(r"\s*@\s*")
_MAILTO: Final = re.compile(r"mailto\s*:\s*", re.IGNORECASE)
_PARTING: Final = re.compile(r"[\s;,|/]+|\bou\b|\bet\b")
_SITE_PARTING: Final = re.compile(r"\s+|[;|]+")
_LOOSE_DOT: Final = re.compile(r" *(\.|://) *")
_SITE: Final = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_LONGEST: Final = 300


def phone_value(text: str) -> Reading:
    """Read one or several phone numbers; French ones are written « 04 70 12 34 56 »."""
    found = _EXCEL_TEXT.fullmatch(text)
    plain = found.group(1) if found else text
    if len(plain) > _LONGEST:
        return warned(text, "est trop long pour un numéro de téléphone.")
    whole = _FLOAT_TAIL.fullmatch(plain)
    plain = whole.group(1) if whole else plain
    if _ONLY_FIGURES.fullmatch(plain):
        together = _in_one_run(_NOT_FIGURES.sub("", plain))
        if together:
            return Reading(together)
    extension = _EXTENSION.search(plain)
    if extension:
        plain = f"{plain[: extension.start()]} {plain[extension.end() :]}"
    written = [number.group() for number in _NUMBER.finditer(plain)]
    read = {number: _number(number) for number in written}
    numbers = list(dict.fromkeys(value for value, _ in read.values() if value))
    rest = plain
    for number, (value, _) in read.items():
        rest = rest.replace(number, " ", 1) if value else rest
    if extension and len(numbers) == 1:
        numbers[0] = f"{numbers[0]} poste {extension.group(1)}"
    reasons = {reason for _, reason in read.values() if reason}
    return _phones(text, numbers, rest=rest, reasons=reasons)


def _in_one_run(digits: str) -> str:
    """One or two numbers of ten figures, however they are parted; empty for anything else."""
    if len(digits) not in {10, 20}:
        return ""
    numbers = [digits[start : start + 10] for start in range(0, len(digits), 10)]
    whole = all(number[0] == "0" != number[1] for number in numbers)
    return " / ".join(map(_pairs, numbers)) if whole else ""


def _phones(text: str, numbers: list[str], *, rest: str, reasons: set[str]) -> Reading:
    if not numbers:
        return warned(text, "n’a pas la forme d’un numéro de téléphone.")
    value = " / ".join(numbers)
    if any(character.isdigit() for character in rest):
        # A second number that cannot be read: nothing of the cell may be lost.
        return warned(text, "contient un numéro qui n’a pas dix chiffres.", "Écrivez-le en entier.")
    words = [word for word in fold(rest).split() if word not in _LABELS]
    if words:
        return repaired(value, f"lu {value} ; le reste de la cellule n’est pas gardé.")
    if reasons:
        return repaired(value, f"lu {value}{min(reasons)}.")
    return Reading(value)


def _number(written: str) -> tuple[str, str]:
    """A number as it is kept, and what was mended; both may be empty."""
    bare = _NOT_FIGURES.sub("", written)
    overseas = _OVERSEAS.fullmatch(bare)
    if overseas:
        return _pairs(f"0{overseas.group(2)}"), ""
    french = _FRANCE.fullmatch(bare)
    if french:
        lost = "" if bare[0] in "+0" else " (33 est l’indicatif de la France)"
        return _pairs(f"0{french.group(1)}"), lost
    if _TEN.fullmatch(bare):
        lost = "" if len(bare) == 10 else " (le zéro s’était perdu)"
        return _pairs(bare.zfill(10)), lost
    if _FOREIGN.fullmatch(bare) and not bare.startswith(("+33", "0033")):
        return written.strip(), ""
    return (bare if _SHORT.fullmatch(bare) else ""), ""


def _pairs(digits: str) -> str:
    return " ".join(digits[start : start + 2] for start in range(0, 10, 2))


def email_value(text: str) -> Reading:
    """Read one or several e-mail addresses, in lower case; another form is kept with a warning."""
    if len(text) > _LONGEST:
        return warned(text, "est trop long pour une adresse de courriel.")
    if text.isascii() and _EMAIL.fullmatch(text):
        return Reading(text.strip(".").lower())
    return _loose_emails(text)


def _loose_emails(text: str) -> Reading:
    """Read a cell that is not one plain address."""
    plain = _MAILTO.sub("", text)
    joined = _LOOSE_AT.sub("@", _AT.sub("@", plain))
    found = [address.strip(".").lower() for address in _EMAIL.findall(joined)]
    if not found:
        return warned(text, "n’a pas la forme d’une adresse de courriel.")
    value = ", ".join(dict.fromkeys(found))
    rest = _EMAIL.sub(" ", joined)
    if "@" in rest or not value.isascii():
        return warned(text, "contient une adresse de courriel incomplète ou accentuée.")
    if joined != plain:
        return repaired(value, f"lu {value}.")
    if [part for part in _PARTING.split(rest) if part.strip(" <>()\"'.:-")]:
        return repaired(value, f"lu {value} ; le reste de la cellule n’est pas gardé.")
    return Reading(value)


def website_value(text: str) -> Reading:
    """Read the address of a site: only the web has sites."""
    email = _EMAIL.fullmatch(_MAILTO.sub("", text)) if len(text) <= _LONGEST else None
    if email:
        also = (("email", email.group().lower()),)
        return repaired(None, "est un courriel, pas un site : gardé comme courriel.", also=also)
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        return warned(text, "n’a pas la forme d’une adresse de site.")
    # « exemple.fr:8080 » parses as the scheme « exemple.fr ».
    if scheme and scheme not in {"http", "https"} and "." not in scheme and _is_scheme(text):
        return refused("n’est pas l’adresse d’un site.", "Une adresse commence par https://.")
    if len(text) > _LONGEST:
        return warned(text, "est trop long pour une adresse de site.")
    return Reading(text) if _SITE.fullmatch(text) else _loose_site(text)


def _is_scheme(text: str) -> bool:
    """Whether the text runs something rather than names a page (« Facebook : Les Amis »)."""
    before, _, after = text.partition(":")
    return bool(after) and not after.startswith(" ") and not before.endswith(" ")


def _loose_site(text: str) -> Reading:
    """Read a cell that is not one plain address."""
    tight = _LOOSE_DOT.sub(r"\1", text)
    if _SITE.fullmatch(tight):
        return repaired(tight, f"lu {tight}.")
    sites = [part for part in _SITE_PARTING.split(text) if _SITE.fullmatch(part.strip(",."))]
    if not sites:
        return warned(text, "n’a pas la forme d’une adresse de site.")
    first, *others = [site.strip(",.") for site in sites]
    left = f" ; {listing([quoted(site) for site in others])} non gardé" if others else ""
    return repaired(first, f"lu {first}{left}.")
