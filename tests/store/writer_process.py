"""A writer in a process of its own, for the tests of kills and of concurrency.

    writer_process.py write          creates an actor and its tie again and again, saying
                                     « seq id » after each commit, until it is killed
    writer_process.py increment N    adds 1 to the population of a territory N times, reading
                                     again whenever somebody else was first

The store is the one of ACTORS_GRAPH_STORE.
"""

from __future__ import annotations

import sys
import uuid

from actors_graph.errors import ConflictError
from actors_graph.model import Change, ChangeSet
from actors_graph.settings import Settings
from actors_graph.store.opening import open_store

AT = "2026-09-01T08:00:00Z"


def write() -> None:
    store = open_store(Settings.from_environment().store, Settings.from_environment())
    print("ready", flush=True)
    while True:
        name = uuid.uuid4().hex
        actor = {"id": name, "name": "A" * 2000, "kind": "association", "source": "essai"}
        tie = {"id": f"t{name}", "a": "hub", "b": name, "source": "essai"}
        changes = (
            Change("actors", name, None, actor),
            Change("collaborations", f"t{name}", None, tie),
        )
        receipt = store.apply(ChangeSet(changes, "essai", AT, "essai"))
        print(receipt.seq, name, flush=True)


def increment(times: int) -> None:
    store = open_store(Settings.from_environment().store, Settings.from_environment())
    done = 0
    while done < times:
        (row,) = store.tables(["territories"], ids=["com:00000"])["territories"].to_pylist()
        before, after = row["population"], row["population"] + 1
        change = Change(
            "territories",
            "com:00000",
            {"population": before},
            {"population": after},
            row["version"],
        )
        try:
            store.apply(ChangeSet((change,), "essai", AT, "essai"))
        except ConflictError:
            continue
        done += 1
    store.close()


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write()
    else:
        increment(int(sys.argv[2]))
