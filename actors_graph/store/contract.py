"""What every store promises, whatever its engine: one contract, one test-suite for all.

    tables    read rows as Arrow              apply     one operation, all or nothing
    load      fill an empty store in bulk     erase     delete a person and forget the values
    journal   who did what, in a chain        dump/fill the whole content, for backups

Writers are serialised by the engine. Reads see the last committed operation. `apply` checks
versions: a row that somebody changed since it was read is a `ConflictError`, never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from actors_graph.model import Change, ChangeSet, Operation, Receipt


@dataclass(frozen=True, slots=True)
class Revision:
    """How far a store is: the last operation, and the last one that touched each table.

    Answers and users move no stamp: they do not change what a network is.
    """

    number: int
    stamps: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """The one Store row: what the store says of itself.

    `as_of` is the fixed date of a demonstration, else empty; `identity_key` (hex) salts the ids
    of élus; `notice` is shown on every page (« données fictives »); `sealed` is the last
    (revision, canonical hash) that was written down, to detect writes from outside.
    """

    schema_version: int
    identity_key: str = field(repr=False)
    as_of: str = ""
    title: str = ""
    notice: str = ""
    sealed_revision: int = 0
    sealed_hash: str = ""


@dataclass(frozen=True, slots=True)
class Payload:
    """The values of one operation, kept apart from the journal so that they can be erased.

    `data` is compressed JSON (see `journal.pack`); `rewritten` says that an erasure removed
    values, so that `data` no longer has the digest that the journal keeps.
    """

    seq: int
    salt: str
    data: bytes
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class Dump:
    """Everything a store holds: what a backup writes and a restore reads."""

    info: StoreInfo
    revision: Revision
    tables: Mapping[str, pa.Table]
    operations: Sequence[Operation]
    payloads: Iterable[Payload]
    touched: Iterable[tuple[int, str]] = ()


class Store(Protocol):
    """One store, opened. Methods raise `StoreError` and its kinds, in French."""

    location: str
    engine: str

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """Rows of the tables, ordered by id, with the schema that the model declares.

        With `ids`: the nodes that have one of these ids, and the ties that have an end in them.
        All tables are read in one snapshot.
        """
        ...

    def apply(self, change_set: ChangeSet) -> Receipt:
        """Apply one operation in one transaction: rows, journal, revision + 1.

        Raises:
            ConflictError: a row has another version than its change was made from, is missing,
                or exists already; nothing is applied.
            StoreBusyError: another process has been writing for too long.
        """
        ...

    def load(self, tables: Mapping[str, pa.Table], *, at: str, by: str, reason: str) -> Receipt:
        """Fill an empty store in bulk, as one operation without a payload.

        Rows must be whole and checked: ids set, derived fields set, references resolved.

        Raises:
            StoreError: the store is not empty.
        """
        ...

    def erase(self, change_set: ChangeSet, *, also: Collection[str] = ()) -> Receipt:
        """Apply deletions and forget their values everywhere: rows, payloads, journal index.

        `also` are ids under which the deleted rows, or what they joined, were known before.

        The journal keeps its lines and its chain; the payloads that held the deleted rows are
        rewritten without them.
        """
        ...

    def journal(self, *, entity: str | None = None) -> list[Operation]:
        """Operations in order, or those that touched the row of this id."""
        ...

    def changes(self, seq: int) -> tuple[Change, ...]:
        """The changes of an operation, as far as an erasure left them."""
        ...

    def payloads(self) -> Iterator[Payload]:
        """All payloads in order."""
        ...

    def revision(self) -> Revision:
        """The last operation and the stamps of the tables."""
        ...

    def info(self) -> StoreInfo:
        """What the store says of itself."""
        ...

    def describe(self, info: StoreInfo) -> None:
        """Write the Store row (date, title, notice, seal); moves no revision."""
        ...

    def canonical_hash(self) -> str:
        """The hash of the content (MODEL rule 4), equal on every engine."""
        ...

    def dump(self) -> Dump:
        """The whole content in one snapshot."""
        ...

    def fill(self, dump: Dump) -> None:
        """Replace the whole content by a dump, all or nothing."""
        ...

    def close(self) -> None:
        """Release files and connections; the store is not used again."""
        ...
