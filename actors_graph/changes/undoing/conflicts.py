"""Says in French what two people changed, so that one of them decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NoReturn

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.changes.by_hand.fiche_words import field_words, shown_fact
from actors_graph.changes.rows import differs
from actors_graph.errors import Conflict, ConflictError
from actors_graph.model import TABLES, FieldType
from actors_graph.model.canonical import rows_of
from actors_graph.model.geography import geography
from actors_graph.words import count, date_words, listing, money, quoted, when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.access.session import Session
    from actors_graph.model import Table, Value

SHOWN: Final = 20
# What a reader calls a row that has no name of its own.
_LABELS: Final = ("name", "label", "title", "what", "last_name")


def refuse_conflicts(session: Session, conflicts: Sequence[Conflict]) -> None:
    """Raise the conflicts, if there are some, as one error that lists them.

    Raises:
        ConflictError: with at most 20 lines in its message, all of them as data.
    """
    if not conflicts:
        return
    names = _names(session)
    conflicts = _named(session, conflicts, names)
    lines = [f"- {conflict_sentence(conflict, names)}" for conflict in conflicts[:SHOWN]]
    if len(conflicts) > SHOWN:
        lines.append(f"- … et {len(conflicts) - SHOWN} de plus")
    rows = len({(conflict.table, conflict.id) for conflict in conflicts})
    changed = "a changé" if rows == 1 else "ont changé"
    raise ConflictError(
        f"{count(rows, 'ligne')} {changed} depuis ; rien n’a été annulé :\n" + "\n".join(lines),
        conflicts=tuple(conflicts),
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
    names = _names(session)
    conflicts = tuple(replace(one, name=row_label(table, now, names)) for one in conflicts)
    by = f" par {listing(list(dict.fromkeys(reversed(who))))}" if who else ""
    lines = "".join(f"\n- {conflict_sentence(one, names)}" for one in conflicts[:SHOWN])
    raise ConflictError(
        f"Cette fiche a été modifiée entre-temps{by} ; rien n’a été écrit.{lines}",
        conflicts=conflicts,
        remedy="Relisez-la, puis recommencez.",
    )


def conflict_sentence(conflict: Conflict, names: Mapping[str, str]) -> str:
    """Return « « Régie », téléphone : « 04 70 … » maintenant, rien avant. »."""
    table = TABLES[conflict.table]
    name = conflict.name or names.get(conflict.id, "")
    title = "" if table.name == "actors" else table.title
    where = ", ".join(part for part in (title, name and quoted(name)) if part) or table.title
    if conflict.field == "id":
        state = "existe de nouveau" if conflict.expected is None else "n’existe plus"
        return f"{where} : cette ligne {state}."
    if conflict.field == "partners_asked_on":
        return f"{where} : {_asked(conflict.found, conflict.expected)}."
    words = field_words(table.name, conflict.field)
    now, was = (_shown(conflict, one, names) for one in (conflict.found, conflict.expected))
    return f"{where}, {words} : {now} maintenant, {was} avant."


def _asked(found: object, expected: object) -> str:
    """Say when the partners of an actor were asked for: a date alone would not say of what."""
    if not found:
        return f"on ne sait plus que ses partenaires ont été demandés {when(str(expected))}"
    before = f" (la fois d’avant, {when(str(expected))})" if expected else ""
    return f"ses partenaires ont été demandés {when(str(found))}{before}"


def _shown(conflict: Conflict, value: object, names: Mapping[str, str]) -> str:
    """Return a value as a reader writes it: the names of what it refers to, dates in words."""
    if value is None or value == []:
        return "rien"
    target = TABLES[conflict.table].by_name[conflict.field]
    if target.type is FieldType.MONEY and isinstance(value, int):
        return money(value)
    if target.type is FieldType.DATE:
        return quoted(date_words(str(value)))
    items = [str(item) for item in value] if isinstance(value, list) else [str(value)]
    if target.refers_to:
        places = geography()
        items = [names.get(item) or places.name(item) or item for item in items]
    elif conflict.table == "actors":
        items = [shown_fact(conflict.field, item) for item in items]
    return listing([quoted(item) for item in items])


def _named(
    session: Session, conflicts: Sequence[Conflict], names: Mapping[str, str]
) -> list[Conflict]:
    """Give the rows the names that a reader knows them by: those of its ends for a tie."""
    known = dict(names)
    for name in dict.fromkeys(one.table for one in conflicts if one.table != "actors"):
        table = TABLES[name]
        wanted = pa.array([one.id for one in conflicts if one.table == name], pa.string())
        rows = session.tables([name])[name]
        rows = rows.filter(pc.is_in(rows.column("id"), value_set=wanted))
        known |= {str(row["id"]): row_label(table, row, names) for row in rows_of(table, rows)}
    return [replace(one, name=known.get(one.id, "")) for one in conflicts]


def row_label(table: Table, row: Mapping[str, Value], names: Mapping[str, str]) -> str:
    """Return what a reader calls a row; a tie by its two ends, nothing where nothing tells."""
    if table.is_tie:
        ends = [str(row[end]) for end in (table.source, table.target) if row.get(end)]
        return " – ".join(names.get(end, end) for end in ends)
    return next((str(row[field]) for field in _LABELS if row.get(field)), "")


def _names(session: Session) -> dict[str, str]:
    actors = session.tables(["actors"])["actors"]
    return dict(
        zip(actors.column("id").to_pylist(), actors.column("name").to_pylist(), strict=True)
    )
