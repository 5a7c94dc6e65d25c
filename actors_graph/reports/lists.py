"""Lists to take along, as workbooks: whom to ask with whom they work.

The columns to fill in bear the words that the readers of files know: a list that was filled in
at a meeting is dropped on the page as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors_graph.reports.workbook import Column, Sheet, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class About:
    """What a list is made of: the sentence of its scope, its day (ISO), where it comes from."""

    scope: str
    on: str
    source: str


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure as a list names it: name, kind in words, commune."""

    name: str
    kind: str
    commune: str


def asking_list(structures: Sequence[Structure], about: About) -> bytes:
    """Return the list to bring to a meeting: a line a structure, and room for its partners."""
    sheet = Sheet(
        "Qui travaille avec qui",
        (Column("Nom"), Column("Type"), Column("Commune"), Column("Partenaires", width=70)),
        [[one.name, one.kind, one.commune, ""] for one in structures],
        title="Qui travaille avec qui ?",
        scope=about.scope,
        on=about.on,
        source=about.source,
        notes=(
            "Dans « Partenaires », écrivez leurs noms, séparés par un point-virgule.",
            "Puis déposez ce classeur sur la page « Mes fichiers ».",
        ),
    )
    return workbook([sheet])
