from __future__ import annotations

import json
import os
import socket
import stat
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import StoreUnavailableError
from actors_graph.settings import Settings
from actors_graph.store import neo4j_server
from actors_graph.store.neo4j_install import VERSION, program_jars

if TYPE_CHECKING:
    from pathlib import Path

JAVA_17 = 'if [ "$1" = -version ]; then echo \'openjdk version "17.0.15"\' >&2; exit 0; fi\n'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty data folder whose jars are already in the cache."""
    (tmp_path / "cache" / "neo4j" / VERSION / "lib").mkdir(parents=True)
    (tmp_path / "data" / "neo4j").mkdir(parents=True)
    return Settings(data_dir=tmp_path / "data", cache_dir=tmp_path / "cache")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of the path: what a test puts there is all that is installed."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, body: str) -> None:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{body}")
    script.chmod(0o755)


@pytest.mark.usefixtures("programs")
def test_absent_java_says_how_to_get_it(settings: Settings) -> None:
    with pytest.raises(StoreUnavailableError, match=r"« java ».*apt install default-jre-headless"):
        neo4j_server.start(settings)


def test_old_java_is_refused(settings: Settings, programs: Path) -> None:
    install(programs, "java", "echo 'openjdk version \"11.0.2\"' >&2\n")

    with pytest.raises(StoreUnavailableError, match=r"Java 17 ou plus récent.*trouvée est 11\."):
        neo4j_server.start(settings)


@pytest.mark.usefixtures("programs")
def test_absent_maven_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match=r"« mvn ».*maven"):
        program_jars(tmp_path)


def test_maven_that_fails_leaves_no_jars(tmp_path: Path, programs: Path) -> None:
    install(programs, "mvn", "echo 'Could not resolve dependencies'; exit 1\n")

    with pytest.raises(StoreUnavailableError, match="Could not resolve dependencies"):
        program_jars(tmp_path)
    assert not (tmp_path / "neo4j" / VERSION / "lib").exists()


def test_port_taken_names_the_setting(settings: Settings, programs: Path) -> None:
    install(programs, "java", JAVA_17)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        asked = Settings(data_dir=settings.data_dir, cache_dir=settings.cache_dir, neo4j_port=port)

        with pytest.raises(StoreUnavailableError, match=f"{port} est déjà pris.*NEO4J_PORT"):
            neo4j_server.start(asked)


def test_server_that_dies_gives_its_last_words(settings: Settings, programs: Path) -> None:
    install(programs, "java", JAVA_17 + "echo 'Invalid maximum heap size: -Xmx9999g'; exit 1\n")

    with pytest.raises(StoreUnavailableError, match=r"tout seul[^§]*Invalid maximum heap size"):
        neo4j_server.start(settings)
    assert neo4j_server.status(settings) is None


def test_generated_password_is_private_and_kept(settings: Settings, programs: Path) -> None:
    install(programs, "java", JAVA_17 + "exit 1\n")
    kept = []
    for _ in range(2):
        with pytest.raises(StoreUnavailableError):
            neo4j_server.start(settings)
        kept.append(settings.generated_password_file.read_text())

    assert kept[0] == kept[1]
    assert len(kept[0]) > 30
    assert stat.S_IMODE(settings.generated_password_file.stat().st_mode) == 0o600


@pytest.mark.parametrize("noted", ["", "{}", "[]", '{"pid": "x", "port": 1}'])
def test_damaged_pid_file_is_no_server(settings: Settings, noted: str) -> None:
    (settings.data_dir / "neo4j" / "neo4j.pid").write_text(noted)

    assert neo4j_server.status(settings) is None


def test_process_of_somebody_else_is_left_alone(settings: Settings) -> None:
    """The number of a server that ended may belong to another program: here, to this test."""
    pid_file = settings.data_dir / "neo4j" / "neo4j.pid"
    pid_file.write_text(json.dumps({"pid": os.getpid(), "port": 7687}))

    assert neo4j_server.stop(settings) is False
    assert not pid_file.exists()
