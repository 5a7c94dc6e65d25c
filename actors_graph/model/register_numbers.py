"""The numbers that public registers give: which are well formed.

Sources: Luhn (ISO/IEC 7812-1) for SIREN and SIRET, except La Poste (356000000), whose SIRET
digits sum to a multiple of 5; RNA numbers are W and 9 letters or digits.
"""

from __future__ import annotations

import re
from typing import Final

_LA_POSTE: Final = "356000000"
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_RNA: Final = re.compile(r"W[0-9A-Z]{9}", re.ASCII)


def passes_luhn(digits: str) -> bool:
    """Whether a number has a right Luhn checksum.

    >>> passes_luhn("732829320"), passes_luhn("732829321")
    (True, False)
    """
    total = 0
    for position, character in enumerate(reversed(digits)):
        digit = int(character) * (1 + position % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0


def has_right_sum(digits: str) -> bool:
    """Whether the digits of a SIREN or SIRET have the checksum of their register."""
    if passes_luhn(digits):
        return True
    # La Poste has more establishments than its own checksum can tell apart.
    return digits.startswith(_LA_POSTE) and sum(map(int, digits)) % 5 == 0


def is_siren(text: str) -> bool:
    """Whether the text is a valid SIREN: 9 digits, a right checksum, not all zeros.

    >>> is_siren("732829320"), is_siren("732829321"), is_siren("000000000")
    (True, False, False)
    """
    return _is_number(text, length=9)


def is_siret(text: str) -> bool:
    """Whether the text is a valid SIRET: 14 digits, a right checksum, not all zeros.

    >>> is_siret("73282932000074"), is_siret("35600000049837"), is_siret("00000000000000")
    (True, True, False)
    """
    return _is_number(text, length=14)


def is_rna(text: str) -> bool:
    """Whether the text has the form of an RNA number.

    >>> is_rna("W031000123"), is_rna("W9T1002867"), is_rna("031000123")
    (True, True, False)
    """
    return _RNA.fullmatch(text) is not None


def _is_number(text: str, *, length: int) -> bool:
    if len(text) != length or not _DIGITS.fullmatch(text) or not text.strip("0"):
        return False
    return has_right_sum(text)
