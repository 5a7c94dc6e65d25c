from __future__ import annotations

import pytest

from actors_graph.store.statements import (
    Declared,
    StatementError,
    load_query,
    parse_statement,
    queries_folder,
    statement_names,
)

GOOD = """// questions/partners
// Les partenaires d’un acteur.
// access: read
// params: actor (str), limit (int = 100)
// returns: id (str)
MATCH (:Actor {id: $actor})-[:COLLABORATES_WITH]-(other:Actor)
RETURN other.id AS id
LIMIT $limit
"""
ALL = statement_names("")


@pytest.mark.parametrize("name", ALL)
def test_every_file_holds_its_header(name: str) -> None:
    assert load_query(name).name == name


def test_files_are_only_statements() -> None:
    strangers = [p.name for p in queries_folder().rglob("*.*") if p.suffix != ".cypher"]

    assert not strangers


def test_header_becomes_fields() -> None:
    statement = parse_statement(GOOD, name="questions/partners")

    assert statement.doc == "Les partenaires d’un acteur."
    assert not statement.writes
    assert statement.params == (Declared("actor", "str"), Declared("limit", "int", "100"))
    assert statement.returns == (Declared("id", "str"),)
    assert statement.text.startswith("MATCH (:Actor")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("// questions/partners", "// questions/others", "en-tête"),
        ("// access: read\n", "", "en-tête"),
        ("acteur.\n", "acteur\n", "en-tête"),
        ("actor (str), ", "", "non déclarés : actor"),
        ("actor (str)", "actor (str), kind (str)", "inutilisés : kind"),
        ("actor (str)", "actor (text)", "illisible : actor"),
        ("RETURN", "SET other.name = 'x'\nRETURN", "elle écrit"),
        ("RETURN", "detach delete other\nRETURN", "elle écrit"),
        ("LIMIT $limit", "LIMIT $limit;", "une seule instruction"),
    ],
)
def test_faulty_file_is_refused(before: str, after: str, reason: str) -> None:
    assert before in GOOD

    with pytest.raises(StatementError, match=reason):
        parse_statement(GOOD.replace(before, after), name="questions/partners")


@pytest.mark.parametrize(
    "decoy",
    ["'$word; SET'", '"$word \\" SET"', "`$word SET`", "1 // $word SET;", "1 /* $word\nSET */"],
)
def test_strings_and_comments_are_masked(decoy: str) -> None:
    source = GOOD.replace("other.id AS id", f"other.id AS id, {decoy}")

    assert parse_statement(source, name="questions/partners").text


def test_absent_file_is_refused() -> None:
    with pytest.raises(StatementError, match="questions/nothing"):
        load_query("questions/nothing")
