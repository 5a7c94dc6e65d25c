"""The model declared once: tables, fields, kinds, change sets, territories.

`TABLES` holds every table by name, nodes before the ties that need them; `FAMILIES` the tie
table of each family.
"""

from __future__ import annotations

from typing import Final

from actors_graph.model.changes import Change, ChangeSet, Counts, Operation, Receipt, Row
from actors_graph.model.fields import LIST_SEPARATOR, Field, FieldType, Table, Value
from actors_graph.model.nodes import NODES
from actors_graph.model.ties import TIES

TABLES: Final[dict[str, Table]] = {table.name: table for table in (*NODES, *TIES)}
FAMILIES: Final[dict[str, Table]] = {str(table.family): table for table in TIES}

# The version of the schema that a store or a backup was written with (MODEL rule 12).
SCHEMA_VERSION: Final = 1

__all__ = [
    "FAMILIES",
    "LIST_SEPARATOR",
    "NODES",
    "SCHEMA_VERSION",
    "TABLES",
    "TIES",
    "Change",
    "ChangeSet",
    "Counts",
    "Field",
    "FieldType",
    "Operation",
    "Receipt",
    "Row",
    "Table",
    "Value",
]
