"""Cypher statements: read from `queries/`, checked, and handed out by name.

Each statement of the project is one file of the folder `queries/` (in a wheel, of
`actors_graph/_queries`). The file opens with a header of comments that says what the statement is:

    // questions/partners
    // Les partenaires d’un acteur, par nom.
    // access: read
    // params: actor (str), limit (int = 100)
    // returns: id (str), name (str)

The header is held to the text: a `$parameter` that is not declared, or declared and not used, is
refused, and so is a statement that says that it reads and writes. Values reach Neo4j as parameters
only: nothing here puts a value in a text. This module knows nothing of the driver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actors_graph.errors import StoreError

TYPES = frozenset(
    {"str", "int", "float", "bool", "bytes", "map", "list[str]", "list[map]", "list[list]"}
)

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_queries", _PACKAGE.parent / "queries")
_HEADER = re.compile(
    r"// (?P<name>[a-z_]+(?:/[a-z_0-9]+)+)\n"
    r"// (?P<doc>\S[^\n]*\.)\n"
    r"// access: (?P<access>read|write)\n"
    r"// params: (?P<params>[^\n]+)\n"
    r"// returns: (?P<returns>[^\n]+)\n"
)
_DECLARED = re.compile(r"([a-z_]\w*) \(([^()= ]+)(?: = ([^()]*))?\)")
_MASKED = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/""", re.DOTALL
)
_PARAMETER = re.compile(r"\$(\w+)")
_WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|ALTER|FOREACH|LOAD)\b", re.IGNORECASE)


class StatementError(StoreError):
    """A file of `queries/` is absent, or its header and its text disagree."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter or a returned column: its name, its type, its default value as text."""

    name: str
    type: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A checked file of `queries/`: `doc` is its sentence, `text` what follows the header."""

    name: str
    doc: str
    writes: bool
    params: tuple[Declared, ...]
    returns: tuple[Declared, ...]
    text: str


def queries_folder() -> Path:
    """Folder of the statements: inside an installed package, else beside it in a checkout.

    Raises:
        StatementError: neither exists; the installation is incomplete.
    """
    for place in _PLACES:
        if place.is_dir():
            return place
    message = "Le dossier des requêtes « queries » est introuvable."
    raise StatementError(message, remedy="Réinstallez le programme.")


def statement_names(folder: str) -> tuple[str, ...]:
    """Names of the statements under one folder of `queries/`, sorted."""
    root = queries_folder()
    found = (root / folder).rglob("*.cypher")
    return tuple(sorted(path.relative_to(root).with_suffix("").as_posix() for path in found))


@cache
def load_query(name: str) -> Statement:
    """Read and check one statement; the name is its path without suffix, as in `schema/version`.

    Raises:
        StatementError: there is no such file, or its header does not hold.
    """
    path = queries_folder() / f"{name}.cypher"
    if not path.is_file():
        message = f"La requête « {name} » n’existe pas."
        raise StatementError(message, remedy="Réinstallez le programme.")
    return parse_statement(path.read_text(encoding="utf-8"), name=name)


def parse_statement(source: str, *, name: str) -> Statement:
    """Check the text of a file against its header.

    Raises:
        StatementError: a wrong header, a parameter not declared or not used, a hidden write,
            several statements.
    """
    header = _HEADER.match(source)
    if header is None or header["name"] != name:
        raise _faulty(name, "son en-tête n’a pas la forme convenue")
    text = source[header.end() :].strip()
    masked = _MASKED.sub(" ", text)
    params = _declarations(name, header["params"])
    _check_parameters(name, params, used=set(_PARAMETER.findall(masked)))
    writes = header["access"] == "write"
    if not writes and _WRITES.search(masked):
        raise _faulty(name, "elle écrit alors qu’elle se dit en lecture")
    if not text or ";" in masked:
        raise _faulty(name, "elle ne tient pas en une seule instruction")
    returns = _declarations(name, header["returns"])
    return Statement(name, header["doc"], writes, params, returns, text)


def _check_parameters(name: str, params: tuple[Declared, ...], *, used: set[str]) -> None:
    declared = {param.name for param in params}
    if missing := sorted(used - declared):
        raise _faulty(name, f"paramètres non déclarés : {', '.join(missing)}")
    if unused := sorted(declared - used):
        raise _faulty(name, f"paramètres inutilisés : {', '.join(unused)}")


def _declarations(name: str, line: str) -> tuple[Declared, ...]:
    """Read `a (str), limit (int = 100)`; `none` stands for nothing."""
    if line == "none":
        return ()
    found = []
    for part in line.split(", "):
        match = _DECLARED.fullmatch(part)
        if match is None or match[2] not in TYPES:
            raise _faulty(name, f"déclaration illisible : {part}")
        found.append(Declared(match[1], match[2], match[3]))
    return tuple(found)


def _faulty(name: str, why: str) -> StatementError:
    return StatementError(
        f"La requête « {name} » est mal formée : {why}.", remedy="Réinstallez le programme."
    )
