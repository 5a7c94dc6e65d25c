"""What is compared, and what a comparison gives.

A pair is a proposal, never a merge: only an equal register number may be taken without asking.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum, StrEnum
from typing import TypeAlias

_Column: TypeAlias = tuple[str, ...]


class Verdict(IntEnum):
    """How sure it is that two records are one actor; the surer, the greater."""

    GREY = 1
    STRICT = 2
    IDENTIFIER = 3


class Likeness(StrEnum):
    """What two records have in common, from the surest down."""

    RNA = "rna"
    SIRET = "siret"
    SIREN = "siren"
    WORDS = "mots"
    ACRONYM = "sigle"
    TRUNCATED = "coupe"
    TYPO = "lettres"
    EXTRA_WORDS = "mots_de_plus"


class Doubt(StrEnum):
    """What speaks against a likeness, and makes of it a question."""

    ESTABLISHMENTS = "etablissements"
    OTHER_NUMBER = "autre_numero"
    OTHER_BODY = "autre_organisme"
    OTHER_KIND = "autre_type"
    OTHER_COMMUNE = "autre_commune"
    NO_COMMUNE = "sans_commune"
    TWO_MEANINGS = "deux_sens"
    PLACE_ALONE = "nom_de_commune"
    NAMESAKES = "homonymes"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records make a pair.

    Attributes:
        likeness: what they share.
        words: what shows it: the number, the acronym (folded), the words of one name alone, as they
            are written there.
        doubt: what made the verdict GREY, None where nothing did.
    """

    likeness: Likeness
    words: tuple[str, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one actor.

    Attributes:
        a: position of the first among the records.
        b: position of the second among the records (greater than `a`), or among those that the
            records were compared with.
        verdict: how sure it is.
        reason: why.
    """

    a: int
    b: int
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True, slots=True)
class Records:
    """Actors to compare, by columns of one length; a column left out is empty everywhere.

    Attributes:
        ids: carried for the caller, never compared.
        names: as written.
        acronyms: as written, empty where none is given.
        communes: INSEE codes of today, empty where unknown.
        siren: 9 digits; a number that is not valid is ignored.
        siret: 14 digits; a number that is not valid is ignored.
        rna: W and 9 characters; a number that is not valid is ignored.
        kinds: values of `ActorKind`, empty where unknown.

    Raises:
        ValueError: a column has another length.
    """

    ids: _Column
    names: _Column
    acronyms: _Column = ()
    communes: _Column = ()
    siren: _Column = ()
    siret: _Column = ()
    rna: _Column = ()
    kinds: _Column = ()

    def __post_init__(self) -> None:
        size = len(self.ids)
        for field in fields(self):
            column = getattr(self, field.name)
            if not column and size:
                object.__setattr__(self, field.name, ("",) * size)
            elif len(column) != size:
                raise ValueError(f"{field.name} has {len(column)} values for {size} records")

    def __len__(self) -> int:
        return len(self.ids)
