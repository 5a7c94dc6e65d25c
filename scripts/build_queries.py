"""Write the statements of `queries/` that follow from the model, one file a statement.

Cypher takes no label, relationship type or property name as a parameter, so each table has its own
statements; they are rendered here from the declaration of the model, and committed. A test holds
the files to the model: after a change of the model, run

    python scripts/build_queries.py            (--check: only say whether they are up to date)

Rows travel as lists of values in the order of the fields, then the version: half the bytes of maps.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from actors_graph.model import NODES, TABLES, TIES, FieldType

if TYPE_CHECKING:
    from actors_graph.model import Field, Table

FOLDER = Path(__file__).resolve().parents[1] / "queries"
RENDERED = "Rendered from the model by scripts/build_queries.py."
RELATIONS = sorted({field.relation for table in NODES for field in table.fields if field.relation})


class File(NamedTuple):
    """One statement to write: its name without suffix and its whole text."""

    name: str
    text: str


def rendered_files() -> list[File]:
    """Every statement that follows from the model."""
    files: list[File] = []
    for table in NODES:
        files += [*_common(table, f"(n:{table.label})", "n"), _create_nodes(table)]
        files += [_delete_nodes(table), _clear_ties(table), _clear_nodes(table)]
        for field in table.fields:
            if field.relation:
                files += [_link(table, field), _relink(table, field)]
    for table in TIES:
        files += [*_common(table, f"()-[n:{table.label}]->()", "n")]
        files += [_create_ties(table), _ends_of_ties(table), _move_ties(table)]
        files += [_delete_ties(table)]
    return files


def _file(name: str, doc: str, params: str, returns: str, *lines: str) -> File:
    access = (
        "read" if name.startswith("tables/") or name.endswith(("_versions", "_ends")) else "write"
    )
    header = [
        f"// {name}",
        f"// {doc} {RENDERED}",
        f"// access: {access}",
        f"// params: {params}",
        f"// returns: {returns}",
    ]
    return File(name, "\n".join([*header, *lines]) + "\n")


def _common(table: Table, pattern: str, name: str) -> list[File]:
    keyed = pattern.replace(table.label, f"{table.label} {{id: id}}")
    values = _values(table, name)
    constraint = pattern.replace("->", "-")
    return [
        _file(
            f"schema/{table.name}_id",
            f"An id of {table.name} is unique.",
            "none",
            "none",
            f"CREATE CONSTRAINT {table.name}_id IF NOT EXISTS",
            f"FOR {constraint}",
            f"REQUIRE {name}.id IS UNIQUE",
        ),
        # Paged by id along the index: no page holds the whole table in the server's memory.
        _file(
            f"tables/{table.name}",
            f"A page of {table.name}, by id, after one id.",
            "after (str), size (int)",
            "rows (list[list])",
            f"MATCH {pattern}",
            f"WHERE {name}.id > $after",
            f"WITH {name}",
            f"ORDER BY {name}.id",
            "LIMIT $size",
            f"RETURN collect([{values}]) AS rows",
        ),
        _read_some(table, keyed, values),
        _file(
            f"change/{table.name}_versions",
            f"The versions of some {table.name}; absent ids are left out.",
            "ids (list[str])",
            "id (str), version (int)",
            "UNWIND $ids AS id",
            f"MATCH {keyed}",
            f"RETURN {name}.id AS id, {name}.version AS version",
        ),
        _file(
            f"change/{table.name}_update",
            f"Change some fields of {table.name}: rows of id and map of changes.",
            "rows (list[list])",
            "changed (int)",
            "UNWIND $rows AS row",
            f"MATCH {pattern.replace(table.label, f'{table.label} {{id: row[0]}}')}",
            f"SET {name} += row[1],",
            f"    {name}.version = {name}.version + 1",
            "RETURN count(*) AS changed",
        ),
    ]


def _read_some(table: Table, keyed: str, values: str) -> File:
    doc = f"The {table.name} of some ids"
    if not table.is_tie:
        lines = ["UNWIND $ids AS id", f"MATCH {keyed}"]
    else:
        doc = f"The {table.name} that have an end in some ids"
        target = "|".join(_labels(table, table.target))
        lines = [
            "UNWIND $ids AS id",
            "CALL (id) {",
            f"  MATCH (:Actor {{id: id}})-[n:{table.label}]->()",
            "  RETURN n",
            "  UNION",
            f"  MATCH ()-[n:{table.label}]->(:{target} {{id: id}})",
            "  RETURN n",
            "}",
            "WITH DISTINCT n",
        ]
    params, returns = "ids (list[str])", "rows (list[list])"
    last = f"RETURN collect([{values}]) AS rows"
    return _file(f"tables/{table.name}_of", f"{doc}.", params, returns, *lines, last)


def _values(table: Table, name: str) -> str:
    return ", ".join(f"{name}.{column}" for column in (*table.columns, "version"))


def _properties(table: Table) -> str:
    columns = (*table.columns, "version")
    return ", ".join(f"{column}: row[{index}]" for index, column in enumerate(columns))


def _create_nodes(table: Table) -> File:
    return _file(
        f"load/{table.name}",
        f"Create {table.name}.",
        "rows (list[list])",
        "created (int)",
        "UNWIND $rows AS row",
        f"CREATE (:{table.label} {{{_properties(table)}}})",
        "RETURN count(*) AS created",
    )


def _create_ties(table: Table) -> File:
    source = f"row[{table.columns.index(table.source)}]"
    target = f"row[{table.columns.index(table.target)}]"
    return _file(
        f"load/{table.name}",
        f"Create {table.name} between rows that exist.",
        "rows (list[list])",
        "created (int)",
        "UNWIND $rows AS row",
        *_ends(table, source, target),
        f"CREATE (a)-[:{table.label} {{{_properties(table)}}}]->(b)",
        "RETURN count(*) AS created",
    )


def _ends_of_ties(table: Table) -> File:
    return _file(
        f"change/{table.name}_ends",
        f"The two ends of some {table.name}.",
        "ids (list[str])",
        "id (str), source (str), target (str)",
        "UNWIND $ids AS id",
        f"MATCH ()-[n:{table.label} {{id: id}}]->()",
        f"RETURN n.id AS id, n.{table.source} AS source, n.{table.target} AS target",
    )


def _move_ties(table: Table) -> File:
    """An end of a relationship cannot change: it is made again with what it held."""
    return _file(
        f"change/{table.name}_move",
        f"Change fields and ends of {table.name}: rows of id, two ends, map of changes.",
        "rows (list[list])",
        "changed (int)",
        "UNWIND $rows AS row",
        f"MATCH ()-[old:{table.label} {{id: row[0]}}]->()",
        *_ends(table, "row[1]", "row[2]"),
        "WITH row, old, a, b, properties(old) AS kept",
        "DELETE old",
        f"CREATE (a)-[n:{table.label}]->(b)",
        "SET n = kept",
        "SET n += row[3],",
        "    n.version = kept.version + 1",
        "RETURN count(*) AS changed",
    )


def _ends(table: Table, source: str, target: str) -> list[str]:
    # The anonymous count of a meeting comes from the one (:Inhabitants) node, whose id is empty.
    first = "Actor"
    if not table.by_name[table.source].required:
        first, source = "Actor|Inhabitants", f"coalesce({source}, '')"
    second = "|".join(_labels(table, table.target))
    return [f"MATCH (a:{first} {{id: {source}}})", f"MATCH (b:{second} {{id: {target}}})"]


def _labels(table: Table, field: str) -> list[str]:
    return [TABLES[name].label for name in table.by_name[field].refers_to]


def _delete_ties(table: Table) -> File:
    return _file(
        f"change/{table.name}_delete",
        f"Delete some {table.name}.",
        "ids (list[str])",
        "deleted (int)",
        "UNWIND $ids AS id",
        f"MATCH ()-[n:{table.label} {{id: id}}]->()",
        "DELETE n",
        "RETURN count(*) AS deleted",
    )


def _delete_nodes(table: Table) -> File:
    """Ties are not deleted with a node: Neo4j then refuses, and the operation with it."""
    return _file(
        f"change/{table.name}_delete",
        f"Delete some {table.name} and the relationships that stand for references.",
        "ids (list[str])",
        "deleted (int)",
        "UNWIND $ids AS id",
        f"MATCH (n:{table.label} {{id: id}})",
        "CALL (n) {",
        f"  MATCH (n)-[reference:{'|'.join(RELATIONS)}]-()",
        "  DELETE reference",
        "}",
        "DELETE n",
        "RETURN count(*) AS deleted",
    )


def _clear_ties(table: Table) -> File:
    return _file(
        f"load/{table.name}_clear_ties",
        f"Delete all relationships of {table.name}, in batches.",
        "none",
        "none",
        f"MATCH (:{table.label})-[r]->()",
        "CALL (r) {",
        "  DELETE r",
        "} IN TRANSACTIONS OF 10000 ROWS",
    )


def _clear_nodes(table: Table) -> File:
    return _file(
        f"load/{table.name}_clear",
        f"Delete all {table.name}, in batches.",
        "none",
        "none",
        f"MATCH (n:{table.label})",
        "CALL (n) {",
        "  DETACH DELETE n",
        "} IN TRANSACTIONS OF 10000 ROWS",
    )


def _target_id(table: Table, field: Field, name: str) -> str:
    """The id that a reference names; see `model.ids.territory_ref`."""
    is_code = table.name == "actors" and field.name == "commune_code"
    return f"'com:' + {name}" if is_code else name


def _references(table: Table, field: Field) -> list[str]:
    if field.type is FieldType.LIST:
        return [f"UNWIND n.{field.name} AS reference", "WITH DISTINCT n, reference"]
    reference = _target_id(table, field, f"n.{field.name}")
    return [f"WITH n, {reference} AS reference"]


def _link(table: Table, field: Field) -> File:
    target = "|".join(_labels(table, field.name))
    return _file(
        f"change/{table.name}_link_{field.name}",
        f"Draw {field.relation} again from the {field.name} of some {table.name}.",
        "ids (list[str])",
        "none",
        "UNWIND $ids AS id",
        f"MATCH (n:{table.label} {{id: id}})",
        "CALL (n) {",
        f"  MATCH (n)-[old:{field.relation}]->(:{target})",
        "  DELETE old",
        "}",
        *_references(table, field),
        f"MATCH (target:{target} {{id: reference}})",
        f"CREATE (n)-[:{field.relation}]->(target)",
    )


def _relink(table: Table, field: Field) -> File:
    target = "|".join(_labels(table, field.name))
    return _file(
        f"change/{table.name}_relink_{field.name}",
        f"Draw {field.relation} from all {table.name} to rows that have just been created.",
        "ids (list[str])",
        "none",
        f"MATCH (n:{table.label})",
        *_references(table, field),
        "WHERE reference IN $ids",
        f"MATCH (target:{target} {{id: reference}})",
        f"MERGE (n)-[:{field.relation}]->(target)",
    )


def main() -> int:
    """Write the files, or only compare them; the exit code says whether they were up to date."""
    check = "--check" in sys.argv[1:]
    stale = 0
    for file in rendered_files():
        path = FOLDER / f"{file.name}.cypher"
        if path.exists() and path.read_text(encoding="utf-8") == file.text:
            continue
        stale += 1
        print(("à refaire : " if check else "écrit : ") + file.name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
    return int(check and stale > 0)


if __name__ == "__main__":
    raise SystemExit(main())
