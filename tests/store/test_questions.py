"""Asking a ready-made question: values are typed, unknown and missing ones are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from actors_graph.errors import InputError
from actors_graph.store import statements
from actors_graph.store.questions import ask, question_names

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.store.neo4j_store import Neo4jStore

QUESTION = """// questions/of_a_test
// Une question de test.
// access: read
// params: actor (str), most (int = 5), kinds (list[str] = a,b)
// returns: id (str)
MATCH (n:Actor {id: $actor}) WHERE n.kind IN $kinds RETURN n.id AS id LIMIT $most
"""


class Recorder:
    """A store that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def ask(self, name: str, params: dict[str, Any]) -> list[dict[str, Any]]:
        self.asked.append((name, params))
        return [{"id": "x"}]


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "of_a_test.cypher").write_text(QUESTION, encoding="utf-8")
    monkeypatch.setattr(statements, "_PLACES", (tmp_path,))
    return Recorder()


def test_values_are_typed_as_declared(recorder: Recorder) -> None:
    rows = ask(
        cast("Neo4jStore", recorder), "of_a_test", {"actor": "a'; //", "most": "7"}, on="2026-09-01"
    )

    assert rows == [{"id": "x"}]
    assert recorder.asked == [
        ("questions/of_a_test", {"actor": "a'; //", "most": 7, "kinds": ["a", "b"]})
    ]
    assert question_names() == ("of_a_test",)


@pytest.mark.parametrize(
    ("given", "on"), [({}, "2026-09-01"), ({"on": "2025-01-01"}, "2025-01-01")]
)
def test_the_day_is_that_of_the_data_unless_given(
    recorder: Recorder, tmp_path: Path, given: dict[str, str], on: str
) -> None:
    dated = QUESTION.replace("actor (str)", "actor (str), on (str)").replace(
        "LIMIT", "ORDER BY $on LIMIT"
    )
    dated = dated.replace("of_a_test", "dated")
    (tmp_path / "questions" / "dated.cypher").write_text(dated, encoding="utf-8")

    ask(cast("Neo4jStore", recorder), "dated", {"actor": "a", **given}, on="2026-09-01")
    assert recorder.asked[0][1]["on"] == on


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("autre", {}, "n’existe pas"),
        ("of_a_test", {}, "Il manque la valeur « actor »"),
        ("of_a_test", {"actor": "a", "most": "sept"}, "doit être un nombre"),
        ("of_a_test", {"actor": "a", "ville": "x"}, "ne demande pas « ville »"),
    ],
)
def test_a_wrong_value_is_said(
    recorder: Recorder, name: str, values: dict[str, str], words: str
) -> None:
    with pytest.raises(InputError, match=words):
        ask(cast("Neo4jStore", recorder), name, values, on="2026-09-01")

    assert recorder.asked == []


def test_ties_are_named_as_families_or_as_relationships(recorder: Recorder, tmp_path: Path) -> None:
    text = QUESTION.replace("actor (str)", "actor (str), ties (list[str] = COLLABORATES_WITH)")
    text = text.replace("of_a_test", "tied").replace("LIMIT", "ORDER BY $ties LIMIT")
    (tmp_path / "questions" / "tied.cypher").write_text(text, encoding="utf-8")
    store = cast("Neo4jStore", recorder)

    ask(store, "tied", {"actor": "a", "ties": "adhesion, HOLDS_OFFICE"}, on="2026-09-01")
    ask(store, "tied", {"actor": "a"}, on="2026-09-01")

    found = [params["ties"] for _, params in recorder.asked]
    assert found == [["MEMBER_OF", "HOLDS_OFFICE"], ["COLLABORATES_WITH"]]
    with pytest.raises(InputError, match="« mariage » n’existe pas"):
        ask(store, "tied", {"actor": "a", "ties": "mariage"}, on="2026-09-01")
    assert len(recorder.asked) == 2
