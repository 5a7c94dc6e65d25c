"""What a store owes when a writer is killed, or when several write: on each engine.

`make prove` runs more trials (KILLS); 20 are a smoke.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import StoreUnavailableError
from actors_graph.model import Change, ChangeSet
from actors_graph.store import journal as journals
from actors_graph.store.neo4j_server import start, status, stop
from actors_graph.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.settings import Settings
    from actors_graph.store.contract import Store

WRITER = Path(__file__).with_name("writer_process.py")
KILLS = int(os.environ.get("KILLS", "20"))
SERVER_KILLS = int(os.environ.get("SERVER_KILLS", "3"))
AT = "2026-09-01T08:00:00Z"


def started(environment: Mapping[str, str], *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def create(store: Store, table: str, row: dict[str, str | int]) -> None:
    change = Change(table, str(row["id"]), None, dict(row))
    store.apply(ChangeSet((change,), "essai", AT, "essai"))


def acknowledged(process: subprocess.Popen[str], *, after_s: float) -> list[str]:
    """The ids of the actors whose commit was said before the kill."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after_s)
    process.send_signal(signal.SIGKILL)
    lines = process.stdout.read().split("\n")
    process.wait()
    process.stdout.close()
    # The last line may have been cut by the kill.
    return [line.split(" ")[1] for line in lines[:-1]]


def written_beyond(store: Store, revision: int) -> int:
    """The revision once somebody has written three more operations."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with contextlib.suppress(StoreUnavailableError):
            reached = store.revision().number
            if reached >= revision + 3:
                return reached
        time.sleep(0.1)
    pytest.fail("nobody writes any more")


@pytest.mark.slow
def test_kill_9_loses_nothing_acknowledged_and_leaves_nothing_half(
    store: Store, store_environment: Mapping[str, str]
) -> None:
    create(store, "actors", {"id": "hub", "name": "Hub", "kind": "association", "source": "e"})
    draw = random.Random(2012)
    said: set[str] = set()

    for _ in range(KILLS):
        process = started(store_environment, "write")
        said.update(acknowledged(process, after_s=draw.uniform(0.02, 0.25)))
    assert len(said) >= KILLS
    # An operation may have been committed without being said: one a kill at most.
    check_whole(store, said, unsaid=KILLS)


def check_whole(store: Store, said: set[str], *, unsaid: int) -> None:
    """All that was said is there, each actor with its tie; at most `unsaid` others are."""
    tables = store.tables(["actors", "collaborations"])
    actors = set(tables["actors"].column("id").to_pylist()) - {"hub"}
    ties = {tie[1:] for tie in tables["collaborations"].column("id").to_pylist()}
    assert said <= actors
    assert actors == ties
    assert len(actors) <= len(said) + unsaid
    assert store.revision().number == len(actors) + 1
    assert journals.broken_links(store.journal(), store.payloads()) == []


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_killed_server_loses_nothing_and_writers_ride_through(
    own_server: tuple[Settings, dict[str, str]],
) -> None:
    """`kill -9` of the server under a client; started again, the client goes on by itself."""
    settings, environment = own_server
    store = open_store(settings.store, settings)
    create(store, "actors", {"id": "hub", "name": "Hub", "kind": "association", "source": "e"})
    process = started(environment, "write")

    revision = 1
    for _ in range(SERVER_KILLS):
        revision = written_beyond(store, revision)
        server = status(settings)
        assert server is not None
        os.kill(server.pid, signal.SIGKILL)
        assert start(settings).uri == settings.store
        revision = written_beyond(store, revision)
    said = acknowledged(process, after_s=0)
    check_whole(store, set(said), unsaid=1)
    store.close()
    assert stop(settings)
    assert status(settings) is None


@pytest.mark.slow
def test_eight_writers_of_fifty_increments_make_four_hundred(
    store: Store, store_environment: Mapping[str, str]
) -> None:
    territory = {"id": "com:00000", "kind": "commune", "name": "Essai", "population": 0}
    create(store, "territories", territory)  # type: ignore[arg-type]  # a row of plain values

    processes = [started(store_environment, "increment", "50") for _ in range(8)]
    codes = [process.wait() for process in processes]
    for process in processes:
        assert process.stdout is not None
        process.stdout.close()
    (row,) = store.tables(["territories"])["territories"].to_pylist()
    assert codes == [0] * 8
    assert row["population"] == 400
    assert store.revision().number == 401
