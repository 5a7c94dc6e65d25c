"""The errors of the program: one tree, each with the French sentence a user reads.

    ActorsGraphError                exit 2
    ├── InputError                  a file, line, column or value that cannot be used
    ├── SettingsError               an unknown or wrong ACTORS_GRAPH_* variable
    ├── NotAllowedError             the role does not permit the action
    ├── StoreError                  the store cannot do what was asked
    │   ├── StoreUnavailableError   no server, unreadable folder, wrong password
    │   ├── StoreBusyError          another process is writing
    │   └── StoreBrokenError        a load was interrupted, a file is damaged
    └── ConflictError               exit 3: somebody must decide

The message says what, where and what to do; the fields carry the same as data.
Refused rows of an import are values in its report, not exceptions.
"""

from __future__ import annotations

from dataclasses import dataclass


class ActorsGraphError(Exception):
    """Base of all errors that end as one French sentence, never as a traceback."""

    exit_code = 2

    def __init__(self, message: str, *, remedy: str = "") -> None:
        """Keep the sentence and what to do about it.

        Args:
            message: what happened and where, in French, for the user.
            remedy: what to do; printed after the message.
        """
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class InputError(ActorsGraphError):
    """A file, a line, a column or a value that cannot be used."""

    def __init__(
        self,
        message: str,
        *,
        file: str = "",
        line: int | None = None,
        column: str = "",
        value: str = "",
        remedy: str = "",
    ) -> None:
        """Build « file, ligne 3, colonne « siret » : « 12 » message. remedy »."""
        where = [part for part in (file, f"ligne {line}" if line else "") if part]
        if column:
            where.append(f"colonne « {column} »")
        head = ", ".join(where)
        quoted = f"« {value} » " if value else ""
        super().__init__(f"{head} : {quoted}{message}" if head else message, remedy=remedy)
        self.file = file
        self.line = line
        self.column = column
        self.value = value


class SettingsError(ActorsGraphError):
    """An unknown or wrong setting."""


class NotAllowedError(ActorsGraphError):
    """The role does not permit the action."""


class StoreError(ActorsGraphError):
    """The store cannot do what was asked."""


class StoreUnavailableError(StoreError):
    """The store cannot be reached or opened."""


class StoreBusyError(StoreError):
    """Another process is writing in the store."""


class StoreBrokenError(StoreError):
    """The content of the store cannot be trusted: an interrupted load, a damaged file."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One value that two people changed: the field, what was expected, what is there.

    `name` is what a reader calls the row, where it is known.
    """

    table: str
    id: str
    field: str
    expected: object
    found: object
    name: str = ""


class ConflictError(ActorsGraphError):
    """Somebody changed the same thing meanwhile; a person must decide."""

    exit_code = 3

    def __init__(
        self, message: str, *, conflicts: tuple[Conflict, ...] = (), remedy: str = ""
    ) -> None:
        """Keep the conflicts, in the order in which they were met."""
        super().__init__(message, remedy=remedy)
        self.conflicts = conflicts
