"""What every command starts from: the settings, the store asked, and how results are printed."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from actors_graph.access.session import Session
    from actors_graph.settings import Settings

# What a terminal obeys: controls, and the marks that turn the direction of a text.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Json = Annotated[bool, typer.Option("--json", help="Écrit le résultat en JSON.")]


@dataclass(frozen=True, slots=True)
class State:
    """The options that come before the command."""

    settings: Settings


def state_of(context: typer.Context) -> State:
    """Return the state that the options before the command made."""
    found = context.obj
    if not isinstance(found, State):
        message = "the callback of the application has not run"
        raise TypeError(message)
    return found


def opened(context: typer.Context) -> Session:
    """Open a session on the store asked.

    Raises:
        StoreUnavailableError: it cannot be opened; the sentence says what to do.
    """
    from actors_graph.access.opening import open_session

    state = state_of(context)
    return open_session(state.settings)


def print_json(value: object) -> None:
    """Print a result for programs: one JSON value, readable by people too."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1))
    sys.stdout.write("\n")


def say(*lines: str) -> None:
    """Print lines for people; what a terminal would obey is not sent to it."""
    for line in lines:
        sys.stdout.write(_OBEYED.sub(" ", line))
        sys.stdout.write("\n")
