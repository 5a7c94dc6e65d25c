"""The folder `queries/` against the code: rendered from the model, used, and the only Cypher."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import actors_graph
from actors_graph.store.statements import load_query, statement_names

PACKAGE = Path(actors_graph.__file__).parent
ROOT = PACKAGE.parent
DOOR = "store/neo4j_driver.py"
SENDERS = {"run", "execute_query"}


def calls_of_senders(path: Path) -> list[int]:
    """Lines that call a method of the driver which takes the text of a query."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SENDERS
        and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "subprocess")
    ]


def knows_neo4j(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    ]
    return any(name.split(".")[0] == "neo4j" or "neo4j_" in name for name in modules)


def test_rendered_files_follow_the_model() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/build_queries.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == ""
    assert done.returncode == 0


def test_only_one_line_sends_a_text_to_the_driver() -> None:
    senders = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if knows_neo4j(path) and (lines := calls_of_senders(path))
    }

    assert list(senders) == [DOOR]
    assert len(senders[DOOR]) == 1


def test_every_statement_named_in_the_code_exists() -> None:
    """The names that the code composes from tables are covered by the rendered files."""
    known = set(statement_names(""))
    named = {
        node.value
        for path in (PACKAGE / "store").glob("neo4j*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(("schema/", "tables/", "change/", "load/"))
        and not node.value.endswith("/")
    }

    assert named
    assert named <= known


@pytest.mark.parametrize("name", statement_names(""))
def test_lists_of_rows_are_written_in_bulk(name: str) -> None:
    """A write takes its rows in one UNWIND; a text never holds a value."""
    statement = load_query(name)

    takes_rows = any(param.type.startswith("list") for param in statement.params)
    if statement.writes and takes_rows:
        assert "UNWIND $" in statement.text or "IN $ids" in statement.text
