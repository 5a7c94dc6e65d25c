"""`check`: is the journal whole, do references resolve, did anybody write from outside?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors_graph.model import TABLES, FieldType
from actors_graph.model.canonical import canonical_hash
from actors_graph.model.ids import territory_ref
from actors_graph.store.journal import broken_links

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from actors_graph.store.contract import Store

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was verified: the hash reached, and one French sentence a problem."""

    revision: int
    canonical_hash: str
    operations: int
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check_store(store: Store) -> CheckReport:
    """Verify a store; O(its size)."""
    dump = store.dump()
    reached = canonical_hash(TABLES, dump.tables)
    problems: list[str] = []
    broken = broken_links(dump.operations, dump.payloads)
    if broken:
        problems.append(
            f"Le journal a été modifié à l’opération {broken[0]}. "
            "Restaurez une sauvegarde d’avant, et cherchez qui a accès au fichier."
        )
    info = dump.info
    if info.sealed_revision == dump.revision.number and info.sealed_hash not in ("", reached):
        problems.append(
            "Des données ont été écrites sans passer par le programme depuis la dernière "
            "opération du journal. Comparez avec la dernière sauvegarde."
        )
    problems.extend(_lost_references(dump.tables))
    return CheckReport(dump.revision.number, reached, len(dump.operations), tuple(problems))


def _lost_references(tables: Mapping[str, pa.Table]) -> list[str]:
    found: list[str] = []
    ids = {name: set(rows.column("id").to_pylist()) for name, rows in tables.items()}
    for name, rows in tables.items():
        table = TABLES[name]
        for field in table.fields:
            if not field.refers_to:
                continue
            known = set().union(*(ids[target] for target in field.refers_to))
            values = rows.column(field.name).to_pylist()
            if field.type is FieldType.LIST:
                flat = {item for items in values for item in items or ()}
            else:
                flat = {territory_ref(table, field.name, v) for v in values if v is not None}
            lost = sorted(flat - known)
            if lost:
                shown = ", ".join(lost[:_SHOWN])
                found.append(
                    f"{table.title}, colonne « {field.column} » : ces identifiants ne mènent à "
                    f"rien : {shown}. Importez le fichier qui les contient."
                )
    return found
