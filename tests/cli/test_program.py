"""The program from outside: a process, a server on this computer, a package to import."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.cli.server_commands import serve_command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]


def test_the_pages_are_served_on_this_computer_only() -> None:
    served = serve_command(8501)

    assert served[served.index("--server.address") + 1] == "127.0.0.1"


def test_a_port_that_is_taken_is_said_in_french(command: Command) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ran = command("serve", "--port", str(other.getsockname()[1]))

    assert ran.code == 2
    assert "déjà pris" in ran.err


def test_the_program_runs_as_a_process(tmp_path: Path, files: list[Path]) -> None:
    environment = os.environ | {
        "ACTORS_GRAPH_STORE": str(tmp_path / "a.sqlite"),
        "PYTHONPATH": os.pathsep.join(sys.path),
        # A console without accents must not stop a command.
        "PYTHONIOENCODING": "ascii",
    }

    def process(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "actors_graph", *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, check=False)

    done = process("import", *files)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "écrits".encode() in done.stdout
    wrong = process("measures", "--on", "hier")
    assert wrong.returncode == 2
    assert b"Traceback" not in wrong.stderr


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, actors_graph as ag\n"
        "heavy = {'numpy', 'pyarrow', 'networkx', 'streamlit', 'typer'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert all(getattr(ag, name) for name in ag.__all__)\n"
        "assert sorted(ag.__all__) == ag.__all__\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=False, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_public_face_opens_imports_and_measures(tmp_path: Path, files: list[Path]) -> None:
    import actors_graph as ag

    with ag.open(str(tmp_path / "a.sqlite")) as session:
        assert ag.import_files(session, files).applied
        facts = ag.Facts(ag.network(session, ag.Scope(min_level=2)))
    assert ag.summary(facts).ties == 2
    with pytest.raises(AttributeError):
        _ = ag.rien
