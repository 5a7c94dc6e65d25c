"""What two records' register numbers say: the same actor, two establishments, or two actors.

Only valid numbers count: « 00000000000000 » and a number with a wrong key are in many rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.matching.records import Doubt, Likeness
from actors_graph.model.register_numbers import is_rna, is_siren, is_siret

if TYPE_CHECKING:
    from actors_graph.matching.records import Records


@dataclass(frozen=True, slots=True)
class Numbers:
    """The valid numbers of a record, empty where there is none.

    Attributes:
        rna: W and 9 characters.
        siren: 9 digits, taken from the SIRET where only that is given.
        siret: 14 digits.
    """

    rna: str = ""
    siren: str = ""
    siret: str = ""

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.rna or self.siren)

    @property
    def keys(self) -> tuple[str, ...]:
        """What a record with a number in common has too."""
        return tuple(filter(None, (self.rna, self.siren)))


NO_NUMBER: Final = Numbers()


def numbers_of(records: Records) -> list[Numbers]:
    """The valid numbers of each record; O(n)."""
    return [_numbers(*row) for row in zip(records.rna, records.siren, records.siret, strict=True)]


def shared_number(a: Numbers, b: Numbers) -> tuple[Likeness, str, Doubt | None] | None:
    """What number two records share, and the doubt that it leaves; None if they share none.

    One SIREN with two SIRET is one owner with two establishments.
    """
    if a.rna and a.rna == b.rna:
        return Likeness.RNA, a.rna, None
    if a.siret and a.siret == b.siret:
        return Likeness.SIRET, a.siret, None
    if a.siren and a.siren == b.siren:
        doubt = Doubt.ESTABLISHMENTS if a.siret and b.siret else None
        return Likeness.SIREN, a.siren, doubt
    return None


def contradicts(a: Numbers, b: Numbers) -> bool:
    """Whether two records have different numbers in one register."""
    return any(x and y and x != y for x, y in ((a.rna, b.rna), (a.siren, b.siren)))


def _numbers(rna: str, siren: str, siret: str) -> Numbers:
    if not (rna or siren or siret):
        return NO_NUMBER
    siret = siret if is_siret(siret) else ""
    # The SIRET is the more precise of two that disagree.
    return Numbers(
        rna=rna if is_rna(rna) else "",
        siren=siret[:9] or (siren if is_siren(siren) else ""),
        siret=siret,
    )
