"""Relationships that stand for references: to a commune, a theme, a parent, a structure.

A reference is a property of its row, as in every store; in Neo4j it is drawn as a relationship
too, so that people can walk the graph. The properties are what is read back and hashed; the
relationships follow from them. The two ends may arrive in any order, in one operation or in
several: those of a row that changes are drawn again, and when a row is created, those that were
waiting for it are drawn to it. See docs/decisions/0011-neo4j-relationships.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import NODES
from actors_graph.store.neo4j_driver import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from neo4j import Transaction

    from actors_graph.model import Change, Field, Table

REFERENCES: Final = tuple(
    (table, field) for table in NODES for field in table.fields if field.relation
)
_BATCH_IDS: Final = 10_000


def draw_references(tx: Transaction, changes: Sequence[Change]) -> None:
    """Draw what an operation changed; its rows are written already."""
    created: dict[str, list[str]] = {}
    for change in changes:
        if change.before is None:
            created.setdefault(change.table, []).append(change.id)
    for table, field in REFERENCES:
        draw_from(tx, table, field, _sources(changes, table, field))
        for target in field.refers_to:
            if target in created:
                draw_to(tx, table, field, created[target])


def draw_from(tx: Transaction, table: Table, field: Field, ids: Sequence[str]) -> None:
    """Draw again the relationships of one reference from some rows."""
    for start in range(0, len(ids), _BATCH_IDS):
        part = ids[start : start + _BATCH_IDS]
        run(tx, f"change/{table.name}_link_{field.name}", ids=part).consume()


def draw_to(tx: Transaction, table: Table, field: Field, ids: Sequence[str]) -> None:
    """Draw the relationships of one reference to rows that have just been created.

    Reads the rows of the table once: about 50 ms for 100,000 actors.
    """
    run(tx, f"change/{table.name}_relink_{field.name}", ids=list(ids)).consume()


def _sources(changes: Iterable[Change], table: Table, field: Field) -> list[str]:
    """Rows whose reference is new or may have changed."""
    found = [
        change.id
        for change in changes
        if change.table == table.name
        and change.after is not None
        and (
            field.name in change.after
            if change.before is not None
            else change.after.get(field.name)
        )
    ]
    return list(dict.fromkeys(found))
