"""The command line: `actors-graph [--store S] COMMAND`.

Exit codes: 0 done, 2 bad input or unavailable, 3 a conflict to decide. An error is one French
sentence on the error stream, never a traceback.
"""

# No postponed annotations: Typer reads those of the commands when the program starts.
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from actors_graph.cli import import_commands, network_commands, server_commands, store_commands
from actors_graph.cli.french import ClickError, FrenchCommand, FrenchGroup, sentence_of
from actors_graph.cli.state import State
from actors_graph.errors import ActorsGraphError
from actors_graph.settings import Settings, variable

app = typer.Typer(
    cls=FrenchGroup,
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Qui travaille avec qui sur un territoire, qui manque, qui inviter.",
)


@app.callback()
def _before(
    context: typer.Context,
    store: Annotated[
        str, typer.Option(metavar="S", help="Fichier de données, ou adresse d’un serveur Neo4j.")
    ] = "",
) -> None:
    # The option is checked as the setting is: an address of another kind must not become a file.
    asked = {variable("store"): store} if store else {}
    context.obj = State(Settings.from_environment(os.environ | asked))


neo4j = typer.Typer(
    cls=FrenchGroup,
    add_completion=False,
    rich_markup_mode=None,
    help="Démarre, arrête ou montre le serveur Neo4j de cet ordinateur.",
)

_COMMANDS = (
    ("serve", server_commands.serve),
    ("status", store_commands.status),
    ("check", store_commands.check),
    ("hash", store_commands.content_hash),
    ("backup", store_commands.backup),
    ("restore", store_commands.restore),
    ("demo", server_commands.demo),
    ("templates", import_commands.templates),
    ("import", import_commands.import_),
    ("imports", import_commands.imports),
    ("undo", import_commands.undo_),
    ("erase", import_commands.erase_),
    ("actors", network_commands.actors),
    ("actor", network_commands.actor),
    ("path", network_commands.path),
    ("measures", network_commands.measures),
    ("query", network_commands.query),
)
for _name, _command in _COMMANDS:
    app.command(_name, cls=FrenchCommand)(_command)
for _name, _command in (
    ("start", server_commands.start),
    ("stop", server_commands.stop),
    ("status", server_commands.server_status_),
):
    neo4j.command(_name, cls=FrenchCommand)(_command)
app.add_typer(neo4j, name="neo4j")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another encoding must not stop a command at the first accent.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    command = get_command(app)
    given = None if arguments is None else list(arguments)
    try:
        code = command.main(args=given, prog_name="actors-graph", standalone_mode=False)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): that is not an error of ours.
        with contextlib.suppress(OSError):
            sys.stdout.close()
        return 0
    except (ActorsGraphError, ClickError, OSError, typer.Abort, KeyboardInterrupt) as e:
        sentence, code = _sentence_and_code(e)
        sys.stderr.write(f"{sentence}\n")
    return code if isinstance(code, int) else 0


def _sentence_and_code(error: BaseException) -> tuple[str, int]:
    if isinstance(error, ActorsGraphError):
        return str(error), error.exit_code
    if isinstance(error, OSError):
        place = f"« {error.filename} » : " if error.filename else ""
        return f"{place}{error.strerror or error}. Vérifiez le disque et vos droits.", 2
    if isinstance(error, ClickError):
        return sentence_of(error), 2
    return "Interrompu ; rien de plus n’a été écrit.", 130
