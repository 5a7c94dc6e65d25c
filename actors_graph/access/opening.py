"""Opening a session: on the store of the settings, or on the demonstration's own."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Final

from actors_graph.access.roles import user_named
from actors_graph.access.session import Session
from actors_graph.store.opening import open_store
from actors_graph.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access.views import View
    from actors_graph.settings import Settings

NOBODY_NAMED: Final = "utilisateur de cet ordinateur"
# Accounts of Linux, macOS, Windows and containers that several people use, or nobody.
_SYSTEM_ACCOUNTS: Final = frozenset(
    {
        "", "root", "daemon", "nobody", "www-data", "admin", "administrator", "administrateur",
        "system", "user", "utilisateur", "app", "service",
    }
)  # fmt: skip


def open_session(settings: Settings, *, store: str = "", view: View | None = None) -> Session:
    """Open the store at `store`, else the one of the settings, for the user of this computer.

    Raises:
        StoreUnavailableError: see `store.opening.open_store`.
        NotAllowedError: the role of the settings does not exist.
    """
    user = user_named(clean(settings.user_name) or signature(_login()), settings.role)
    opened = open_store(store or settings.store, settings)
    return Session(opened, user=user, settings=settings, view=view)


def demonstration_path(settings: Settings) -> Path:
    """Where the demonstration keeps its store, apart from the user's data."""
    return settings.data_dir / "demonstration.sqlite"


def signature(name: str) -> str:
    """Return the name that signs a gesture: an account of the system is nobody's name.

    >>> signature("root"), signature("jeanne")
    ('utilisateur de cet ordinateur', 'jeanne')
    """
    is_system = name.casefold() in _SYSTEM_ACCOUNTS or name.endswith("$")
    return NOBODY_NAMED if is_system else name


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # No name in the environment and none in the system: a container, a service.
        return ""
