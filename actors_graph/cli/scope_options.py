"""The options that choose actors, ties and date, the same for every command (DESIGN §6, SCOPE).

A command declares a parameter `scope` and is decorated by `scoped`: the parameter is replaced by
the options, read by `network.parse_scope` when the command runs.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

# Names of `network.scope.OPTIONS`, repeated here so that `--help` does not load a graph library;
# a test compares them.
TEXTS: Final = {
    "perimeter": ("ID,…", "Territoires : acteurs qui y sont ou y agissent."),
    "families": ("a,b", "Familles de liens (par défaut : collaboration)."),
    "min_level": ("N", "Niveau le plus bas des collaborations, de 1 à 4."),
    "kinds": ("a,b", "Types d’acteurs."),
    "themes": ("a,b", "Identifiants de thèmes."),
    "since": ("DATE", "Liens commencés à cette date ou après."),
    "on": ("DATE", "Date à laquelle les liens sont regardés."),
    "committee": ("ID", "Membres de ce comité seulement."),
    "boundary": ("all|documented", "Tous les acteurs actifs, ou ceux dont un fait est connu."),
    "without": ("ID,…", "Acteurs laissés de côté."),
}
CONFIRMED: Final = "confirmed_only"


def _options() -> list[inspect.Parameter]:
    made = [
        _parameter(name, Annotated[str, typer.Option(metavar=metavar, help=text)], default="")
        for name, (metavar, text) in TEXTS.items()
    ]
    confirmed = Annotated[
        bool,
        typer.Option(
            "--confirmed-only", help="Collaborations dites par les deux acteurs ou par un acte."
        ),
    ]
    return [*made, _parameter(CONFIRMED, confirmed, default=False)]


def _parameter(name: str, annotation: object, *, default: object) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=annotation)


def scoped(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a scope in place of its parameter `scope`."""
    signature = inspect.signature(command)

    def run(**values: str | bool) -> None:
        from actors_graph.network import parse_scope

        asked = {name: str(values.pop(name)) for name in TEXTS}
        asked[CONFIRMED] = "oui" if values.pop(CONFIRMED) else ""
        command(**values, scope=parse_scope(asked))

    kept = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name != "scope"
    ]
    run.__name__ = command.__name__
    run.__doc__ = command.__doc__
    run.__signature__ = signature.replace(  # type: ignore[attr-defined]  # what inspect reads
        parameters=[*kept, *_options()]
    )
    return run
