"""One row created or corrected by hand, with the checks of an import.

A correction carries the version of the row that the person was reading: if somebody else wrote it
meanwhile, the store refuses and the person is shown both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.checks import ELU_DROPPED
from actors_graph.changes.known import Known
from actors_graph.changes.readers import reader_of
from actors_graph.changes.rows import created, updated
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import ChangeSet
from actors_graph.model.ids import row_id, territory_ref
from actors_graph.model.kinds import ActorKind
from actors_graph.sources import Problem, Severity
from actors_graph.text import clean
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.access.session import Session
    from actors_graph.model import Change, Field, Receipt, Row, Table, Value

ACTION: Final = "edit"


@dataclass(frozen=True, slots=True)
class EditReport:
    """What a form wrote: the receipt (None when nothing changed), the id, what there is to say."""

    id: str
    receipt: Receipt | None
    problems: tuple[Problem, ...] = ()


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

    Args:
        session: opened by somebody who may write.
        table: where the row is.
        texts: what the person wrote, by field; an empty text empties the field.
        id: the row.
        version: the version of the row that the person was reading.
        reason: why, for the journal.

    Raises:
        InputError: no such row, a wrong value, or an empty required one.
        ConflictError: somebody else wrote the row meanwhile.
    """
    known = Known(session, [table.name])
    before = known.rows(table.name, [id]).get(id)
    if before is None:
        raise InputError(f"La fiche {quoted(id)} n’existe plus.", remedy="Relisez la liste.")
    if before["version"] != version:
        raise ConflictError(
            f"La fiche {quoted(id)} a été modifiée entre-temps ; rien n’a été écrit.",
            remedy="Relisez-la, puis recommencez.",
        )
    after, problems = _typed(table, texts, known)
    _check_whole(table, before | after)
    change = updated(table, before, after)
    return EditReport(id, _applied(session, change, reason=reason), tuple(problems))


def create_row(
    session: Session, table: Table, texts: Mapping[str, str], *, reason: str = ""
) -> EditReport:
    """Create a row from what a person wrote, by field.

    Raises:
        InputError: a wrong value, an empty required one, or an id that exists.
    """
    known = Known(session, [table.name])
    after, problems = _typed(table, texts, known)
    row = {name: value for name, value in after.items() if value is not None}
    row.setdefault("id", row_id(table, row))
    _check_whole(table, row)
    if row["id"] in known.ids(table.name):
        raise InputError(
            f"L’identifiant {quoted(str(row['id']))} existe déjà.",
            remedy="Corrigez la fiche qui le porte, ou donnez-en un autre.",
        )
    change = created(table, row)
    return EditReport(change.id, _applied(session, change, reason=reason), tuple(problems))


def _applied(session: Session, change: Change | None, *, reason: str) -> Receipt | None:
    if change is None:
        return None
    return session.apply(
        ChangeSet((change,), action=ACTION, at=session.now(), by=session.user.name, reason=reason)
    )


def _typed(
    table: Table, texts: Mapping[str, str], known: Known
) -> tuple[dict[str, Value], list[Problem]]:
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    elsewhere: list[tuple[str, Value]] = []
    for name, written in texts.items():
        target = table.by_name[name]
        text = clean(written)
        if not text:
            values[name] = None
            continue
        reading = reader_of(target)(text)
        column = target.column or name
        if reading.severity is Severity.REFUSED:
            raise InputError(reading.message, column=column, value=text, remedy=reading.remedy)
        _check_references(table, target, reading.value, known)
        values[name] = reading.value
        elsewhere += reading.also
        if reading.severity:
            problems.append(
                Problem(None, column, text, reading.message, reading.severity, reading.remedy)
            )
    for name, value in elsewhere:
        if name in table.by_name and not values.get(name):
            values[name] = value
    return values, problems


def _check_references(table: Table, target: Field, value: Value, known: Known) -> None:
    if not target.refers_to:
        return
    for item in value if isinstance(value, list) else [str(value)]:
        wanted = territory_ref(table, target.name, item)
        if not any(wanted in known.ids(name) for name in target.refers_to):
            raise InputError(
                "n’est pas dans vos données.",
                column=target.column,
                value=item,
                remedy="Choisissez dans la liste.",
            )


def _check_whole(table: Table, row: Row) -> None:
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
