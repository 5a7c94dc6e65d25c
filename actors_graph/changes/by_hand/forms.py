"""One row created, corrected or taken away by hand, with the checks of an import.

A correction carries the version of the row that the person was reading: if somebody else wrote it
meanwhile, nothing is written and the person is shown who changed what. A commune is found as an
import finds it; what looks like a known actor is asked before it becomes a second fiche.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.by_hand.form_values import form_values, place_row
from actors_graph.changes.known import Known
from actors_graph.changes.planning.checks import ELU_DROPPED
from actors_graph.changes.planning.hierarchy import looped, stored_parents
from actors_graph.changes.rows import created, deleted, updated
from actors_graph.changes.same_actor.answers import DIFFERENT, answer_changes
from actors_graph.changes.same_actor.merges import require_whole_view
from actors_graph.changes.same_actor.pool import Pool, stored_pool
from actors_graph.changes.undoing.conflicts import refuse_changed_since
from actors_graph.errors import InputError
from actors_graph.matching import same_actor_pairs
from actors_graph.model import TABLES, ChangeSet
from actors_graph.model.ids import row_id
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from actors_graph.access.session import Session
    from actors_graph.changes.planning.questions import Candidate
    from actors_graph.model import Change, Receipt, Row, Table, Value
    from actors_graph.sources import Problem

ACTION: Final = "edit"
# The source of what a person writes.
BY_HAND: Final = "saisie"

_CHECKED_ON: Final = "checked_on"
_ORDERED: Final = (("starts_on", "ends_on"), ("created_on", "dissolved_on"))


@dataclass(frozen=True, slots=True)
class EditReport:
    """What a form wrote.

    Attributes:
        id: of the row.
        receipt: None when nothing was written.
        problems: what was mended or is doubtful, as in the report of an import.
        candidates: known actors that the new one may be; nothing is written until a person says.
    """

    id: str
    receipt: Receipt | None
    problems: tuple[Problem, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def edit_row(
    session: Session,
    table: Table,
    texts: Mapping[str, str],
    *,
    id: str,  # noqa: A002 the word of the model
    version: int,
    reason: str = "",
) -> EditReport:
    """Correct some fields of a row.

    What a person corrects, she has checked today, unless she says another day.

    Args:
        session: opened by somebody who may write.
        table: where the row is.
        texts: what the person wrote, by field; an empty text empties the field.
        id: the row.
        version: the version of the row that the person was reading.
        reason: why, for the journal.

    Raises:
        InputError: no such row, a wrong value, or an empty required one.
        ConflictError: somebody else wrote the row meanwhile: who, when, what.
    """
    require_whole_view(session)
    known = Known(session, [table.name])
    before = known.rows(table.name, [id]).get(id)
    if before is None:
        raise InputError("Cette fiche n’existe plus.", remedy="Relisez la liste.")
    if before["version"] != version:
        refuse_changed_since(session, table, before, version=version)
    after, problems = form_values(table, texts, known)
    others = place_row(session, table, before, after, known=known, problems=problems)
    _check_whole(table, {**before, **after}, known)
    if updated(table, before, after):
        _note_checked(session, table, before, after)
    change = updated(table, before, after)
    changes = [*others, change] if change else []
    return EditReport(id, _applied(session, changes, reason=reason), tuple(problems))


def create_row(
    session: Session, table: Table, texts: Mapping[str, str], *, reason: str = ""
) -> EditReport:
    """Create a row from what a person wrote, by field; its source is « saisie » if she says none.

    An actor is better created by `create_actor`, which asks before making a double.

    Raises:
        InputError: a wrong value, an empty required one, or an id that exists.
    """
    require_whole_view(session)
    known = Known(session, [table.name])
    row, others, problems = _new_row(session, table, texts, known=known)
    if row["id"] in known.ids(table.name):
        raise InputError(
            "Cette ligne existe déjà dans vos données.",
            remedy="Corrigez-la plutôt que d’en ajouter une autre.",
        )
    change = created(table, row)
    receipt = _applied(session, [*others, change], reason=reason)
    return EditReport(change.id, receipt, tuple(problems))


def create_actor(
    session: Session,
    texts: Mapping[str, str],
    *,
    different_from: Collection[str] = (),
    reason: str = "",
) -> EditReport:
    """Create an actor, unless it may be a known one: then the candidates are given back.

    Args:
        session: opened by somebody who may write.
        texts: what the person wrote, by field.
        different_from: the actors of which she says that it is another; kept as answers.
        reason: why, for the journal.

    Raises:
        InputError: a wrong value or an empty required one.
    """
    require_whole_view(session)
    table = TABLES["actors"]
    known = Known(session, [table.name])
    row, others, problems = _new_row(session, table, texts, known=known)
    candidates = [one for one in _lookalikes(row, known) if one.id not in set(different_from)]
    if candidates:
        return EditReport("", None, tuple(problems), tuple(candidates))
    row["id"] = _free_id(str(row["id"]), known.ids(table.name))
    change = created(table, row)
    answers = answer_changes(
        session,
        {(change.id, other): DIFFERENT for other in different_from},
        by=session.user.name,
        on=session.today.isoformat(),
    )
    receipt = _applied(session, [*others, change, *answers], reason=reason)
    return EditReport(change.id, receipt, tuple(problems))


def remove_tie(
    session: Session,
    table: Table,
    *,
    id: str,  # noqa: A002 the word of the model
    version: int,
    reason: str = "",
) -> Receipt:
    """Take away a tie that was noted by mistake; a tie that is over is ended instead.

    Raises:
        InputError: no such tie, or a table of something else.
        ConflictError: somebody else wrote it meanwhile.
    """
    require_whole_view(session)
    if not table.is_tie:
        raise InputError("Seul un lien se retire ainsi.", remedy="Corrigez plutôt la fiche.")
    before = Known(session, [table.name]).rows(table.name, [id]).get(id)
    if before is None:
        raise InputError("Ce lien n’existe plus.", remedy="Relisez la liste.")
    if before["version"] != version:
        refuse_changed_since(session, table, before, version=version)
    return _apply(session, [deleted(table, before)], reason=reason)


def _new_row(
    session: Session, table: Table, texts: Mapping[str, str], *, known: Known
) -> tuple[dict[str, Value], list[Change], list[Problem]]:
    after, problems = form_values(table, texts, known)
    others = place_row(session, table, {}, after, known=known, problems=problems)
    row: dict[str, Value] = {name: value for name, value in after.items() if value is not None}
    if "source" in table.by_name:
        row.setdefault("source", BY_HAND)
    if _CHECKED_ON in table.by_name:
        row.setdefault(_CHECKED_ON, session.today.isoformat())
    if table.undirected and table.source in row and table.target in row:
        ends = sorted((str(row[table.source]), str(row[table.target])))
        row[table.source], row[table.target] = ends
    row.setdefault("id", row_id(table, row))
    _check_whole(table, row, known)
    return row, others, problems


def _note_checked(session: Session, table: Table, before: Row, after: dict[str, Value]) -> None:
    if _CHECKED_ON in table.by_name:
        after.setdefault(_CHECKED_ON, session.today.isoformat())
    if table.name == "actors" and before.get("status") == ActorStatus.STUB:
        # Only a tie named it until now: no status means « actif ».
        after.setdefault("status", None)


def _lookalikes(row: Row, known: Known) -> tuple[Candidate, ...]:
    new = Pool()
    new.add(str(row["id"]), row)
    pool = stored_pool(known)
    return pool.candidates(same_actor_pairs(new.records(), against=pool.records()))


def _free_id(wanted: str, taken: Collection[str]) -> str:
    """Number an id that a namesake has already."""
    n = 2
    free = wanted
    while free in taken:
        free, n = f"{wanted}-{n}", n + 1
    return free


def _applied(session: Session, changes: list[Change], *, reason: str) -> Receipt | None:
    return _apply(session, changes, reason=reason) if changes else None


def _apply(session: Session, changes: list[Change], *, reason: str) -> Receipt:
    return session.apply(
        ChangeSet(
            tuple(changes), action=ACTION, at=session.now(), by=session.user.name, reason=reason
        )
    )


def _check_whole(table: Table, row: Row, known: Known) -> None:
    for target in table.fields:
        if target.required and row.get(target.name) in (None, ""):
            raise InputError(
                "la valeur manque.", column=target.column or target.name, remedy="Complétez-la."
            )
    if table.name == "actors" and row.get("kind") == ActorKind.ELU:
        for name in ELU_DROPPED:
            if row.get(name) is not None:
                raise InputError(
                    "d’un élu, seuls le nom, la fonction et les dates sont gardés.",
                    column=table.by_name[name].column,
                    remedy="Videz ce champ.",
                )
    if table.is_tie and row.get(table.source) == row.get(table.target):
        raise InputError(
            "relie cette ligne à elle-même.",
            column=table.by_name[table.target].column,
            remedy="Choisissez un autre acteur.",
        )
    _check_order(table, row)
    _check_circles(table, row, known)


def _check_order(table: Table, row: Row) -> None:
    for start, end in _ORDERED:
        first, last = row.get(start), row.get(end)
        # ISO texts of the shortest common precision compare as dates do.
        if isinstance(first, str) and isinstance(last, str) and last < first[: len(last)]:
            raise InputError(
                f"la fin précède le début ({first}).",
                column=table.by_name[end].column,
                value=last,
                remedy="Corrigez l’une des deux dates.",
            )


def _check_circles(table: Table, row: Row, known: Known) -> None:
    for target in table.fields:
        value = row.get(target.name)
        if table.name not in target.refers_to or value is None:
            continue
        parents = stored_parents(known, table.name, target.name)
        parents[str(row["id"])] = value if isinstance(value, list) else [str(value)]
        if str(row["id"]) in set(looped(parents)):
            raise InputError(
                f"{quoted(str(row.get('name') or row.get('label') or row['id']))} finirait par se "
                "contenir lui-même.",
                column=target.column,
                remedy="Choisissez-en un autre.",
            )
