"""Transactions on a Neo4j server that are tried again when that can help.

The driver's managed transactions try again whatever the server calls transient. That includes an
operation too large for its memory: measured, seven attempts in 156 s to be refused in the end. So
the attempts are counted here: a lost connection, a deadlock or a server that starts again is worth
waiting for, a full memory is not.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final, TypeVar

from actors_graph.store.neo4j_errors import is_out_of_memory, said_in_french

if TYPE_CHECKING:
    from collections.abc import Callable

    from neo4j import BookmarkManager, Driver, Session, Transaction
    from neo4j.exceptions import DriverError, Neo4jError

_T = TypeVar("_T")

# A server killed and started again takes 13-19 s to answer, more on a busy machine.
WRITER_PATIENCE_S: Final = 90.0
# A page that only reads would rather say that the server is gone.
READER_PATIENCE_S: Final = 2.0
_FIRST_PAUSE_S: Final = 0.1
_LONGEST_PAUSE_S: Final = 3.0


class Transactions:
    """The transactions of one database; errors come out in French."""

    def __init__(self, driver: Driver, *, uri: str, database: str) -> None:
        """Keep what each session needs: a later one sees what an earlier one wrote."""
        from neo4j import GraphDatabase

        self._driver = driver
        self._uri = uri
        self._database = database
        self._bookmarks: BookmarkManager = GraphDatabase.bookmark_manager()

    def read(self, work: Callable[[Transaction], _T]) -> _T:
        """What `work` reads, in one transaction."""
        return self.commit(lambda tx, _: work(tx), patience_s=READER_PATIENCE_S)

    def commit(
        self, work: Callable[[Transaction, bool], _T], *, patience_s: float = WRITER_PATIENCE_S
    ) -> _T:
        """Run `work` in a transaction and commit it.

        `work` may be run several times. Its second argument says that the connection was lost
        while committing an earlier attempt, of which it must find out the outcome by itself.

        Raises:
            StoreError: and its kinds, in French.
        """
        from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

        lost = False
        deadline, pause = time.monotonic() + patience_s, _FIRST_PAUSE_S
        with said_in_french(self._uri):
            while True:
                try:
                    with self.session() as session, session.begin_transaction() as tx:
                        result = work(tx, lost)
                        tx.commit()
                        return result
                except (DriverError, Neo4jError) as error:
                    lost = lost or isinstance(error, IncompleteCommit)
                    if time.monotonic() > deadline or not _is_worth_another(error):
                        raise
                # Not all at once: others wait for the same server.
                time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311  no secret here
                pause = min(2 * pause, _LONGEST_PAUSE_S)

    def session(self) -> Session:
        """A session, for statements that commit by themselves."""
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)


def _is_worth_another(error: DriverError | Neo4jError) -> bool:
    from neo4j.exceptions import IncompleteCommit

    if is_out_of_memory(error):
        return False
    return isinstance(error, IncompleteCommit) or error.is_retryable()
