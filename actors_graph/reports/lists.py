"""Lists to take along, as workbooks: whom to ask with whom they work, what to check, whom to call.

The columns to fill in bear the words that the readers of files know: a list that was filled in
at a meeting is dropped on the page as it is. A list that holds the name or number of a person
says that it is internal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.measures.quality import AGE_WORDS, LACK_WORDS
from actors_graph.measures.to_ask import TO_ASK
from actors_graph.model.geography import geography
from actors_graph.model.kind_words import KIND_NOUNS
from actors_graph.model.kinds import ActorKind
from actors_graph.model.titles import in_words
from actors_graph.reports.workbook import Column, Sheet, workbook
from actors_graph.words import capital, date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures.quality import Call, Structure
    from actors_graph.reports.workbook import Cell

INTERNAL: Final = "Document interne : il contient des coordonnées de personnes. Ne le diffusez pas."


@dataclass(frozen=True, slots=True)
class About:
    """What a list is made of: the sentence of its scope, its day (ISO), where it comes from."""

    scope: str
    on: str
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """A structure as a list names it: its id, name, kind (a value of the model), commune."""

    id: str
    name: str
    kind: str
    commune: str


def asking_list(structures: Sequence[Named], about: About) -> bytes:
    """Return the list to bring to a meeting: a line a structure, and room for its partners."""
    columns = (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Partenaires", width=70),
        Column("Id", help="À laisser : c’est ce qui relie la ligne à sa fiche."),
    )
    rows: list[list[Cell]] = [
        [one.name, in_words(one.kind), one.commune, "", one.id] for one in structures
    ]
    notes = (
        "Dans « Partenaires », écrivez leurs noms, séparés par un point-virgule.",
        "Puis déposez ce classeur sur la page « Mes fichiers ».",
    )
    return _list("Qui travaille avec qui ?", columns, rows, about, notes=notes)


def checking_list(structures: Sequence[Structure], about: About) -> bytes:
    """Return the fiches to check, in the order given: what is missing, since when."""
    columns = (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Fiche vérifiée"),
        Column("Ce qui manque", width=50),
        Column("Partenaires notés"),
        Column("Téléphone de la structure"),
        Column("Noté", width=40),
    )
    return _list("Fiches à vérifier", columns, [_to_check(one) for one in structures], about)


def calling_list(calls: Sequence[Call], about: About, *, internal: bool) -> bytes:
    """Return the structures to call, in the order given: the number, whom to ask for, why.

    Args:
        calls: in order.
        about: what the list covers.
        internal: whether the calls were made with the contacts of the store.
    """
    columns = (
        Column("Nom"),
        Column("Commune"),
        Column("Téléphone"),
        Column("Personne à joindre"),
        Column("Pourquoi", width=50),
        Column("Ce qui est dit", width=50),
    )
    rows: list[list[Cell]] = [
        [one.structure.name, _commune(one.structure), one.phone, one.contact, one.why, ""]
        for one in calls
    ]
    notes = (INTERNAL,) if internal else ()
    return _list("Structures à appeler", columns, rows, about, notes=notes)


def _list(
    title: str,
    columns: tuple[Column, ...],
    rows: list[list[Cell]],
    about: About,
    *,
    notes: tuple[str, ...] = (),
) -> bytes:
    sheet = Sheet(
        title,
        columns,
        rows,
        title=title,
        scope=about.scope,
        on=about.on,
        source=about.source,
        notes=notes,
    )
    return workbook([sheet])


def _to_check(one: Structure) -> list[Cell]:
    checked = date_words(one.checked_on) if one.checked_on else AGE_WORDS[one.age]
    lacks = " ; ".join(LACK_WORDS[lack] for lack in sorted(one.lacks))
    known: Cell = one.partners if one.asked or one.partners else TO_ASK
    kind = capital(KIND_NOUNS[ActorKind(one.kind)])
    return [one.name, kind, _commune(one), checked, lacks, known, one.phone, ""]


def _commune(one: Structure) -> str:
    official = geography().name(f"com:{one.commune_code}") if one.commune_code else ""
    return official or one.commune
