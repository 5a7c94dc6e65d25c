"""What an undo leaves behind, and in which state, said before somebody decides and after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from actors_graph.changes.row_words import ROW_NOUNS
from actors_graph.words import capital, count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED: Final = 5


class Stay(StrEnum):
    """In which state a row stays."""

    WHOLE = "entiere"
    """Somebody changed it since, or others name it: as it is today."""
    CORRECTIONS = "corrections"
    """It was there before; only what somebody changed since is kept."""
    NAME_ONLY = "nom_seul"
    """Others name this actor: its name stays, what the operation said of it goes."""
    ABSENT = "absente"
    """Somebody took it away since: it does not come back."""


@dataclass(frozen=True, slots=True)
class Staying:
    """One row that does not go back with the operation; `name` is empty for a tie."""

    table: str
    id: str
    name: str
    state: Stay

    def to_dict(self) -> dict[str, str]:
        """Return the row as plain values."""
        return {"table": self.table, "id": self.id, "name": self.name, "state": str(self.state)}


def staying_sentences(staying: Sequence[Staying], *, done: bool, what: str = "import") -> list[str]:
    r"""Return what stays, one French sentence for each state; none where all goes back.

    Args:
        staying: all the rows that stay.
        done: whether the operation is taken back already, or only would be.
        what: « import » or « opération ».

    >>> staying_sentences([Staying("actors", "a", "Régie", Stay.WHOLE)], done=False)
    ['1\xa0fiche restera telle qu’elle est aujourd’hui : «\xa0Régie\xa0».']
    """
    fiches = {
        state: [row.name or row.id for row in staying if _is_fiche(row) and row.state is state]
        for state in Stay
    }
    said = [_fiches(state, names, done=done, what=what) for state, names in fiches.items() if names]
    others = [row for row in staying if not _is_fiche(row) and row.state is not Stay.ABSENT]
    return said + _others(others, done=done)


def _is_fiche(row: Staying) -> bool:
    return row.table == "actors"


def _fiches(state: Stay, names: Sequence[str], *, done: bool, what: str) -> str:
    n = len(names)
    many = n > 1
    head = count(n, "fiche")
    named = listing([quoted(name) for name in names], limit=_NAMED)
    stays = _verb("reste", n=n, done=done)
    if state is Stay.WHOLE:
        as_now = "telles qu’elles sont" if many else "telle qu’elle est"
        return f"{head} {stays} {as_now} aujourd’hui : {named}."
    if state is Stay.CORRECTIONS:
        return f"{head} {_verb('garde', n=n, done=done)} ce qui y a changé depuis : {named}."
    if state is Stay.ABSENT:
        return f"{head} {stays} {'absentes' if many else 'absente'} : {named}."
    its, it = ("leur", "les") if many else ("son", "la")
    where = "Leur" if many else "Sa"
    gone = "sont partis" if done else "partiront"
    with_it = f"l’{what}"
    return (
        f"{head} {stays}, sous {its} seul nom, parce que d’autres lignes {it} citent : {named}. "
        f"{where} commune, {its} téléphone et tout le reste {gone} avec {with_it}."
    )


def _others(rows: Sequence[Staying], *, done: bool) -> list[str]:
    """Say the rows that are no fiche; territories come from the geography, not from an import."""
    counts = {table: sum(row.table == table for row in rows) for table in ROW_NOUNS}
    counts = {table: n for table, n in counts.items() if n}
    if not counts:
        return []
    total = sum(counts.values())
    said = listing([count(n, ROW_NOUNS[table]) for table, n in counts.items()])
    stays = _verb("reste", n=total, done=done)
    why = "on y a touché depuis, ou d’autres lignes en parlent"
    return [f"{capital(stays)} aussi {said} : {why}."]


def _verb(present: str, *, n: int, done: bool) -> str:
    """Agree a verb in -er: « reste », « restent », « restera », « resteront »."""
    if done:
        return present if n < 2 else f"{present}nt"
    return f"{present}ra" if n < 2 else f"{present}ront"
