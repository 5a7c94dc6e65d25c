"""Making a database ours: constraints, the Store node, and what belongs to others left alone.

A database of Neo4j Community is one for all. One that has no Store node is not ours yet: if it
holds other labels, it is refused unless the settings allow it; then those nodes are neither read
nor written. If it holds labels of the model, they are somebody else's and it is refused in any
case. What people add later to a database of ours is theirs to add.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final

from actors_graph.errors import StoreBrokenError, StoreError
from actors_graph.model import NODES, SCHEMA_VERSION, TABLES
from actors_graph.store.neo4j_driver import run

if TYPE_CHECKING:
    from neo4j import Session, Transaction

    from actors_graph.settings import Settings
    from actors_graph.store.neo4j_transactions import Transactions

OWN_LABELS: Final = frozenset(
    {"Store", "Gate", "Inhabitants", "Operation", "Payload", "Touched"}
    | {table.label for table in NODES}
)
_CONSTRAINTS: Final = (
    "store_one",
    "gate_one",
    "inhabitants_id",
    "operations_seq",
    "operations_operation_id",
    "payloads_seq",
    "touched_entity",
    *(f"{name}_id" for name in TABLES),
)


def open_database(transactions: Transactions, settings: Settings) -> int:
    """Check whose database it is, make what is missing; return the version of its schema.

    Raises:
        StoreError: the database holds the data of another program.
        StoreBrokenError: it was written by a later version.
    """
    store = transactions.read(_store_row)
    if store is None:
        labels = transactions.read(_labels)
        _refuse_foreign(labels, allowed=settings.neo4j_allow_foreign)
    with transactions.session() as session:
        _make_constraints(session)
    if store is None:
        key = settings.identity_key or secrets.token_hex(32)
        transactions.commit(lambda tx, _: _make_store(tx, key))
        return SCHEMA_VERSION
    version = int(store["schema_version"])
    if version > SCHEMA_VERSION:
        message = "Ces données ont été écrites par une version plus récente du programme."
        raise StoreBrokenError(message, remedy="Mettez le programme à jour.")
    return version


def _make_constraints(session: Session) -> None:
    """Create the constraints and indexes that are not there."""
    present = {record["name"] for record in run(session, "schema/indexes")}
    for name in _CONSTRAINTS:
        if name not in present:
            run(session, f"schema/{name}").consume()


def _store_row(tx: Transaction) -> dict[str, Any] | None:
    """The properties of the Store node; None in a database that is not ours yet."""
    # Any: properties as the driver gives them.
    record = run(tx, "tables/store").single()
    return None if record is None else dict(record["store"])


def _labels(tx: Transaction) -> set[str]:
    return {record["label"] for record in run(tx, "schema/labels")}


def _make_store(tx: Transaction, identity_key: str) -> None:
    run(tx, "schema/open", schema_version=SCHEMA_VERSION, identity_key=identity_key).consume()


def _refuse_foreign(labels: set[str], *, allowed: bool) -> None:
    mistaken, foreign = sorted(labels & OWN_LABELS), sorted(labels - OWN_LABELS)
    if mistaken:
        raise StoreError(
            "Cette base Neo4j contient des données d’un autre programme sous les mêmes noms "
            f"que les nôtres ({', '.join(mistaken[:5])}).",
            remedy="Utilisez une base vide.",
        )
    if foreign and not allowed:
        raise StoreError(
            f"Cette base Neo4j contient déjà d’autres données ({', '.join(foreign[:5])}).",
            remedy="Utilisez une base vide, ou ACTORS_GRAPH_NEO4J_ALLOW_FOREIGN=oui : elles ne "
            "seront ni lues ni modifiées.",
        )
