"""The one door to the store: users, roles, and the session."""
