"""The places where a column may go, by kind of table: the word of each in `--mapping`."""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES, FieldType
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.model import Table

GRID: Final = "grille"
PAIRS: Final = "paires"
MINUTES: Final = "compte-rendu"

# Kinds that are no file of the model, and the table whose rows they mainly hold.
SHAPED_KINDS: Final = {GRID: "collaborations", PAIRS: "collaborations", MINUTES: ""}

_CONTACT: Final = (
    "contact",
    "contact.nom",
    "contact.prenom",
    "contact.fonction",
    "contact.telephone",
    "contact.courriel",
)
# Cells that hold ties: a list of partners; a mark under an actor, under a committee or a project,
# under the date of a meeting; a list of the networks one is a member of.
_TIES: Final = ("partenaires", "relie", "participe", "presence", "adhere")
_APART: Final = ("remarques", "ignorer")
# Targets that several columns may feed: lists, and shapes of which each column is one.
SEVERAL: Final = frozenset(
    [
        *("themes", "agit_sur", "description", "adresse", "beneficiaire.adresse", "montant"),
        *("resume", "porteur", *_APART, *_CONTACT, *_TIES),
    ]
)
_EXTRA: Final[dict[str, tuple[str, ...]]] = {
    "acteurs": (*_CONTACT, *_TIES),
    GRID: ("nom", "relie", "reference"),
    "contacts": ("contact",),
    "projets": ("porteur", "partenaires"),
    "financements": (
        "financeur.prenom",
        "financeur.siret",
        "beneficiaire.siret",
        "beneficiaire.rna",
        "beneficiaire.commune",
        "beneficiaire.code_insee",
        "beneficiaire.code_postal",
        "beneficiaire.adresse",
    ),
}


def kind_table(kind: str) -> Table | None:
    """Return the table of the model whose rows a kind mainly holds; None for what is no table.

    >>> kind_table("paires").name, kind_table("acteurs").name, kind_table("compte-rendu")
    ('collaborations', 'actors', None)
    """
    name = SHAPED_KINDS.get(kind)
    if name is not None:
        return TABLES.get(name)
    found = (table for table in TABLES.values() if table.file == f"{kind}.csv")
    return next(found, None)


@cache
def kind_words() -> tuple[str, ...]:
    """Words by which a person says what a table is."""
    files = [PurePath(table.file).stem for table in TABLES.values() if table.file]
    return (*files, *SHAPED_KINDS)


def takes_several(target: str, kind: str) -> bool:
    """Whether several columns may feed a target: a list of the model, or a shape of its own."""
    table = kind_table(kind)
    lists = (
        (field.column for field in table.fields if field.type is FieldType.LIST) if table else ()
    )
    return target in SEVERAL or target in lists


@cache
def target_words(kind: str) -> tuple[str, ...]:
    """Words of the possible targets of a kind of table: the columns of the model come first.

    >>> target_words("grille")
    ('nom', 'relie', 'reference', 'remarques', 'ignorer')
    """
    table = kind_table(kind)
    fields = table.fields if table is not None and kind != GRID else ()
    columns = (field.column for field in fields if field.column)
    return tuple(dict.fromkeys([*columns, *_EXTRA.get(kind, ()), *_APART]))


def nearest_target(word: str, kind: str) -> str:
    """Return the target that is written nearly so; empty when none is."""
    known = {fold(target): target for target in target_words(kind)}
    near = difflib.get_close_matches(fold(word), known, n=1)
    return known[near[0]] if near else ""
