"""Each question on a real Neo4j answers what the measures, or the tables, say: seven territories.

The demonstration, the real territory and five drawn ones, each loaded once.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from drawn_life import life
from question_answers import ANSWERS, Asked
from territory import territory

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.model import TABLES
from actors_graph.settings import Settings
from actors_graph.store.questions import question_names
from actors_graph.store.statements import load_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from actors_graph.access.session import Session

ROOT: Final = Path(__file__).resolve().parents[2]
DEMO: Final = ROOT / "import" / "demo"
REAL_FILES: Final = ("territoires", "acteurs", "mandats", "collaborations")
# Actors of each drawn territory, the families asked about, and the day: one of them partial.
DRAWN: Final = {
    "drawn-60": (60, "collaboration", "2026-09-01"),
    "drawn-75": (75, "collaboration", "2026-08"),
    "drawn-90": (90, "collaboration,financement", "2026-09-01"),
    "drawn-105": (105, "collaboration,adhesion,mandat", "2026-09-01"),
    "drawn-120": (120, "collaboration,financement,adhesion,mandat", "2025"),
}


def drawn(name: str) -> dict[str, pa.Table]:
    actors = DRAWN[name][0]
    return life(territory(actors), seed=actors)


class Reader:
    """The drawn tables, read as a network reads a store."""

    today = date(2026, 9, 1)

    def __init__(self, tables: dict[str, pa.Table]) -> None:
        empty = {name: table.arrow_schema.empty_table() for name, table in TABLES.items()}
        self._tables = empty | tables

    def tables(self, names: Sequence[str]) -> dict[str, pa.Table]:
        return {name: self._tables[name] for name in names}


def imported(files: list[Path], folder: Path, today: date) -> dict[str, pa.Table]:
    settings = Settings(data_dir=folder, cache_dir=folder, today=today)
    with open_session(settings) as session:
        assert import_files(session, files).applied
        return dict(session.tables(list(TABLES)))


@pytest.fixture(
    scope="module", params=["demo", pytest.param("real", marks=pytest.mark.shared), *DRAWN]
)
def asked(
    request: pytest.FixtureRequest,
    neo4j_server: Settings,
    emptied: Callable[[], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Session, Asked]]:
    """One territory in Neo4j, and what is expected of it."""
    folder = tmp_path_factory.mktemp("asked")
    if request.param == "demo":
        day, families = "2026-09-01", "collaboration"
        tables = imported(sorted(DEMO.glob("*.csv")), folder, date(2026, 9, 1))
    elif request.param == "real":
        day, families = "2026-11-24", "adhesion,mandat"
        data: Path = request.getfixturevalue("shared") / "data" / "allier-real"
        files = [data / f"{name}.csv" for name in REAL_FILES]
        tables = imported(files, folder, date(2026, 11, 24))
    else:
        _, families, day = DRAWN[request.param]
        tables = drawn(request.param)
    emptied()
    settings = dataclasses.replace(neo4j_server, data_dir=folder, today=date(2026, 11, 24))
    with open_session(settings) as session:
        session.load(tables, reason="chargement")
        yield session, Asked(Reader(tables), families, day)


@pytest.mark.neo4j
@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_question_answers_what_is_measured(asked: tuple[Session, Asked], name: str) -> None:
    session, territory = asked
    params = {param.name for param in load_query(f"questions/{name}").params}
    common = {"on": territory.on, "ties": territory.ties, "limit": "1000000"}

    for case in ANSWERS[name](territory):
        values = {key: value for key, value in common.items() if key in params} | case.values
        answer = session.ask(name, values)
        columns = case.columns.split()
        found = Counter(tuple(plain(row[column], name) for column in columns) for row in answer)
        assert found == case.rows


@pytest.mark.neo4j
@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("name", ["groups", "hinges", "only_links", "reached_from"])
def test_an_open_search_visits_each_actor_once(neo4j_server: Settings, name: str) -> None:
    """Walking every way instead would not end on a dense territory."""
    from neo4j import GraphDatabase

    server = neo4j_server
    auth = (server.neo4j_user, server.password_for(server.store))
    statement = load_query(f"questions/{name}")
    params = dict.fromkeys((param.name for param in statement.params), "x") | {
        "ties": ["COLLABORATES_WITH"],
        "at_least": 2,
        "limit": 10,
    }
    with GraphDatabase.driver(server.store, auth=auth) as driver, driver.session() as opened:
        plan = opened.run(f"EXPLAIN {statement.text}", params).consume().plan
    assert plan is not None
    searches = {found for found in operators(plan) if re.match("VarLength|Stateful|Repeat", found)}

    assert searches
    assert searches <= {"VarLengthExpand(Pruning,BFS,All)", "StatefulShortestPath(Into)"}


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def plain(value: object, name: str) -> object:
    if isinstance(value, list):
        return tuple(value) if name == "ways_between" else tuple(sorted(value))
    return round(value, 9) if isinstance(value, float) else value


def test_every_question_is_asked() -> None:
    assert set(question_names()) == set(ANSWERS)
    assert len(ANSWERS) >= 20


@pytest.mark.parametrize("name", question_names())
def test_every_question_is_in_the_documentation(name: str) -> None:
    lines = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8").splitlines()

    assert f"| `{name}` | {load_query(f'questions/{name}').doc} |" in lines


@pytest.fixture(scope="module")
def found_in_drawn() -> dict[str, int]:
    """Rows expected of each question over the drawn territories."""
    found: Counter[str] = Counter()
    for name, (_, families, day) in DRAWN.items():
        territory = Asked(Reader(drawn(name)), families, day)
        for question, answers in ANSWERS.items():
            found[question] += sum(case.rows.total() for case in answers(territory))
    return dict(found)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_drawn_territories_leave_no_question_without_an_answer(
    found_in_drawn: dict[str, int], name: str
) -> None:
    assert found_in_drawn[name] >= 3
