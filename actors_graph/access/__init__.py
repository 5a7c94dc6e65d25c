"""The one door to the store: users, roles, views, and the session."""

from __future__ import annotations

from actors_graph.access.opening import demonstration_path, open_session, signature
from actors_graph.access.roles import Action, Role, User, may
from actors_graph.access.session import Session
from actors_graph.access.views import View

__all__ = [
    "Action",
    "Role",
    "Session",
    "User",
    "View",
    "demonstration_path",
    "may",
    "open_session",
    "signature",
]
