"""Each cell of the matrix role × action, so that a new one must be thought of."""

from __future__ import annotations

import pytest

from actors_graph.access.roles import Action, Role, User, may, require, user_named
from actors_graph.errors import NotAllowedError

READER, OFFICER, DIRECTOR, ADMINISTRATOR = Role
ALLOWED = {
    Action.READ: {READER, OFFICER, DIRECTOR, ADMINISTRATOR},
    Action.READ_INTERNAL: {OFFICER, DIRECTOR, ADMINISTRATOR},
    Action.READ_JOURNAL: {OFFICER, DIRECTOR, ADMINISTRATOR},
    Action.WRITE: {OFFICER, ADMINISTRATOR},
    Action.ERASE: {OFFICER, ADMINISTRATOR},
    Action.BACK_UP: {OFFICER, ADMINISTRATOR},
    Action.RESTORE: {ADMINISTRATOR},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_may_what_the_matrix_says(role: Role, action: Action) -> None:
    assert may(User("essai", role), action) is (role in ALLOWED[action])


def test_a_refusal_says_who_may_not_do_what() -> None:
    with pytest.raises(NotAllowedError, match="« lecteur », vous ne pouvez pas modifier"):
        require(User("essai", Role.READER), Action.WRITE)


def test_the_person_who_installed_the_program_administers_it() -> None:
    assert user_named("essai", "").role is Role.ADMINISTRATOR


def test_an_unknown_role_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotAllowedError, match="charge_de_mission"):
        user_named("essai", "chef")
