"""Commands that start programs: the pages, the demonstration, the Neo4j server of this computer."""

# No postponed annotations: Typer reads those of the commands when the program starts.
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from actors_graph.cli.state import Json, print_json, say, state_of
from actors_graph.errors import InputError
from actors_graph.settings import variable

HOST: Final = "127.0.0.1"

Port = Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="Port des pages.")]
Demo = Annotated[bool, typer.Option("--demo", help="Ouvre le territoire fictif.")]

_SCRIPT: Final = Path(__file__).resolve().parent.parent.parent / "streamlit_app.py"


def serve(context: typer.Context, port: Port = 8501, *, demo: Demo = False) -> None:
    """Ouvre les pages sur cet ordinateur, et sur lui seul."""
    state = state_of(context)
    refuse_taken(port)
    if not _SCRIPT.is_file():
        raise InputError(
            "Les pages ne sont pas dans cette installation.",
            remedy="Lancez le programme depuis le dossier du projet : python3 start.py",
        )
    if demo:
        _make_demonstration(context)
    address = f"http://{HOST}:{port}/" + ("?donnees=fictives" if demo else "")
    say(f"Ouvrez {address} dans votre navigateur. Pour arrêter : Ctrl+C.")
    sys.stdout.flush()
    store = state.settings.store
    environment = os.environ | ({variable("store"): store} if store else {})
    _become(serve_command(port), environment)


def serve_command(port: int) -> list[str]:
    """Return the command that serves the pages on the loopback interface only."""
    options = {
        "server.address": HOST,
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        # Its own welcome is in English; ours has been said.
        "logger.hideWelcomeMessage": "true",
    }
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(_SCRIPT), *given]


def refuse_taken(port: int) -> None:
    """Say that something already answers on a port, before Streamlit says it in English.

    Raises:
        InputError: the port is taken.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # As servers do: a port whose last connections are closing is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise InputError(
                f"Le port {port} est déjà pris : le programme tourne sans doute déjà.",
                remedy=f"Ouvrez http://{HOST}:{port}/, ou choisissez --port {port + 1}.",
            ) from error


def _become(command: list[str], environment: dict[str, str]) -> None:
    """Run the command in place of this process, so that a signal reaches it."""
    if os.name == "posix":
        os.chdir(_SCRIPT.parent)
        os.execve(command[0], command, environment)  # noqa: S606  our own Python, no shell
    code = subprocess.call(command, cwd=_SCRIPT.parent, env=environment)  # noqa: S603  as above
    raise typer.Exit(code)


def demo(context: typer.Context, *, as_json: Json = False) -> None:
    """Prépare le territoire fictif, dans des données à part, et dit comment l’ouvrir."""
    location, revision = _make_demonstration(context)
    if as_json:
        print_json({"store": location, "revision": revision})
        return
    say(
        f"Le territoire fictif est prêt, séparé de vos données : {location}",
        "Pour le visiter : actors-graph serve --demo",
        f"Pour l’interroger : actors-graph --store {location} status",
    )


def _make_demonstration(context: typer.Context) -> tuple[str, int]:
    from actors_graph.changes.demonstration import open_demonstration

    with open_demonstration(state_of(context).settings) as session:
        return session.location, session.revision().number


def start(context: typer.Context, *, as_json: Json = False) -> None:
    """Démarre le serveur Neo4j de cet ordinateur et donne son adresse."""
    from actors_graph.access.servers import start_server

    found = start_server(state_of(context).settings)
    _show(found.uri, user=found.user, password_file=found.password_file, as_json=as_json)


def stop(context: typer.Context, *, as_json: Json = False) -> None:
    """Arrête le serveur Neo4j de cet ordinateur."""
    from actors_graph.access.servers import stop_server

    stopped = stop_server(state_of(context).settings)
    if as_json:
        print_json({"stopped": stopped})
    else:
        say("Serveur arrêté." if stopped else "Aucun serveur ne tournait.")


def server_status_(context: typer.Context, *, as_json: Json = False) -> None:
    """Dit si le serveur Neo4j de cet ordinateur tourne, et où."""
    from actors_graph.access.servers import server_status

    found = server_status(state_of(context).settings)
    if found is not None:
        _show(found.uri, user=found.user, password_file=found.password_file, as_json=as_json)
    elif as_json:
        print_json({"running": False, "uri": None})
    else:
        say("Aucun serveur ne tourne. Pour en démarrer un : actors-graph neo4j start")


def _show(uri: str, *, user: str, password_file: Path, as_json: bool) -> None:
    if as_json:
        print_json({"running": True, "uri": uri, "user": user, "password_file": str(password_file)})
        return
    # The address alone on the first line, so that a script can take it.
    say(uri, f"Compte : {user}, mot de passe dans {password_file}")
