"""A Neo4j server of one's own: started, stopped and looked at from the command line.

`start` gets the program if needed, starts it on the loopback interface only, waits until Bolt
answers, and replaces the first password by a generated one, kept in a file that only its owner
reads. Starting twice is starting once. `stop` ends a process only after it has checked that it is
this server, by the home folder in its command line: process numbers are given again by the system.

Measured on two cores: 11-16 s for the first start (6 s of them for Maven), 6-9 s for the next ones.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actors_graph.errors import StoreUnavailableError
from actors_graph.store.neo4j_install import (
    java_program,
    program_jars,
    server_command,
    write_configuration,
)

if TYPE_CHECKING:
    from actors_graph.settings import Settings

DEFAULT_PORT = 7687
_PORTS = 200
USER = "neo4j"
_HOST = "127.0.0.1"
_FIRST_PASSWORD = "neo4j"  # noqa: S105  what every Neo4j is born with, replaced at once
_START_SECONDS = 180.0
_STOP_SECONDS = 90.0
_PAUSE_SECONDS = 0.1
_TAIL_LINES = 8
# Run in a child of its own, so that the server belongs to no one: it outlives the command, and
# whoever started it keeps no zombie when it ends.
_LAUNCHER = """
import subprocess, sys
out = open(sys.argv[1], "ab")
child = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                         start_new_session=True)
print(child.pid)
"""


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """A running server: where it answers, as whom, and where it lives."""

    uri: str
    user: str
    password_file: Path
    pid: int
    home: Path


def start(settings: Settings) -> ServerInfo:
    """Start the server of this data folder, or return the one that runs.

    Raises:
        StoreUnavailableError: Java or Maven is absent, the port is taken, the server died or does
            not answer in three minutes.
    """
    running = status(settings)
    # One that was just killed may still be seen for a moment: it never answers.
    if running is not None and _answers(running, settings):
        return running
    home = _home(settings)
    java, jars = java_program(), program_jars(settings.cache_dir)
    port = _free_port(settings.neo4j_port, home)
    write_configuration(home, port=port, page_cache="64m")
    _write_password(settings.generated_password_file)
    pid = _launch(server_command(java, jars, home, heap=settings.neo4j_heap), home)
    _pid_file(home).write_text(json.dumps({"pid": pid, "port": port}), encoding="utf-8")
    info = _info(settings, pid=pid, port=port)
    if not _answers(info, settings):
        raise _dead(home)
    return info


def status(settings: Settings) -> ServerInfo | None:
    """The running server of this data folder, or None."""
    home = _home(settings)
    try:
        noted = json.loads(_pid_file(home).read_text(encoding="utf-8"))
        pid, port = int(noted["pid"]), int(noted["port"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return _info(settings, pid=pid, port=port) if _is_ours(pid, home) else None


def stop(settings: Settings) -> bool:
    """End the server of this data folder cleanly; False when none was running.

    Takes about 12 s: the database is written to disk first.

    Raises:
        StoreUnavailableError: the process has not ended after a minute and a half.
    """
    running = status(settings)
    pid_file = _pid_file(_home(settings))
    if running is None:
        pid_file.unlink(missing_ok=True)
        return False
    os.kill(running.pid, signal.SIGTERM)
    deadline = time.monotonic() + _STOP_SECONDS
    while _is_ours(running.pid, running.home):
        if time.monotonic() > deadline:
            message = f"Neo4j (processus {running.pid}) n’a pas fini de s’arrêter."
            raise StoreUnavailableError(message, remedy="Attendez un peu, puis recommencez.")
        time.sleep(_PAUSE_SECONDS)
    pid_file.unlink(missing_ok=True)
    return True


def _home(settings: Settings) -> Path:
    return settings.data_dir.resolve() / "neo4j"


def _pid_file(home: Path) -> Path:
    return home / "neo4j.pid"


def _info(settings: Settings, *, pid: int, port: int) -> ServerInfo:
    uri = f"bolt://{_HOST}:{port}"
    return ServerInfo(uri, USER, settings.generated_password_file, pid, _home(settings))


def _is_ours(pid: int, home: Path) -> bool:
    """Whether the process runs and is the server of this home."""
    return f"--home-dir={home}" in _command_line(pid)


def _command_line(pid: int) -> list[str]:
    """Arguments of a running process; empty when it ended or belongs to somebody else."""
    proc = Path("/proc") / str(pid) / "cmdline"
    if Path("/proc/self").exists():
        try:
            return proc.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            return []
    # macOS: no /proc. S603, S607: fixed arguments and a number.
    listed = subprocess.run(  # noqa: S603
        ["ps", "-ww", "-o", "args=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return listed.stdout.split()


def _launch(command: list[str], home: Path) -> int:
    console = home / "logs" / "console.log"
    # S603: our own argument list, built from paths and settings, without a shell.
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-c", _LAUNCHER, str(console), *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
    )
    if done.returncode != 0:
        raise _dead(home)
    return int(done.stdout)


def _free_port(asked: int, home: Path) -> int:
    """The port asked for; else the one used last time, the usual one, or one near it.

    Raises:
        StoreUnavailableError: the port asked for is taken, or all are.
    """
    if asked:
        if _is_free(asked):
            return asked
        message = f"Le port {asked} est déjà pris par un autre programme."
        remedy = "Choisissez-en un autre avec ACTORS_GRAPH_NEO4J_PORT, ou arrêtez ce programme."
        raise StoreUnavailableError(message, remedy=remedy)
    # Never a port that the system lends to clients (32768 and above): while the server is down,
    # a client that tries again would be given its port, and keep it from coming back.
    for port in (_last_port(home), *range(DEFAULT_PORT, DEFAULT_PORT + _PORTS)):
        if port and _is_free(port):
            return int(port)
    message = f"Les ports {DEFAULT_PORT} à {DEFAULT_PORT + _PORTS - 1} sont tous pris."
    raise StoreUnavailableError(message, remedy="Choisissez-en un avec ACTORS_GRAPH_NEO4J_PORT.")


def _last_port(home: Path) -> int:
    """Port in the configuration of the last start, so that the address stays the same; else 0."""
    try:
        text = (home / "conf" / "neo4j.conf").read_text(encoding="utf-8")
    except FileNotFoundError:
        return 0
    found = [line for line in text.splitlines() if line.startswith("server.bolt.listen_address=")]
    return int(found[0].rpartition(":")[2]) if found else 0


def _is_free(port: int) -> bool:
    try:
        with socket.create_server((_HOST, port)):
            return True
    except OSError:
        return False


def _write_password(path: Path) -> None:
    """Generate a password unless there is one; mode 0600 from the first byte."""
    if path.exists():
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(24) + "\n")


def _answers(info: ServerInfo, settings: Settings) -> bool:
    """Wait until the server takes the generated password; False when its process ends.

    The first password, which every Neo4j is born with, is replaced on the way.

    Raises:
        StoreUnavailableError: neither, after three minutes.
    """
    from actors_graph.store.neo4j_driver import accepts, replace_password

    password = settings.password_for(info.uri)
    port = int(info.uri.rpartition(":")[2])
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if not _is_ours(info.pid, info.home):
            return False
        if not _is_free(port):
            answer = accepts(info.uri, user=USER, password=password)
            if answer:
                return True
            if answer is False:
                replace_password(info.uri, user=USER, old=_FIRST_PASSWORD, new=password)
        time.sleep(_PAUSE_SECONDS)
    message = f"Neo4j ne répond pas sur {info.uri} après {_START_SECONDS:.0f} s."
    raise StoreUnavailableError(message, remedy=f"Voyez {info.home / 'logs' / 'neo4j.log'}.")


def _dead(home: Path) -> StoreUnavailableError:
    """The error of a server that ended by itself, with its last words."""
    lines: list[str] = []
    for name in ("console.log", "neo4j.log"):
        path = home / "logs" / name
        if path.exists():
            lines += path.read_text(encoding="utf-8", errors="replace").splitlines()
    last = "\n".join(lines[-_TAIL_LINES:])
    message = f"Neo4j s’est arrêté tout seul. Ses dernières lignes :\n{last}\n"
    return StoreUnavailableError(message, remedy=f"Le journal complet est dans {home / 'logs'}.")
