"""Opening a Neo4j store of an older schema: keep a backup, upgrade the records, fill it again.

The same upgraders serve backups and both engines (MODEL rule 12; see `upgrades`).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from actors_graph.errors import StoreBrokenError
from actors_graph.model import SCHEMA_VERSION, TABLES
from actors_graph.store import neo4j_journal as lines
from actors_graph.store.backup import dump_of_records, payload_record, write_records
from actors_graph.store.neo4j_driver import run
from actors_graph.store.upgrades import upgraded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from neo4j import Transaction

    from actors_graph.store.contract import Dump
    from actors_graph.store.upgrades import Records, Upgrader


def upgraded_dump(
    records: Records, *, backups: Path, at: str, upgraders: Mapping[int, Upgrader]
) -> Dump:
    """The content of an older schema as a dump of today's, after keeping it as it was.

    Raises:
        StoreBrokenError: no upgrader leads to today's schema; nothing was changed.
    """
    version = records["manifest"]["schema_version"]
    write_records(records, backups / f"avant-mise-a-jour-v{version}.sauvegarde", at=at)
    try:
        return dump_of_records(upgraded(records, to_version=SCHEMA_VERSION, upgraders=upgraders))
    except (KeyError, ValueError, TypeError) as error:
        raise StoreBrokenError(
            "Ces données ont été écrites par une version ancienne que celle-ci ne sait pas "
            "reprendre.",
            remedy="Ouvrez-les avec l’ancienne version et faites-en une sauvegarde.",
        ) from error


def older_records(tx: Transaction) -> Records:
    """All that the store holds, as the records of a backup of its own schema."""
    store = lines.store_properties(tx)
    info, revision = lines.info_from(store), lines.revision_from(store)
    records: Records = {
        "manifest": {
            "schema_version": info.schema_version,
            "revision": revision.number,
            "stamps": dict(revision.stamps),
            "info": dataclasses.asdict(info),
        },
        "journal/operations.jsonl": [
            dataclasses.asdict(one) for one in lines.read_operations(tx, None)
        ],
        "journal/payloads.jsonl": [payload_record(one) for one in lines.read_payloads(tx)],
        "journal/touched.jsonl": [list(pair) for pair in lines.read_touched(tx)],
    }
    for name, table in TABLES.items():
        query = "tables/raw_ties" if table.is_tie else "tables/raw_nodes"
        rows = run(tx, query, label=table.label)
        records[f"tables/{name}.jsonl"] = [record["row"] for record in rows]
    return records
