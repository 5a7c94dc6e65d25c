"""Reads the persons of a cell: « Mme Claire DUPONT (présidente), 06 12 34 56 78 »."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from actors_graph.text import clean, fold

_CIVILITY: Final = re.compile(
    r"^(?:m\.?\s*et\s*mme|mmes?|mlles?|mm|mr|m|monsieur|madame|mademoiselle|dr|me|mme?)\b\.?\s*",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"[^@\s,;:()<>]{1,100}@[^@\s,;:()<>]{1,100}\.[^@\s,;()<>]{1,20}")
_PHONE: Final = re.compile(r"(?:\+33|0033|0)\s?(?:\(0\)\s?)?[1-9](?:[\s.\-]?\d\d){4}", re.ASCII)
_SPLIT: Final = re.compile(r"[\n;|/]+|\s+(?:et|&|\+)\s+")
_ASIDE: Final = re.compile(r"\(([^()]*)\)|(?:,|\s[-–—:]\s|:)\s*(.+)$")
_LABEL: Final = re.compile(
    r"^(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mob(?:ile)?|mail|courriel|e-?mail)\b\s*\.?\s*:?\s*$",
    re.IGNORECASE,
)
_PARTICLES: Final = frozenset(["de", "du", "des", "d", "le", "la", "von", "van", "el", "ben"])
_ROLE: Final = re.compile(
    r"\b(?:president|directeur|directrice|tresorier|secretaire|responsable|coordinat|animat|charge"
    r"|referent|adjoint|maire|benevole|gerant|chef|conseill|educat|assistant|accueil|delegue"
    r"|administrat|agent|mediat|infirmier|travailleu|principal|proviseur|vice)"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a cell; empty where the cell does not say."""

    last_name: str
    first_name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


def people(cell: str) -> list[Person]:
    """Return the persons that a cell names, in its order.

    A name all in capitals is the family name; else the last word is. A cell without any name but
    with a phone or an e-mail gives a person without name, whose coordinates are still there.

    >>> people("Mme Claire DUPONT (présidente)")[0].last_name
    'DUPONT'
    """
    found: list[Person] = []
    rest: list[str] = []
    for chunk in map(clean, _SPLIT.split(cell)):
        person = _person(chunk)
        if person is None:
            rest.extend([chunk] if fold(chunk) else [])
        elif not person.last_name and found:
            # « Claire Dupont / 06 12 34 56 78 »: coordinates of the one before.
            before = found.pop()
            found.append(
                Person(
                    before.last_name,
                    before.first_name,
                    _joined(before.role, person.role),
                    _joined(before.phone, person.phone),
                    _joined(before.email, person.email),
                )
            )
        else:
            found.append(person)
    if found and rest:
        # What is no name is kept beside the last person, where somebody will see it.
        found[-1] = replace(found[-1], role=_joined(found[-1].role, *rest))
    return found


def _joined(*parts: str) -> str:
    return " ; ".join(dict.fromkeys(filter(None, parts)))


def name_parts(text: str) -> tuple[str, str]:
    """Return the family name and the first name of a full name.

    >>> name_parts("DE LA TOUR Jean-Marc"), name_parts("Claire Dupont"), name_parts("Dupont")
    (('DE LA TOUR', 'Jean-Marc'), ('Dupont', 'Claire'), ('Dupont', ''))
    """
    words = text.split()
    capitals = [word for word in words if word.isupper() and len(word.strip(".-")) > 1]
    others = [word for word in words if word not in capitals]
    if capitals and others:
        return " ".join(capitals), " ".join(others)
    if len(words) < 2:
        return text, ""
    start = 1
    while start < len(words) - 1 and fold(words[start]) not in _PARTICLES:
        start += 1
    return " ".join(words[start:]), " ".join(words[:start])


def _person(chunk: str) -> Person | None:
    emails = _EMAIL.findall(chunk)
    chunk = _EMAIL.sub(" ", chunk)
    phones = _PHONE.findall(chunk)
    chunk = _PHONE.sub(" ", chunk)
    role = ""
    aside = _ASIDE.search(chunk)
    while aside:
        said = clean(aside.group(1) or aside.group(2) or "")
        before = chunk[: aside.start()].strip()
        if not role and _ROLE.search(fold(before)) and said:
            # « Présidente : Claire Dupont »
            role, chunk = before, said + chunk[aside.end() :]
        else:
            role = _joined(role, "" if _LABEL.match(said) else said)
            chunk = chunk[: aside.start()] + " " + chunk[aside.end() :]
        aside = _ASIDE.search(chunk)
    name = _CIVILITY.sub("", clean(chunk)).strip(" .,;:-–—<>")
    if _LABEL.match(name) or not re.search(r"[^\W\d_]{2}", name):
        name = ""
    last, first = name_parts(name)
    if not (last or emails or phones):
        return None
    return Person(last, first, role.strip(" ,-"), _joined(*phones), _joined(*emails))
