"""Two fiches that are one actor become one; `undo` of that operation parts them again.

One operation of the journal: the ties of every family and all that names the joined fiche move to
the kept one, its empty values are filled, its lists united, the joined fiche goes, and the answer
is kept for the next imports. What finds no place is said, never dropped in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from actors_graph.access.views import View
from actors_graph.changes.by_hand.fiche_words import fact_words, shown_fact
from actors_graph.changes.rows import deleted, stored_rows, updated
from actors_graph.changes.same_actor.answers import (
    PART_OF,
    SAME,
    answer_changes,
    identifier_changes,
)
from actors_graph.changes.same_actor.joining import IDENTIFIERS, joined, names_only, same_text
from actors_graph.changes.same_actor.moving import moves
from actors_graph.changes.undoing.referrers import referring
from actors_graph.errors import InputError, NotAllowedError
from actors_graph.model import TABLES, ChangeSet
from actors_graph.model.kinds import ActorKind
from actors_graph.words import count, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from actors_graph.access.session import Session
    from actors_graph.changes.same_actor.answers import Identifier
    from actors_graph.changes.same_actor.joining import Joined, Lost
    from actors_graph.changes.same_actor.moving import Moves
    from actors_graph.model import Change, Receipt, Row, Value

MERGE: Final = "merge"
ATTACH: Final = "attach"

# Keys of the details of an operation of merge: pairs of ids, one after the other. Never those of
# actors, which may hold a name: what is erased leaves the values of an operation, not its line.
RENAMED: Final = "renamed"
ABSORBED: Final = "absorbed"


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did.

    Attributes:
        operation: its number in the journal, which `undo` takes back.
        kept: the actor that stays.
        dropped: the one that went.
        names: of the kept one as it is now, of the other as it was.
        moved: rows that now name the kept one, by table.
        collapsed: rows left out because another says the same, by table.
        between: ties between the two, left out, by table.
        filled: fields of the kept one that were completed.
        lost: what the joined fiche said that finds no place.
    """

    operation: str
    kept: str
    dropped: str
    names: tuple[str, str]
    moved: dict[str, int]
    collapsed: dict[str, int]
    between: dict[str, int]
    filled: tuple[str, ...]
    lost: tuple[Lost, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "operation": self.operation,
            "kept": self.kept,
            "dropped": self.dropped,
            "moved": self.moved,
            "collapsed": self.collapsed,
            "between": self.between,
            "filled": list(self.filled),
            "lost": [{"field": one.field, "kept": one.kept, "lost": one.lost} for one in self.lost],
        }

    def sentences(self) -> tuple[str, ...]:
        """What was done, then what finds no place, in French."""
        kept, dropped = self.names
        moved = sum(self.moved.values())
        both = f"{quoted(dropped)} et {quoted(kept)} ne font plus qu’une fiche."
        if same_text(kept, dropped):
            both = f"Les deux fiches {quoted(kept)} n’en font plus qu’une."
        said = [both]
        if moved:
            been = "ont été reprises" if moved > 1 else "a été reprise"
            said.append(f"{count(moved, 'ligne')} (liens, contacts, suites…) {been}.")
        said += [
            f"Valeur laissée : {fact_words(one.field)} "
            f"{quoted(shown_fact(one.field, one.lost))}{_kept_instead(one)}."
            for one in self.lost
        ]
        return tuple(said)


def merge(session: Session, *, keep: str, drop: str, why: str = "") -> MergeReport:
    """Join the fiche `drop` to the fiche `keep`, in one operation.

    Cost: one read of the tables that may name an actor, then O(their rows).

    Raises:
        InputError: one does not exist, both are the same, or one is an élu and the other not.
        NotAllowedError: the role may not write, or does not see everything.
        ConflictError: somebody wrote the same rows meanwhile.
    """
    require_whole_view(session)
    tables = session.tables(_tables())
    actors = _Actors(tables["actors"])
    kept, dropped = actors.row(keep), actors.row(drop)
    _check_kinds(kept, dropped)
    found = moves(tables, keep=keep, drop=drop)
    result = joined(kept, dropped, part_of=actors.above_both(kept, dropped))
    result = replace(result, lost=tuple(map(actors.named, result.lost)))
    changes = [*found.changes, *_ends(kept, dropped, result)]
    on, by = session.today.isoformat(), session.user.name
    changes += answer_changes(session, {(keep, drop): f"{SAME}{keep}"}, by=by, on=on, why=why)
    lost = _lost_identifiers(kept | result.values, dropped)
    changes += identifier_changes(session, lost, kept=keep, by=by, on=on)
    receipt = session.apply(
        ChangeSet(
            tuple(changes),
            action=MERGE,
            at=session.now(),
            by=by,
            reason=why,
            details={RENAMED: found.renamed, ABSORBED: found.absorbed},
        )
    )
    return _report(receipt, kept, dropped, found=found, result=result)


def merged_pair(changes: Sequence[Change]) -> tuple[str, str] | None:
    """Return the actor kept and the one joined to it by an operation of merge.

    None when the operation is no merge, or when an erasure left nothing of it.
    """
    answers = (str((change.after or {}).get("answer") or "") for change in changes)
    kept = next((one.removeprefix(SAME) for one in answers if one.startswith(SAME)), "")
    gone = (one.id for one in changes if one.table == "actors" and one.after is None)
    dropped = next(gone, "")
    return (kept, dropped) if kept and dropped else None


def attach(session: Session, *, service: str, to: str, why: str = "") -> Receipt:
    """Say that an actor is a service of another, and keep that answer about the pair.

    Raises:
        InputError: one does not exist, the service is of another already, or holds the other.
        NotAllowedError: the role may not write.
    """
    require_whole_view(session)
    actors = _Actors(session.tables(["actors"])["actors"])
    row, _ = actors.row(service), actors.row(to)
    name = quoted(str(row["name"]))
    if service == to or service in actors.above(to):
        raise InputError(
            f"{name} finirait par se contenir lui-même.", remedy="Rattachez l’autre à celui-ci."
        )
    if row.get("part_of") not in (None, to):
        other = quoted(actors.name(str(row["part_of"])))
        raise InputError(
            f"{name} est déjà rattaché à {other}.", remedy="Corrigez d’abord sa fiche."
        )
    by, on = session.user.name, session.today.isoformat()
    changes = answer_changes(session, {(service, to): f"{PART_OF}{to}"}, by=by, on=on, why=why)
    change = updated(TABLES["actors"], row, {"part_of": to})
    return session.apply(
        ChangeSet(
            (*((change,) if change else ()), *changes),
            action=ATTACH,
            at=session.now(),
            by=by,
            reason=why,
        )
    )


def require_whole_view(session: Session) -> None:
    """Refuse a session that does not see everything: what it hides would be left behind.

    Raises:
        NotAllowedError: the view is the public one.
    """
    if session.view is not View.FULL:
        raise NotAllowedError("Une vue publique des données ne permet pas de les modifier.")


def require_actors(known: Collection[str], actors: Iterable[str]) -> None:
    """Refuse an actor that is not, or no longer, among those known.

    Raises:
        InputError: names it.
    """
    for actor in actors:
        if actor not in known:
            raise InputError(
                f"L’acteur {quoted(actor)} n’existe pas, ou n’existe plus.",
                remedy="Relisez la liste.",
            )


class _Actors:
    """The actors of the store, and which of them hold which."""

    def __init__(self, rows: pa.Table) -> None:
        self._rows = rows
        ids = rows.column("id").to_pylist()
        self._places = dict(zip(ids, range(len(ids)), strict=True))
        self._above = rows.column("part_of")

    def row(self, actor: str) -> dict[str, Value]:
        """Return the whole row of an actor, with its version."""
        require_actors(self._places, [actor])
        return stored_rows(TABLES["actors"], self._rows.slice(self._places[actor], 1))[actor]

    def name(self, actor: str) -> str:
        """Return the name of an actor; its id when it is unknown."""
        return str(self.row(actor)["name"]) if actor in self._places else actor

    def named(self, lost: Lost) -> Lost:
        """Return a loss with the names of actors in place of their ids."""
        if lost.field != "part_of":
            return lost
        kept = self.name(str(lost.kept)) if lost.kept else None
        return replace(lost, kept=kept, lost=self.name(str(lost.lost)))

    def above(self, actor: str) -> list[str]:
        """Return the actors that this one is a service of, from the nearest."""
        found: list[str] = []
        while (place := self._places.get(actor)) is not None:
            parent = self._above[place].as_py()
            if parent is None or parent in found:
                break
            found.append(parent)
            actor = parent
        return found

    def above_both(self, kept: Row, dropped: Row) -> Value:
        """Return what the kept one is a service of once both are one, without a circle."""
        keep, drop = str(kept["id"]), str(dropped["id"])
        if drop in self.above(keep):
            # It takes the place of the one it was below.
            return dropped.get("part_of")
        if keep in self.above(drop):
            return kept.get("part_of")
        return kept.get("part_of") or dropped.get("part_of")


def _tables() -> list[str]:
    return list(dict.fromkeys(["actors", *(table.name for table, _ in referring(["actors"]))]))


def _check_kinds(kept: Row, dropped: Row) -> None:
    if kept["id"] == dropped["id"]:
        raise InputError(
            "Ces deux fiches n’en font déjà qu’une.", remedy="Choisissez-en une autre."
        )
    elus = [row for row in (kept, dropped) if row["kind"] == ActorKind.ELU]
    others = [row for row in (kept, dropped) if row["kind"] != ActorKind.ELU]
    # A name in a cell may be that of an élu: nobody said what it is.
    if elus and others and not names_only(others[0]):
        raise InputError(
            f"{quoted(str(elus[0]['name']))} est un élu et {quoted(str(others[0]['name']))} "
            "n’en est pas un : ces deux fiches ne peuvent pas être réunies.",
            remedy="Corrigez d’abord le type de l’une d’elles.",
        )


def _ends(kept: Row, dropped: Row, result: Joined) -> Iterator[Change]:
    change = updated(TABLES["actors"], kept, result.values)
    if change:
        yield change
    yield deleted(TABLES["actors"], dropped)


def _lost_identifiers(after: Mapping[str, Value], dropped: Row) -> list[Identifier]:
    """Find the identifiers of the joined fiche that the kept one cannot hold."""
    found: list[Identifier] = []
    for name in IDENTIFIERS:
        value = dropped.get(name)
        # The SIREN of an establishment is the beginning of its SIRET, and of many others.
        if value is None or after.get(name) == value or (name == "siren" and dropped.get("siret")):
            continue
        found.append((name, str(value)))
    at_source = [str(dropped[name]) for name in ("source", "reference") if dropped.get(name)]
    if len(at_source) == 2 and at_source != [after.get("source"), after.get("reference")]:
        found.append(("reference", *at_source))
    return found


def _kept_instead(one: Lost) -> str:
    kept = shown_fact(one.field, one.kept)
    return f" (gardé : {quoted(kept)})" if kept else ""


def _report(
    receipt: Receipt, kept: Row, dropped: Row, *, found: Moves, result: Joined
) -> MergeReport:
    return MergeReport(
        operation=str(receipt.seq),
        kept=str(kept["id"]),
        dropped=str(dropped["id"]),
        names=(str({**kept, **result.values}["name"]), str(dropped["name"])),
        moved=found.moved,
        collapsed=found.collapsed,
        between=found.between,
        filled=tuple(name for name in result.values if kept.get(name) in (None, [])),
        lost=result.lost,
    )
