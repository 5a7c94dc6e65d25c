"""Who may do what. Everything that is not permitted here is refused.

The names of the roles are those of the people: a reader of a committee, a contributor who
proposes, a chargé de mission, a director, the administrator.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from actors_graph.errors import NotAllowedError


class Role(StrEnum):
    """The roles, by the words that a setting takes."""

    READER = "lecteur"
    OFFICER = "charge_de_mission"
    DIRECTOR = "directeur"
    ADMINISTRATOR = "administrateur"


class Action(StrEnum):
    """What can be asked of a session; the value ends the sentence « vous ne pouvez pas … »."""

    READ = "lire les fiches"
    READ_INTERNAL = "lire les contacts et les champs internes"
    READ_JOURNAL = "lire le journal"
    WRITE = "modifier les données"
    ERASE = "effacer une personne"
    BACK_UP = "sauvegarder les données"
    RESTORE = "restaurer une sauvegarde"


_MAY: Final[dict[Role, frozenset[Action]]] = {
    Role.READER: frozenset({Action.READ}),
    Role.DIRECTOR: frozenset({Action.READ, Action.READ_INTERNAL, Action.READ_JOURNAL}),
    Role.OFFICER: frozenset(Action) - {Action.RESTORE},
    Role.ADMINISTRATOR: frozenset(Action),
}


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who asks: the name that the journal keeps, and the role."""

    name: str
    role: Role


def may(user: User, action: Action) -> bool:
    """Whether the user may do that; what is not listed is refused."""
    return action in _MAY.get(user.role, frozenset())


def require(user: User, action: Action) -> None:
    """Refuse what the user may not do.

    Raises:
        NotAllowedError: with the sentence to show.
    """
    if not may(user, action):
        message = f"Avec le rôle « {user.role} », vous ne pouvez pas {action}."
        raise NotAllowedError(message, remedy="Demandez-le à un administrateur.")


def user_named(name: str, role: str) -> User:
    """The user of a role given as text; empty = the person who installed the program.

    Raises:
        NotAllowedError: there is no such role.
    """
    try:
        return User(name, Role(role or Role.ADMINISTRATOR))
    except ValueError as error:
        known = ", ".join(Role)
        message = f"Le rôle « {role} » n’existe pas."
        raise NotAllowedError(message, remedy=f"Rôles possibles : {known}.") from error
