"""Says in French what two people changed, so that one of them decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.errors import ConflictError
from actors_graph.model import TABLES, FieldType
from actors_graph.words import count, date_words, money, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access.session import Session
    from actors_graph.errors import Conflict

SHOWN: Final = 20


def refuse_conflicts(session: Session, conflicts: Sequence[Conflict]) -> None:
    """Raise the conflicts, if there are some, as one error that lists them.

    Raises:
        ConflictError: with at most 20 lines in its message, all of them as data.
    """
    if not conflicts:
        return
    names = _names(session)
    lines = [f"- {conflict_sentence(conflict, names)}" for conflict in conflicts[:SHOWN]]
    if len(conflicts) > SHOWN:
        lines.append(f"- … et {len(conflicts) - SHOWN} de plus")
    rows = len({(conflict.table, conflict.id) for conflict in conflicts})
    changed = "a changé" if rows == 1 else "ont changé"
    raise ConflictError(
        f"{count(rows, 'ligne')} {changed} depuis ; rien n’a été annulé :\n" + "\n".join(lines),
        conflicts=tuple(conflicts),
        remedy="\nRelancez avec --keep-later pour garder ces valeurs, "
        "ou --force pour tout annuler quand même.",
    )


def conflict_sentence(conflict: Conflict, names: dict[str, str]) -> str:
    """Return « Acteurs, « Régie » : telephone vaut maintenant « … » au lieu de « … » »."""
    table = TABLES[conflict.table]
    name = names.get(conflict.id, conflict.id)
    if conflict.field == "id":
        state = "existe de nouveau" if conflict.expected is None else "n’existe plus"
        return f"{table.title}, {quoted(name)} : cette ligne {state}."
    column = table.by_name[conflict.field].column or conflict.field
    now = shown_value(conflict, conflict.found)
    was = shown_value(conflict, conflict.expected)
    return f"{table.title}, {quoted(name)} : {column} vaut maintenant {now} au lieu de {was}."


def shown_value(conflict: Conflict, value: object) -> str:
    """Return a value as a reader writes it."""
    if value is None or value == []:
        return "rien"
    kind = TABLES[conflict.table].by_name[conflict.field].type
    if kind is FieldType.MONEY and isinstance(value, int):
        return money(value)
    if kind is FieldType.DATE:
        return quoted(date_words(str(value)))
    return quoted(" | ".join(value) if isinstance(value, list) else str(value))


def _names(session: Session) -> dict[str, str]:
    actors = session.tables(["actors"])["actors"]
    return dict(
        zip(actors.column("id").to_pylist(), actors.column("name").to_pylist(), strict=True)
    )
