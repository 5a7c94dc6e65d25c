"""What a writer asks of a store, and what the store answers and remembers.

A change set is one operation: all of it is applied, or nothing. Everything that writes — an
import, a form, a merge, an undo — builds one; only a store applies it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model.fields import Value

Row: TypeAlias = "Mapping[str, Value]"


@dataclass(frozen=True, slots=True)
class Change:
    """One row created, updated or deleted.

    Created: `before` is None and `after` the whole row. Updated: both hold only the fields that
    change (None = empty). Deleted: `after` is None and `before` the whole row. `version` is the
    one the edit was made from; None accepts any. `origin` is the file and line it came from.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None
    version: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One operation: who, when, why, and all its changes in order.

    `at` is an ISO 8601 instant in UTC. Applying the same `operation_id` twice applies it once.
    """

    changes: tuple[Change, ...]
    action: str
    at: str
    by: str
    reason: str = ""
    source: str = ""
    operation_id: str = field(default_factory=lambda: uuid.uuid4().hex)
    details: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows created, updated and deleted by an operation."""

    created: int = 0
    updated: int = 0
    deleted: int = 0

    @property
    def total(self) -> int:
        """All rows that the operation touched."""
        return self.created + self.updated + self.deleted


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a store did: the revision reached, the counts; `replayed` when it was done before."""

    operation_id: str
    seq: int
    counts: Counts
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the journal (MODEL rule 9); `chain` ties it to all the lines before it."""

    seq: int
    at: str
    by: str
    action: str
    reason: str
    source: str
    operation_id: str
    counts: Counts
    digest: str
    chain: str
    details: Mapping[str, Value] = field(default_factory=dict)
