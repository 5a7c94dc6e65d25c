"""The only door to the Neo4j driver: connections, and statements run by name.

A text reaches the driver only in `run`, from a checked file of `queries/`; a test holds the rest
of the package to that. The driver takes 0.6 s to import, so it is imported by the
functions that use it.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from actors_graph.errors import StoreUnavailableError
from actors_graph.store.statements import load_query

if TYPE_CHECKING:
    from neo4j import Driver, Result, Session, Transaction

_CONNECTION_SECONDS = 5.0


def run(runner: Transaction | Session, name: str, **params: object) -> Result:
    """Run one statement of `queries/` with the values of its parameters.

    The one place where a text reaches the driver: it comes from a checked file of the project.
    """
    return runner.run(load_query(name).text, params)


def connect(uri: str, *, user: str, password: str) -> Driver:
    """Open a pool of connections; nothing is sent yet.

    Raises:
        StoreUnavailableError: the address is not one that the driver understands.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import ConfigurationError

    # A lost connection is said once, in French; without a handler the driver writes it on stderr.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        return GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=_CONNECTION_SECONDS,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        message = f"L’adresse « {uri} » n’est pas celle d’un serveur Neo4j."
        remedy = "Elle commence par bolt://, neo4j:// ou neo4j+s://."
        raise StoreUnavailableError(message, remedy=remedy) from error


def accepts(uri: str, *, user: str, password: str) -> bool | None:
    """Whether the server takes this password; None when it does not answer yet."""
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    try:
        with connect(uri, user=user, password=password) as driver, driver.session() as session:
            run(session, "schema/ready").consume()
    except AuthError:
        return False
    except (DriverError, Neo4jError):
        return None
    return True


def replace_password(uri: str, *, user: str, old: str, new: str) -> bool:
    """Change the password of the account; False when the server cannot do it yet.

    Raises:
        StoreUnavailableError: the server refuses the old password.
    """
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    with connect(uri, user=user, password=old) as driver:
        try:
            with driver.session(database="system") as session:
                run(session, "schema/first_password", old=old, new=new).consume()
        except AuthError as error:
            message = f"Le serveur {uri} n’accepte pas le mot de passe du compte « {user} »."
            remedy = "Vérifiez ACTORS_GRAPH_NEO4J_USER et ACTORS_GRAPH_NEO4J_PASSWORD_FILE."
            raise StoreUnavailableError(message, remedy=remedy) from error
        except (DriverError, Neo4jError):
            return False
    return True
