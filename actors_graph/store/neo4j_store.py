"""The store on a Neo4j server: the same contract as the embedded one, for a team.

Writers take their turn on the Store node, whose write lock they hold until they commit. Neo4j
shows a reader whatever is committed while it reads, so a reader of several tables looks at the
revision before and after: both times it passes the Gate, a node that a writer holds from its last
statement until its commit is visible. If the revision moved, it reads again.

A connection lost while committing tells nothing of the outcome: the same work is run again, which
begins by reading the operation_id back.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from actors_graph.errors import StoreBrokenError, StoreError
from actors_graph.model import SCHEMA_VERSION, TABLES, ChangeSet, Counts, Receipt
from actors_graph.model.canonical import canonical_hash
from actors_graph.store import journal as journals
from actors_graph.store import neo4j_journal as lines
from actors_graph.store.contract import Dump, Revision
from actors_graph.store.erasure import forgotten_ids
from actors_graph.store.neo4j_driver import connect, run
from actors_graph.store.neo4j_errors import said_in_french
from actors_graph.store.neo4j_load import clear, load_tables, refuse_missing_ends
from actors_graph.store.neo4j_read import read_tables
from actors_graph.store.neo4j_schema import open_database
from actors_graph.store.neo4j_transactions import Transactions
from actors_graph.store.neo4j_upgrade import older_records, upgraded_dump
from actors_graph.store.neo4j_write import write_changes
from actors_graph.store.places import server_backups
from actors_graph.store.upgrades import UPGRADERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    import pyarrow as pa
    from neo4j import Transaction

    from actors_graph.model import Change, Operation
    from actors_graph.settings import Settings
    from actors_graph.store.contract import Payload, StoreInfo
    from actors_graph.store.upgrades import Upgrader

_T = TypeVar("_T")
# Readings that a writer may disturb before the reader holds the gate shut.
_PATIENCE: Final = 3


_NOTHING: Final = Revision(0)


class Neo4jStore:
    """A store in one database of a Neo4j server."""

    engine = "neo4j"

    def __init__(
        self, uri: str, settings: Settings, *, upgraders: Mapping[int, Upgrader] = UPGRADERS
    ) -> None:
        """Connect, check whose database it is, make what is missing, upgrade what is older.

        Raises:
            StoreUnavailableError: no server at the address, or a password that it refuses.
            StoreError: the database holds the data of another program.
        """
        self.location = uri
        self._driver = connect(uri, user=settings.neo4j_user, password=settings.password_for(uri))
        self._transactions = Transactions(self._driver, uri=uri, database=settings.neo4j_database)
        with ExitStack() as undone:
            undone.callback(self._driver.close)
            with said_in_french(uri):
                self._driver.verify_connectivity()
                version = open_database(self._transactions, settings)
            if version < SCHEMA_VERSION:
                self._upgrade(settings, upgraders)
            undone.pop_all()

    def _upgrade(self, settings: Settings, upgraders: Mapping[int, Upgrader]) -> None:
        # Not `read`: an older store may be large, and nothing else waits for it.
        records = self._transactions.commit(lambda tx, _: older_records(tx))
        self.fill(
            upgraded_dump(
                records,
                backups=server_backups(settings.data_dir, self.location),
                at=settings.today.isoformat(),
                upgraders=upgraders,
            )
        )

    # ---------------------------------------------------------------- reading

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """See `contract.Store.tables`. About 15 µs a row."""
        return self._settled(lambda tx: read_tables(tx, names, ids=ids))

    def revision(self) -> Revision:
        """See `contract.Store.revision`."""
        return lines.revision_from(_whole(self._transactions.read(lines.store_properties)))

    def info(self) -> StoreInfo:
        """See `contract.Store.info`."""
        return lines.info_from(self._transactions.read(lines.store_properties))

    def journal(self, *, entity: str | None = None) -> list[Operation]:
        """See `contract.Store.journal`."""
        return self._transactions.read(lambda tx: lines.read_operations(tx, entity))

    def changes(self, seq: int) -> tuple[Change, ...]:
        """See `contract.Store.changes`."""
        payload = self._transactions.read(lambda tx: lines.read_payload(tx, seq))
        return journals.unpack(payload.data) if payload else ()

    def payloads(self) -> Iterator[Payload]:
        """See `contract.Store.payloads`."""
        yield from self._transactions.read(lines.read_payloads)

    def canonical_hash(self) -> str:
        """See `contract.Store.canonical_hash`."""
        return canonical_hash(TABLES, self.tables(list(TABLES)))

    def dump(self) -> Dump:
        """See `contract.Store.dump`."""
        return self._settled(_dump)

    # ---------------------------------------------------------------- writing

    def apply(self, change_set: ChangeSet) -> Receipt:
        """See `contract.Store.apply`. About 15 ms, then 0.2 ms a change."""

        def work(tx: Transaction, revision: Revision) -> Receipt:
            done = lines.replayed(tx, change_set.operation_id)
            if done:
                return done
            write_changes(tx, change_set.changes)
            return lines.record(tx, change_set, revision, keep_values=True)

        return self._turn(work)

    def erase(self, change_set: ChangeSet, *, also: Collection[str] = ()) -> Receipt:
        """See `contract.Store.erase`. Reads every payload of the journal."""
        ids = forgotten_ids(change_set, also)

        def work(tx: Transaction, revision: Revision) -> Receipt:
            done = lines.replayed(tx, change_set.operation_id)
            if done:
                return done
            write_changes(tx, change_set.changes)
            lines.forget_values(tx, ids)
            return lines.record(tx, change_set, revision, keep_values=False)

        return self._turn(work)

    def load(self, tables: Mapping[str, pa.Table], *, at: str, by: str, reason: str) -> Receipt:
        """See `contract.Store.load`. Marked while it goes on: see `neo4j_load`."""
        created = sum(columns.num_rows for columns in tables.values())
        change_set = ChangeSet((), "chargement", at, by, reason, details={"created": created})
        stamped = [name for name, columns in tables.items() if columns.num_rows]

        def end(tx: Transaction, revision: Revision) -> Receipt:
            run(tx, "change/loading", on=False).consume()
            return lines.record(
                tx,
                change_set,
                revision,
                keep_values=False,
                stamped=stamped,
                counts=Counts(created=created),
            )

        refuse_missing_ends(tables)
        self._begin_load(only_if_empty=True)
        try:
            load_tables(tables, self._once)
        except StoreError:
            self._abandon_load()
            raise
        return self._turn(end, whole=False)

    def fill(self, dump: Dump) -> None:
        """See `contract.Store.fill`. Marked while it goes on, like a load."""

        def journal(tx: Transaction) -> None:
            for operation in dump.operations:
                lines.write_operation(tx, operation)
            for payload in dump.payloads:
                lines.write_payload(tx, payload)
            lines.write_touched(tx, ((entity, seq) for seq, entity in dump.touched))

        def end(tx: Transaction, _: Revision) -> None:
            _describe(tx, dump.info)
            run(
                tx,
                "change/identity",
                schema_version=dump.info.schema_version,
                identity_key=dump.info.identity_key,
            ).consume()
            lines.write_revision(tx, dump.revision)
            run(tx, "change/loading", on=False).consume()

        refuse_missing_ends(dump.tables)
        self._begin_load(only_if_empty=False)
        load_tables(dump.tables, self._once)
        self._once(journal)
        self._turn(end, whole=False)

    def describe(self, info: StoreInfo) -> None:
        """See `contract.Store.describe`."""
        self._turn(lambda tx, _: _describe(tx, info))

    def ask(self, name: str, params: Mapping[str, object]) -> list[dict[str, Any]]:
        """Rows of one statement of `queries/` that only reads."""
        return self._transactions.read(lambda tx: run(tx, name, **params).data())

    def close(self) -> None:
        """See `contract.Store.close`."""
        self._driver.close()

    # ---------------------------------------------------------------- transactions

    def _settled(self, work: Callable[[Transaction], _T]) -> _T:
        """What `work` reads while no operation is committed."""
        for _ in range(_PATIENCE):
            before = self._transactions.read(_seen_through_the_gate)
            content = self._transactions.read(work)
            if self._transactions.read(_seen_through_the_gate) == before:
                return content

        def gate_held(tx: Transaction) -> _T:
            _seen_through_the_gate(tx)
            return work(tx)

        return self._transactions.read(gate_held)

    def _turn(self, work: Callable[[Transaction, Revision], _T], *, whole: bool = True) -> _T:
        """Run `work` in the writers' turn and commit it; `whole` refuses an unfinished load."""

        def turn(tx: Transaction, lost: bool) -> _T:  # noqa: FBT001  called by `commit`
            # Setting a property takes the lock; removing one that is absent would not.
            store = dict(run(tx, "change/lock").single(strict=True)["store"])
            result = work(tx, lines.revision_from(_whole(store) if whole else store))
            run(tx, "change/pass_gate").consume()
            return _own(result, lost=lost)

        return self._transactions.commit(turn)

    def _once(self, work: Callable[[Transaction], None]) -> None:
        self._transactions.commit(lambda tx, _: work(tx))

    # ---------------------------------------------------------------- loads

    def _begin_load(self, *, only_if_empty: bool) -> None:
        def begin(tx: Transaction, revision: Revision) -> None:
            if only_if_empty and revision.number and not lines.store_properties(tx)["loading"]:
                raise StoreError(
                    "Le chargement en bloc demande des données vides.",
                    remedy="Choisissez une autre base par --store, ou importez les fichiers.",
                )
            run(tx, "change/loading", on=True).consume()

        self._turn(begin, whole=False)
        with said_in_french(self.location), self._transactions.session() as session:
            clear(session)
        self._turn(lambda tx, _: lines.write_revision(tx, _NOTHING), whole=False)

    def _abandon_load(self) -> None:
        with said_in_french(self.location), self._transactions.session() as session:
            clear(session)

        def end(tx: Transaction, _: Revision) -> None:
            run(tx, "change/loading", on=False).consume()

        self._turn(end, whole=False)


def _own(result: _T, *, lost: bool) -> _T:
    """The result as the first attempt would have given it: its operation is not « replayed »."""
    if lost and isinstance(result, Receipt):
        return replace(result, replayed=False)
    return result


def _whole(store: dict[str, Any]) -> dict[str, Any]:
    """The properties of the Store node, refused while a load goes on.

    Raises:
        StoreBrokenError: a load has not come to its end.
    """
    # Any: properties as the driver gives them.
    if store["loading"]:
        raise StoreBrokenError(
            "Un chargement de ces données est en cours, ou s’est interrompu.",
            remedy="Attendez qu’il finisse ; sinon relancez-le, ou restaurez une sauvegarde.",
        )
    return store


def _seen_through_the_gate(tx: Transaction) -> Revision:
    store = dict(run(tx, "change/pass_gate").single(strict=True)["store"])
    return lines.revision_from(_whole(store))


def _dump(tx: Transaction) -> Dump:
    store = _whole(lines.store_properties(tx))
    return Dump(
        info=lines.info_from(store),
        revision=lines.revision_from(store),
        tables=read_tables(tx, list(TABLES)),
        operations=lines.read_operations(tx, None),
        payloads=lines.read_payloads(tx),
        touched=lines.read_touched(tx),
    )


def _describe(tx: Transaction, info: StoreInfo) -> None:
    run(
        tx,
        "change/describe",
        as_of=info.as_of,
        title=info.title,
        notice=info.notice,
        sealed_revision=info.sealed_revision,
        sealed_hash=info.sealed_hash,
    ).consume()
