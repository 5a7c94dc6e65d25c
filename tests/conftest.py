"""What every test finds: its own folders, and an honest answer about what the machine lacks.

A test marked `neo4j`, `browser` or `shared` is skipped where the thing is absent, with the
sentence that tells how to get it, and fails where ACTORS_GRAPH_REQUIRE names it.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import shutil
import signal
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pyarrow as pa
import pytest

from actors_graph.model import TABLES
from actors_graph.settings import PREFIX, REQUIREMENTS, Settings
from actors_graph.store.neo4j_server import start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent
# Read before any test changes the environment.
SETTINGS = Settings.from_environment()

# No deadline: the machine that runs the tests may be busy, and no test asserts a duration.
hypothesis.settings.register_profile("actors_graph", deadline=None, print_blob=True)
hypothesis.settings.load_profile("actors_graph")


def shared_folder() -> Path:
    """The folder of the reference files, whether it exists or not."""
    return SETTINGS.shared or ROOT.parent / "shared"


def chromium_path() -> Path | None:
    """The Chromium of the machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return Path(found) if found else None


def _missing_neo4j() -> str:
    if shutil.which("java") and shutil.which("mvn"):
        return ""
    return (
        "Neo4j a besoin de Java et de Maven "
        "(Debian, Ubuntu : sudo apt install default-jre-headless maven)."
    )


def _missing_browser() -> str:
    if chromium_path() is None:
        return "Chromium est absent (Debian, Ubuntu : sudo apt install chromium)."
    if importlib.util.find_spec("playwright") is None:
        return "playwright est absent (lancez : make install)."
    return ""


def _missing_shared() -> str:
    if shared_folder().is_dir():
        return ""
    return (
        f"Le dossier des fichiers de référence « {shared_folder()} » est absent "
        "(indiquez-le par ACTORS_GRAPH_SHARED)."
    )


MISSING: dict[str, Callable[[], str]] = {
    "neo4j": _missing_neo4j,
    "browser": _missing_browser,
    "shared": _missing_shared,
}


def require(name: str) -> None:
    """Skip the test where the thing is absent; fail where ACTORS_GRAPH_REQUIRE names it."""
    sentence = MISSING[name]()
    if not sentence:
        return
    if name in SETTINGS.require:
        pytest.fail(f"ACTORS_GRAPH_REQUIRE demande « {name} » : {sentence}", pytrace=False)
    pytest.skip(sentence)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in REQUIREMENTS:
        if item.get_closest_marker(name) is not None:
            require(name)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the reference files (never copied into the project)."""
    require("shared")
    return shared_folder()


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium that the tests in a browser start."""
    require("browser")
    path = chromium_path()
    assert path is not None
    return path


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings that reach a real Neo4j, started once for all tests in a folder of its own.

    NEO4J_TEST_SERVER (address, account and password file, separated by commas) names another one,
    whose database is emptied.
    """
    require("neo4j")
    given = os.environ.get("NEO4J_TEST_SERVER")
    if given:
        uri, user, file = given.split(",")
        yield Settings(store=uri, neo4j_user=user, neo4j_password_file=Path(file))
        return
    folder = tmp_path_factory.mktemp("neo4j")
    settings = Settings(data_dir=folder, cache_dir=SETTINGS.cache_dir)
    server = start(settings)
    yield dataclasses.replace(settings, store=server.uri, neo4j_password_file=server.password_file)
    # Its data are thrown away: no need for the clean stop, which takes ten seconds.
    os.kill(server.pid, signal.SIGKILL)


def empty_database(server: Settings) -> None:
    """Delete every node of the database."""
    from neo4j import GraphDatabase

    auth = (server.neo4j_user, server.password_for(server.store))
    with GraphDatabase.driver(server.store, auth=auth) as driver, driver.session() as session:
        for text in (
            "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
            "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
        ):
            session.run(text).consume()


@pytest.fixture
def neo4j_database(neo4j_server: Settings) -> Settings:
    """The same settings, the database emptied."""
    empty_database(neo4j_server)
    return neo4j_server


@pytest.fixture
def empty_neo4j(neo4j_server: Settings) -> Callable[[], None]:
    """What empties the database, for a test that needs many empty ones."""
    return lambda: empty_database(neo4j_server)


@pytest.fixture(scope="module")
def emptied(neo4j_server: Settings) -> Callable[[], None]:
    """What empties the database, for a module that loads several territories."""
    return lambda: empty_database(neo4j_server)


@pytest.fixture(scope="module")
def neo4j_of_module(neo4j_server: Settings) -> Settings:
    """The same, emptied once: for a module that only reads what it put there."""
    empty_database(neo4j_server)
    return neo4j_server


@pytest.fixture(scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, _own_cache: Path
) -> None:
    """No test reads the settings of who runs it, nor writes in their folders."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    base = tmp_path_factory.getbasetemp()
    monkeypatch.setenv(f"{PREFIX}DATA_DIR", str(base / "data-of-no-one"))
    monkeypatch.setenv(f"{PREFIX}CACHE_DIR", str(_own_cache))


class RowsReader:
    """What a network is read from, made of rows written in the test."""

    today = date(2026, 9, 1)

    def __init__(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        self._tables = {
            name: pa.Table.from_pylist(rows.get(name, []), schema=table.arrow_schema)
            for name, table in TABLES.items()
        }

    def tables(self, names: Sequence[str]) -> dict[str, pa.Table]:
        return {name: self._tables[name] for name in names}


@pytest.fixture(scope="session")
def read_rows() -> Callable[..., RowsReader]:
    """A reader of the given rows by table; a tie without an id takes its place as one.

    `read_rows(actors=["a", "b"], collaborations=[("a", "b")])`: texts stand for associations,
    pairs for ties that say nothing more.
    """

    def read(**tables: list[Any]) -> RowsReader:
        return RowsReader({name: _written(name, rows) for name, rows in tables.items()})

    return read


def _written(name: str, rows: list[Any]) -> list[dict[str, Any]]:
    table = TABLES[name]
    written = []
    for place, row in enumerate(rows):
        values: dict[str, Any] = row if isinstance(row, dict) else {}
        if isinstance(row, str):
            values = {"id": row}
        if isinstance(row, tuple):
            values = {table.source: row[0], table.target: row[1]}
        if name == "actors":
            values = {"name": values["id"].title(), "kind": "association"} | values
        if name == "attendances":
            values = {"state": "present"} | values
        written.append({"id": f"{name}:{place:03d}"} | values)
    return written
