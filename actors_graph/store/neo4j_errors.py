"""What an error of Neo4j or of its driver means to the user, in French, with what to do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from actors_graph.errors import StoreBusyError, StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from neo4j.exceptions import DriverError, Neo4jError

_MEMORY: Final = "MemoryPoolOutOfMemoryError"
_LOCKED: Final = "LockAcquisitionTimeout"
# What the driver raises when the connection, not the statement, is at fault.
_CONNECTION: Final = frozenset({"ServiceUnavailable", "SessionExpired", "IncompleteCommit"})


@contextmanager
def said_in_french(uri: str) -> Iterator[None]:
    """Turn what the driver raises into the errors of the program."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        raise refusal(uri, error) from error
    except DriverError as error:
        raise unreachable(uri, error) from error


def is_out_of_memory(error: DriverError | Neo4jError) -> bool:
    """Whether an operation was too large for the server, which calls it transient."""
    return _MEMORY in (getattr(error, "code", None) or "")


def refusal(uri: str, error: Neo4jError) -> StoreError:
    """The error for an answer of the server."""
    code = error.code or ""
    known = {
        ".Security.": wrong_password(uri),
        "DatabaseNotFound": _no_database(uri),
        _MEMORY: _too_large(),
        _LOCKED: _busy(),
        "ConstraintValidationFailed": missing_end(),
        ".TransientError.": _not_now(uri),
        "DatabaseUnavailable": _not_now(uri),
    }
    for part, meaning in known.items():
        if part in code:
            return meaning
    return StoreError(f"Le serveur {uri} a refusé l’opération ({code}).")


def unreachable(uri: str, error: DriverError) -> StoreError:
    """The error for a server that does not answer."""
    if type(error).__name__ in _CONNECTION:
        return StoreUnavailableError(
            f"Le serveur Neo4j {uri} ne répond pas.",
            remedy="Démarrez-le (actors-graph neo4j start), ou vérifiez l’adresse.",
        )
    return StoreError(f"La connexion au serveur {uri} a échoué ({type(error).__name__}).")


def wrong_password(uri: str) -> StoreUnavailableError:
    """The error for an account or a password that the server refuses."""
    return StoreUnavailableError(
        f"Le serveur {uri} n’accepte pas ce compte ou ce mot de passe.",
        remedy="Vérifiez ACTORS_GRAPH_NEO4J_USER et ACTORS_GRAPH_NEO4J_PASSWORD_FILE.",
    )


def missing_end() -> StoreError:
    """The error for a tie whose end is not there, or a node deleted under its ties."""
    return StoreError(
        "Une ligne renvoie à un acteur ou à une séance qui n’existe pas. Rien n’a été écrit.",
        remedy="Importez aussi le fichier qui les contient.",
    )


def _too_large() -> StoreError:
    return StoreError(
        "Cette opération est trop grande pour la mémoire du serveur Neo4j. Rien n’a été écrit.",
        remedy="Donnez-lui plus de mémoire (par exemple ACTORS_GRAPH_NEO4J_HEAP=2g, puis "
        "« neo4j stop » et « neo4j start »), ou importez les fichiers en plusieurs fois.",
    )


def _busy() -> StoreBusyError:
    return StoreBusyError(
        "Un autre programme écrit en ce moment dans ces données.",
        remedy="Attendez qu’il ait fini, puis recommencez.",
    )


def _no_database(uri: str) -> StoreUnavailableError:
    return StoreUnavailableError(
        f"Le serveur {uri} n’a pas la base demandée.",
        remedy="Vérifiez ACTORS_GRAPH_NEO4J_DATABASE.",
    )


def _not_now(uri: str) -> StoreUnavailableError:
    return StoreUnavailableError(
        f"Le serveur {uri} ne peut pas répondre pour l’instant.",
        remedy="Recommencez dans une minute.",
    )
