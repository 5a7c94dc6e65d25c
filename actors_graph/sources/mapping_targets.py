"""The places where a column may go, by kind of table: the word of each, and its label on a page."""

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

_CONTACT: Final = {
    "contact": "Personne à contacter (nom et prénom)",
    "contact.nom": "Nom de la personne à contacter",
    "contact.prenom": "Prénom de la personne à contacter",
    "contact.fonction": "Fonction de la personne à contacter",
    "contact.telephone": "Téléphone de la personne à contacter",
    "contact.courriel": "Courriel de la personne à contacter",
}
_TIES: Final = {
    "partenaires": "Partenaires, listés dans la cellule",
    "relie": "Lien avec l’acteur nommé par l’en-tête (croix ou niveau)",
    "participe": "Participe à ce que nomme l’en-tête (croix, année ou rôle)",
    "presence": "Présence à la séance que date l’en-tête",
    "adhere": "Organismes dont il est membre",
}
_APART: Final = {
    "remarques": "Remarques : non reprises",
    "ignorer": "Ne pas reprendre",
}
# Targets that several columns may feed: lists, and shapes of which each column is one.
SEVERAL: Final = frozenset(
    [
        *("themes", "agit_sur", "description", "adresse", "beneficiaire.adresse", "montant"),
        *("resume", "remarques", "ignorer", "porteur", *_CONTACT, *_TIES),
    ]
)
_EXTRA: Final[dict[str, dict[str, str]]] = {
    "acteurs": {**_CONTACT, **_TIES},
    GRID: {"nom": "Nom de l’acteur de la ligne", "relie": _TIES["relie"]},
    "contacts": {"contact": _CONTACT["contact"]},
    "projets": {
        "porteur": "Structures qui portent le projet",
        "partenaires": "Structures partenaires du projet",
    },
    "financements": {
        "financeur.prenom": "Prénom de l’élu qui attribue",
        "financeur.siret": "SIRET du financeur",
        "beneficiaire.siret": "SIRET du bénéficiaire",
        "beneficiaire.rna": "RNA du bénéficiaire",
        "beneficiaire.commune": "Commune du bénéficiaire",
        "beneficiaire.code_insee": "Code INSEE de la commune du bénéficiaire",
        "beneficiaire.code_postal": "Code postal du bénéficiaire",
        "beneficiaire.adresse": "Adresse du bénéficiaire",
    },
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


@cache
def target_labels(kind: str) -> dict[str, str]:
    """Return the word of each possible target of a kind of table, and its label on a page.

    >>> target_labels("acteurs")["contact.prenom"]
    'Prénom de la personne à contacter'
    """
    labels: dict[str, str] = {}
    table = kind_table(kind)
    if table is not None and kind != GRID:
        for field in table.fields:
            if field.column:
                labels[field.column] = field.help.rstrip(".") or field.column.replace("_", " ")
    return labels | _EXTRA.get(kind, {}) | _APART


def takes_several(target: str, kind: str) -> bool:
    """Whether several columns may feed a target: a list of the model, or a shape of its own."""
    table = kind_table(kind)
    lists = (
        (field.column for field in table.fields if field.type is FieldType.LIST) if table else ()
    )
    return target in SEVERAL or target in lists


def target_words(kind: str) -> tuple[str, ...]:
    """Words of the possible targets of a kind of table, in the order of the page."""
    return tuple(target_labels(kind))


def nearest_target(word: str, kind: str) -> str:
    """Return the target that is written nearly so; empty when none is."""
    known = {fold(target): target for target in target_words(kind)}
    near = difflib.get_close_matches(fold(word), known, n=1)
    return known[near[0]] if near else ""
