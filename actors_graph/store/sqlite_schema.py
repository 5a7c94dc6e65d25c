"""The SQLite schema, made from the model: one STRICT table a table, and the journal.

Lists are text joined by LIST_SEPARATOR. Only the ends of ties are foreign keys, checked when the
transaction ends, so that the rows of one operation may come in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import LIST_SEPARATOR, TABLES, FieldType

if TYPE_CHECKING:
    from actors_graph.model import Field, Table, Value

_TYPES: Final = {
    FieldType.TEXT: "TEXT",
    FieldType.DATE: "TEXT",
    FieldType.LIST: "TEXT",
    FieldType.INT: "INTEGER",
    FieldType.BOOL: "INTEGER",
    FieldType.MONEY: "INTEGER",
    FieldType.FLOAT: "REAL",
}

# `store` has one row; writers take their turn on it (MODEL rule 9).
JOURNAL: Final = """
CREATE TABLE store (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  schema_version INTEGER NOT NULL,
  identity_key TEXT NOT NULL,
  as_of TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  notice TEXT NOT NULL DEFAULT '',
  sealed_revision INTEGER NOT NULL DEFAULT 0,
  sealed_hash TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 0,
  stamps TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE operations (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  operation_id TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  digest TEXT NOT NULL,
  chain TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE payloads (
  seq INTEGER PRIMARY KEY REFERENCES operations (seq),
  salt TEXT NOT NULL,
  data BLOB NOT NULL,
  rewritten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE touched (
  entity TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES operations (seq),
  PRIMARY KEY (entity, seq)
) STRICT, WITHOUT ROWID;
"""


def _column(table: Table, field: Field) -> str:
    text = f'"{field.name}" {_TYPES[field.type]}'
    if field.name == "id":
        return f"{text} PRIMARY KEY NOT NULL"
    if field.name in {table.source, table.target} and len(field.refers_to) == 1:
        text += f" REFERENCES {field.refers_to[0]} (id) DEFERRABLE INITIALLY DEFERRED"
    return text


def table_ddl(table: Table) -> str:
    """The CREATE TABLE statement of a table of the model."""
    columns = [_column(table, field) for field in table.fields]
    return f"CREATE TABLE {table.name} ({', '.join(columns)}, version INTEGER NOT NULL) STRICT"


def index_ddl(table: Table) -> list[str]:
    """The indexes on the ends of a tie; none for a node."""
    return [
        f'CREATE INDEX IF NOT EXISTS {table.name}_{end} ON {table.name} ("{end}")'
        for end in (table.source, table.target)
        if end
    ]


def index_names(table: Table) -> list[str]:
    """The names of these indexes."""
    return [f"{table.name}_{end}" for end in (table.source, table.target) if end]


def insert_sql(table: Table) -> str:
    """INSERT of a whole row: the fields in order, then the version."""
    marks = ", ".join("?" * (len(table.columns) + 1))
    return f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 names come from the model


def update_sql(table: Table, names: tuple[str, ...], *, checked: bool) -> str:
    """UPDATE of some fields of one row; `checked` asks for a version too."""
    unknown = set(names) - set(table.columns)
    if unknown:
        message = f"{table.name} has no field {sorted(unknown)}"
        raise KeyError(message)
    sets = ", ".join(f'"{name}" = ?' for name in names)
    where = "id = ? AND version = ?" if checked else "id = ?"
    return f"UPDATE {table.name} SET {sets}, version = version + 1 WHERE {where}"  # noqa: S608 as above


def select_sql(table: Table, *, by_ids: bool) -> str:
    """SELECT of all fields and the version, ordered by id; `by_ids` asks for a JSON list."""
    names = ", ".join(f'"{name}"' for name in (*table.columns, "version"))
    wanted = "(SELECT value FROM json_each(?1))"
    ends = [table.source, table.target] if table.is_tie else ["id"]
    condition = " OR ".join(f'"{end}" IN {wanted}' for end in ends)
    where = f" WHERE {condition}" if by_ids else ""
    return f"SELECT {names} FROM {table.name}{where} ORDER BY id"  # noqa: S608 as above


def quoted_name(name: str) -> str:
    """A name as SQL writes it, whatever is in it: a file of another's may hold any."""
    return '"' + name.replace('"', '""') + '"'


def encode(field: Field, value: Value) -> str | int | float | None:
    """A value as SQLite keeps it."""
    if value in (None, "", []):
        return None
    if isinstance(value, list):
        return LIST_SEPARATOR.join(value)
    return float(value) if field.type is FieldType.FLOAT and isinstance(value, int) else value


def whole_schema() -> str:
    """All statements that make an empty store."""
    statements = [table_ddl(table) for table in TABLES.values()]
    for table in TABLES.values():
        statements.extend(index_ddl(table))
    return JOURNAL + ";\n".join(statements) + ";\n"
