"""Help and errors of the commands, in French.

Typer writes the frame of its help and its errors in English; here the help is put in French once
it is written, and each error becomes one sentence. Errors are told apart by the names of their
classes, because their module has changed place between versions of Typer.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

# The base of Typer's errors: `BadParameter` is the one that it exports in all versions.
ClickError: Final[type[BaseException]] = typer.BadParameter.__mro__[2]

_FRAME: Final = (
    (re.compile(r"^Usage: ", re.MULTILINE), "Utilisation : "),
    (re.compile(r"\[OPTIONS\]"), "[options]"),
    (re.compile(r"COMMAND \[ARGS\]\.\.\."), "COMMANDE …"),
    (re.compile(r"^(Options|Arguments):$", re.MULTILINE), r"\1 :"),
    (re.compile(r"^Commands:$", re.MULTILINE), "Commandes :"),
    (re.compile(r"Show\s+this\s+message\s+and\s+exit\."), "Affiche cette aide."),
    (re.compile(r"\[required\]"), "[obligatoire]"),
    (re.compile(r"\[default:\s+"), "[par défaut : "),
)


class FrenchCommand(TyperCommand):
    """A command whose help is in French."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  Typer's own class, not exported
        """Return the help."""
        return _in_french(super().get_help(ctx))


class FrenchGroup(TyperGroup):
    """A group of commands whose help is in French."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  as above
        """Return the help."""
        return _in_french(super().get_help(ctx))


def _in_french(text: str) -> str:
    for pattern, french in _FRAME:
        text = pattern.sub(french, text)
    return text


def sentence_of(error: BaseException) -> str:
    """Return the French sentence of an error of usage of Typer."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "actors-graph")
    return f"{_what(error, getattr(context, 'command', None))} Voyez : {command} --help"


def _what(error: BaseException, command: object) -> str:
    parameter = _shown_name(getattr(error, "param", None))
    option = f"L’option « {getattr(error, 'option_name', '')} »"
    near = _near(getattr(error, "possibilities", None))
    told = {
        "MissingParameter": f"Il manque {parameter}.",
        "NoSuchOption": f"{option} n’existe pas.{near}",
        "BadParameter": f"La valeur donnée à {parameter} ne convient pas.",
        "BadOptionUsage": f"{option} attend une valeur.",
    }
    return told.get(type(error).__name__) or _by_words(str(getattr(error, "message", "")), command)


def _by_words(message: str, command: object) -> str:
    """Say what Typer only says in the words of its message."""
    quoted = message.split("'")[1] if message.count("'") >= 2 else ""
    if message.startswith("No such command"):
        near = _near(get_close_matches(quoted, getattr(command, "commands", {})))
        return f"La commande « {quoted} » n’existe pas.{near}"
    if message.startswith("Got unexpected extra argument"):
        return f"« {message[message.rfind('(') + 1 : message.rfind(')')]} » est de trop."
    return "Il manque une commande."


def _shown_name(parameter: object) -> str:
    if getattr(parameter, "param_type_name", "") == "option":
        return f"l’option « {getattr(parameter, 'opts', [''])[-1]} »"
    name = getattr(parameter, "metavar", None) or getattr(parameter, "human_readable_name", "")
    return f"« {name} »"


def _near(names: Iterable[str] | None) -> str:
    found = next(iter(names or ()), "")
    return f" Vouliez-vous dire {found} ?" if found else ""
