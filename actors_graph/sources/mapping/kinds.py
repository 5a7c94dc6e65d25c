"""What a table is, judged by how many of its columns find a place in each kind."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from actors_graph.sources.columns import placement
from actors_graph.sources.kinds import importable, kind_of
from actors_graph.sources.mapping.guess import assigned
from actors_graph.sources.mapping.targets import GRID, MINUTES, PAIRS
from actors_graph.sources.shapes.names import name_keys
from actors_graph.sources.shapes.slips import SlipIndex
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.sources.mapping.guess import Column
    from actors_graph.sources.mapping.synonyms import Guess
    from actors_graph.sources.raw import RawTable

# Targets without which a table is not of a kind; one of each group.
_REQUIRED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "acteurs": (("nom",),),
    "contacts": (("structure",), ("prenom", "contact"), ("nom", "contact")),
    PAIRS: (("acteur_a",), ("acteur_b",)),
    "financements": (("beneficiaire",), ("montant",)),
    "demandes": (("demandeur",), ("demande",)),
    "adhesions": (("acteur",), ("organisme",)),
    "participations": (("acteur",), ("cible",)),
    "projets": (("nom",), ("etat", "budget", "resume", "porteur", "type", "debut", "comite")),
    "comites": (("nom",), ("niveau", "territoire", "debut")),
    "seances": (("date",), ("titre", "ordre_du_jour", "comite", "lieu", "decisions")),
    "suites": (("quoi",), ("qui", "echeance", "etat")),
    "themes": (("libelle",), ("parent", "synonymes")),
    "territoires": (("nom",), ("code",), ("population",)),
}
# Words of the name of a file or sheet that say what it holds.
_NAMED: Final = {
    "acteurs": "structures structure associations association annuaire acteurs repertoire",
    "contacts": "contacts contact referents interlocuteurs",
    PAIRS: "partenariats partenariat liens relations paires collaborations conventions",
    "financements": "subventions subvention financements aides",
    "demandes": "demandes demande",
    "adhesions": "adhesions adherents",
    "participations": "participations membres composition",
    "projets": "projets projet actions",
    "comites": "comites instances",
    "seances": "seances reunions",
    "suites": "suites taches",
}
# What only a list of actors has: with one of these, any column of names may be their names.
_ACTOR_TARGETS: Final = (
    "commune code_insee code_postal adresse siret siren rna telephone courriel contact contact.nom "
    "partenaires relie"
)
_OF_ACTORS: Final = frozenset(_ACTOR_TARGETS.split())
_OF_MODEL: Final = 0.6
_NAME_BONUS: Final = 0.5
_SOME_LISTED: Final = 0.3
_OFTEN_FILLED: Final = 0.8
_SURE: Final = 0.6
_GRID_COLUMNS: Final = 3
_GRID_SHARE: Final = 0.6
_MINUTES: Final = (
    "compte rendu",
    "personnes presentes",
    "etaient presents",
    "excuse",
    "ordre du jour",
    "reunion du",
    "releve de decisions",
)


def canonical_kind(raw: RawTable) -> str:
    """Return the file of the model that a table is: all required columns, by their own names.

    A sheet of the very name of a file, all of whose columns are its own, is that file too: the
    workbook to fill in has such sheets. Empty when none is, or when several are.
    """
    of_that_name = next((one for one in importable() if kind_of(one) == fold(raw.sheet)), None)
    if of_that_name:
        places = placement(of_that_name, raw.header)
        if places.fields and not places.unplaced and not places.clashes:
            return kind_of(of_that_name)
    words = _title_words(raw)
    scores = {}
    for table in importable():
        found = placement(table, raw.header).fields
        required = {field.name for field in table.fields if field.required and field.column}
        named = kind_of(table) in words
        if is_of_model(raw, found) and not required - found.keys() - {"id"}:
            scores[kind_of(table)] = len(found) + (len(raw.header) if named else 0)
    best = max(scores.values(), default=0)
    winners = [kind for kind, score in scores.items() if score == best]
    return winners[0] if len(winners) == 1 else ""


def is_of_model(raw: RawTable, fields: Mapping[str, Sequence[int]]) -> bool:
    """Whether the columns of a table of the model are most of those of a file.

    A list of structures with « Structure », « Nom » and « Prénom » has all that a file of contacts
    requires, and is none.
    """
    placed = sum(len(positions) for positions in fields.values())
    return bool(placed) and placed >= _OF_MODEL * sum(map(bool, map(str.strip, raw.header)))


def grid_names(raw: RawTable, columns: Sequence[Column]) -> frozenset[str]:
    """Return the folded headers that name rows: those of an actor × actor grid.

    By the name of the row, its acronym, or its number, or but for a slip of the keyboard. Empty
    unless three columns at least, of crosses or levels, do so.
    """
    headers = {fold(column.header) for column in columns if _is_marked(column)} - {""}
    if len(headers) < _GRID_COLUMNS:
        return frozenset()
    for column in columns:
        cells = raw.columns[column.position]
        is_number = column.profile["digits"] > _SURE and not _is_marked(column)
        if column.profile["letters"] > _SURE or is_number:
            rows = {key for cell in cells for key in (*name_keys(cell), fold(cell))}
            both = headers & rows
            slips = SlipIndex(rows) if len(both) >= _GRID_COLUMNS - 1 else SlipIndex(())
            named = frozenset(name for name in headers if name in both or slips.near(name))
            if len(named) >= _GRID_COLUMNS:
                return named
    return frozenset()


def kind_guess(
    raw: RawTable, columns: Sequence[Column], *, names: frozenset[str]
) -> tuple[str, list[Guess]]:
    """Return the kind whose places take most columns, with the place of each; "" when none does."""
    if _is_minutes(raw):
        return MINUTES, assigned(columns, kind=MINUTES, names=names)
    marked = sum(_is_marked(column) for column in columns)
    if names and len(names) >= _GRID_SHARE * marked and not _describes(columns, names):
        found = assigned(columns, kind=GRID, names=names)
        if any(guess.target == "nom" for guess in found):
            return GRID, found
    words = _title_words(raw)
    best: tuple[float, str, list[Guess]] = (0.0, "", [])
    for kind in _REQUIRED:
        found = assigned(columns, kind=kind, names=names)
        score = _score(kind, found, columns)
        if kind == PAIRS and _lists_partners(found, columns):
            score /= 2
        if score and words & set(_NAMED.get(kind, "").split()):
            score += _NAME_BONUS
        if score > best[0]:
            best = (score, kind, found)
    return best[1], best[2]


def _describes(columns: Sequence[Column], names: frozenset[str]) -> bool:
    """Whether a table with a grid also says where its actors are, or how to reach them."""
    targets = {guess.target for guess in assigned(columns, kind="acteurs", names=names)}
    return bool(targets & _OF_ACTORS - {"relie"})


def _lists_partners(found: Sequence[Guess], columns: Sequence[Column]) -> bool:
    """Whether the second ends of pairs are cells that list several, or are often empty."""
    return any(
        column.profile["listed"] > _SOME_LISTED or column.profile.filled < _OFTEN_FILLED
        for guess, column in zip(found, columns, strict=True)
        if guess.target == "acteur_b"
    )


def _score(kind: str, found: Sequence[Guess], columns: Sequence[Column]) -> float:
    targets = {guess.target for guess in found}
    sure = {guess.target for guess in found if guess.confidence >= _SURE}
    required = _REQUIRED[kind]
    whole = all(sure.intersection(group) for group in required)
    # Names under any header are actors, where another column is one of a list of actors.
    if not whole and not (kind == "acteurs" and "nom" in targets and sure & _OF_ACTORS):
        return 0.0
    return sum(
        guess.confidence
        for guess, column in zip(found, columns, strict=True)
        if guess.target != "ignorer" and column.profile.filled
    )


def _is_marked(column: Column) -> bool:
    shares = column.profile
    return not shares.filled or shares["box"] >= 0.5


def _is_minutes(raw: RawTable) -> bool:
    if len(raw.header) > 2:
        return False
    text = fold(" ".join([*raw.header, *(cell for column in raw.columns for cell in column[:200])]))
    return sum(words in text for words in _MINUTES) >= 2


def _title_words(raw: RawTable) -> set[str]:
    return set(fold(f"{PurePath(raw.file).stem} {getattr(raw, 'sheet', '')}").split())
