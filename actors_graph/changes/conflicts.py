"""Says in French what two people changed, so that one of them decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

from actors_graph.changes.rows import differs
from actors_graph.errors import Conflict, ConflictError
from actors_graph.model import TABLES, FieldType
from actors_graph.words import count, date_words, listing, money, quoted, when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.access.session import Session
    from actors_graph.model import Table, Value

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


def refuse_changed_since(
    session: Session, table: Table, now: Mapping[str, Value], *, version: int
) -> NoReturn:
    """Raise the conflict of a row that somebody wrote since that version: who, when, what.

    Raises:
        ConflictError: the values before and now of what was written.
    """
    row = str(now["id"])
    seen = now["version"]
    left = seen - version if isinstance(seen, int) else 0
    before: dict[str, Value] = {}
    who: list[str] = []
    for operation in reversed(session.journal(entity=row)):
        made = [
            one
            for one in session.changes(operation.seq)
            if (one.table, one.id) == (table.name, row)
        ]
        if left <= 0 or not made:
            continue
        left -= len(made)
        who.append(f"{operation.by} {when(operation.at[:10])}")
        before |= {name: value for one in made for name, value in (one.before or {}).items()}
    conflicts = tuple(
        Conflict(table.name, row, target.name, before[target.name], now.get(target.name))
        for target in table.hashed
        if target.name in before and differs(before[target.name], now.get(target.name))
    )
    names = {row: str(now.get("name") or now.get("label") or row)}
    by = f" par {listing(list(dict.fromkeys(reversed(who))))}" if who else ""
    lines = "".join(f"\n- {conflict_sentence(one, names)}" for one in conflicts[:SHOWN])
    raise ConflictError(
        f"Cette fiche a été modifiée entre-temps{by} ; rien n’a été écrit.{lines}",
        conflicts=conflicts,
        remedy="Relisez-la, puis recommencez.",
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
