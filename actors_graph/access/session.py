"""The session: the one door to the store, deny by default.

Pages, commands and the rooms above ask a `Session`; it knows the user, what the user may do and
see, which day it is for these data, and where their backups lie.
"""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Self

from actors_graph.access.backups import Backups
from actors_graph.access.checking import check_store
from actors_graph.access.roles import Action, may, require
from actors_graph.access.views import View, seen
from actors_graph.errors import InputError
from actors_graph.store.erasure import forgotten_ids, without_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from actors_graph.access.checking import CheckReport
    from actors_graph.access.roles import User
    from actors_graph.model import Change, ChangeSet, Operation, Receipt
    from actors_graph.settings import Settings
    from actors_graph.store.contract import Revision, Store, StoreInfo


class Session:
    """One user on one store."""

    def __init__(
        self, store: Store, *, user: User, settings: Settings, view: View | None = None
    ) -> None:
        """Open the door.

        Args:
            store: the store, opened.
            user: who asks.
            settings: where caches and backups lie, which day it is.
            view: what to show; by default all that the role may see.
        """
        self._store = store
        self.user = user
        self.settings = settings
        widest = View.FULL if may(user, Action.READ_INTERNAL) else View.PUBLIC
        self.view = View.PUBLIC if view is View.PUBLIC else widest
        self.backups = Backups.of(store, settings)

    @property
    def location(self) -> str:
        """Where the data are, as shown to the user; never a password."""
        return self._store.location

    @property
    def engine(self) -> str:
        """`sqlite` or `neo4j`."""
        return self._store.engine

    @property
    def today(self) -> date:
        """The day it is for these data: the fixed one of a demonstration, else today."""
        as_of = self.info().as_of
        return date.fromisoformat(as_of) if as_of else self.settings.today

    @staticmethod
    def now() -> str:
        """The instant, for the journal: ISO 8601 in UTC."""
        return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    # ---------------------------------------------------------------- reading

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """The tables as this session may see them; see `Store.tables`."""
        require(self.user, Action.READ)
        return seen(self._store.tables(names, ids=ids), self.view)

    def revision(self) -> Revision:
        """How far the store is."""
        return self._store.revision()

    def info(self) -> StoreInfo:
        """What the store says of itself."""
        return self._store.info()

    def journal(self, *, entity: str | None = None) -> list[Operation]:
        """Operations in order, or those that touched one row."""
        require(self.user, Action.READ_JOURNAL)
        return self._store.journal(entity=entity)

    def changes(self, seq: int) -> tuple[Change, ...]:
        """The changes of an operation, as far as an erasure left them."""
        require(self.user, Action.READ_JOURNAL)
        return self._store.changes(seq)

    def canonical_hash(self) -> str:
        """The hash of the content, equal on every engine."""
        require(self.user, Action.READ)
        return self._store.canonical_hash()

    def ask(self, name: str, values: Mapping[str, str]) -> list[dict[str, Any]]:
        """Ask a ready-made question; see `store.questions.ask`.

        Raises:
            InputError: the store is not a Neo4j server, or the question cannot be asked.
        """
        require(self.user, Action.READ_INTERNAL)
        from actors_graph.store.neo4j_store import Neo4jStore
        from actors_graph.store.questions import ask

        if not isinstance(self._store, Neo4jStore):
            raise InputError(
                "Les questions se posent à un serveur Neo4j, pas à un fichier de données.",
                remedy="Démarrez-en un (actors-graph neo4j start), puis donnez son adresse "
                "à --store.",
            )
        return ask(self._store, name, values, on=self.today.isoformat())

    # ---------------------------------------------------------------- writing

    def apply(self, change_set: ChangeSet) -> Receipt:
        """Apply one operation; see `Store.apply`."""
        require(self.user, Action.WRITE)
        return self._store.apply(change_set)

    def load(self, tables: Mapping[str, pa.Table], *, reason: str) -> Receipt:
        """Fill an empty store in bulk; see `Store.load`."""
        require(self.user, Action.WRITE)
        return self._store.load(tables, at=self.now(), by=self.user.name, reason=reason)

    def erase(self, change_set: ChangeSet, *, also: Collection[str] = ()) -> Receipt:
        """Delete rows and forget their values in the store, its journal, backups and caches.

        `also` are ids under which they, or what they joined, were known before.

        Backups that the user put elsewhere are not reached: the page and the command say so.
        """
        require(self.user, Action.ERASE)
        receipt = self._store.erase(change_set, also=also)
        ids = forgotten_ids(change_set, also)
        self.backups.rewrite(lambda dump: without_rows(dump, ids), at=self.now())
        self.backups.clear_caches()
        return receipt

    def describe(
        self, *, as_of: str | None = None, title: str | None = None, notice: str | None = None
    ) -> None:
        """Write what the store says of itself: fixed date, title, notice; None = unchanged."""
        require(self.user, Action.WRITE)
        given = {"as_of": as_of, "title": title, "notice": notice}
        told = {name: value for name, value in given.items() if value is not None}
        # The store merges by field: `replace` takes any of them.
        self._store.describe(dataclasses.replace(self.info(), **told))  # type: ignore[arg-type]

    # ---------------------------------------------------------------- keeping

    def seal(self) -> str:
        """Write down the hash of this revision, so that writes from outside can be seen."""
        content_hash = self._store.canonical_hash()
        self._seal(content_hash)
        return content_hash

    def _seal(self, content_hash: str) -> None:
        sealed = dataclasses.replace(
            self.info(), sealed_revision=self.revision().number, sealed_hash=content_hash
        )
        self._store.describe(sealed)

    def check(self) -> CheckReport:
        """Verify the journal, the references, and that nothing was written from outside."""
        require(self.user, Action.READ)
        return check_store(self._store)

    def backup(self, path: Path) -> str:
        """Write a backup; return the canonical hash of its content."""
        require(self.user, Action.BACK_UP)
        return self.backups.write(path, at=self.now())

    def backup_if_changed(self) -> Path | None:
        """Keep a backup of this revision beside the data, unless there is one (MODEL rule 13)."""
        return self.backups.keep(at=self.now())

    def restore(self, path: Path) -> str:
        """Replace the whole content by a backup; return the canonical hash reached.

        What was there is kept as a backup first.
        """
        require(self.user, Action.RESTORE)
        self.backups.restore(path, at=self.now())
        return self.seal()

    def close(self) -> None:
        """Release the store."""
        self._store.close()

    def __enter__(self) -> Self:
        """Use the session in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the end of the block."""
        self.close()
