"""What a field and a table are: the vocabulary in which MODEL.md is declared.

From these declarations come the SQLite schema, the Neo4j constraints and queries, the Arrow
schemas, the import columns, the templates and the data dictionary. Nothing else lists columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa

if TYPE_CHECKING:
    from enum import StrEnum

    from actors_graph.model.kinds import Family

# A list is stored as one text whose items are joined by this character: `clean` removes control
# characters from user text, so it can never be part of an item.
LIST_SEPARATOR: Final = "\x1f"


class FieldType(Enum):
    """The types of MODEL.md and their Arrow type."""

    TEXT = "text"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    DATE = "date"
    MONEY = "money"
    LIST = "list"

    @property
    def arrow(self) -> pa.DataType:
        """Arrow type of a column of this field: dates are text, money is integer cents."""
        return _ARROW[self]


_ARROW: Final[dict[FieldType, pa.DataType]] = {
    FieldType.TEXT: pa.string(),
    FieldType.INT: pa.int64(),
    FieldType.FLOAT: pa.float64(),
    FieldType.BOOL: pa.bool_(),
    FieldType.DATE: pa.string(),
    FieldType.MONEY: pa.int64(),
    FieldType.LIST: pa.list_(pa.string()),
}

# What a field may hold in Python; lists hold text.
Value: TypeAlias = str | int | float | bool | list[str] | None

# Named here because `type` is a field below.
EnumClass: TypeAlias = "type[StrEnum]"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table.

    `column` is its French name in a file (empty: never read from a file), `values` the closed
    list it takes, `refers_to` the tables in which its value is an id, `relation` the type of the
    relationship that such a reference becomes in Neo4j, `limits` the inclusive range of a number.
    """

    name: str
    type: FieldType = FieldType.TEXT
    column: str = ""
    required: bool = False
    personal: bool = False
    internal: bool = False
    derived: bool = False
    values: EnumClass | None = None
    refers_to: tuple[str, ...] = ()
    relation: str = ""
    limits: tuple[int, int] | None = None
    synonyms: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True)
class Table:
    """One table: a kind of node, or a kind of tie when `family` is set.

    `label` is the Neo4j label of a node or the relationship type of a tie; `source` and `target`
    name the fields that hold the two ends of a tie; `identity` the fields that make its id where
    no id is given (MODEL rule 1); `undirected` ties keep their ends in sorted order.
    """

    name: str
    label: str
    file: str
    title: str
    fields: tuple[Field, ...]
    family: Family | None = None
    source: str = ""
    target: str = ""
    identity: tuple[str, ...] = ()
    undirected: bool = False

    @property
    def is_tie(self) -> bool:
        """Whether rows are ties between two nodes."""
        return self.family is not None

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Fields by their English name, in the order of declaration."""
        return {field.name: field for field in self.fields}

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of all stored fields, in the order of declaration."""
        return tuple(field.name for field in self.fields)

    @cached_property
    def hashed(self) -> tuple[Field, ...]:
        """The fields that the canonical hash covers: all but the derived ones (MODEL rule 4)."""
        return tuple(field for field in self.fields if not field.derived)

    @cached_property
    def arrow_schema(self) -> pa.Schema:
        """Arrow schema of the table as a store returns it: the fields, then `version`."""
        columns = [pa.field(field.name, field.type.arrow) for field in self.fields]
        return pa.schema([*columns, pa.field("version", pa.int64())])
